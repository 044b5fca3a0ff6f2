"""Parts that pages are made of: links, offers, cards, rows, situations. Plain frozen data."""

from __future__ import annotations

from msgspec import Struct

from playbook.model.shapes import Sort
from playbook.model.values import DayValue, Span, StepDayValue


class Link(Struct, frozen=True):
    """What a reference shows as: a title and where it leads, from the site's root; without `href` it is only words.

    `kind` is a kind of entry, or a vocabulary whose ids have labels. `state` is "", "draft", "retired" or "missing".
    """

    kind: str
    id: str
    title: str
    href: str = ""
    state: str = ""


class TermLink(Struct, frozen=True):
    """A term that a page uses: its anchor, its words in every form, what it means in plain words, and where the glossary has it."""

    anchor: str
    forms: tuple[str, ...]
    means: str
    href: str


class Reason(Struct, frozen=True):
    """Why something stands where it stands: a code that the theme translates, and a detail from the library."""

    code: str
    detail: str | DayValue = ""


class Offer(Struct, frozen=True):
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


class Shelf(Struct, frozen=True):
    """What there is at one stage, or at any time, in one order: plays first, then uses of assets."""

    stage: Link | None
    buyer_question: str = ""
    plays: tuple[Offer, ...] = ()
    assets: tuple[Offer, ...] = ()
    gap: bool = False


class Leaf(Struct, frozen=True):
    """One value made ready to show; references and web addresses carry their link, figures and days themselves."""

    sort: Sort
    text: str
    link: Link | None = None
    figure: float | Span | DayValue | StepDayValue | None = None


class Row(Struct, frozen=True):
    """A labelled field of an entry: one or more values, each a leaf or a group of rows."""

    label: str
    values: tuple[Leaf | Rows, ...]


class Rows(Struct, frozen=True):
    """Fields of an entry or group, in the model's order; what is empty is left out."""

    rows: tuple[Row, ...] = ()


class Related(Struct, frozen=True):
    """Other entries that this one touches, or that touch it, under one heading."""

    heading: str
    links: tuple[Link, ...]


class Situation(Struct, frozen=True):
    """Something that just happened, what to do about it, and the play or asset that answers it.

    `ask_who` is what the finder calls it, where it depends on who it is which use of an asset answers it.
    """

    title: str
    anchor: str
    means: str = ""
    respond_within: Span | None = None
    enough_alone: bool = True
    pause_selling: bool = False
    do: str = ""
    answer: Link | None = None
    ask_who: str = ""


class SituationGroup(Struct, frozen=True):
    """Situations of one sort: they did, they said, gone quiet, a meeting ahead, after the sale."""

    kind: str
    situations: tuple[Situation, ...]


class Card(Struct, frozen=True):
    """One entry in a list: its link, one line, and a few facts as badges."""

    link: Link
    line: str = ""
    badges: tuple[str, ...] = ()
    minutes: int = 0
    days: tuple[DayValue, ...] = ()
    external: bool = False
    missing: tuple[str, ...] = ()
    pdf: str = ""
    pocket: str = ""


class Section(Struct, frozen=True):
    """A headed list of cards; `empty` says what to do where there are none."""

    heading: str
    cards: tuple[Card, ...] = ()
    note: str = ""
    empty: str = ""


class Figure(Struct, frozen=True):
    """A figure with its count: what it says, how many of how many, and the page that tells the rest.

    `text` stands in the place of the count where the figure is a share over `whole` things. Where there is no figure yet, `needs` names
    the fields to fill, and `why` says more (see `Answer`).
    """

    label: str
    part: int
    whole: int
    more: Link | None = None
    text: str = ""
    needs: tuple[str, ...] = ()
    why: str = ""
