"""The guard over all refusals catches what it is for."""

from __future__ import annotations

from pathlib import Path

from refusals_read import FOREIGN, offences

from playbook.problems import Place, problem

FILE = "personas/ana.yaml"
SAID = {"why": "It has no end.", "remedy": "Write one."}


def test_a_planted_offence_is_found(tmp_path: Path) -> None:
    """A refusal without a line, with a line the file has not, without a remedy or in a library's words, and a file lost in silence."""
    (tmp_path / "personas").mkdir()
    (tmp_path / "enablement.yaml").write_text("name: x\n", encoding="utf-8")
    (tmp_path / FILE).write_bytes(b"name: \xff\n")
    planted = (
        problem("PB115", FILE, **SAID),
        problem("PB115", FILE, place=Place(9), **SAID),
        problem("PB115", FILE, place=Place(1), why="It has no end."),
        problem("PB115", FILE, place=Place(1), why="It is a mapping.", remedy="Write one."),
    )
    wrong = ["no place", "line 9 is not in the file", "no reason or no remedy", "says mapping"]
    assert [*offences(tmp_path, planted)] == [f"PB115 {FILE}: {each}" for each in wrong]
    assert [*offences(tmp_path, ())] == [f"{FILE} is lost"]
    assert [*offences(tmp_path, (problem("PB115", FILE, place=Place(1), **SAID),))] == []


def test_the_guard_against_foreign_words_catches_one() -> None:
    """The pattern finds what libyaml would say."""
    assert FOREIGN.search("while parsing a block mapping")
