"""What reps print or open in a call: battlecards, pocket cards, campaign guides, hand-off cards. Plain frozen data."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from playbook.model.bodies import AssetBody
from playbook.model.entries import ObjectionLine
from playbook.model.journey import Stage
from playbook.model.knowledge import Campaign, Competitor
from playbook.model.parts import Card, Link, Related, Rows, Section
from playbook.model.people import Persona
from playbook.model.plays import Step
from playbook.model.values import DayValue, Span


class Snippet(Struct, frozen=True):
    """A text on a side of paper; where it is not `whole`, its beginning in plain words."""

    text: str
    whole: bool = True


class Point(Struct, frozen=True):
    """One point in a box: a name or links, what is said of them, and the answer to it."""

    name: str = ""
    text: Snippet | None = None
    answer: Snippet | None = None
    links: tuple[Link, ...] = ()


class Box(Struct, frozen=True):
    """A headed list on a side of paper. `code` names it, `more` counts what did not fit or was cut short."""

    code: str
    points: tuple[Point, ...]
    more: int = 0


Column = tuple[Box, ...]


class Proof(Struct, frozen=True):
    """A claim with the source that proves it."""

    link: Link
    source: str = ""
    checked: DayValue | None = None


class BattlecardBody(Struct, frozen=True):
    """A competitor for a rep in a call. `columns` is what fits on one printed side, the rest is all there is.

    Where little is known (`is_thin`), the depth stands on the first side too.
    """

    competitor: Competitor
    version: str
    anchor: str
    summary: Snippet | None
    columns: tuple[Column, ...]
    objections: tuple[ObjectionLine, ...] = ()
    proof: tuple[Proof, ...] = ()
    content: tuple[Card, ...] = ()
    plays: tuple[Card, ...] = ()
    related: tuple[Related, ...] = ()
    rows: Rows = Rows()
    is_thin: bool = False


class PocketBody(Struct, frozen=True):
    """A persona on two small sides, each of two columns."""

    persona: Persona
    version: str
    summary: Snippet | None
    titles: str
    sides: tuple[tuple[Column, ...], ...]


class PlannedStep(Struct, frozen=True):
    """A step of a play on a campaign's calendar; without a `day` it waits for something that the buyer does."""

    play: Link
    step: Step
    day: date | None = None
    after_end: bool = False


class Week(Struct, frozen=True):
    """A week of a campaign, counted from 1, with the steps that fall into it."""

    number: int
    first: date
    last: date
    steps: tuple[PlannedStep, ...]


class GuideAsset(Struct, frozen=True):
    """A piece of a content package, with those of its uses that fit the campaign; `asset` is None where there is no such entry."""

    link: Link
    asset: AssetBody | None


class CampaignBody(Struct, frozen=True):
    """A content package and how sales works with it. `state` is "planned", "running", "ended", or "" without a date."""

    campaign: Campaign
    version: str
    anchor: str
    state: str
    currency: str = ""
    assets: tuple[GuideAsset, ...] = ()
    plays: tuple[Card, ...] = ()
    weeks: tuple[Week, ...] = ()
    waiting: tuple[PlannedStep, ...] = ()
    related: tuple[Related, ...] = ()
    rows: Rows = Rows()


class CampaignMonth(Struct, frozen=True):
    """What a campaign does in a month: nothing ("") or "starts", "ends", "within" (both), "runs"; with the days it does so."""

    state: str = ""
    first: int = 0
    last: int = 0


class CalendarTable(Struct, frozen=True):
    """Up to twelve months side by side, each as its first day, and a row for each campaign."""

    months: tuple[date, ...]
    rows: tuple[tuple[Link, tuple[CampaignMonth, ...]], ...]


class CalendarBody(Struct, frozen=True):
    """Which campaign runs when: month by month, then each as a card under its state."""

    tables: tuple[CalendarTable, ...]
    sections: tuple[Section, ...]


class HandoffCard(Struct, frozen=True):
    """One hand-off: the stage it ends, its clock from the agreement, and what there is at that stage to tick."""

    stage: Stage
    link: Link
    anchor: str
    target: Span | None = None
    limit: Span | None = None
    signals: tuple[Link, ...] = ()
    content: tuple[Link, ...] = ()


class HandoffsBody(Struct, frozen=True):
    """Every hand-off of every journey."""

    cards: tuple[HandoffCard, ...]
