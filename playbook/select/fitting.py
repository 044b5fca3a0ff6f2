"""What fits on a side of paper: texts are measured in lines, and cut by priority where there are too many."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from playbook.model.handouts import Box, Column, Point, Snippet
from playbook.text import is_block, plain, shortened

NARROW, BROAD = frozenset("ijlIftr .,:;'|!()[]/-"), frozenset("mwMW@%—…")


class Room(Struct, frozen=True):
    """A column on paper: how many lines it has and how wide they are, in ems; and what a heading and a gap take, in lines."""

    lines: float
    ems: float
    heading: float
    gap: float


def snippet(text: str, longest: int) -> Snippet | None:
    """Return a text as it is, or its beginning where it is longer than so many letters or more than a line of Markdown."""
    words = plain(text)
    if not words:
        return None
    if len(words) <= longest and not is_block(text):
        return Snippet(text)
    return Snippet(shortened(words, longest), whole=False)


def fitted(boxes: Iterable[Box], room: Room) -> Column:
    """Return the boxes with as many points as there is room for; a first point of each goes before a second of any.

    Points keep their order: after one that has no room, none of its box is taken.
    """
    waiting = [box for box in boxes if box.points]
    taken = [0] * len(waiting)
    left, open_ = room.lines, set(range(len(waiting)))
    while open_:
        for number in sorted(open_):
            points = waiting[number].points
            cost = _cost(points[taken[number]], room) + (0 if taken[number] else room.heading)
            if cost > left:
                open_.discard(number)
                continue
            left -= cost
            taken[number] += 1
            if taken[number] == len(points):
                open_.discard(number)
    return tuple(_cut(box, count) for box, count in zip(waiting, taken, strict=True) if count)


def _cut(box: Box, count: int) -> Box:
    """Return a box with its first points, and the number of those that are missing or not whole."""
    points = box.points[:count]
    short = sum(not part.whole for point in points for part in (point.text, point.answer) if part)
    return replace(box, points=points, more=box.more + len(box.points) - count + short)


def lines(words: str, ems: float) -> int:
    """Return how many lines of a width words take, as they would break; what is broader than a line is broken within."""
    count, used = 0, ems
    for word in words.split():
        broad = sum(map(_breadth, word))
        if used + broad > ems:
            count, used = count + max(1, math.ceil(broad / ems)), broad % ems if broad > ems else broad
        else:
            used += broad
        used += _breadth(" ")
    return count


def _cost(point: Point, room: Room) -> float:
    names = [point.name, ", ".join(link.title for link in point.links)]
    texts = [plain(part.text) for part in (point.text, point.answer) if part]
    return sum(lines(words, room.ems) for words in (*names, *texts)) + room.gap


def _breadth(sign: str) -> float:
    """Return about how broad a sign is, in ems, in the semi-bold of the theme."""
    if sign in NARROW:
        return 0.36
    if sign in BROAD or unicodedata.east_asian_width(sign) in "WF":
        return 1.0
    return 0.75 if sign.isupper() else 0.62 if sign.isascii() else 0.68
