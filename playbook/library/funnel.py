"""The funnel that both teams agreed on, worked back from the revenue target.

Wins are target × share / deal size; each earlier state is the next one divided by its conversion, and happens earlier by its lag.
Nothing is rounded here. What the agreement does not say gives no figure, but the name of the field to fill.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from playbook.library.period import days_of, earlier, ends, missing_ends, months
from playbook.model.agreement import Agreement, FunnelStep
from playbook.model.figures import Answer, Gain, Level, Waterfall

POINT = 0.01
TEAMS = ("marketing", "sales")


def waterfall(agreement: Agreement) -> Answer[Waterfall]:
    """Return how many must reach each state of the funnel for marketing's share of the target, and for sales' share."""
    steps = in_line(agreement.funnel)
    if agreement.funnel and not steps:
        return Answer(needs=("funnel",), why="no-line")
    shares = tuple(f"shares.{team}" for team in TEAMS if _share(agreement, team) is None)
    if (needs := tuple(_missing_numbers(agreement, steps))) or len(shares) == len(TEAMS):
        return Answer(needs=(*needs, *shares))
    period = ends(agreement)
    levels = tuple(_levels(agreement, steps, period))
    return Answer(Waterfall(levels, months(*period) if period else None), (*shares, *_missing_days(agreement, steps)))


def in_line(funnel: Sequence[FunnelStep]) -> tuple[FunnelStep, ...]:
    """Return the steps in their order from first contact to win, however they were written; none where they fork, part or circle."""
    by_start = {_key(step.from_): step for step in funnel}
    reached = {_key(step.to) for step in funnel}
    starts = [key for key in by_start if key not in reached]
    if len(by_start) < len(funnel) or len(reached) < len(funnel) or len(starts) != 1:
        return ()
    line, key = [], starts[0]
    while key in by_start:
        line.append(by_start[key])
        key = _key(line[-1].to)
    return tuple(line) if len(line) == len(funnel) else ()


def gains(found: Answer[Waterfall]) -> Answer[tuple[Gain, ...]]:
    """Return what one point more of each conversion would save marketing in first contacts, the most first."""
    levels = found.value.levels if found.value else ()
    if not levels or levels[0].marketing is None:
        return Answer(needs=found.needs, why=found.why)
    before = levels[0].marketing
    told = (
        Gain(level.name, following.name, level.conversion, before, before * level.conversion / (level.conversion + POINT))
        for level, following in pairwise(levels)
        if level.conversion and level.conversion <= 1 - POINT
    )
    return Answer(tuple(sorted(told, key=lambda gain: gain.after)))


def _levels(agreement: Agreement, steps: tuple[FunnelStep, ...], period: tuple[date, date] | None) -> Iterator[Level]:
    """Yield the states from the first to the win."""
    marketing, sales = (_back(steps, _wins(agreement, team)) for team in TEAMS)
    for number, name in enumerate([*(step.from_ for step in steps), steps[-1].to]):
        ahead = steps[number:]
        days = sum(days_of(step.lag) for step in ahead if step.lag)
        window = period if all(step.lag for step in ahead) else None
        yield Level(
            name=name,
            marketing=marketing[number],
            sales=sales[number],
            conversion=ahead[0].conversion if ahead else None,
            lag=str(ahead[0].lag or "") if ahead else "",
            first=earlier(window[0], days) if window else None,
            last=earlier(window[1], days) if window else None,
        )


def _back(steps: Sequence[FunnelStep], wins: float | None) -> tuple[float | None, ...]:
    """Return the counts from the first state to the win."""
    counts = [wins]
    for step in reversed(steps):
        counts.append(counts[-1] / step.conversion if counts[-1] is not None and step.conversion else None)
    return tuple(reversed(counts))


def _wins(agreement: Agreement, team: str) -> float | None:
    share = _share(agreement, team)
    return None if share is None else (agreement.revenue_target or 0) * share / (agreement.deal_size or 1)


def _share(agreement: Agreement, team: str) -> float | None:
    share: float | None = getattr(agreement.shares, team, None)
    return share


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


def _missing_numbers(agreement: Agreement, steps: Iterable[FunnelStep]) -> Iterator[str]:
    """Yield the fields without which there is no waterfall."""
    for name in ("revenue_target", "deal_size"):
        if (getattr(agreement, name) or 0) <= 0:
            yield name
    if not agreement.funnel:
        yield "funnel"
    yield from (f"{_named(step)}.conversion" for step in steps if not step.conversion or not 0 < step.conversion <= 1)


def _missing_days(agreement: Agreement, steps: Iterable[FunnelStep]) -> Iterator[str]:
    """Yield what is missing to say by when: the period, or else the lag of a step."""
    yield from tuple(missing_ends(agreement)) or (f"{_named(step)}.lag" for step in steps if step.lag is None)


def _named(step: FunnelStep) -> str:
    return f"funnel ({step.from_} → {step.to})"
