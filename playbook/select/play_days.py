"""The days of a play's steps as numbers on a line: what is written in words stands where it belongs, and says so where nobody knows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from playbook.model.plays import Step

WEEK = 5 / 7
"""A calendar day on a line of business days."""
UNTIL = re.compile(r"(?i)(?:day\s*)?(-?\d+)\s*(calendar)?(?:\s+days?)?")
EVERY = re.compile(r"(?i)(?:every\s+)?(\d+)?\s*(business\s+|calendar\s+)?(day|week|month)s?")
UNITS = {"day": 1.0, "week": 5.0, "month": 21.0}


class Mark(Struct, frozen=True):
    """A step on its line: its number, its day, and how long it lasts. `known` is false where no day is written.

    `end` is None where the step does not last, and `open_end` says that it lasts until something that is no day.
    """

    number: int
    step: Step
    day: float
    known: bool
    end: float | None = None
    open_end: bool = False
    every: float | None = None


class DayLine(Struct, frozen=True):
    """The steps that are counted from one anchor ("" is the start of the play)."""

    anchor: str
    marks: tuple[Mark, ...]

    @property
    def first(self) -> float:
        """The first day that anything stands on."""
        return min(mark.day for mark in self.marks)

    @property
    def last(self) -> float:
        """The last day that anything stands on or lasts until."""
        return max(mark.day if mark.end is None else mark.end for mark in self.marks)


def day_lines(steps: Sequence[Step]) -> tuple[DayLine, ...]:
    """Return the steps of a play on a line for each anchor, in the order in which the anchors are named.

    A step without a day stands where the step before it stands. Nothing is returned where no two different days are written:
    there is no course to show then.
    """
    found: dict[str, list[Mark]] = {}
    anchor = ""
    for number, step in enumerate(steps, start=1):
        anchor = step.from_ if step.from_ or step.day else anchor
        before = found.setdefault(anchor, [])
        found[anchor].append(_mark(number, step, before[-1].day if before else 0.0))
    known = {(name, mark.day) for name, marks in found.items() for mark in marks if mark.known}
    return tuple(DayLine(name, tuple(marks)) for name, marks in found.items()) if len(known) > 1 else ()


def _mark(number: int, step: Step, before: float) -> Mark:
    day = before if step.day is None else step.day.number * (WEEK if step.day.calendar else 1)
    until = UNTIL.fullmatch(step.until.strip())
    end = float(until[1]) * (WEEK if until[2] else 1) if until else None
    lasts = end is not None and end > day
    return Mark(
        number=number,
        step=step,
        day=day,
        known=step.day is not None,
        end=end if lasts else None,
        open_end=bool(step.until or step.every) and not lasts,
        every=_every(step.every),
    )


def _every(written: str) -> float | None:
    found = EVERY.fullmatch(written.strip())
    if not found:
        return None
    length = int(found[1] or 1) * UNITS[found[3].lower()]
    return (length * WEEK if found[3].lower() == "day" and (found[2] or "").strip().lower() == "calendar" else length) or None
