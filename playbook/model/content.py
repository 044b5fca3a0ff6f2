"""Content assets and, at their heart, their uses: for whom, when, when not, and how."""

from __future__ import annotations

from typing import Annotated, ClassVar

from playbook.model.entries import (
    AssetId,
    ClaimId,
    CompetitorId,
    Entry,
    FollowUp,
    Industry,
    PersonaId,
    Product,
    Region,
    Segment,
    Send,
    SignalId,
    StageId,
    WebLink,
)
from playbook.model.hosts import is_inside
from playbook.model.shapes import Declared, Extra, File, Lines, Name, Scalar, Text, authors, external, internal, partner
from playbook.model.values import Day

AssetType = Annotated[str, Scalar("vocabulary", "asset_types")]


class Links(Declared):
    """Where an asset lies, by who may open it."""

    MAIN: ClassVar[str] = "public"
    public: tuple[WebLink, ...] = external((), "Where anybody can open it.")
    internal_: tuple[WebLink, ...] = internal((), "Where only your own people can open it; it never goes into a message to a buyer.")
    gated: tuple[WebLink, ...] = external((), "Where a buyer can open it after filling a form.")
    source: tuple[WebLink, ...] = internal((), "Where the file to edit lies: the slides, the design file.")
    embed: tuple[WebLink, ...] = external((), "The address of the player or form to show it in a page.")


class Use(Declared):
    """One way to use an asset. `key` is its id, or its number from 1 where it has none."""

    key: str = ""
    id: Name = internal("", "A short name for this way to use it, lower case with hyphens: wait-until-next-quarter.")
    personas: tuple[PersonaId, ...] = partner((), "The personas this use is for; none means anybody.")
    stages: tuple[StageId, ...] = partner((), "The stages at which it helps; none means any time.")
    industries: tuple[Industry, ...] = partner((), "The industries this use is written for; none means all.")
    signals: tuple[SignalId, ...] = internal((), "What has just happened when this is the right thing to use.")
    channels: tuple[Name, ...] = internal((), "How to use it: on a call, by email, in a meeting.")
    when: tuple[Text, ...] = internal((), "The moment to use it, as a rep would notice it: They say they can wait until next quarter.")
    not_when: tuple[Text, ...] = internal((), "When to leave it alone: They have not told you the role and the shift.")
    how: tuple[Text, ...] = internal((), "What to do with it, one action a line: Fill the sheet together; let them type.")
    benefit: Text = external("", "What the buyer gets out of it: A number for the next budget meeting.")
    say: Text = internal("", "What to say when you bring it up, word for word.")
    ask: Text = internal("", "What to ask after it, to move on: Who else would want to see this number?")
    send: tuple[Send, ...] = partner((), "A ready message to go with it.")
    follow_up: FollowUp | None = internal(None, "What to do next, and after how long.")
    notes: Text = authors("", "What only authors should know about this use; never published.")
    extra: Extra = internal({}, "Fields of your own for this use, under any names you like.")


class Asset(Entry, kw_only=True):
    """A piece of content and the ways to use it."""

    title: Name = external("", "What the piece is called, as buyers see it: What an empty seat costs.", required=True)
    type: AssetType = external("", "What sort of content it is, from your own list: calculator, case-study, one-pager.", required=True)
    links: Links | None = external(None, "Where it can be opened: an address anybody can open, or several by who may open them.")
    file_: File = external("", "The file itself, from content_library/files/: rate-guide.pdf.")
    summary: Text = external("", "What it is and what it shows, in one or two sentences.")
    body: Lines = external("", "The text itself, where the piece is a text to copy, such as a script or a template.")
    buyer_question: Text = external("", "The one question of a buyer that it answers: What does waiting really cost us?")
    replaced_by: AssetId = external("", "The newer piece to use in its place.")
    published: Day | None = partner(None, "The day it came out: 2026-09-01.")
    updated: Day | None = partner(None, "The day its content last changed: 2026-11-03.")
    expires: Day | None = partner(None, "The last day it may be used, or evergreen: 2027-06-30.")
    language: Name = external("", "The language it is in: en, de.")
    version: Name = external("", "The version printed on it: 3.1.")
    rights: Text = internal("", "What its pictures or quotes may be used for, and until when.")
    industries: tuple[Industry, ...] = external((), "The industries it is about; none means all of them.")
    products: tuple[Product, ...] = external((), "The products it is about.")
    segments: tuple[Segment, ...] = partner((), "The sizes or sorts of company it is about.")
    regions: tuple[Region, ...] = external((), "The regions where its content holds: prices and laws differ.")
    topics: tuple[Name, ...] = external((), "What it is about, in your own words: overtime, onboarding.")
    competitors: tuple[CompetitorId, ...] = internal((), "The competitors it helps against.")
    claims: tuple[ClaimId, ...] = external((), "The claims it makes, so that it is looked at again when one of them changes.")
    uses: tuple[Use, ...] = external((), "The ways to use it: for whom, when, when not and how. The heart of an asset.")

    @property
    def public_addresses(self) -> tuple[str, ...]:
        """Where a buyer can open it: open addresses first, then those behind a form; one of the own network opens nothing for them."""
        links = (*self.links.public, *self.links.gated) if self.links else ()
        return tuple(link.url for link in links if not is_inside(link.url))

    @property
    def may_be_sent(self) -> bool:
        """Whether buyers may be given it: it says so and there is something to give, or it says nothing and has an address for them."""
        if self.audience == "external":
            return bool(self.public_addresses or self.file_ or self.body or (self.links and self.links.embed))
        return not self.audience and bool(self.public_addresses)
