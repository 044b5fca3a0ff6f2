"""Content assets and, at their heart, their uses: for whom, when, when not, and how."""

from __future__ import annotations

from dataclasses import dataclass
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
from playbook.model.shapes import EMPTY, Extra, File, Lines, Name, Scalar, Text, authors, external, internal, partner
from playbook.model.values import Day

AssetType = Annotated[str, Scalar("vocabulary", "asset_types")]


@dataclass(frozen=True)
class Links:
    """Where an asset lies, by who may open it."""

    MAIN: ClassVar[str] = "public"
    public: tuple[WebLink, ...] = external(())
    internal_: tuple[WebLink, ...] = internal(())
    gated: tuple[WebLink, ...] = external(())
    source: tuple[WebLink, ...] = internal(())
    embed: tuple[WebLink, ...] = external(())


@dataclass(frozen=True)
class Use:
    """One way to use an asset. `key` is its id, or its number from 1 where it has none."""

    key: str = ""
    id: Name = internal("")
    personas: tuple[PersonaId, ...] = partner(())
    stages: tuple[StageId, ...] = partner(())
    industries: tuple[Industry, ...] = partner(())
    signals: tuple[SignalId, ...] = internal(())
    channels: tuple[Name, ...] = internal(())
    when: tuple[Text, ...] = internal(())
    not_when: tuple[Text, ...] = internal(())
    how: tuple[Text, ...] = internal(())
    benefit: Text = external("")
    say: Text = internal("")
    ask: Text = internal("")
    send: tuple[Send, ...] = partner(())
    follow_up: FollowUp | None = internal(None)
    notes: Text = authors("")
    extra: Extra = internal(EMPTY)


@dataclass(frozen=True, kw_only=True)
class Asset(Entry):
    """A piece of content and the ways to use it."""

    title: Name = external("", required=True)
    type: AssetType = external("", required=True)
    links: Links | None = external(None)
    file_: File = external("")
    summary: Text = external("")
    body: Lines = external("")
    buyer_question: Text = external("")
    replaced_by: AssetId = external("")
    published: Day | None = partner(None)
    updated: Day | None = partner(None)
    expires: Day | None = partner(None)
    language: Name = external("")
    version: Name = external("")
    rights: Text = internal("")
    industries: tuple[Industry, ...] = external(())
    products: tuple[Product, ...] = external(())
    segments: tuple[Segment, ...] = partner(())
    regions: tuple[Region, ...] = external(())
    topics: tuple[Name, ...] = external(())
    competitors: tuple[CompetitorId, ...] = internal(())
    claims: tuple[ClaimId, ...] = external(())
    uses: tuple[Use, ...] = external(())

    @property
    def public_addresses(self) -> tuple[str, ...]:
        """Where a buyer can open it: open addresses first, then those behind a form."""
        return tuple(link.url for link in (*self.links.public, *self.links.gated)) if self.links else ()

    @property
    def may_be_sent(self) -> bool:
        """Whether a message to a buyer may lead to it: it says so, or it says nothing and has an address that a buyer can open."""
        return self.audience == "external" if self.audience else bool(self.public_addresses)
