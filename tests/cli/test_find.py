"""`playbook find` answers as the site would, best first, and says why."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from playbook.cli.find import REASONS, _reason
from playbook.edit import start
from playbook.model.parts import Reason
from playbook.problems import ExitCode

Run = Callable[..., Any]  # the fixture `run` of conftest.py
ANSWER = """\
 1. What one more quarter costs  (calculator, asset:cost-of-waiting)
    When: They like it, and want to wait until next quarter
    Why: written for Operations director; written for the stage Consideration
"""


def test_an_answer_says_what_when_and_why(run: Run, library: Path) -> None:
    """To the letter: what a rep reads who asks for one word."""
    told = run("find", "--persona", "operations-director", "timing", at=library)
    assert (told.code, told.out, told.err) == (ExitCode.FINE, ANSWER, "")


def test_what_is_for_somebody_elses_stage_is_left_out(run: Run, library: Path) -> None:
    """Naming the stage leaves one answer of two."""
    assert run("find", at=library).out.count("\n    When: ") == 2
    assert run("find", "--stage", "decision", at=library).out.startswith(" 1. They went quiet after the proposal  (Play, ")


def test_an_empty_answer_is_an_answer(run: Run, library: Path) -> None:
    """Where nothing fits, the way on is told, and it is no failure."""
    told = run("find", "zeppelin", at=library)
    assert (told.code, told.out) == (ExitCode.FINE, "Nothing fits. Leave out an option or a word, or ask marketing for it.\n")


def test_what_buyers_say_comes_with_the_answer(run: Run, tmp_path: Path) -> None:
    """An objection in a rep's words is told first, with what to say; a word that nothing has is named."""
    start(tmp_path, small=False)
    lines = run("find", "too", "expensive", "zeppelin", at=tmp_path).out.splitlines()
    assert lines[0] == "Nothing here has zeppelin."
    assert lines[1].startswith("They say: You are too expensive.  (Finance director")
    assert lines[2].startswith("    You say: Compared with what?")
    assert lines[3] == " 1. They say we are too expensive  (Play, play:price-objection)"


def test_what_has_only_some_of_the_words_is_offered_as_that(run: Run, tmp_path: Path) -> None:
    """Nothing is said to fit that does not have every word that tells things apart."""
    start(tmp_path, small=False)
    out = run("find", "webinar", "calculator", at=tmp_path).out
    assert out.startswith("Nothing to use has all these words. What has some of them:\n 1. Winter cover")


def test_many_answers_are_cut_to_ten(run: Run, tmp_path: Path) -> None:
    """Ten are enough to choose from; how many more there are is said."""
    start(tmp_path, small=False)
    lines = run("find", at=tmp_path).out.splitlines()
    assert sum(line[:4].strip(" .").isdigit() for line in lines) == 10
    assert "more fit" in lines[-1]


def test_every_reason_has_words() -> None:
    """A reason without words of its own says its code, and never shows an empty pair of brackets."""
    assert _reason(Reason("signal", "Asked for references")) == "answers Asked for references"
    assert _reason(Reason("brand-new", "x")) == "brand new x"
    assert all("{" not in _reason(Reason(code)) for code in REASONS)
