"""Figures that follow from the library alone, without anything from a CRM. Plain frozen data; `playbook.library` works them out."""

from __future__ import annotations

from datetime import date
from typing import Generic, TypeVar

from msgspec import Struct

T = TypeVar("T")


class Answer(Struct, Generic[T], frozen=True):
    """A figure as far as it can be told, and the fields that somebody must fill for the rest of it; never a guess.

    `needs` names fields as they stand in the file; `why` is a code where filling them is not enough: "no-line" for a funnel that
    forks, "no-mql" for one without a state called MQL, "no-industries" where no live asset names one.
    """

    value: T | None = None
    needs: tuple[str, ...] = ()
    why: str = ""


class Level(Struct, frozen=True):
    """How many must reach one state of the funnel, unrounded, for each team's share, and from which day to which.

    `conversion` is the share that goes on to the next state and `lag` the time that takes; the last state has neither.
    """

    name: str
    marketing: float | None
    sales: float | None
    conversion: float | None = None
    lag: str = ""
    first: date | None = None
    last: date | None = None

    @property
    def both(self) -> float:
        """Both teams' shares together."""
        return (self.marketing or 0) + (self.sales or 0)


class Waterfall(Struct, frozen=True):
    """What it takes to meet the revenue target, from the first state to the win. `months` is how long the period is."""

    levels: tuple[Level, ...]
    months: float | None = None


class Gain(Struct, frozen=True):
    """What one point more of a conversion would save: first contacts for marketing's share before and after, unrounded."""

    from_: str
    to: str
    conversion: float
    before: float
    after: float


class SalesLoad(Struct, frozen=True):
    """The hours that following up every lead takes, against the hours that the reps have for it in the period."""

    leads: float
    attempts: int
    minutes: float
    reps: float
    hours_a_week: float
    weeks: float

    @property
    def needed(self) -> float:
        """Hours: leads, each tried so often, each time so many minutes."""
        return self.leads * self.attempts * self.minutes / 60

    @property
    def available(self) -> float:
        """Hours: reps, each with so many a week, for so many weeks."""
        return self.reps * self.hours_a_week * self.weeks


class MarketingLoad(Struct, frozen=True):
    """The hours that the promised pieces take, against the hours that marketing has for them."""

    pieces: int
    hours: float
    available: float

    @property
    def needed(self) -> float:
        """Hours: pieces, each so many."""
        return self.pieces * self.hours


class IndustryShare(Struct, frozen=True):
    """One industry's share of the planned revenue, of the planned effort where that is told, and of the live content."""

    industry: str
    revenue: float
    content: float
    effort: float | None = None


class Mismatch(Struct, frozen=True):
    """How far the content is from the revenue plan. `assets` name an industry and are counted; `silent` ones name none and are not."""

    industries: tuple[IndustryShare, ...]
    assets: int
    silent: int

    @property
    def share(self) -> float:
        """Half the sum of the differences: 0 where content follows the plan, 1 where they have nothing in common."""
        return sum(abs(each.revenue - each.content) for each in self.industries) / 2


class Untold(Struct, frozen=True):
    """What an asset still has to tell a rep: its own gap ("uses"), or the fields that are missing in the use with this key."""

    asset: str
    use: str
    fields: tuple[str, ...]
