"""The buyer's journey: its stages, and the signals by which a buyer shows where they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from playbook.model.entries import Entry, PersonaId, PlayId, SignalId, StageId
from playbook.model.shapes import Name, Scalar, Share, Text, Whole, YesNo, external, internal, partner
from playbook.model.values import Duration

Outcome = Annotated[str, Scalar("choice", "open won lost")]
SignalSource = Annotated[str, Scalar("choice", "web product email chat event crm social referral partner outbound rep")]
SignalKind = Annotated[str, Scalar("choice", "did said silent meeting after-sale")]


@dataclass(frozen=True)
class Handoff:
    """Who takes over, what they must get, how fast they accept, and why they may reject."""

    MAIN: ClassVar[str] = "to"
    to: Name = internal("", required=True)
    requires: tuple[Text, ...] = internal(())
    accept_within: Duration | None = internal(None)
    reject_reasons: tuple[Text, ...] = internal(())
    note: Text = internal("")


@dataclass(frozen=True)
class Expected:
    """What both teams expect of a stage: the share that moves on, and how long it takes."""

    conversion: Share | None = internal(None)
    days: Whole | None = internal(None)


@dataclass(frozen=True)
class CrmNames:
    """What the stage is called in the CRM."""

    salesforce: Name = internal("")
    hubspot: Name = internal("")


@dataclass(frozen=True, kw_only=True)
class Stage(Entry):
    """A stage of a journey, seen from the buyer; `order` is unique within its journey."""

    name: Name = external("", required=True)
    order: Whole | None = external(None, required=True)
    journey: Name = internal("buying")
    definition: Text = partner("")
    buyer_job: Text = external("")
    buyer_question: Text = external("")
    accountable: Name = internal("")
    supporting: tuple[Name, ...] = internal(())
    enter_when: tuple[Text, ...] = internal(())
    leave_when: tuple[Text, ...] = internal(())
    checklist: tuple[Text, ...] = internal(())
    outcome: Outcome = internal("open")
    activities: tuple[Text, ...] = internal(())
    goes_to: tuple[StageId, ...] = internal(())
    recycle_to: StageId = internal("")
    handoff: Handoff | None = internal(None)
    time_limit: Duration | None = internal(None)
    probability: Share | None = internal(None)
    expected: Expected | None = internal(None)
    kpis: tuple[Text, ...] = internal((), label="KPIs")
    lost_reasons: tuple[Text, ...] = internal(())
    crm: CrmNames | None = internal(None, label="CRM")


@dataclass(frozen=True, kw_only=True)
class Signal(Entry):
    """Something a buyer did, said or left undone, and what a rep does about it."""

    name: Name = partner("", required=True)
    source: SignalSource = partner("")
    means: Text = internal("", required=True)
    kind: SignalKind = internal("")
    respond_within: Duration | None = internal(None)
    enough_alone: YesNo | None = internal(None)
    enough_with: tuple[SignalId, ...] = internal(())
    do: Text = internal("")
    play: PlayId = internal("")
    personas: tuple[PersonaId, ...] = internal(())
    stages: tuple[StageId, ...] = internal(())
