"""`playbook rename` says what it renamed, and what it left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from playbook.problems import ExitCode

Run = Callable[..., Any]  # the fixture `run` of conftest.py
PLAY = "content_library/plays/gone-quiet-after-proposal.yaml"


def test_the_difference_is_shown_and_what_is_left_too(run: Run, library: Path) -> None:
    """The play names the new id; a remark keeps the old one and is told with its line."""
    with (library / PLAY).open("a", encoding="utf-8") as play:
        play.write("# see cost-of-waiting\n")
    told = run("rename", "asset", "cost-of-waiting", "waiting", "--yes", at=library)
    assert told.code == ExitCode.FINE
    assert "--- content_library/assets/cost-of-waiting.yaml" in told.out
    assert "Renamed: asset cost-of-waiting is waiting now." in told.out
    assert "2 lines only mention cost-of-waiting" in told.out
    assert told.out.endswith("  # see cost-of-waiting\n")
    assert "      - asset: waiting\n" in (library / PLAY).read_text("utf-8")
    assert run("check", "--date", "2026-11-22", at=library).out.startswith("Nothing is wrong")


def test_a_wrong_id_changes_nothing(run: Run, library: Path) -> None:
    """It is wrong usage, with the nearest id."""
    told = run("rename", "asset", "cost-of-wating", "waiting", at=library)
    assert told.code == ExitCode.USAGE
    assert "Did you mean cost-of-waiting?" in told.err
