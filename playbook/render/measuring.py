"""Whether what is to be taken in at a glance fits its side of paper, measured on the pages as WeasyPrint has laid them out."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from playbook.model.entries import Entry
from playbook.model.kinds import kind_of
from playbook.model.pages import Page
from playbook.problems import Problem, problem

SIDES = {"pdf/play.html": "glance", "pdf/battlecard.html": "glance", "pdf/pocket.html": "pocket-side"}
"""The class of what stands on one side of each of these documents."""
BLOCKS: Mapping[str, tuple[str, ...]] = {
    "lead": ("promise", "summary"),
    "when-when-not": ("when", "not_when", "pause_if"),
    "now": ("steps",),
    "strip": ("steps",),
    "talk": ("say", "ask"),
    "answers": ("objections",),
    "done": ("done_when", "log"),
    "next": ("next",),
    "box-we-win": ("we_win",),
    "box-we-lose": ("we_lose",),
    "box-they-say": ("they_say",),
    "box-landmines": ("landmines",),
    "box-traps": ("traps",),
    "box-objections": ("objections",),
    "box-pains": ("pains",),
    "box-measured": ("measured_by",),
    "box-reach": ("channels",),
    "box-words": ("vocabulary",),
    "box-questions": ("questions",),
    "box-avoid": ("avoid",),
    "box-wins": ("deal_makers",),
    "box-loses": ("deal_breakers",),
}
"""The class of each block, and the fields that fill it."""
LINE = 1.4
"""The height of a line, in ems."""


class _Piece(Struct, frozen=True):
    """What stands of a side on one page of the document: its box, and how high that page is, in pixels."""

    box: Any
    room: float


def too_long(page: Page, laid_out: Sequence[Any]) -> Iterator[Problem]:
    """Yield what goes over its side: by about how many lines, which block is the longest, and the fields to shorten."""
    for pieces in _sides(SIDES.get(page.template, ""), laid_out):
        if len(pieces) > 1:
            yield _problem(page, pieces)


def _sides(name: str, laid_out: Sequence[Any]) -> Iterator[list[_Piece]]:
    """Yield each side as its pieces: one where it fits."""
    found: dict[Any, list[_Piece]] = {}
    for sheet in (each._page_box for each in laid_out) if name else ():  # noqa: SLF001 - the only way to the boxes
        for box in _named(sheet, {name}):
            found.setdefault(box.element, []).append(_Piece(box, sheet.height))
    yield from found.values()


def _named(box: Any, names: set[str]) -> Iterator[Any]:
    """Yield the boxes of elements that have one of these classes, none within another."""
    for child in getattr(box, "children", ()):
        element = child.element
        if element is not None and "::" not in child.element_tag and names & set((element.get("class") or "").split()):
            yield child
        else:
            yield from _named(child, names)


def _problem(page: Page, pieces: list[_Piece]) -> Problem:
    line = LINE * pieces[0].box.style["font_size"]
    over = max(1, math.ceil((sum(map(_extent, pieces)) - pieces[0].room) / line))
    entry: Entry = getattr(page.body, page.body.__struct_fields__[0])
    why = f"It is about {over} line{'s' if over > 1 else ''} too long for one side."
    where, field = f"{kind_of(entry).name}:{entry.id}", ""
    if blocks := _heights(pieces):
        element, height = max(blocks.items(), key=lambda pair: pair[1])
        words = len(" ".join(element.itertext()).split())
        filled = [name for name in _fields(element) if getattr(entry, name, None)] or list(_fields(element))[:1]
        why += f" The longest block has {math.ceil(height / line)} lines with {words} words: {' and '.join(filled)}."
        remedy = f"Shorten {' or '.join(filled)}, by about {max(1, math.ceil(words * min(1, over * line / height)))} words."
        field = filled[0]
    else:
        remedy = "Shorten what stands on it."
    return problem("PB404", entry.file or page.path, (field,) if field else (), why=why, remedy=remedy, entry=where)


def _extent(piece: _Piece) -> float:
    """Return how far down a piece is filled."""
    top = piece.box.content_box_y()
    return max((child.position_y + child.margin_height() - top for child in piece.box.children), default=0)


def _heights(pieces: list[_Piece]) -> dict[Any, float]:
    """Return how high each block is, over all pages that it stands on."""
    found: dict[Any, float] = {}
    for piece in pieces:
        for box in _named(piece.box, set(BLOCKS)):
            found[box.element] = found.get(box.element, 0) + box.border_height()
    return found


def _fields(element: Any) -> Iterator[str]:
    for name in (element.get("class") or "").split():
        yield from BLOCKS.get(name, ())
