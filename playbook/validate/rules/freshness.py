"""What only the passing of time makes wrong: reviews that are due, and what has expired."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from playbook.library import Library
from playbook.model.content import Asset
from playbook.model.entries import Entry
from playbook.model.knowledge import Claim
from playbook.model.values import Span
from playbook.problems import Problem
from playbook.validate.rules.finding import finding


def overdue_reviews(library: Library, today: date) -> Iterator[Problem]:
    """The time that a review holds for has run out."""
    everything = (*library.all(), library.agreement) if library.agreement else tuple(library.all())
    for entry in everything:
        due = _due(entry)
        if entry.is_live and due is not None and due < today:
            yield finding(
                entry,
                "PB308",
                ("reviewed",),
                ageing=True,
                why=f"It was reviewed on {entry.reviewed} and is to be looked at every {entry.review_every}: that was due on {due}.",
                remedy="Read it through, correct it, and write today's date under reviewed.",
            )


def expired(library: Library, today: date) -> Iterator[Problem]:
    """An asset or a claim is past the last day it holds for."""
    dated: tuple[Asset | Claim, ...] = (*library.of(Asset), *library.of(Claim))
    for entry in dated:
        if entry.is_live and entry.expires and entry.expires.last and entry.expires.last < today:
            yield finding(
                entry,
                "PB309",
                ("expires",),
                ageing=True,
                why=f"It expired on {entry.expires}, and reps are still offered it.",
                remedy="Bring it up to date and write a later day, or write status: retired.",
            )


def after(start: date, span: Span) -> date:
    """Return the day on which the longer end of a span has passed; the last day there is where it is beyond."""
    try:
        return _after(start, span)
    except (OverflowError, ValueError):
        return date.max


def _due(entry: Entry) -> date | None:
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
