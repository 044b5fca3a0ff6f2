"""A Page: all that one template may read, as plain frozen data. Its hash is what decides whether it is made again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from playbook.model.content import Asset, Use
from playbook.model.entries import ObjectionLine
from playbook.model.people import Persona
from playbook.model.plays import Play
from playbook.model.shapes import Sort


@dataclass(frozen=True)
class Link:
    """What a reference shows as: a title and where it leads, from the site's root; without `href` it is only words.

    `kind` is a kind of entry, or a vocabulary whose ids have labels. `state` is "", "draft", "retired" or "missing".
    """

    kind: str
    id: str
    title: str
    href: str = ""
    state: str = ""


@dataclass(frozen=True)
class Reason:
    """Why something stands where it stands: a code that the theme translates, and a detail from the library."""

    code: str
    detail: str = ""


@dataclass(frozen=True)
class Offer:
    """One use of an asset, or one play, offered for a persona and a stage, with the reasons of its place.

    `use` is the use's key, empty for a play. `general` offers name no persona or no stage.
    """

    link: Link
    asset_type: str = ""
    use: str = ""
    when: tuple[str, ...] = ()
    summary: str = ""
    reasons: tuple[Reason, ...] = ()
    general: bool = False
    external: bool = False


@dataclass(frozen=True)
class Shelf:
    """What there is at one stage, or at any time, in one order: plays first, then uses of assets."""

    stage: Link | None
    buyer_question: str = ""
    plays: tuple[Offer, ...] = ()
    assets: tuple[Offer, ...] = ()
    gap: bool = False


@dataclass(frozen=True)
class Leaf:
    """One value made ready to show; references and web addresses carry their link."""

    sort: Sort
    text: str
    link: Link | None = None


@dataclass(frozen=True)
class Row:
    """A labelled field of an entry: one or more values, each a leaf or a group of rows."""

    label: str
    values: tuple[Leaf | Rows, ...]


@dataclass(frozen=True)
class Rows:
    """Fields of an entry or group, in the model's order; what is empty is left out."""

    rows: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Related:
    """Other entries that this one touches, or that touch it, under one heading."""

    heading: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Situation:
    """Something that just happened, and what to do about it."""

    title: str
    anchor: str
    means: str = ""
    respond_within: str = ""
    enough_alone: bool = True
    do: str = ""
    play: Link | None = None


@dataclass(frozen=True)
class SituationGroup:
    """Situations of one sort: they did, they said, gone quiet, a meeting ahead, after the sale."""

    kind: str
    situations: tuple[Situation, ...]


@dataclass(frozen=True)
class Card:
    """One entry in a list: its link, one line, and a few facts as badges."""

    link: Link
    line: str = ""
    badges: tuple[str, ...] = ()
    external: bool = False
    missing: tuple[str, ...] = ()
    pdf: str = ""


@dataclass(frozen=True)
class Section:
    """A headed list of cards; `empty` says what to do where there are none."""

    heading: str
    cards: tuple[Card, ...] = ()
    note: str = ""
    empty: str = ""


@dataclass(frozen=True)
class Figure:
    """A figure with its count: what it says, how many of how many."""

    label: str
    part: int
    whole: int


@dataclass(frozen=True)
class HomeBody:
    """The first page: what just happened, then who, then everything."""

    situations: tuple[SituationGroup, ...]
    personas: tuple[Card, ...]
    plays: tuple[Card, ...]
    figures: tuple[Figure, ...]
    one_line: str = ""


@dataclass(frozen=True)
class PlayBody:
    """A play with what its page adds to it."""

    play: Play
    version: str
    anchor: str = ""
    situations: tuple[Situation, ...] = ()
    related: tuple[Related, ...] = ()


