"""Commands that write show what they write, ask where somebody can answer, and say what they did."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from playbook.cli import console
from playbook.problems import ExitCode

Run = Callable[..., Any]  # the fixture `run` of conftest.py
ASSET = "content_library/assets/cost-of-waiting.yaml"


def test_a_dry_run_shows_and_writes_nothing(run: Run, library: Path) -> None:
    """The difference is there, the files are as they were."""
    before = (library / ASSET).read_bytes()
    told = run("review", "asset", "cost-of-waiting", "--on", "2026-11-22", "--dry-run", at=library)
    assert "+reviewed: 2026-11-22" in told.out.splitlines()
    assert told.out.endswith("Nothing was written: this was a dry run.\n")
    assert (library / ASSET).read_bytes() == before


@pytest.mark.parametrize(("answer", "written"), [("", True), ("y", True), ("n", False), ("what?", False)])
def test_somebody_at_the_terminal_is_asked(run: Run, library: Path, monkeypatch: pytest.MonkeyPatch, answer: str, written: bool) -> None:
    """Return or yes writes; anything else does not. With --yes nobody is asked."""
    asked = []
    monkeypatch.setattr(console, "somebody_answers", lambda: True)
    monkeypatch.setattr(console, "ask", lambda question: asked.append(question) or answer)
    told = run("review", "asset", "cost-of-waiting", "--on", "2026-11-22", at=library)
    assert asked == ["Write 2 files? [Y/n]"]
    assert ("Reviewed on 2026-11-22: asset cost-of-waiting." in told.out) is written
    assert ((library / "content_library/reviews.yaml").exists()) is written
    run("review", "asset", "cost-of-waiting", "--on", "2026-11-23", "--yes", at=library)
    assert len(asked) == 1
    assert "reviewed: 2026-11-23" in (library / ASSET).read_text("utf-8")


@pytest.mark.parametrize("command", [("review", "asset", "cost-of-waiting"), ("rename", "asset", "cost-of-waiting", "waiting"), ("fmt",)])
def test_in_a_script_only_yes_writes(run: Run, library: Path, command: tuple[str, ...]) -> None:
    """Where nobody can be asked, the difference is shown and nothing is written, and how to write it is said; with --yes it is."""
    with (library / ASSET).open("a", encoding="utf-8") as asset:
        asset.write("tags: delay\n")  # which `fmt` writes as a list
    before = (library / ASSET).read_bytes()
    told = run(*command, at=library)
    assert "Nothing was written: nobody is here to be asked. --yes writes.\n" in told.out
    assert (library / ASSET).read_bytes() == before
    run(*command, "--yes", at=library)
    assert not (library / ASSET).exists() or (library / ASSET).read_bytes() != before


def test_what_is_written_already_is_not_written_again(run: Run, library: Path) -> None:
    """The same review a second time changes nothing and says so."""
    run("review", "asset", "cost-of-waiting", "--on", "2026-11-22", "--yes", at=library)
    assert "Everything is written so already." in run("review", "asset", "cost-of-waiting", "--on", "2026-11-22", at=library).out


def test_wrong_kinds_days_and_entries_are_sentences(run: Run, library: Path) -> None:
    """A kind that there is not, a day that is none, an agreement that is not there."""
    assert run("review", "assets", "x", at=library).code == ExitCode.USAGE
    assert "--on '22.11.' is not a day." in run("review", "asset", "cost-of-waiting", "--on", "22.11.", at=library).err
    assert "There is no agreement to sign." in run("sign", "Ann", at=library).err


def test_signing_says_who_and_when(run: Run, library: Path) -> None:
    """The signature is in the file with its role."""
    (library / "content_library/agreement.yaml").write_text("deal_size: 100\n", "utf-8")
    told = run("sign", "Ann Lee", "--role", "Lead", "--on", "2026-11-22", "--yes", at=library)
    assert told.out.endswith("Signed on 2026-11-22 by Ann Lee.\n")
    assert "  - name: Ann Lee\n    role: Lead\n    on: 2026-11-22\n    seen: " in (library / "content_library/agreement.yaml").read_text(
        "utf-8"
    )
