"""The picture of a play's steps over its days: a row for each step, a line of days for each anchor.

The wide picture has the words beside the line; the narrow one, for telephones, above it.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from playbook.model.drawings import Block, Dot, Drawing, Line, Words
from playbook.model.plays import Play, Step
from playbook.model.theme_words import ThemeWords
from playbook.model.values import StepDayValue
from playbook.select.lettering import SIGN, lines_of, width_of
from playbook.select.play_days import DayLine, Mark, day_lines
from playbook.text import first_sentence, plain

STEPS_OF_SCALE = (1, 2, 5, 10, 15, 30, 60, 90, 180, 360, 720)
MOST_TICKS, MOST_REPEATS = 7, 30
HEAD, RADIUS, MARGIN, DAY_SIZE = 34.0, 8.0, 12.0, 11.0


class _Measure(Struct, frozen=True):
    """The sizes of a picture: its width, where its lines begin, how high a row is, and how much of that stands above the line."""

    width: float
    left: float
    row: float
    above: float
    text: float


WIDE, NARROW = _Measure(720, 270, 36, 0, 250), _Measure(330, 10, 58, 32, 320)


class _Scale(Struct, frozen=True):
    """Days of one line to places across the picture."""

    first: float
    last: float
    left: float
    right: float

    def at(self, day: float) -> float:
        """Return where a day stands."""
        return self.left + (day - self.first) / (self.last - self.first or 1) * (self.right - self.left)


def timeline(play: Play, *, narrow: bool) -> Drawing | None:
    """Return the picture of a play's steps over its days; None where fewer than two different days are written."""
    lines = day_lines(play.steps)
    if not lines:
        return None
    measure = NARROW if narrow else WIDE
    shapes: list[Block | Line | Dot | Words] = []
    top = 0.0
    for line in lines:
        shapes += _band(line, top, measure)
        top += HEAD + len(line.marks) * measure.row
    return Drawing(
        width=measure.width,
        height=top,
        lines=tuple(shape for shape in shapes if isinstance(shape, Line)),
        dots=tuple(shape for shape in shapes if isinstance(shape, Dot)),
        words=tuple(shape for shape in shapes if isinstance(shape, Words)),
    )


def _band(line: DayLine, top: float, measure: _Measure) -> Iterator[Line | Dot | Words]:
    """One anchor: what is counted from, its scale, and the rows of its steps."""
    scale = _Scale(line.first, line.last, measure.left + MARGIN, measure.width - MARGIN - 2 * RADIUS)
    bottom = top + HEAD + len(line.marks) * measure.row
    yield Words(0, top + 13, ThemeWords("Days counted from") if line.anchor else ThemeWords("Days from the start"), "label")
    for name in lines_of(plain(line.anchor), measure.text, 11, 1):
        yield Words(0, top + 27, name, "anchor")
    for day in _ticks(line):
        yield Words(scale.at(day), top + 27, str(day), "tick", middle=True)
        yield Line(f"M{scale.at(day):.1f} {top + HEAD - 3:.1f}V{bottom - 4:.1f}", "grid")
    for place, mark in enumerate(line.marks):
        yield from _row(mark, top + HEAD + place * measure.row, scale, measure)


def _ticks(line: DayLine) -> range:
    """Whole days at even distances, at most so many."""
    first, last = int(line.first // 1), int(-(-line.last // 1))
    step = next((step for step in STEPS_OF_SCALE if (last - first) / step < MOST_TICKS), max(1, last - first))
    begin = -(-first // step) * step
    return range(begin if begin >= line.first else begin + step, int(line.last // 1) + 1, step)


def _row(mark: Mark, top: float, scale: _Scale, measure: _Measure) -> Iterator[Line | Dot | Words]:
    y = top + measure.above + (measure.row - measure.above) / 2
    x = scale.at(mark.day)
    yield from _label(mark, top, measure)
    yield Line(f"M{scale.left:.1f} {y:.1f}H{measure.width:.1f}", "axis")
    yield from _lasting(mark, y, scale, measure)
    yield Dot(x, y, RADIUS, "step" if mark.known else "hollow")
    yield Words(x, y + 3.6, str(mark.number), "number" if mark.known else "hollow-number", middle=True)
    yield from _moment(mark, x, y, measure)


def _label(mark: Mark, top: float, measure: _Measure) -> Iterator[Words]:
    """What is done, and below it who does it and through which channel."""
    title = mark.step.title or first_sentence(mark.step.do)
    for name in lines_of(f"{mark.number}  {plain(title)}", measure.text, 12, 1):
        yield Words(0, top + 14, name, "step")
    for who in lines_of(" · ".join(filter(None, (mark.step.channel, mark.step.who))), measure.text - 14, 11, 1):
        yield Words(14, top + 28, who, "who")


def _lasting(mark: Mark, y: float, scale: _Scale, measure: _Measure) -> Iterator[Line | Dot]:
    """How long a step goes on, and how often it comes again."""
    begin = scale.at(mark.day) + RADIUS
    if mark.end is not None:
        yield Line(f"M{begin:.1f} {y:.1f}H{scale.at(mark.end):.1f}", "lasting")
    elif mark.open_end and begin < measure.width:
        yield Line(f"M{begin:.1f} {y:.1f}H{measure.width:.1f}", "open-end")
    last = scale.last if mark.end is None else mark.end
    if mark.every:
        again = (mark.day + mark.every * time for time in range(1, MOST_REPEATS))
        yield from (Dot(scale.at(day), y, 3, "step") for day in again if day <= last)


def _moment(mark: Mark, x: float, y: float, measure: _Measure) -> Iterator[Words]:
    """The day as it is written, beside the mark where there is room for it."""
    written = _written(mark.step)
    half = width_of(str(written)) * DAY_SIZE * SIGN / 2
    place = x + RADIUS + 4 + half if x + RADIUS + 4 + 2 * half < measure.width else x - RADIUS - 4 - half
    if written and place - half > measure.left:
        yield Words(place, y - 5 if mark.end is not None or mark.open_end else y + 4, written, "day", middle=True)


def _written(step: Step) -> str | StepDayValue:
    found = step.day or plain(step.after) or plain(step.on)
    return found if width_of(str(found)) <= 26 else ""
