"""`playbook check --fix` shows, asks, writes, and checks again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from playbook.problems import ExitCode

Run = Callable[..., Any]  # the fixture `run` of conftest.py
PLAY = "content_library/plays/gone-quiet-after-proposal.yaml"


def test_what_is_put_right_is_no_longer_wrong(run: Run, misspelt: Path) -> None:
    """The difference, then that nothing is wrong."""
    told = run("check", "--fix", "--yes", "--date", "2026-11-22", at=misspelt)
    assert told.code == ExitCode.FINE
    assert "+  - operations-director" in told.out.splitlines()
    assert f"Put right what is certain in {PLAY}.\nNothing is wrong" in told.out


def test_that_something_was_put_right_hides_nothing_that_remains(run: Run, misspelt: Path) -> None:
    """How many problems remain is said with what was put right, and they follow."""
    with (misspelt / PLAY).open("a", encoding="utf-8") as play:
        play.write("colour: red\n")
    told = run("check", "--fix", "--yes", "--date", "2026-11-22", at=misspelt)
    assert told.code == ExitCode.CONTENT
    assert f"Put right what is certain in {PLAY}. 1 problem remains and needs you:\n{PLAY}:" in told.out
    assert "1 problem: 1 error." in told.out


def test_in_a_script_nothing_is_written_without_yes(run: Run, misspelt: Path) -> None:
    """The difference is shown, the file stays, the problem too; other files are not looked at."""
    before = (misspelt / PLAY).read_bytes()
    for more in ((), ("--dry-run", "--yes")):
        told = run("check", "--fix", *more, "--date", "2026-11-22", at=misspelt)
        assert told.code == ExitCode.CONTENT
        assert "+  - operations-director" in told.out.splitlines()
        assert "Nothing was written" in told.out
        assert (misspelt / PLAY).read_bytes() == before
    told = run("check", "personas", "--fix", "--yes", at=misspelt)
    assert told.out.startswith("There is nothing that can be put right without you.\n")
