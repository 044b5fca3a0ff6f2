"""What authors see of their library: drafts, owners and freshness. Plain frozen data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from playbook.model.drafts import Draft
from playbook.model.parts import Link
from playbook.model.values import DayValue, Span


@dataclass(frozen=True)
class ReviewRow:
    """How fresh an entry is: `state` is "expired", "overdue", "changed", "never" or "verified", with the day that it turns on."""

    link: Link
    kind: str
    state: str
    day: date | None = None
    reviewed: DayValue | None = None
    every: Span | None = None


@dataclass(frozen=True)
class OwnerBody:
    """What somebody answers for, the most urgent first; `owner` is empty for what has none. `counts` are the rows of each state."""

    owner: str
    anchor: str
    rows: tuple[ReviewRow, ...]
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class AuthorsBody:
    """The page for authors. What is missing in single uses stands on the page of completeness."""

    drafts: tuple[Draft, ...]
    owners: tuple[OwnerBody, ...]
