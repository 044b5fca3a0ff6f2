"""The agreement between marketing and sales: definitions, clocks, promises and who signed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from playbook.model.entries import Entry, Industry, PersonaId, SignalId, StageId
from playbook.model.shapes import Name, Number, Scalar, Share, Text, Whole, internal
from playbook.model.values import Day, Duration


@dataclass(frozen=True)
class Period:
    """The days the agreement holds for."""

    from_: Day | None = internal(None)
    to: Day | None = internal(None)


@dataclass(frozen=True)
class Shares:
    """Which share of the revenue each team sources."""

    marketing: Share | None = internal(None)
    sales: Share | None = internal(None)


@dataclass(frozen=True)
class FunnelStep:
    """The agreed conversion from one state to the next, and how long it takes."""

    from_: Name = internal("", required=True)
    to: Name = internal("", required=True)
    conversion: Share | None = internal(None, required=True)
    lag: Duration | None = internal(None)


@dataclass(frozen=True)
class Clock:
    """How fast we answer a signal or take a hand-off: the target, and the limit."""

    signal: SignalId = internal("")
    handoff: StageId = internal("")
    target: Duration | None = internal(None, required=True)
    limit: Duration | None = internal(None)


@dataclass(frozen=True)
class Attempts:
    """How often a lead is tried, and within how long."""

    count: Whole | None = internal(None)
    within: Duration | None = internal(None)


@dataclass(frozen=True)
class MarketingPromise:
    """What marketing promises: the value of qualified leads, pieces, hours, budget, and answers to requests."""

    qualified_value: Number | None = internal(None)
    pieces: Whole | None = internal(None)
    hours: Number | None = internal(None)
    budget: Number | None = internal(None)
    answer_requests_within: Duration | None = internal(None)


@dataclass(frozen=True)
class Points:
    """How many points something is worth in the scoring."""

    MAIN: ClassVar[str] = "when"
    when: Text = internal("", required=True)
    points: Whole | None = internal(None, required=True)


@dataclass(frozen=True)
class Scoring:
    """How leads are scored, and from which sum on they are qualified."""

    fit: tuple[Points, ...] = internal(())
    engagement: tuple[Points, ...] = internal(())
    threshold: Whole | None = internal(None)


@dataclass(frozen=True)
class Route:
    """Who gets a lead, and when."""

    when: Text = internal("", required=True)
    to: Name = internal("", required=True)


@dataclass(frozen=True)
class Recycle:
    """Where a lead goes that is not ready."""

    from_: Name = internal("", required=True)
    to: Name = internal("", required=True)
    after: Duration | None = internal(None)
    reason: Text = internal("")


@dataclass(frozen=True)
class Capacity:
    """How many reps there are and what their time allows."""

    reps: Number | None = internal(None)
    hours_a_week: Number | None = internal(None)
    minutes_an_attempt: Number | None = internal(None)


@dataclass(frozen=True)
class BusinessHours:
    """When the clocks run."""

    days: tuple[Name, ...] = internal(())
    from_: Name = internal("")
    to: Name = internal("")
    timezone: Name = internal("")
    holidays: tuple[Day, ...] = internal(())


@dataclass(frozen=True)
class Meeting:
    """The regular meeting of both teams."""

    every: Name = internal("")
    day: Name = internal("")
    time: Name = internal("")
    attendees: tuple[Name, ...] = internal(())


@dataclass(frozen=True)
class Target:
    """Revenue and effort planned for an industry and persona."""

    industry: Industry = internal("")
    persona: PersonaId = internal("")
    revenue: Number | None = internal(None)
    effort: Share | None = internal(None)


@dataclass(frozen=True)
class Signature:
    """Who signed, when, and the hash of what they signed."""

    MAIN: ClassVar[str] = "name"
    name: Name = internal("", required=True)
    role: Name = internal("")
    on: Day | None = internal(None)
    seen: Name = internal("")


@dataclass(frozen=True, kw_only=True)
class Agreement(Entry):
    """The one file in which both teams say what they promise each other."""

    period: Period | None = internal(None)
    currency: Annotated[str, Scalar("name")] = internal("")
    revenue_target: Number | None = internal(None)
    deal_size: Number | None = internal(None)
    shares: Shares | None = internal(None)
    influenced_share: Share | None = internal(None)
    funnel: tuple[FunnelStep, ...] = internal(())
    clocks: tuple[Clock, ...] = internal(())
    attempts: Attempts | None = internal(None)
    marketing: MarketingPromise | None = internal(None)
    scoring: Scoring | None = internal(None)
    acceptance: tuple[Text, ...] = internal(())
    routing: tuple[Route, ...] = internal(())
    recycle: tuple[Recycle, ...] = internal(())
    capacity: Capacity | None = internal(None)
    business_hours: BusinessHours | None = internal(None)
    meeting: Meeting | None = internal(None)
    targets: tuple[Target, ...] = internal(())
    disputes: Text = internal("")
    signed: tuple[Signature, ...] = internal(())

    @property
    def title_text(self) -> str:
        """There is one agreement, and it needs no other name."""
        return "Agreement"
