"""The record gives back what was put in, in the same bytes each time."""

from __future__ import annotations

from pathlib import Path

import pytest

from playbook.problems import Level, Place, Problem
from playbook.publish.record import RECORD, Entry, Record, read_record, record_bytes

FULL = Problem(
    "PB501",
    Level.NOTE,
    "a.yaml",
    ("steps", 2),
    "what",
    "why",
    "remedy",
    "suggestion",
    "entry",
    "part",
    True,
    True,
    ("steps", 1),
    Place(1, 2, 3, 4),
)
PLAIN = Problem("PB502", Level.ERROR, "")


@pytest.mark.parametrize("problems", [(), (FULL,), (PLAIN, FULL)])
def test_a_record_survives_the_disk(tmp_path: Path, problems: tuple[Problem, ...]) -> None:
    """Every field of every problem, the stamp, and names in any script come back equal."""
    record = Record("stamp", {"ä/б.html": Entry("f", "s", 3, "k", problems), "b": Entry("")})
    (tmp_path / RECORD).write_bytes(record_bytes(record))
    assert read_record(tmp_path) == record


def test_order_does_not_matter() -> None:
    """The bytes are the same in whatever order the files came."""
    files = {"b": Entry("1"), "a": Entry("2")}
    assert record_bytes(Record("", files)) == record_bytes(Record("", dict(reversed(files.items()))))


def test_no_record_is_none(tmp_path: Path) -> None:
    """A folder without a record has none, which is no error."""
    assert read_record(tmp_path) is None
