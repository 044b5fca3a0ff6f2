"""The project file, enablement.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from playbook.model.entries import AssetId, CampaignId, ClaimId, Industry, PersonaId, PlayId, StageId
from playbook.model.shapes import EMPTY, Address, Colour, Extra, File, Name, Scalar, Text, YesNo, authors, external, internal

Labels = Mapping[str, Name]
RuleLevels = Mapping[str, Annotated[str, Scalar("choice", "error warning off")]]
PlaybookSection = Annotated[str, Scalar("choice", "start people coverage stages they-say rules glossary more")]
Crm = Annotated[str, Scalar("choice", "hubspot salesforce none")]

# What marks a text as not for buyers, where a team has not listed its own words.
INTERNAL_WORDS = ("[internal]", "[internal-only]", "internal only", "internal use only", "confidential", "do not share")


@dataclass(frozen=True)
class Brand:
    """How the team looks: accent colour, logo, and the line at the foot of every page."""

    accent: Colour = external("")
    logo: File = external("")
    footer: Text = external("")


@dataclass(frozen=True)
class Pillar:
    """A promise of the company, and the claims that carry it."""

    MAIN: ClassVar[str] = "promise"
    promise: Text = external("", required=True)
    claims: tuple[ClaimId, ...] = external(())


@dataclass(frozen=True)
class Messages:
    """The company's own message, in three lengths."""

    one_line: Text = external("")
    short: Text = external("")
    long: Text = external("")
    pillars: tuple[Pillar, ...] = external(())


@dataclass(frozen=True)
class PlaybookPlan:
    """One playbook to make: what goes into it. Without `sections` it has all of them."""

    MAIN: ClassVar[str] = "id"
    id: Name = internal("", required=True)
    title: Name = internal("")
    personas: tuple[PersonaId, ...] = internal(())
    stages: tuple[StageId, ...] = internal(())
    campaigns: tuple[CampaignId, ...] = internal(())
    plays: tuple[PlayId, ...] = internal(())
    assets: tuple[AssetId, ...] = internal(())
    industries: tuple[Industry, ...] = internal(())
    sections: tuple[PlaybookSection, ...] = internal(())


@dataclass(frozen=True)
class Repository:
    """Where the library's files are kept, for the edit links."""

    MAIN: ClassVar[str] = "url"
    url: Address = internal("")
    branch: Name = internal("main")


@dataclass(frozen=True)
class Feedback:
    """Where a rep's feedback goes."""

    MAIN: ClassVar[str] = "url"
    url: Address = internal("")


@dataclass(frozen=True)
class Activity:
    """Where the CRM's exports lie and how their columns are called."""

    folder: Name = internal("activity")
    connection: Name = authors("")
    columns: Extra = internal(EMPTY)


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What holds for the whole library: its name, looks, vocabularies and rules."""

    file: str = "enablement.yaml"
    name: Name = external("", required=True)
    company: Name = external("")
    language: Name = external("en")
    currency: Name = external("")
    site_url: Address = external("")
    brand: Brand | None = external(None)
    messages: Messages | None = external(None)
    industries: Labels = external(EMPTY)
    products: Labels = external(EMPTY)
    segments: Labels = external(EMPTY)
    regions: Labels = external(EMPTY)
    asset_types: Labels = external(EMPTY)
    roles: Labels = external(EMPTY)
    stages: tuple[Name, ...] = external(())
    playbooks: tuple[PlaybookPlan, ...] = internal(())
    rules: RuleLevels = authors(EMPTY)
    repository: Repository | None = internal(None)
    feedback: Feedback | None = internal(None)
    links_base: Address = internal("")
    internal_words: tuple[Name, ...] = internal(())
    do_not_contact: tuple[Name, ...] = internal(())
    show_names: YesNo | None = internal(None)
    crm: Crm = internal("none", label="CRM")
    activity: Activity | None = authors(None)
    notes: Text = authors("")
    extra: Extra = internal(EMPTY)

    def label(self, vocabulary: str, word: str) -> str:
        """Return the label that a vocabulary gives to an id; the id as written where it is not declared."""
        labels: Mapping[str, str] = getattr(self, vocabulary)
        return labels.get(word, word)
