"""Gaps that somebody marked: a value that only says TODO, and a TODO left inside a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.library import Library
from playbook.model.entries import Entry
from playbook.model.gaps import is_gap
from playbook.model.knowledge import Term
from playbook.model.settings import Settings
from playbook.model.shapes import Audience
from playbook.model.walk import Value
from playbook.problems import Problem
from playbook.text import shortened
from playbook.validate.rules.finding import finding, is_live

_MARKS = ("TODO", "TBD", "TBC", "FIXME")
_IN_SENTENCE = re.compile(rf"\b(?:{'|'.join(_MARKS)})\b")

_BEFORE = 25
"""Letters before a mark that are shown with it."""


def marked_gaps(library: Library, thing: Entry | Settings, value: Value) -> Iterator[Problem]:
    """A value that only marks a gap; or a mark inside a sentence, which is only a note."""
    text = str(value.value)
    if value.audience is Audience.AUTHORS or not is_live(thing) or _is_word(thing, value):
        return
    if is_gap(text):
        yield finding(
            thing,
            "PB304",
            value.path,
            part=text,
            why=f'"{shortened(text.strip(), 60)}" only holds the place.',
            remedy="Write it, or take the field out.",
        )
    elif mark := _mark(library, text):
        yield finding(
            thing,
            "PB305",
            value.path,
            part=mark[0],
            why=f'Readers will see "{mark[0]}" in "{_around(text, mark.start())}".',
            remedy="Finish the sentence, or move the mark to notes, which are never published.",
        )


def _mark(library: Library, text: str) -> re.Match[str] | None:
    """Return the first mark in a sentence that is not a word which the library explains."""
    if not any(mark in text for mark in _MARKS):  # as almost always, and much quicker to see than a whole word is
        return None
    return next((mark for mark in _IN_SENTENCE.finditer(text) if library.get("term", mark[0].lower()) is None), None)


def _is_word(thing: Entry | Settings, value: Value) -> bool:
    """A word that is explained is content, whatever it says: a term may be called TODO."""
    return value.path[-1] == "says" or (isinstance(thing, Term) and value.path[0] in {"term", "also", "not"})


def _around(text: str, at: int) -> str:
    """Return the words around a place in a text: a few before it, and the rest of its line, cut short."""
    line = text[text.rfind("\n", 0, at) + 1 :].partition("\n")[0]
    before = at - text.rfind("\n", 0, at) - 1
    start = line.rfind(" ", 0, max(before - _BEFORE, 0)) + 1
    return ("… " if start else "") + shortened(line[start:], 60)
