"""What the pages about a journey show: its picture, its stages as a joint funnel, and one stage by itself."""

from __future__ import annotations

from msgspec import Struct

from playbook.model.agreement import Clock
from playbook.model.drawings import Drawing
from playbook.model.journey import Stage
from playbook.model.parts import Card, Link, Related, Rows


class MoveBody(Struct, frozen=True):
    """A way from one stage to another. `sort` is "next", "ahead", "lost", "back", "again" (not ready: later once more) or "out"."""

    source: Link
    target: Link
    sort: str


class StageBody(Struct, frozen=True):
    """A stage with its place: what leads here and where it leads, the clock of its hand-off, and how much there is to use.

    `number` counts from 1; it is 0 where the names of the journey's stages bring numbers of their own.
    """

    stage: Stage
    link: Link
    number: int
    clock: Clock | None = None
    comes_from: tuple[MoveBody, ...] = ()
    leads_to: tuple[MoveBody, ...] = ()
    plays: int = 0
    assets: int = 0


class JourneyBody(Struct, frozen=True):
    """One journey: its picture, for wide pages and for narrow ones, and its stages in order."""

    name: str
    anchor: str
    stages: tuple[StageBody, ...]
    wide: Drawing | None = None
    tall: Drawing | None = None


class JourneysBody(Struct, frozen=True):
    """Every journey, "buying" first."""

    journeys: tuple[JourneyBody, ...]


class StagePageBody(Struct, frozen=True):
    """One stage: what it means for the buyer and for us, what to say to whom, and what to use."""

    at: StageBody
    anchor: str
    version: str
    rows: Rows
    before: Link | None = None
    after: Link | None = None
    messages: tuple[tuple[Link, str], ...] = ()
    plays: tuple[Card, ...] = ()
    assets: tuple[Card, ...] = ()
    related: tuple[Related, ...] = ()
