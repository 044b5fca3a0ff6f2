"""What people get wrong, and what they read then: each mistake of the mistakes file to the letter, each answer without a word."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
import yaml

from playbook.cli.shape import lines, ordered
from playbook.load import source_line
from playbook.pipeline import check
from playbook.problems import Problem

DATA = Path(__file__).parents[1] / "data/mistakes"
GOLDEN = Path(__file__).parents[1] / "golden/mistakes.txt"
TODAY = date(2026, 11, 22)
PROJECT = "enablement.yaml"
OURS = re.compile(r"\b(?:None|(?i:mapping|scalar|node|NoneType|validator|pydantic|dict|tuple|str|int|float|bool|null|schema|parse[rd]?))\b")
"""Words of programmers, which a marketer must never meet in what we say."""


@dataclass(frozen=True)
class Laid:
    """One item of the mistakes or the answers: the file it is in and what stands there, and what must be reported of it."""

    name: str
    file: str
    text: str
    also: Mapping[str, str] = field(default_factory=dict)
    code: str = ""
    field: list[str | int] | None = None
    suggestion: str = ""


def _read(name: str) -> list[Laid]:
    return [Laid(**item) for item in yaml.safe_load((DATA / name).read_text(encoding="utf-8"))]


FAULTLESS: dict[str, str] = yaml.safe_load((DATA / "faultless.yaml").read_text(encoding="utf-8"))
MISTAKES, ANSWERS = _read("mistakes.yaml"), _read("answers.yaml")


def laid(case: Laid, root: Path) -> Path:
    """Write the faultless library with what a case puts into it."""
    for file, text in {**FAULTLESS, **case.also, case.file: case.text}.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text, encoding="utf-8")
    files = root / "content_library/files"
    files.mkdir()
    (files / "sheet.pdf").write_bytes(b"%PDF-1.7\n")
    (files / "ana.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    with (files / "huge.pdf").open("wb") as huge:
        huge.truncate(21 * 1024 * 1024)
    return root


def said(root: Path, problems: list[Problem]) -> str:
    """Return the problems as `playbook check` prints them, each with an empty line after it."""
    shown = (line for found in problems for line in (*lines(found, source_line(root, found)), ()))
    return "".join("".join(bit.text for bit in line) + "\n" for line in shown)


def printed(tmp_path: Path) -> dict[str, tuple[list[Problem], str]]:
    """Return the problems of each mistake, and what is printed of them, by its name."""
    told = {}
    for number, case in enumerate(MISTAKES):
        root = laid(case, tmp_path / str(number))
        problems = [found for found in ordered(check(root, today=TODAY).problems) if not _aside(found, case)]
        told[case.name] = problems, said(root, problems)
    return told


def _aside(found: Problem, case: Laid) -> bool:
    """Whether a problem comes from another file that a case needs, such as the old asset beside its replacement."""
    return found.file != case.file and (found.file in case.also or found.code == case.code)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[list[Problem], str]]:
    """Return what is said of each mistake."""
    return printed(tmp_path_factory.mktemp("mistakes"))


@pytest.mark.parametrize("case", MISTAKES, ids=lambda case: case.name)
def test_a_mistake_is_one_problem_where_it_stands(case: Laid, told: dict[str, tuple[list[Problem], str]]) -> None:
    """Each gives its code once, in its file, at its field, with the correction that is certain; of a broken line, the line."""
    problems, _ = told[case.name]
    if case.field is None:
        assert [(found.code, found.file) for found in problems if found.code == case.code] == [(case.code, case.file)]
        assert all(found.place for found in problems if found.code not in {"PB110", "PB201", "PB301", "PB302"})
    else:
        expected = [(case.code, case.file, tuple(case.field), case.suggestion)]
        assert [(found.code, found.file, found.field, found.suggestion) for found in problems] == expected


@pytest.mark.parametrize("case", ANSWERS, ids=lambda case: case.name)
def test_the_answer_is_left_alone(case: Laid, tmp_path: Path) -> None:
    """The same library with the mistake put right has no problem at all."""
    root = laid(case, tmp_path)
    assert said(root, list(check(root, today=TODAY).problems)) == ""


def test_there_are_enough_of_both_and_they_belong_together(told: dict[str, tuple[list[Problem], str]]) -> None:
    """Each mistake has its answer, and at least 150 of them print something that no other prints."""
    assert [case.name for case in MISTAKES] == [case.name for case in ANSWERS]
    assert len({text for _, text in told.values()}) >= 150


def test_every_word_that_is_printed_is_the_agreed_one(
    told: dict[str, tuple[list[Problem], str]], request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """The exact text of each mistake is the agreed one; `--accept` agrees to what is printed now."""
    now = "".join(f"=== {name}\n{text}" for name, (_, text) in told.items())
    if request.config.getoption("--accept"):
        GOLDEN.write_text(now, encoding="utf-8")
    before = GOLDEN.read_text(encoding="utf-8")
    assert list(difflib.unified_diff(before.splitlines(), now.splitlines(), "agreed", "now", n=1, lineterm="")) == []


@pytest.mark.parametrize("name", [case.name for case in MISTAKES])
def test_it_says_why_and_what_to_do_in_plain_words(name: str, told: dict[str, tuple[list[Problem], str]]) -> None:
    """A problem has a reason, a remedy and the address of its entry, and no word that only programmers use."""
    for found in told[name][0]:
        assert found.what
        assert found.why[-1] in ".?!"
        assert not found.why[0].islower()
        assert found.remedy
        assert bool(found.entry) is (found.file != PROJECT)
        assert OURS.findall(f"{found.what} {found.why} {found.remedy}") == []


def test_the_guard_of_words_catches_an_offender() -> None:
    """A programmer's word is found; everyday words with the same letters are not."""
    assert OURS.findall("This scalar is a NoneType, not a Mapping") == ["scalar", "NoneType", "Mapping"]
    assert OURS.findall("A strong point: the internal note is printed") == []
