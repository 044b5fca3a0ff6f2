"""`playbook new` asks on a terminal and never in a script."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from playbook.cli import console
from playbook.problems import ExitCode

Run = Callable[..., Any]  # the fixture `run` of conftest.py


def answering(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Let somebody sit at the terminal who gives these answers; return what is asked."""
    asked: list[str] = []
    given = iter(answers)
    monkeypatch.setattr(console, "somebody_answers", lambda: True)
    monkeypatch.setattr(console, "ask", lambda question: asked.append(question.split()[0]) or next(given))
    return asked


def test_in_a_script_nothing_is_asked(run: Run, library: Path) -> None:
    """What is missing says TODO; the title goes into the first field of the kind."""
    told = run("new", "objection", "too-late", "--title", "It is too late: next year", at=library)
    assert told.out == "Wrote content_library/objections/too-late.yaml.\nFill it in, then: playbook check\n"
    assert 'they_say: "It is too late: next year"\n' in (library / "content_library/objections/too-late.yaml").read_text("utf-8")
    run("new", "claim", "fast", at=library)
    assert "\nsource: TODO\n" in (library / "content_library/claims/fast.yaml").read_text("utf-8")


def test_of_a_new_stage_it_says_how_to_move_it(run: Run, library: Path) -> None:
    """It stands last, and the orders of the others are named; of other kinds nothing like it is said."""
    told = run("new", "stage", "trial", at=library).out
    assert "\nIt stands last. To move it, change its order, and that of the stages behind it: Awareness 1, Consideration 2, " in told
    assert "It stands last" not in run("new", "persona", "trial", at=library).out


def test_a_stage_that_was_only_a_name_keeps_its_place(run: Run, library: Path) -> None:
    """Its file gets the order that it had."""
    assert "It stands last" not in run("new", "stage", "decision", at=library).out


def test_on_a_terminal_what_has_to_be_there_is_asked(run: Run, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The id, then each field that cannot be left out; an answer that is none of those offered is asked again."""
    with (library / "enablement.yaml").open("a", encoding="utf-8") as settings:
        settings.write("asset_types:\n  calculator: Calculator\n")
    asked = answering(monkeypatch, "rate-sheet", "Rate sheet", "calculater", "calculator")
    told = run("new", "asset", at=library)
    assert asked == ["Its", "title", "type", "type"]
    assert "'calculater' is none of them. Did you mean 'calculator'?" in told.err
    text = (library / "content_library/assets/rate-sheet.yaml").read_text("utf-8")
    assert "\ntitle: Rate sheet\n" in text
    assert "\ntype: calculator\n" in text


def test_a_taken_id_is_refused_before_anything_is_asked(run: Run, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody answers questions in vain."""
    asked = answering(monkeypatch)
    told = run("new", "asset", "cost-of-waiting", at=library)
    assert told.code == ExitCode.USAGE
    assert "already" in told.err
    assert asked == []


def test_a_dry_run_shows_the_file(run: Run, library: Path) -> None:
    """It is on standard output, and nowhere else; without an id it is wrong usage."""
    assert run("new", "agreement", "--dry-run", at=library).out.startswith("# Agreement: ")
    assert not (library / "content_library/agreement.yaml").exists()
    assert "A new term needs an id." in run("new", "term", at=library).err
