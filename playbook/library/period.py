"""The days that an agreement holds for, and lengths of time counted in days."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from playbook.model.agreement import Agreement
from playbook.model.values import Span

DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 365.25 / 12, "year": 365.25}
WORKING_WEEK = 7 / 5
"""Calendar days for each business day."""


def ends(agreement: Agreement) -> tuple[date, date] | None:
    """Return the first and the last day of the period; None where one is missing or it ends before it begins."""
    first, last = _written(agreement)
    return (first, last) if first and last and first <= last else None


def missing_ends(agreement: Agreement) -> Iterator[str]:
    """Yield the fields that must be filled, or put right, for a period."""
    first, last = _written(agreement)
    if first is None:
        yield "period.from"
    if last is None or (first is not None and last < first):
        yield "period.to"


def days_of(span: Span) -> float:
    """Return the longer end of a span in calendar days, a business day being 7/5 of one."""
    return span.high * DAYS[span.unit] * (WORKING_WEEK if span.business and span.unit == "day" else 1)


def earlier(day: date, days: float) -> date | None:
    """Return the day so many days before, to the nearest; None where the calendar has none."""
    try:
        return day - timedelta(days=round(days))
    except OverflowError:
        return None


def weeks(first: date, last: date) -> float:
    """Return how many weeks lie from the first day to the last, both included."""
    return ((last - first).days + 1) / 7


def months(first: date, last: date) -> float:
    """Return how many calendar months lie from the first day to the last, both included: 12 from 1 July to 30 June."""
    end = last if last == date.max else last + timedelta(days=1)
    whole = (end.year - first.year) * 12 + end.month - first.month
    if end.day >= first.day:
        return whole + (end.day - first.day) / monthrange(end.year, end.month)[1]
    before = end.replace(day=1) - timedelta(days=1)
    return whole - 1 + max(0, before.day - first.day + end.day) / before.day


def _written(agreement: Agreement) -> tuple[date | None, date | None]:
    period = agreement.period
    first = period.from_.first if period and period.from_ else None
    return first, period.to.last if period and period.to else None
