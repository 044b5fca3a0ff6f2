"""Whether both teams have the time for what they agreed on: the hours that it takes, against the hours that there are."""

from __future__ import annotations

import re
from typing import Any

from playbook.library.period import ends, missing_ends, weeks
from playbook.model.agreement import Agreement
from playbook.model.figures import Answer, MarketingLoad, SalesLoad, Waterfall

HANDED_OVER = re.compile(r"\bmqls?\b|\bmarketing[- ]qualified\b", re.IGNORECASE)
"""What teams call the state in which marketing hands a lead over."""
SALES = ("attempts.count", "capacity.minutes_an_attempt", "capacity.reps", "capacity.hours_a_week")
MARKETING = ("marketing.pieces", "marketing.hours", "marketing.budget")


def sales_load(agreement: Agreement, found: Answer[Waterfall]) -> Answer[SalesLoad]:
    """Return the hours for every attempt on the leads that marketing hands over, against the reps' hours in the period."""
    numbers = {name: _number(agreement, name) for name in SALES}
    needs = (*(name for name, value in numbers.items() if value is None), *missing_ends(agreement))
    levels = found.value.levels if found.value else ()
    handed_over = next((level for level in levels if HANDED_OVER.search(level.name)), None)
    if levels and handed_over is None:
        return Answer(needs=("funnel", *needs), why="no-mql")
    if handed_over is None or handed_over.marketing is None:
        return Answer(needs=tuple(dict.fromkeys((*found.needs, *needs))), why=found.why)
    period = ends(agreement)
    if needs or period is None:
        return Answer(needs=needs)
    attempts, minutes, reps, hours = (value or 0 for value in numbers.values())
    return Answer(SalesLoad(handed_over.marketing, int(attempts), minutes, reps, hours, weeks(*period)))


def marketing_load(agreement: Agreement) -> Answer[MarketingLoad]:
    """Return the hours for the promised pieces, against the hours of marketing's budget."""
    numbers = {name: _number(agreement, name) for name in MARKETING}
    if needs := tuple(name for name, value in numbers.items() if value is None):
        return Answer(needs=needs)
    pieces, hours, budget = (value or 0 for value in numbers.values())
    return Answer(MarketingLoad(int(pieces), hours, budget))


def _number(agreement: Agreement, name: str) -> float | None:
    group, _, field = name.partition(".")
    value: Any = getattr(getattr(agreement, group), field, None)
    return None if value is None else float(value)
