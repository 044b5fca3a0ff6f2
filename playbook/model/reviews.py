"""How long a review holds."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from playbook.model.entries import Entry
from playbook.model.values import Span


def after(start: date, span: Span) -> date:
    """Return the day on which the longer end of a span has passed; the last day there is where it is beyond."""
    try:
        return _after(start, span)
    except (OverflowError, ValueError):
        return date.max


def due_on(entry: Entry) -> date | None:
    """Return the last day on which an entry's review holds; None where it was not reviewed or holds for good."""
    if entry.reviewed is None or entry.reviewed.last is None or entry.review_every is None:
        return None
    return after(entry.reviewed.last, entry.review_every)


def _after(start: date, span: Span) -> date:
    if span.unit in {"month", "year"}:
        return _months_later(start, round(span.high * (12 if span.unit == "year" else 1)))
    days = {"minute": span.high / 1440, "hour": span.high / 24, "day": span.high, "week": span.high * 7}[span.unit]
    return start + timedelta(days=days * 7 / 5 if span.business and span.unit == "day" else days)


def _months_later(start: date, months: int) -> date:
    """The same day of a later month, or its last one where it is shorter."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
