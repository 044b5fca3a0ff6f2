"""The agreement between marketing and sales: definitions, clocks, promises and who signed."""

from __future__ import annotations

from typing import Annotated, ClassVar

from playbook.model.entries import Entry, Industry, PersonaId, SignalId, StageId
from playbook.model.shapes import Declared, Name, Number, Scalar, Share, Text, Whole, internal
from playbook.model.values import Day, Duration


class Period(Declared):
    """The days the agreement holds for."""

    from_: Day | None = internal(None, "The first day the agreement holds: 2027-01-01.")
    to: Day | None = internal(None, "The last day the agreement holds: 2027-12-31.")


class Shares(Declared):
    """Which share of the revenue each team sources."""

    marketing: Share | None = internal(None, "The share of the revenue that starts with marketing: 40%.")
    sales: Share | None = internal(None, "The share of the revenue that sales finds itself: 60%.")


class FunnelStep(Declared):
    """The agreed conversion from one state to the next, and how long it takes."""

    from_: Name = internal("", "The state counted from, in your own words: MQL.", required=True)
    to: Name = internal("", "The state counted to: SAL.", required=True)
    conversion: Share | None = internal(None, "The agreed share that gets from one to the other: 60%.", required=True)
    lag: Duration | None = internal(None, "How long that takes: 2 weeks.")


class Clock(Declared):
    """How fast we answer a signal or take a hand-off: the target, and the limit."""

    signal: SignalId = internal("", "The signal that starts this clock.")
    handoff: StageId = internal("", "The stage whose hand-off starts this clock, in place of a signal.")
    target: Duration | None = internal(None, "How fast you want to answer: 30 minutes.", required=True)
    limit: Duration | None = internal(None, "How late is too late: 4 business hours.")


class Attempts(Declared):
    """How often a lead is tried, and within how long."""

    count: Whole | None = internal(None, "How often sales tries to reach a lead before giving it back: 6.")
    within: Duration | None = internal(None, "In how long those tries are made: 10 business days.")


class MarketingPromise(Declared):
    """What marketing promises: the value of qualified leads, pieces, hours, budget, and answers to requests."""

    qualified_value: Number | None = internal(None, "The value of the qualified leads marketing promises for the period: 1200000.")
    pieces: Whole | None = internal(None, "How many pieces of content it will make: 24.")
    hours: Number | None = internal(None, "How many hours it gives to sales' requests: 160.")
    budget: Number | None = internal(None, "The money set aside for it: 80000.")
    answer_requests_within: Duration | None = internal(None, "How fast a rep's request gets a yes or no: 3 business days.")


class Points(Declared):
    """How many points something is worth in the scoring."""

    MAIN: ClassVar[str] = "when"
    when: Text = internal("", "What earns the points: They used the calculator.", required=True)
    points: Whole | None = internal(None, "How many, or how many are taken away: 20, or -10.", required=True)


class Scoring(Declared):
    """How leads are scored, and from which sum on they are qualified."""

    fit: tuple[Points, ...] = internal((), "Points for who they are: industry, size, role.")
    engagement: tuple[Points, ...] = internal((), "Points for what they did: visits, downloads, replies.")
    threshold: Whole | None = internal(None, "The sum from which a lead is qualified: 60.")


class Route(Declared):
    """Who gets a lead, and when."""

    when: Text = internal("", "Which leads go this way: Hospitals with more than 200 beds.", required=True)
    to: Name = internal("", "Who gets them: Healthcare team.", required=True)


class Recycle(Declared):
    """Where a lead goes that is not ready."""

    from_: Name = internal("", "The state a lead comes back from: SQL.", required=True)
    to: Name = internal("", "The state it goes back to: nurture.", required=True)
    after: Duration | None = internal(None, "When it is tried again: 90 days.")
    reason: Text = internal("", "Why it went back: No budget before spring.")


