"""What a form changes goes into the author's file: it says that and nothing else, and all other lines are as they were."""

from __future__ import annotations

import random
from copy import deepcopy
from difflib import ndiff
from pathlib import Path
from typing import Any

import pytest

from playbook.edit import EntryFile, applied, long_form, written_anew
from playbook.load import read, shape_for
from playbook.problems import PlaybookError

ROOT = Path(__file__).parents[2]
ASSET = """\
# The rate guide
title: Rate guide  # as on its cover
type: guide
summary: >-
  What a shift costs,
  and why.
tags: [a, b]
uses:
  # the one that reps like
  - id: first
    when: They ask  # in any words
    personas:
      - plant-manager # the usual one
      - buyer
  - when: They wait
    follow_up: Call
notes:
"""


def changed(text: str, change: Any, kind: str = "asset") -> list[str]:
    """Return the lines that come and go when a function changes what a file says."""
    file = EntryFile("content_library/assets/a.yaml", kind, "a", text.encode())
    wanted: Any = deepcopy(long_form(shape_for(kind), file.data))
    change(wanted)
    after = applied(file, wanted).raw.decode()
    return [line for line in ndiff(text.splitlines(), after.splitlines()) if line[0] in "+-"]


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        (lambda it: it.update(title="Guide"), ["- title: Rate guide  # as on its cover", "+ title: Guide  # as on its cover"]),
        (lambda it: it.update(notes="Ask Anna"), ["- notes:", "+ notes: Ask Anna"]),
        (lambda it: it.pop("tags"), ["- tags: [a, b]"]),
        (
            lambda it: it["uses"][0].update(when="Who: you?"),
            ["-     when: They ask  # in any words", '+     when: "Who: you?"  # in any words'],
        ),
        (lambda it: it["uses"][0]["personas"].append("new"), ["+       - new"]),
        (lambda it: it["uses"][0]["personas"].pop(0), ["-       - plant-manager # the usual one"]),
        (lambda it: it["uses"].pop(0), [f"- {line}" for line in ASSET.splitlines()[9:14]]),
        (lambda it: it["uses"][1]["follow_up"].update(do="Write"), ["-     follow_up: Call", "+     follow_up: Write"]),
        (lambda it: it["uses"][1].update(say="A\nB"), ["+     say: |-", "+       A", "+       B"]),
        (lambda it: it.update(owner="Anna"), ["+ owner: Anna"]),
        (lambda it: it["uses"][0].pop("id"), None),
        (lambda it: it.update(summary="Short"), ["- summary: >-", "-   What a shift costs,", "-   and why.", "+ summary: Short"]),
    ],
)
def test_only_what_changed_is_written(change: Any, lines: list[str] | None) -> None:
    """A value, an item, a field more or less: these lines change, and the remarks beside and above them stay."""
    found = changed(ASSET, change)
    if lines is None:
        assert "# in any words" not in "".join(line for line in found if line[0] == "+")
    else:
        assert sorted(found) == sorted(lines)


def test_nothing_changed_is_nothing_written() -> None:
    """A form that is saved as it was opened leaves every sign of every file of the sample alone."""
    for document in read(ROOT).documents:
        file = EntryFile(document.file, document.kind, document.id, (ROOT / document.file).read_bytes())
        assert applied(file, long_form(shape_for(document.kind), document.data)) is file


def test_what_cannot_be_changed_piece_by_piece_is_refused() -> None:
    """A file in braces is no file for a form."""
    with pytest.raises(PlaybookError, match="cannot be changed"):
        changed("{title: A, type: guide}\n", lambda it: it.update(title="B"))


def test_any_change_of_the_sample_says_what_was_wanted() -> None:
    """Texts changed, items taken away and doubled, anywhere in any file: it says just that, with all remarks of the untouched lines."""
    chance = random.Random(5)
    for document in read(ROOT).documents:
        shape = shape_for(document.kind)
        file = EntryFile(document.file, document.kind, document.id, (ROOT / document.file).read_bytes())
        wanted: Any = deepcopy(long_form(shape, document.data))
        if document.kind != "reviews":
            for _ in range(4):
                _mutate(wanted, chance)
            wanted = long_form(shape, wanted)
            assert long_form(shape, applied(file, wanted).data) == wanted
            anew = EntryFile(document.file, document.kind, document.id, written_anew(wanted))
            assert long_form(shape, anew.data) == wanted


def _mutate(data: Any, chance: random.Random) -> None:
    """Change one thing somewhere in it."""
    name = chance.choice([*data] if isinstance(data, dict) else range(len(data)))
    value = data[name]
    if isinstance(value, dict | list) and value and chance.random() < 0.8:
        _mutate(value, chance)
    elif isinstance(data, list) and len(data) > 1 and chance.random() < 0.5:
        del data[name]
    elif isinstance(data, list):
        data.insert(name, deepcopy(value))
    elif isinstance(value, str):
        data[name] = chance.choice(["# no remark", "A: b", "Two\nlines\n", "- dash 'and' \"quotes\"", "word " * 40, "{x}", " led"]).rstrip(
            " "
        )
