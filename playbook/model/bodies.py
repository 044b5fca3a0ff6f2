"""What the pages show, sort by sort: a play, an asset, a persona, a whole playbook. Plain frozen data."""

from __future__ import annotations

from msgspec import Struct

from playbook.model.content import Asset, Use
from playbook.model.coverage_bodies import CoverageBody, Matrix
from playbook.model.drawings import Drawing
from playbook.model.entries import ObjectionLine
from playbook.model.journey_bodies import JourneyBody, StageBody
from playbook.model.knowledge import Campaign
from playbook.model.parts import Card, Figure, Link, Related, Rows, Section, Shelf, Situation, SituationGroup
from playbook.model.people import Persona
from playbook.model.plays import Play


class HomeBody(Struct, frozen=True):
    """The first page: what just happened, then who, then everything. Where there are no plays to see, it shows the `content` instead.

    `finder` is the page of the finder, where there is one.
    """

    situations: tuple[SituationGroup, ...]
    personas: tuple[Card, ...]
    plays: tuple[Card, ...]
    figures: tuple[Figure, ...]
    one_line: str = ""
    content: tuple[Section, ...] = ()
    finder: str = ""


class PlayBody(Struct, frozen=True):
    """A play with what its page adds to it. `review` is its freshness: "verified", "changed", "unreviewed" or "stale".

    `course` is the picture of its steps over the days, and `narrow_course` the same for telephones.
    """

    play: Play
    version: str
    anchor: str = ""
    situations: tuple[Situation, ...] = ()
    related: tuple[Related, ...] = ()
    review: str = "unreviewed"
    course: Drawing | None = None
    narrow_course: Drawing | None = None


class UseBody(Struct, frozen=True):
    """One use of an asset, and which of "when" and "how" nobody has written yet."""

    use: Use
    missing: tuple[str, ...] = ()


class AssetBody(Struct, frozen=True):
    """An asset card: the asset, its uses (all of them, or those that matter in this place, the best first), and what touches it.

    `review` is its freshness: "verified", "changed", "unreviewed" or "stale".
    """

    asset: Asset
    version: str
    uses: tuple[UseBody, ...]
    anchor: str = ""
    replaced_by: Link | None = None
    related: tuple[Related, ...] = ()
    review: str = "unreviewed"


class FirstMove(Struct, frozen=True):
    """The play to begin with, as the one order has it, its messages ready to send."""

    link: Link
    play: Play


class PersonaBody(Struct, frozen=True):
    """A persona, what to begin with, and stage by stage what to use with them.

    `pocket` is the file of the pocket card, where there is one.
    """

    persona: Persona
    version: str
    rows: Rows
    shelves: tuple[Shelf, ...]
    related: tuple[Related, ...] = ()
    pocket: str = ""
    first: FirstMove | None = None


class EntryBody(Struct, frozen=True):
    """Any entry, shown field by field, with what touches it. Sections hold lists that belong to it."""

    anchor: str
    title: str
    version: str
    rows: Rows
    sections: tuple[Section, ...] = ()
    related: tuple[Related, ...] = ()


class ListBody(Struct, frozen=True):
    """Headed lists of cards: plays, content, people, the journey."""

    sections: tuple[Section, ...]


class SaidBody(Struct, frozen=True):
    """One thing buyers say, the answer, who says it, and the plays and competitors it comes up with.

    `others` are further answers to the same words.
    """

    line: ObjectionLine
    anchor: str
    who: tuple[Link, ...] = ()
    comes_up: tuple[Link, ...] = ()
    others: tuple[ObjectionLine, ...] = ()
    related: tuple[Related, ...] = ()
    rows: Rows = Rows()


class Chapter(Struct, frozen=True):
    """One stage of a playbook, or "any time": what holds at the stage, then plays and assets with all their depth.

    `at` is None for any time and for a stage that is only a name; `rows` are the stage's fields that have no better place.
    """

    stage: Link | None
    anchor: str
    rows: Rows
    shelf: Shelf
    plays: tuple[PlayBody, ...] = ()
    assets: tuple[AssetBody, ...] = ()
    at: StageBody | None = None


class Part(Struct, frozen=True):
    """A part of a playbook that is cut: its file, and the stages (with "" for any time), plays and assets that are told in it."""

    number: int
    file: Link
    stages: tuple[str, ...]
    plays: tuple[str, ...]
    assets: tuple[str, ...]


class CampaignNote(Struct, frozen=True):
    """A campaign that runs or is planned, as a playbook tells of it. `state` is "planned" or "running"."""

    campaign: Campaign
    link: Link
    state: str


class PlaybookBody(Struct, frozen=True):
    """A whole playbook as one document. A `short` one, of a few plays and uses, needs no cover, no contents and no page breaks.

    One that would be too thick is cut: `parts` are listed in its first file, and `part` is which of them a file is ("2 of 5").
    """

    title: str
    version: str
    one_line: str
    persona: PersonaBody | None = None
    situations: tuple[SituationGroup, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    coverage: CoverageBody | None = None
    short: bool = False
    said: tuple[SaidBody, ...] = ()
    people: tuple[EntryBody, ...] = ()
    rules_of_the_road: tuple[EntryBody, ...] = ()
    terms: tuple[EntryBody, ...] = ()
    more: tuple[tuple[str, tuple[EntryBody, ...]], ...] = ()
    fits_nowhere: tuple[AssetBody, ...] = ()
    campaigns: tuple[CampaignNote, ...] = ()
    journeys: tuple[JourneyBody, ...] = ()
    matrices: tuple[Matrix, ...] = ()
    parts: tuple[Part, ...] = ()
    part: tuple[int, int] | None = None