class Capacity(Declared):
    """How many reps there are and what their time allows."""

    reps: Number | None = internal(None, "How many reps work on leads: 6.")
    hours_a_week: Number | None = internal(None, "How many hours a week each of them has for it: 12.")
    minutes_an_attempt: Number | None = internal(None, "How many minutes one try to reach a lead takes: 8.")


class BusinessHours(Declared):
    """When the clocks run."""

    days: tuple[Name, ...] = internal((), "The days you work: Monday, Tuesday.")
    from_: Name = internal("", "When your day starts: 08:00.")
    to: Name = internal("", "When your day ends: 17:30.")
    timezone: Name = internal("", "Where that clock hangs: Europe/Berlin.")
    holidays: tuple[Day, ...] = internal((), "Days on which no clock runs: 2026-12-25.")


class Meeting(Declared):
    """The regular meeting of both teams."""

    every: Name = internal("", "How often you meet: week, month.")
    day: Name = internal("", "The day of the meeting: Tuesday.")
    time: Name = internal("", "When it starts: 09:30.")
    attendees: tuple[Name, ...] = internal((), "Who is there: Head of sales, Head of marketing.")


class Target(Declared):
    """Revenue and effort planned for an industry and persona."""

    industry: Industry = internal("", "The industry this part of the plan is for.")
    persona: PersonaId = internal("", "The persona this part of the plan is for.")
    revenue: Number | None = internal(None, "The revenue planned for it: 600000.")
    effort: Share | None = internal(None, "The share of the teams' time planned for it: 25%.")


class Signature(Declared):
    """Who signed, when, and the hash of what they signed."""

    MAIN: ClassVar[str] = "name"
    name: Name = internal("", "Who signed: Anna Berg.", required=True)
    role: Name = internal("", "What they signed as: Head of marketing.")
    on: Day | None = internal(None, "The day they signed: 2026-12-15.")
    seen: Name = internal("", "The fingerprint of what they signed; the program writes it, so leave it alone.")


class Agreement(Entry, kw_only=True):
    """The one file in which both teams say what they promise each other."""

    period: Period | None = internal(None, "The days it holds for, a year or a quarter.")
    currency: Annotated[str, Scalar("name")] = internal("", "The currency of its amounts: EUR.")
    revenue_target: Number | None = internal(None, "The new revenue both teams work for in the period: 3000000.")
    deal_size: Number | None = internal(None, "What an average deal is worth: 25000.")
    shares: Shares | None = internal(None, "How much of the revenue starts with marketing, and how much with sales.")
    influenced_share: Share | None = internal(None, "The share of all revenue that marketing should have touched on the way: 70%.")
    funnel: tuple[FunnelStep, ...] = internal(
        (), "The agreed way from first contact to customer, with the share that gets through each part."
    )
    clocks: tuple[Clock, ...] = internal((), "How fast you answer each signal and take each hand-off; the only place for response times.")
    attempts: Attempts | None = internal(None, "How often and for how long a lead is tried before it goes back.")
    marketing: MarketingPromise | None = internal(None, "What marketing promises sales for the period.")
    scoring: Scoring | None = internal(None, "How many points make a lead worth a call.")
    acceptance: tuple[Text, ...] = internal((), "What must be known about a lead before sales has to take it.")
    routing: tuple[Route, ...] = internal((), "Who gets which lead.")
    recycle: tuple[Recycle, ...] = internal((), "Where leads go that are not ready, and when they are tried again.")
    capacity: Capacity | None = internal(None, "How many reps there are and how much time they have, to see whether the plan can be done.")
    business_hours: BusinessHours | None = internal(None, "When the clocks run.")
    meeting: Meeting | None = internal(None, "When both teams meet to look at the figures.")
    targets: tuple[Target, ...] = internal((), "How revenue and effort are planned by industry and persona.")
    disputes: Text = internal("", "Who decides when the teams disagree about a lead: Head of revenue, within a day.")
    signed: tuple[Signature, ...] = internal((), "Who signed, and when; a later change shows beside the name.")

    @property
    def title_text(self) -> str:
        """There is one agreement, and it needs no other name."""
        return "Agreement"
