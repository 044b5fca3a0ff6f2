"""What sharpens a playbook: objections, claims, terms, competitors, campaigns and requests."""

from __future__ import annotations

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
from playbook.model.shapes import Declared, Name, Number, Scalar, Text, Whole, YesNo, external, internal, partner
from playbook.model.values import Day

RequestState = Annotated[str, Scalar("choice", "asked building shipped declined")]


class Objection(Entry, kw_only=True):
    """What buyers ask or object, belonging to no single persona."""

    they_say: Text = internal("", "What buyers ask or object, in their words, whoever says it: We hire ourselves.", required=True)
    you_say: Text = internal("", "The answer a rep can say out loud, in two or three sentences.")
    why: Text = internal("", "What is really behind it: Last time the agency sent nobody.")
    personas: tuple[PersonaId, ...] = internal((), "Who says it, where only some do.")
    stages: tuple[StageId, ...] = internal((), "The stages at which it comes up.")
    competitors: tuple[CompetitorId, ...] = internal((), "The competitors who plant it.")
    claims: tuple[ClaimId, ...] = internal((), "The claims that prove your answer.")
    assets: tuple[AssetId, ...] = internal((), "The assets to show or send with your answer.")


class Claim(Entry, kw_only=True):
    """A sentence we stand by, with the source that proves it."""

    text: Text = external("", "The sentence you stand by, with its figure: 94% of shifts were filled in 2026.", required=True)
    source: Text = external("", "Where it comes from, so that anybody can look it up: Dispatch report 2026, page 4.", required=True)
    checked: Day | None = internal(None, "The day somebody last looked it up in the source.")
    expires: Day | None = internal(None, "The last day it may be said, or evergreen.")
    value: Name = external("", "The figure alone, as it should look on a slide: 94%.")


class Agreed(Declared):
    """When and by whom a meaning was agreed."""

    on: Day | None = internal(None, "The day both teams agreed on the meaning.")
    by: tuple[Name, ...] = internal((), "Who agreed: Head of sales, Head of marketing.")


class Term(Entry, kw_only=True):
    """A word and what it means to both teams."""

    term: Name = external("", "The word as you write it: qualified lead.", required=True)
    means: tuple[Text, ...] = external((), "What it means, in a sentence that leaves no room for two readings.", required=True)
    also: tuple[Name, ...] = external((), "Other words for the same that are fine to use: MQL.")
    not_: tuple[Name, ...] = internal((), "Words not to use for it: hot lead.", label="We do not say")
    category: Name = external("", "The group it stands under in the glossary: Funnel.")
    link: YesNo | None = internal(None, "Write no to keep it from being linked in texts, where the word is an everyday one.")
    agreed: Agreed | None = internal(None, "When this meaning was agreed, and by whom.")


class Trap(Declared):
    """What a competitor lays out for us, and the answer."""

    MAIN: ClassVar[str] = "trap"
    trap: Text = internal("", "What they say or ask for to make you look bad: Ask them for their night rate.", required=True)
    answer: Text = internal("", "How to get out of it, in words a rep can say.")


class Competitor(Entry, kw_only=True):
    """Somebody else the buyer may choose, for the battlecard."""

    name: Name = internal("", "What they are called; doing nothing and doing it in-house are competitors too.", required=True)
    relation: Name = internal("", "How you meet them: direct, in-house, do nothing.")
    summary: Text = internal("", "Who they are and whom they win, in two sentences.")
    strengths: tuple[Text, ...] = internal((), "What they are good at, said fairly: buyers know it.")
    weaknesses: tuple[Text, ...] = internal((), "Where they fall short, as you can show.")
    they_say: tuple[Text, ...] = internal((), "What they say about you.")
    we_win: tuple[Text, ...] = internal((), "When you win against them: Night shifts, more than one site.")
    we_lose: tuple[Text, ...] = internal((), "When you lose against them, so that nobody wastes a quarter: One-day jobs.")
    landmines: tuple[Text, ...] = internal((), "Questions to ask the buyer early that show the difference.")
    traps: tuple[Trap, ...] = internal((), "What they set up against you, and the way out.")
    objections: tuple[ObjectionLine, ...] = internal((), "What buyers say after talking to them, and your answers.")
    assets: tuple[AssetId, ...] = internal((), "The assets that help against them.")
    claims: tuple[ClaimId, ...] = internal((), "The claims that count against them.")


class CampaignGoal(Declared):
    """What a campaign is expected to bring."""

    pipeline: Number | None = internal(None, "The value of the deals it should start: 250000.")
    leads: Whole | None = internal(None, "How many leads it should bring: 120.")


class Campaign(Entry, kw_only=True):
    """A content package with its guide: for whom, the message, the assets in order of use."""

    name: Name = partner("", "What the campaign is called: Winter cover 2026.", required=True)
    starts: Day | None = partner(None, "Its first day: 2026-10-01.", required=True)
    ends: Day | None = partner(None, "Its last day: 2026-12-20.")
    personas: tuple[PersonaId, ...] = partner((), "The personas the campaign speaks to.")
    industries: tuple[Industry, ...] = partner((), "The industries it runs in.")
    message: Text = partner("", "The one sentence buyers should remember.")
    assets: tuple[AssetId, ...] = partner((), "Its assets, in the order in which they are used.")
    plays: tuple[PlayId, ...] = internal((), "The plays reps run during the campaign.")
    sales_does: tuple[Text, ...] = internal((), "What sales does with it, one action a line: Call everybody who used the calculator.")
    expected: CampaignGoal | None = internal(None, "What it should bring.")


class Request(Entry, kw_only=True):
    """Something reps asked marketing for."""

    wanted: Text = internal("", "What reps need and do not have: A price table against the staffing app.", required=True)
    asked_by: Name = internal("", "Who asked for it: Jonas, sales north.")
    asked_on: Day | None = internal(None, "The day they asked: 2026-10-12.")
    why: Text = internal("", "What it would help with: Lost two deals to the app last month.")
    state: RequestState = internal("", "How far it is: asked, building, shipped or declined.")
    shipped_on: Day | None = internal(None, "The day it was ready: 2026-11-05.")
    asset: AssetId = internal("", "The asset that came out of it.")
