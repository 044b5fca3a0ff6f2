"""The place of a problem: where the caret stands below the line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from playbook.load import locate, source_line
from playbook.problems import FieldPath, Place, problem

Write = Callable[[Mapping[str, "str | bytes"]], Path]
FILE = "content_library/plays/p.yaml"
TEXT = """\
title: A play
stages: [awarness, consideration]
when: now
send: "Hi {name},
  see the link"
steps:
  - do: Call
    assets:
      - one
      - {asset: two, focus: Page 3}
  - do: |
      First this,
      then that.
    channel:
say: text: more
"""


def marked(root: Path, field: FieldPath, **details: object) -> tuple[int, str]:
    """Return the line of a problem and what the caret marks on it, up to the end of that line."""
    found = locate(root, [problem("PB114", FILE, field, **details)])[0]
    line = source_line(root, found)
    assert found.place is not None
    end = found.place.end_column - 1 if found.place.end_line == found.place.line else len(line)
    return found.place.line, line[found.place.column - 1 : end]


@pytest.mark.parametrize(
    ("field", "details", "expected"),
    [
        (("title",), {}, (1, "A play")),
        (("title",), {"on_key": True}, (1, "title")),
        (("stages",), {"part": "awarness"}, (2, "awarness")),
        (("stages", 1), {}, (2, "consideration")),
        (("stages",), {}, (2, "[awarness, consideration]")),
        (("when", 0), {}, (3, "now")),
        (("send", "body"), {"part": "{name}"}, (4, "{name}")),
        (("send", "body"), {"part": "Hi {name}, see"}, (4, "Hi {name},")),
        (("send", 0, "body"), {}, (4, '"Hi {name},')),
        (("steps", 0, "do"), {}, (7, "Call")),
        (("steps", 0, "why"), {"on_key": True}, (7, "do")),
        (("steps", 0, "assets", 0, "asset"), {}, (9, "one")),
        (("steps", 0, "assets", 1, "focus"), {"part": "3"}, (10, "3")),
        (("steps", 1, "do"), {"part": "then"}, (13, "then")),
        (("steps", 1, "do"), {}, (11, "|")),
        (("steps", 1, "channel"), {"on_key": True}, (14, "channel")),
        (("say",), {}, (15, "text: more")),
        (("say",), {"part": "more"}, (15, "more")),
    ],
)
def test_the_caret_stands_below_what_is_meant(
    write: Write, field: FieldPath, details: dict[str, object], expected: tuple[int, str]
) -> None:
    """Values, names, pieces of values, lists of one and texts for a main field are found, in repaired lines too."""
    assert marked(write({FILE: TEXT}), field, **details) == expected


@pytest.mark.parametrize("field", [(), ("owner",), ("reps", "primary")])
def test_what_is_missing_points_to_the_first_line(write: Write, field: FieldPath) -> None:
    """A field that is nowhere in the file is looked for at its beginning."""
    assert locate(write({FILE: TEXT}), [problem("PB114", FILE, field)])[0].place == Place(1, 1, 1, 1)


def test_what_is_missing_in_a_group_points_to_the_groups_name(write: Write) -> None:
    """The nearest parent that is there is marked."""
    assert marked(write({FILE: "title: x\nmatch:\n  minutes: 3\n"}), ("match", "stages")) == (2, "match")


def test_a_known_place_is_kept_and_all_is_sorted(write: Write) -> None:
    """Problems come by file, then line; a place that the reader knew stays."""
    root = write({FILE: TEXT})
    given = [
        problem("PB114", FILE, ("say",)),
        problem("PB114", FILE, place=Place(3, 7)),
        problem("PB114", "content_library/assets/gone.yaml", ("title",)),
        problem("PB114", FILE, ("title",)),
    ]
    placed = locate(root, given)
    assert [(found.file[16:], found.place and found.place.line) for found in placed] == [
        ("assets/gone.yaml", None),
        ("plays/p.yaml", 1),
        ("plays/p.yaml", 3),
        ("plays/p.yaml", 15),
    ]
    assert source_line(root, placed[0]) == ""


def test_places_are_found_behind_a_byte_order_mark_and_windows_line_ends(write: Write) -> None:
    """Columns and lines are those that an editor shows."""
    root = write({FILE: b"\xef\xbb\xbftitle: a\r\nsay: hello\r\n"})
    assert marked(root, ("title",)) == (1, "a")
    assert marked(root, ("say",)) == (2, "hello")


def test_a_problem_of_a_file_that_is_no_text_is_about_its_first_line(write: Write) -> None:
    """Where only bytes stand, what is wrong with the entry as a whole has a line all the same; a file that is not there has none."""
    root = write({FILE: b"title: \xff\n"})
    there, gone = locate(root, [problem("PB316", FILE), problem("PB316", "personas/gone.yaml")])
    assert (there.place, gone.place) == (Place(1, 1, 1, 1), None)
