"""The campaign calendar: months side by side, up to twelve in a table, with what each campaign does in each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from playbook.library import Library
from playbook.model.handouts import CalendarTable, CampaignMonth
from playbook.model.knowledge import Campaign
from playbook.select.addresses import link

BACK, AHEAD = 12, 24
"""Months before and after today that the calendar shows at most."""
ACROSS = 12


def tables(library: Library, campaigns: Sequence[Campaign], today: date) -> tuple[CalendarTable, ...]:
    """Return the calendar of campaigns that have a first day, from the first month in which one runs to the last."""
    spans = {each.id: span for each in campaigns if (span := _span(each, today))}
    if not spans:
        return ()
    months = range(min(first for first, _ in spans.values()), max(last for _, last in spans.values()) + 1)
    ordered = sorted((each for each in campaigns if each.id in spans), key=lambda each: (spans[each.id], each.id))
    return tuple(_table(library, ordered, months[at : at + ACROSS]) for at in range(0, len(months), ACROSS))


def _table(library: Library, campaigns: Sequence[Campaign], months: range) -> CalendarTable:
    """A campaign stands in a table only where it runs in one of its months."""
    found = ((each, tuple(_month(each, number) for number in months)) for each in campaigns)
    rows = tuple((link(library, "campaign", each.id), cells) for each, cells in found if any(cell.state for cell in cells))
    return CalendarTable(tuple(map(_first_day, months)), rows)


def _span(campaign: Campaign, today: date) -> tuple[int, int] | None:
    """Return the first and last month of a campaign that the calendar shows; None where there is none, or no first day."""
    if campaign.starts is None:
        return None
    start, end = _days(campaign)
    first = _number(start) if start else _number(today)
    last = _number(end) if end else max(first, _number(today))
    shown = max(first, _number(today) - BACK), min(last, _number(today) + AHEAD)
    return shown if shown[0] <= shown[1] else None


def _month(campaign: Campaign, number: int) -> CampaignMonth:
    start, end = _days(campaign)
    starts, ends = start is not None and _number(start) == number, end is not None and _number(end) == number
    first, last = start.day if start and starts else 0, end.day if end and ends else 0
    if starts or ends:
        return CampaignMonth("within" if starts and ends else "starts" if starts else "ends", first, last)
    runs = (start is None or _number(start) < number) and (end is None or _number(end) > number)
    return CampaignMonth("runs" if runs else "")


def _days(campaign: Campaign) -> tuple[date | None, date | None]:
    return campaign.starts.first if campaign.starts else None, campaign.ends.last if campaign.ends else None


def _number(day: date) -> int:
    """Return a month as a number that counts on over the years."""
    return day.year * 12 + day.month - 1


def _first_day(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)
