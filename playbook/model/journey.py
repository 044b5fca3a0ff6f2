"""The buyer's journey: its stages, and the signals by which a buyer shows where they are."""

from __future__ import annotations

from typing import Annotated, ClassVar

from playbook.model.entries import Entry, PersonaId, PlayId, SignalId, StageId
from playbook.model.shapes import Declared, Name, Scalar, Share, Text, Whole, YesNo, external, internal, partner
from playbook.model.values import Duration

Outcome = Annotated[str, Scalar("choice", "open won lost")]
SignalSource = Annotated[str, Scalar("choice", "web product email chat event crm social referral partner outbound rep")]
SignalKind = Annotated[str, Scalar("choice", "did said silent meeting after-sale")]


class Handoff(Declared):
    """Who takes over, what they must get, how fast they accept, and why they may reject."""

    MAIN: ClassVar[str] = "to"
    to: Name = internal("", "The team or role that takes over: Account executive.", required=True)
    requires: tuple[Text, ...] = internal((), "What they must get before they accept: Name, role wanted, shift and start date.")
    accept_within: Duration | None = internal(None, "How fast they say yes or no: 4 business hours.")
    reject_reasons: tuple[Text, ...] = internal((), "Why they may say no: No open role.")
    note: Text = internal("", "Anything else both sides should know about handing over.")


class Expected(Declared):
    """What both teams expect of a stage: the share that moves on, and how long it takes."""

    conversion: Share | None = internal(None, "The share you expect to move on to the next stage: 30%.")
    days: Whole | None = internal(None, "How many days that usually takes: 21.")


class CrmNames(Declared):
    """What the stage is called in the CRM."""

    salesforce: Name = internal("", "The stage's name in Salesforce, letter by letter: Needs Analysis.")
    hubspot: Name = internal("", "The stage's name in HubSpot, letter by letter.")


class Stage(Entry, kw_only=True):
    """A stage of a journey, seen from the buyer; `order` is unique within its journey."""

    name: Name = external("", "What the stage is called: Consideration.", required=True)
    order: Whole | None = external(None, "Its place in the journey: 1 comes before 2.", required=True)
    journey: Name = internal("buying", "Which journey it belongs to, where you have several: buying (also when left out), renewal.")
    definition: Text = partner("", "What must be true of a buyer who is here, in a sentence both teams agree on.")
    buyer_job: Text = external("", "What the buyer is trying to get done at this stage: Compare three suppliers.")
    buyer_question: Text = external("", "The question in the buyer's mind here: What does waiting really cost us?")
    accountable: Name = internal("", "The one team or role that answers for this stage: Marketing.")
    supporting: tuple[Name, ...] = internal((), "Who helps them: Sales development, Partner managers.")
    enter_when: tuple[Text, ...] = internal((), "How you know a buyer has arrived: They asked for a price.")
    leave_when: tuple[Text, ...] = internal((), "What the buyer has done when the stage is over: They named a start date.")
    checklist: tuple[Text, ...] = internal((), "What your team must have done before moving on: The shift plan is seen.")
    outcome: Outcome = internal("open", "Whether a deal here is still open, won or lost.")
    activities: tuple[Text, ...] = internal((), "What your team usually does here: Discovery call, site visit.")
    goes_to: tuple[StageId, ...] = internal((), "The stages that may come next.")
    recycle_to: StageId = internal("", "The stage a buyer goes back to who is not ready.")
    handoff: Handoff | None = internal(None, "Who takes over at this stage, with what, and how fast.")
    time_limit: Duration | None = internal(None, "How long a buyer may stay before somebody asks why: 30 days.")
    probability: Share | None = internal(None, "The chance that a deal here will be won: 40%.")
    expected: Expected | None = internal(None, "What both teams expect: how many move on, and how soon.")
    kpis: tuple[Text, ...] = internal((), "The figures that show whether the stage works: Meetings held.", label="KPIs")
    lost_reasons: tuple[Text, ...] = internal((), "Why deals end here, as reps should log it: No budget this year.")
    crm: CrmNames | None = internal(None, "What the stage is called in your CRM.", label="CRM")


class Signal(Entry, kw_only=True):
    """Something a buyer did, said or left undone, and what a rep does about it."""

    name: Name = partner("", "What happened, in a few words: Used the cost calculator.", required=True)
    source: SignalSource = partner(
        "", "Where you see it: web, product, email, chat, event, crm, social, referral, partner, outbound or rep."
    )
    means: Text = internal("", "What it says about the buyer: They are putting a price on waiting.", required=True)
    kind: SignalKind = internal("", "What sort it is: did, said, silent (nothing came back), meeting (one is ahead) or after-sale.")
    respond_within: Duration | None = internal(None, "How fast to answer, if the agreement has no clock for it: 4 business hours.")
    enough_alone: YesNo | None = internal(None, "Write no where a rep should not call on this alone.")
    pause_selling: YesNo | None = internal(None, "Write yes where all selling stops until this is put right.")
    enough_with: tuple[SignalId, ...] = internal((), "Other signals that make it enough for a call.")
    do: Text = internal("", "What the rep does first, in one sentence.")
    play: PlayId = internal("", "The play this signal starts.")
    personas: tuple[PersonaId, ...] = internal((), "Whose signal it is, where it differs by persona.")
    stages: tuple[StageId, ...] = internal((), "The stages at which it counts.")
