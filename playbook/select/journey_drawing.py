"""The picture of a journey: its stages in their order along one line, ways ahead on one side of it, ways back on the other.

The same rules draw it lying (for wide pages and few stages) and standing (for telephones and many stages): only the axes change places.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from playbook.library import Move
from playbook.model.drawings import Block, Drawing, Line, Words
from playbook.model.theme_words import ThemeWords
from playbook.model.values import Span
from playbook.select.lettering import lines_of

MOST_LYING = 6
"""So many stages can be read side by side on a page; more stand below one another."""
GAP, LANE, ROUND, TIP, PAD, EDGE = 24.0, 14.0, 6.0, 6.0, 8.0, 2.0
LYING, STANDING = 126.0, 216.0
HEIGHTS = {"name": 16.0, "role": 13.0, "label": 14.0, "handoff": 13.0, "clock": 13.0, "outcome": 14.0, "out": 13.0}
SIZES = {"name": 13.0, "role": 11.0, "label": 10.0, "handoff": 11.0, "clock": 11.0, "outcome": 11.0, "out": 11.0}
AHEAD, BACK = ("ahead", "lost"), ("back", "again")

Said = tuple[str, str | Span]
"""A line of a box with its look."""


class Stop(Struct, frozen=True):
    """A stage as the picture shows it; `out` are the names of stages in other journeys that it leads to."""

    id: str
    number: int
    name: str
    role: str = ""
    outcome: str = "open"
    handoff: str = ""
    clock: Span | None = None
    out: tuple[str, ...] = ()


class _Field(Struct, frozen=True):
    """Where everything lies: the sizes of the boxes along the journey and across it, and how far they stand from the edge."""

    standing: bool
    lengths: tuple[float, ...]
    depth: float
    before: float

    def at(self, along: float, across: float) -> tuple[float, float]:
        """Return x and y of a place along and across the journey."""
        return (across, along) if self.standing else (along, across)

    def start(self, place: int) -> float:
        """Return where the box of a place begins along the journey."""
        return EDGE + sum(self.lengths[:place]) + place * GAP

    def end(self, place: int) -> float:
        """Return where the box of a place ends along the journey."""
        return self.start(place) + self.lengths[place]

    def within(self, place: int, part: float) -> float:
        """Return a place along a box, as a part of its size."""
        return self.start(place) + part * self.lengths[place]

    def size(self, place: int) -> tuple[float, float]:
        """Return the width and height of a box."""
        return self.at(self.lengths[place], self.depth)


def journey_drawing(stops: Sequence[Stop], moves: Sequence[Move], *, standing: bool) -> Drawing | None:
    """Return the picture of a journey; None where there is nothing to draw: fewer than two stages."""
    if len(stops) < 2:
        return None
    width = STANDING if standing else LYING
    texts = [list(_texts(stop, width - 2 * PAD)) for stop in stops]
    heights = tuple(_height(text) + _height(band) + PAD for text, band in texts)
    places = {stop.id: place for place, stop in enumerate(stops)}
    ahead, back = _lanes(moves, places, AHEAD), _lanes(moves, places, BACK)
    lengths, depth = (heights, width) if standing else ((width,) * len(stops), max(heights))
    field = _Field(standing, lengths, depth, EDGE + _room(ahead))
    size = field.at(field.end(len(stops) - 1) + EDGE, field.before + depth + _room(back) + EDGE)
    return Drawing(
        *size,
        blocks=tuple(_blocks(stops, texts, field)),
        lines=tuple(_lines(moves, places, field, ahead, back)),
        words=tuple(_words(texts, field)),
    )


def _texts(stop: Stop, room: float) -> Iterator[list[Said]]:
    """Give the lines of a box, each with its look: what it is, and below it what is handed on."""
    own: list[Said] = [(look, line) for look, text, most in _told(stop) for line in lines_of(text, room, SIZES[look], most)]
    yield [*own, ("outcome", stop.outcome)] if stop.outcome in {"won", "lost"} else own
    handed: list[Said] = [("handoff", line) for line in lines_of(stop.handoff, room, SIZES["handoff"], 2)]
    within: list[Said] = [("label", ThemeWords("within")), ("clock", stop.clock)] if stop.clock else []
    yield [("label", ThemeWords("Hand-off to")), *handed, *within] if stop.handoff else []


def _told(stop: Stop) -> Iterator[tuple[str, str, int]]:
    yield "name", f"{stop.number or ''} {stop.name}".strip(), 3
    yield "role", stop.role, 2
    for name in stop.out:
        yield "out", f"→ {name}", 2


def _height(lines: list[Said]) -> float:
    return sum(HEIGHTS[look] for look, _ in lines) + (PAD if lines else 0)


def _blocks(stops: Sequence[Stop], texts: list[list[list[Said]]], field: _Field) -> Iterator[Block]:
    for place, (stop, (_, band)) in enumerate(zip(stops, texts, strict=True)):
        (x, y), (width, height) = field.at(field.start(place), field.before), field.size(place)
        if band:
            yield Block(x, y + height - _height(band), width, _height(band), "handed")
        yield Block(x, y, width, height, stop.outcome)


def _words(texts: list[list[list[Said]]], field: _Field) -> Iterator[Words]:
    for place, (own, band) in enumerate(texts):
        x, y = field.at(field.start(place), field.before)
        for lines, top in ((own, y + PAD), (band, y + field.size(place)[1] - _height(band) + PAD / 2)):
            below = top
            for look, text in lines:
                below += HEIGHTS[look]
                yield Words(x + PAD, below - HEIGHTS[look] + SIZES[look], text, look)


def _lanes(moves: Sequence[Move], places: dict[str, int], sorts: tuple[str, ...]) -> dict[str, int]:
    """Give the ways to each stage a lane of their own, the short ways next to the stages; ways that do not meet share one."""
    known = sorted((move for move in moves if move.sort in sorts), key=lambda move: move.target)
    spans = {}
    for target, group in groupby(known, key=lambda move: move.target):
        ends = [places[target], *(places[move.source] for move in group)]
        spans[target] = (min(ends), max(ends))
    taken: list[list[tuple[int, int]]] = []
    found = {}
    for target, (first, last) in sorted(spans.items(), key=lambda each: (each[1][1] - each[1][0], each[1], each[0])):
        lane = next((nr for nr, used in enumerate(taken) if all(last < a or b < first for a, b in used)), len(taken))
        taken[lane : lane + 1] = [[*(taken[lane] if lane < len(taken) else []), (first, last)]]
        found[target] = lane
    return found


def _room(lanes: dict[str, int]) -> float:
    return (max(lanes.values()) + 1) * LANE + TIP if lanes else 0


def _lines(moves: Sequence[Move], places: dict[str, int], field: _Field, ahead: dict[str, int], back: dict[str, int]) -> Iterator[Line]:
    middle = field.before + field.depth / 2
    for move in moves:
        source, target = places[move.source], places.get(move.target)
        if move.sort == "next" and target is not None:
            begin, end = field.end(source), field.start(target)
            yield Line(_path([field.at(begin, middle), field.at(end - TIP, middle)]), move.sort)
            yield _tip(field, end, middle, along=1, across=0, look=move.sort)
        elif target is not None:
            is_ahead = move.sort in AHEAD
            yield from _detour(field, source, target, (ahead if is_ahead else back)[move.target], move.sort, is_ahead=is_ahead)


def _detour(field: _Field, source: int, target: int, lane: int, look: str, *, is_ahead: bool) -> Iterator[Line]:
    """A way around other stages: out of the box, along its lane, and into the other box."""
    out, into = (0.66, 0.34) if is_ahead else (0.34, 0.66)
    edge, towards = (field.before, -1) if is_ahead else (field.before + field.depth, 1)
    far = edge + towards * (TIP + (lane + 1) * LANE - LANE / 2)
    begin, end = field.within(source, out), field.within(target, into)
    corners = [field.at(begin, edge), field.at(begin, far), field.at(end, far), field.at(end, edge + towards * TIP)]
    yield Line(_path(corners), look)
    yield _tip(field, end, edge, along=0, across=-towards, look=look)


def _tip(field: _Field, along_at: float, across_at: float, *, along: int, across: int, look: str) -> Line:
    """An arrow's head whose point is at a place and which looks along or across the journey."""
    base = (along_at - along * TIP, across_at - across * TIP)
    half = TIP / 1.6
    sides = [(base[0] + across * half, base[1] + along * half), (base[0] - across * half, base[1] - along * half)]
    return Line(_path([field.at(along_at, across_at), *(field.at(*side) for side in sides)], closed=True), f"tip {look}")


def _path(points: Sequence[tuple[float, float]], *, closed: bool = False) -> str:
    """Return the commands of a line through points; its corners are round where it is no closed shape."""
    first, last = points[0], points[-1]
    commands = [f"M{_number(first[0])} {_number(first[1])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        if closed:
            commands.append(f"L{_number(corner[0])} {_number(corner[1])}")
        else:
            (a, b), (c, d) = _near(corner, before), _near(corner, after)
            commands.append("L{} {}Q{} {} {} {}".format(*map(_number, (a, b, *corner, c, d))))
    commands.append(f"L{_number(last[0])} {_number(last[1])}" + ("Z" if closed else ""))
    return "".join(commands)


def _near(corner: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    """Return the point a little before a corner, towards its neighbour."""
    away = max(abs(other[0] - corner[0]), abs(other[1] - corner[1]))
    part = min(ROUND, away / 2) / away if away else 0
    return corner[0] + (other[0] - corner[0]) * part, corner[1] + (other[1] - corner[1]) * part


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
