"""Merge fields of messages: a misspelt one is sent to a buyer as it stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from playbook.pipeline import check

DAY = date(2026, 11, 22)


def told(root: Path, *bodies: str) -> list[tuple[str, str]]:
    """Return what is said of the merge fields in the messages of a play, each with what was meant."""
    (root / "content_library/plays").mkdir(parents=True)
    (root / "enablement.yaml").write_text("name: Acme\n", encoding="utf-8")
    steps = "".join(f"  - do: Write\n    send: |\n      {body}\n" for body in bodies)
    (root / "content_library/plays/call.yaml").write_text(f"title: Call\nwhen: Now\nnot_when: Never\nsteps:\n{steps}", encoding="utf-8")
    return [(found.part, found.suggestion) for found in check(root, today=DAY).problems if found.code == "PB351"]


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
