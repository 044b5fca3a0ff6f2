"""What sharpens a playbook: objections, claims, terms, competitors, campaigns and requests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from playbook.model.entries import (
    AssetId,
    ClaimId,
    CompetitorId,
    Entry,
    Industry,
    ObjectionLine,
    PersonaId,
    PlayId,
    StageId,
)
from playbook.model.shapes import Name, Number, Scalar, Text, Whole, YesNo, external, internal, partner
from playbook.model.values import Day

RequestState = Annotated[str, Scalar("choice", "asked building shipped declined")]


@dataclass(frozen=True, kw_only=True)
class Objection(Entry):
    """What buyers ask or object, belonging to no single persona."""

    they_say: Text = internal("", required=True)
    you_say: Text = internal("")
    why: Text = internal("")
    personas: tuple[PersonaId, ...] = internal(())
    stages: tuple[StageId, ...] = internal(())
    competitors: tuple[CompetitorId, ...] = internal(())
    claims: tuple[ClaimId, ...] = internal(())
    assets: tuple[AssetId, ...] = internal(())


@dataclass(frozen=True, kw_only=True)
class Claim(Entry):
    """A sentence we stand by, with the source that proves it."""

    text: Text = external("", required=True)
    source: Text = external("", required=True)
    checked: Day | None = internal(None)
    expires: Day | None = internal(None)
    value: Name = external("")


@dataclass(frozen=True)
class Agreed:
    """When and by whom a meaning was agreed."""

    on: Day | None = internal(None)
    by: tuple[Name, ...] = internal(())


@dataclass(frozen=True, kw_only=True)
class Term(Entry):
    """A word and what it means to both teams."""

    term: Name = external("", required=True)
    means: tuple[Text, ...] = external((), required=True)
    also: tuple[Name, ...] = external(())
    not_: tuple[Name, ...] = internal((), label="We do not say")
    category: Name = external("")
    link: YesNo | None = internal(None)
    agreed: Agreed | None = internal(None)


@dataclass(frozen=True)
class Trap:
    """What a competitor lays out for us, and the answer."""

    MAIN: ClassVar[str] = "trap"
    trap: Text = internal("", required=True)
    answer: Text = internal("")


@dataclass(frozen=True, kw_only=True)
class Competitor(Entry):
    """Somebody else the buyer may choose, for the battlecard."""

    name: Name = internal("", required=True)
    relation: Name = internal("")
    summary: Text = internal("")
    strengths: tuple[Text, ...] = internal(())
    weaknesses: tuple[Text, ...] = internal(())
    they_say: tuple[Text, ...] = internal(())
    we_win: tuple[Text, ...] = internal(())
    we_lose: tuple[Text, ...] = internal(())
    landmines: tuple[Text, ...] = internal(())
    traps: tuple[Trap, ...] = internal(())
    objections: tuple[ObjectionLine, ...] = internal(())
    assets: tuple[AssetId, ...] = internal(())
    claims: tuple[ClaimId, ...] = internal(())


@dataclass(frozen=True)
class CampaignGoal:
    """What a campaign is expected to bring."""

    pipeline: Number | None = internal(None)
    leads: Whole | None = internal(None)


@dataclass(frozen=True, kw_only=True)
class Campaign(Entry):
    """A content package with its guide: for whom, the message, the assets in order of use."""

    name: Name = partner("", required=True)
    starts: Day | None = partner(None, required=True)
    ends: Day | None = partner(None)
    personas: tuple[PersonaId, ...] = partner(())
    industries: tuple[Industry, ...] = partner(())
    message: Text = partner("")
    assets: tuple[AssetId, ...] = partner(())
    plays: tuple[PlayId, ...] = internal(())
    sales_does: tuple[Text, ...] = internal(())
    expected: CampaignGoal | None = internal(None)


@dataclass(frozen=True, kw_only=True)
class Request(Entry):
    """Something reps asked marketing for."""

    wanted: Text = internal("", required=True)
    asked_by: Name = internal("")
    asked_on: Day | None = internal(None)
    why: Text = internal("")
    state: RequestState = internal("")
    shipped_on: Day | None = internal(None)
    asset: AssetId = internal("")