@dataclass(frozen=True)
class UseBody:
    """One use of an asset, with the reasons of its place where it is offered for a persona and stage."""

    use: Use
    reasons: tuple[Reason, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class AssetBody:
    """An asset card: the asset, its uses (all of them, or those that matter in this place), and what touches it."""

    asset: Asset
    version: str
    uses: tuple[UseBody, ...]
    anchor: str = ""
    replaced_by: Link | None = None
    related: tuple[Related, ...] = ()


@dataclass(frozen=True)
class PersonaBody:
    """A persona, and stage by stage what to use with them."""

    persona: Persona
    version: str
    rows: Rows
    shelves: tuple[Shelf, ...]
    related: tuple[Related, ...] = ()


@dataclass(frozen=True)
class EntryBody:
    """Any entry, shown field by field, with what touches it. Sections hold lists that belong to it."""

    anchor: str
    title: str
    version: str
    rows: Rows
    sections: tuple[Section, ...] = ()
    related: tuple[Related, ...] = ()


@dataclass(frozen=True)
class CollectionBody:
    """Many small entries on one page, under headings: terms, claims, signals, requests."""

    groups: tuple[tuple[str, tuple[EntryBody, ...]], ...]
    intro: str = ""


@dataclass(frozen=True)
class ListBody:
    """Headed lists of cards: plays, content, people, the journey."""

    sections: tuple[Section, ...]
    intro: str = ""


@dataclass(frozen=True)
class SaidBody:
    """One thing buyers say, the answer, and where it comes from."""

    line: ObjectionLine
    anchor: str
    heard_from: tuple[Link, ...] = ()
    related: tuple[Related, ...] = ()
    rows: Rows = Rows()


@dataclass(frozen=True)
class SaidPageBody:
    """Everything that buyers ask or object, with the answers."""

    said: tuple[SaidBody, ...]
    unanswered: int = 0


@dataclass(frozen=True)
class CellBody:
    """One persona at one stage: how much is there. `state` is "covered", "part", "general" or "gap"."""

    persona: Link
    stage: Link
    plays: int
    assets: int
    general: int
    state: str


@dataclass(frozen=True)
class CoverageTable:
    """The coverage of one journey: a row for each persona, a column for each stage."""

    journey: str
    stages: tuple[Link, ...]
    rows: tuple[tuple[Link, tuple[CellBody, ...]], ...]
    covered: int
    required: int


@dataclass(frozen=True)
class CoverageBody:
    """Where there is content and a play for whom, and where there is not; what fits nowhere is shown as such."""

    tables: tuple[CoverageTable, ...]
    fits_nowhere: tuple[Card, ...] = ()
    without_how_or_when: tuple[Card, ...] = ()


@dataclass(frozen=True)
class Chapter:
    """One stage of a playbook, or "any time": the stage's own fields, then plays and assets with all their depth."""

    stage: Link | None
    anchor: str
    rows: Rows
    shelf: Shelf
    plays: tuple[PlayBody, ...] = ()
    assets: tuple[AssetBody, ...] = ()


@dataclass(frozen=True)
class PlaybookBody:
    """A whole playbook as one document. A `short` one, of a few plays and uses, needs no cover, no contents and no page breaks."""

    title: str
    version: str
    one_line: str
    persona: PersonaBody | None
    situations: tuple[SituationGroup, ...]
    chapters: tuple[Chapter, ...]
    coverage: CoverageBody | None
    short: bool = False
    said: tuple[SaidBody, ...] = ()
    people: tuple[EntryBody, ...] = ()
    rules_of_the_road: tuple[EntryBody, ...] = ()
    terms: tuple[EntryBody, ...] = ()
    more: tuple[tuple[str, tuple[EntryBody, ...]], ...] = ()
    fits_nowhere: tuple[AssetBody, ...] = ()


Body: TypeAlias = (
    HomeBody | PlayBody | AssetBody | PersonaBody | EntryBody | CollectionBody | ListBody | SaidPageBody | CoverageBody | PlaybookBody
)


@dataclass(frozen=True)
class MenuItem:
    """One place in the menu; `more` items stand under "More"."""

    label: str
    href: str
    more: bool = False


@dataclass(frozen=True)
class Frame:
    """What is the same on every page: the library's name, its looks and the menu."""

    name: str
    company: str
    language: str
    edition: str
    accent: str
    logo: str
    footer: str
    site_url: str
    menu: tuple[MenuItem, ...]


@dataclass(frozen=True)
class Page:
    """One HTML page or one PDF, closed: template, frame, body, and every link that its texts and references may use.

    `path` is the file in the site. `pdf` is the path of the page's PDF, empty where there is none.
    """

    path: str
    template: str
    title: str
    frame: Frame
    body: Body
    links: tuple[Link, ...] = ()
    crumbs: tuple[Link, ...] = ()
    pdf: str = ""
    description: str = ""
