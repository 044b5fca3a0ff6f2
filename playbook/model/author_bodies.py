"""What authors see of their library: drafts, owners and freshness. Plain frozen data."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from playbook.model.drafts import Draft
from playbook.model.parts import Link
from playbook.model.values import DayValue, Span


class ReviewRow(Struct, frozen=True):
    """How fresh an entry is: `state` is "expired", "overdue", "changed", "never" or "verified", with the day that it turns on."""

    link: Link
    kind: str
    state: str
    day: date | None = None
    reviewed: DayValue | None = None
    every: Span | None = None


class OwnerBody(Struct, frozen=True):
    """What somebody answers for, the most urgent first; `owner` is empty for what has none. `counts` are the rows of each state."""

    owner: str
    anchor: str
    rows: tuple[ReviewRow, ...]
    counts: tuple[tuple[str, int], ...]


class AuthorsBody(Struct, frozen=True):
    """The page for authors. What is missing in single uses stands on the page of completeness."""

    drafts: tuple[Draft, ...]
    owners: tuple[OwnerBody, ...]
