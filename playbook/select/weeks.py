"""Steps on a calendar: business days counted from the first day of a campaign, week by week."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby

from msgspec import Struct

from playbook.library import Library
from playbook.model.handouts import PlannedStep, Week
from playbook.model.plays import Play, Step
from playbook.select.addresses import link

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY = timedelta(days=1)
LONGEST = 400
"""Business days a step may be away, more than a year of them; what is farther away waits."""


class Workdays(Struct, frozen=True):
    """On which days of the week a team works, Monday being 0, and its holidays."""

    days: frozenset[int]
    holidays: frozenset[date]

    def has(self, day: date) -> bool:
        """Whether the team works on a day."""
        return day.weekday() in self.days and day not in self.holidays

    def after(self, start: date, count: int) -> date:
        """Return the business day so many after `start`; day 0 is `start`, or the first business day behind it."""
        day = start
        while not self.has(day):
            day += DAY
        step = DAY if count > 0 else -DAY
        for _ in range(abs(count)):
            day += step
            while not self.has(day):
                day += step
        return day


def workdays(library: Library) -> Workdays:
    """Return the days that the agreement says; Monday to Friday where it says none."""
    hours = library.agreement.business_hours if library.agreement else None
    named = frozenset(DAYS.index(day.lower()[:3]) for day in (hours.days if hours else ()) if day.lower()[:3] in DAYS)
    holidays = frozenset(day.first for day in (hours.holidays if hours else ()) if day.first is not None)
    return Workdays(named or frozenset(range(5)), holidays)


def planned_steps(library: Library, plays: Iterable[Play], start: date, end: date | None) -> Iterator[PlannedStep]:
    """Yield the steps of plays that start on `start`: those with a day by their days, then those that wait for something."""
    kept = workdays(library)
    found = [
        PlannedStep(link(library, "play", play.id), step, day, bool(day and end and day > end))
        for play in plays
        for step in play.steps
        for day in [_day(step, kept, start)]
    ]
    yield from sorted((each for each in found if each.day), key=lambda each: each.day or start)
    yield from (each for each in found if not each.day)


def weeks(steps: Iterable[PlannedStep], start: date) -> tuple[Week, ...]:
    """Return the weeks that hold steps with a day; the week of `start` is the first, and each begins on Monday."""
    dated = [(each.day, each) for each in steps if each.day]
    found = groupby(dated, key=lambda pair: _monday(pair[0]))
    return tuple(
        Week((monday - _monday(start)).days // 7 + 1, monday, monday + 6 * DAY, tuple(step for _, step in group)) for monday, group in found
    )


def _day(step: Step, kept: Workdays, start: date) -> date | None:
    """Return the day of a step; none where it counts from something that the buyer does, or from nothing."""
    if step.day is None or step.from_ or abs(step.day.number) > LONGEST:
        return None
    return start + step.day.number * DAY if step.day.calendar else kept.after(start, step.day.number)


def _monday(day: date) -> date:
    return day - day.weekday() * DAY
