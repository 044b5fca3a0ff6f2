"""Sales plays: a situation in the rep's words, and what to do about it step by step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from playbook.model.entries import (
    AssetId,
    ClaimId,
    CompetitorId,
    Entry,
    Industry,
    ObjectionLine,
    PersonaId,
    PlayId,
    Question,
    Region,
    Segment,
    Send,
    SignalId,
    StageId,
)
from playbook.model.shapes import EMPTY, Extra, Name, Number, Text, Whole, authors, internal, partner
from playbook.model.values import Duration, StepDay


@dataclass(frozen=True)
class Reps:
    """Who runs the play, who helps, who is told."""

    MAIN: ClassVar[str] = "primary"
    primary: tuple[Name, ...] = partner(())
    secondary: tuple[Name, ...] = partner(())
    informed: tuple[Name, ...] = partner(())


@dataclass(frozen=True)
class Match:
    """The part of "when" that a machine can test against a deal."""

    stages: tuple[StageId, ...] = internal(())
    personas: tuple[PersonaId, ...] = internal(())
    industries: tuple[Industry, ...] = internal(())
    signals: tuple[SignalId, ...] = internal(())
    amount_over: Number | None = internal(None)
    amount_under: Number | None = internal(None)
    days_silent: Whole | None = internal(None)


@dataclass(frozen=True)
class StepAsset:
    """An asset as a step uses it, and what to point at in it."""

    MAIN: ClassVar[str] = "asset"
    asset: AssetId = partner("", required=True)
    focus: Text = internal("")


@dataclass(frozen=True)
class Step:
    """One step of a play. `key` is its id, or its number from 1 where it has none."""

    MAIN: ClassVar[str] = "do"
    key: str = ""
    id: Name = internal("")
    phase: Name = internal("")
    title: Name = internal("")
    day: StepDay | None = internal(None)
    from_: Name = internal("")
    after: Text = internal("")
    on: Text = internal("")
    until: Text = internal("")
    every: Text = internal("")
    who: Name = internal("")
    with_: tuple[Name, ...] = internal(())
    channel: Name = internal("")
    do: Text = internal("", required=True)
    why: Text = internal("")
    assets: tuple[StepAsset, ...] = partner(())
    say: Text = internal("")
    ask: Text = internal("")
    send: tuple[Send, ...] = partner(())
    same_as: Name = internal("")
    only_if: Text = internal("")
    stop_if: Text = internal("")
    milestone: Text = internal("")
    log: tuple[Text, ...] = internal(())
    notes: Text = authors("")
    extra: Extra = internal(EMPTY)


@dataclass(frozen=True)
class Branch:
    """Where a play leads: to another play, to a stage, or to one thing to do."""

    MAIN: ClassVar[str] = "do"
    when: Text = internal("")
    play: PlayId = internal("")
    stage: StageId = internal("")
    do: Text = internal("")
    after: Duration | None = internal(None)


@dataclass(frozen=True)
class Next:
    """What happens on yes, on silence and on no, and in other cases."""

    if_yes: Branch | None = internal(None)
    if_silent: Branch | None = internal(None)
    if_no: Branch | None = internal(None)
    other: tuple[Branch, ...] = internal(())


@dataclass(frozen=True)
class Variant:
    """The same play for an industry or segment: only the fields that differ."""

    label: Name = internal("")
    industries: tuple[Industry, ...] = internal(())
    segments: tuple[Segment, ...] = internal(())
    promise: Text = internal("")
    when: tuple[Text, ...] = internal(())
    not_when: tuple[Text, ...] = internal(())
    say: Text = internal("")
    ask: Text = internal("")
    questions: tuple[Question, ...] = internal(())
    objections: tuple[ObjectionLine, ...] = internal(())
    steps: tuple[Step, ...] = internal(())
    done_when: Text = internal("")
    why: Text = internal("")
    claims: tuple[ClaimId, ...] = internal(())
    notes: Text = authors("")


@dataclass(frozen=True, kw_only=True)
class Play(Entry):
    """A sales play: when to run it, its steps, and what comes next."""

    title: Name = partner("", required=True)
    promise: Text = partner("")
    objective: Text = partner("")
    personas: tuple[PersonaId, ...] = partner(())
    titles: tuple[Name, ...] = partner(())
    stages: tuple[StageId, ...] = partner(())
    industries: tuple[Industry, ...] = partner(())
    segments: tuple[Segment, ...] = partner(())
    regions: tuple[Region, ...] = partner(())
    reps: Reps | None = partner(None)
    signals: tuple[SignalId, ...] = internal(())
    when: tuple[Text, ...] = internal(())
    not_when: tuple[Text, ...] = internal(())
    pause_if: tuple[Text, ...] = internal(())
    match: Match | None = internal(None)
    minutes: Whole | None = internal(None)
    steps: tuple[Step, ...] = partner(())
    say: Text = internal("")
    ask: Text = internal("")
    questions: tuple[Question, ...] = internal(())
    objections: tuple[ObjectionLine, ...] = internal(())
    done_when: Text = internal("")
    log: tuple[Text, ...] = internal(())
    next: Next | None = internal(None)
    why: Text = internal("")
    competitors: tuple[CompetitorId, ...] = internal(())
    claims: tuple[ClaimId, ...] = internal(())
    variants: tuple[Variant, ...] = internal(())
    version: Name = internal("")
