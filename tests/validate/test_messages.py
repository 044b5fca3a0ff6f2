"""Messages are sent to a buyer as they stand: misspelt merge fields, and lines that were broken by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from playbook.pipeline import check

DAY = date(2026, 11, 22)


def told(root: Path, *bodies: str, code: str = "PB351") -> list[tuple[str, str]]:
    """Return what is said of the messages of a play, each with what was meant: of their merge fields, unless another code is asked for."""
    (root / "content_library/plays").mkdir(parents=True)
    (root / "enablement.yaml").write_text("name: Acme\n", encoding="utf-8")
    steps = "".join(f"  - do: Write\n    send: |\n      {body}\n" for body in bodies)
    (root / "content_library/plays/call.yaml").write_text(f"title: Call\nwhen: Now\nnot_when: Never\nsteps:\n{steps}", encoding="utf-8")
    return [(found.part, found.suggestion) for found in check(root, today=DAY).problems if found.code == code]


@pytest.mark.parametrize("name", ["Link", "LINK", "lnk", "links", " link "])
def test_what_is_meant_for_the_address_is_told(tmp_path: Path, name: str) -> None:
    """Any other way to write {link} does not become an address."""
    assert told(tmp_path, f"Look here: {{{name}}}") == [(f"{{{name}}}", "{link}")]


def test_a_slip_in_a_usual_merge_field_is_told(tmp_path: Path) -> None:
    """One that stands once, beside one that stands often and is a slip away."""
    assert told(tmp_path, "Hi {first_name}", "Dear {first_name}", "{first_name}, hi", "Hello {frist_name}") == [
        ("{frist_name}", "{first_name}")
    ]


@pytest.mark.parametrize("words", ["{link}", "{line}", "{{Link}}", "{rate} on {date}", "{product} [Link]"])
def test_other_merge_fields_are_left_alone(tmp_path: Path, words: str) -> None:
    """The right one, a word of its own, and the fields of mailing programs."""
    assert told(tmp_path, "By {date}", "From {date}", "To {date}", f"See {words}") == []


BROKEN = "Here is the guide that I spoke of this morning, and"
LINES = [
    ([BROKEN, "the page on costs."], ["the page on costs."]),
    ([BROKEN, "The next paragraph, which is as long as a line, and", "more of it."], ["more of it."]),
    ([BROKEN, "Éva will call you."], []),
    ([f"{BROKEN}.", "the page on costs."], []),
    (["Roses are red,", "violets are blue"], []),
]


@pytest.mark.parametrize(("lines", "rest"), LINES, ids=["small", "after a capital", "a name", "a sentence", "a verse"])
def test_a_line_broken_by_hand_is_told(tmp_path: Path, lines: list[str], rest: list[str]) -> None:
    """A long line ends in mid-sentence where the next goes on with a small letter, whatever the lines before it are."""
    assert [part for part, _ in told(tmp_path, "\n      ".join(lines), code="PB345")] == rest
