"""Sales plays: a situation in the rep's words, and what to do about it step by step."""

from __future__ import annotations

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
from playbook.model.shapes import Declared, Extra, Name, Number, Text, Whole, authors, internal, partner
from playbook.model.values import Duration, StepDay


class Reps(Declared):
    """Who runs the play, who helps, who is told."""

    MAIN: ClassVar[str] = "primary"
    primary: tuple[Name, ...] = partner((), "Who runs the play: Account executive.")
    secondary: tuple[Name, ...] = partner((), "Who helps: Solution engineer.")
    informed: tuple[Name, ...] = partner((), "Who is told: Customer success.")


class Match(Declared):
    """The part of "when" that a machine can test against a deal."""

    stages: tuple[StageId, ...] = internal((), "Deals at one of these stages.")
    personas: tuple[PersonaId, ...] = internal((), "Deals where one of these personas is involved.")
    industries: tuple[Industry, ...] = internal((), "Deals in one of these industries.")
    signals: tuple[SignalId, ...] = internal((), "Deals that showed one of these signals.")
    amount_over: Number | None = internal(None, "Deals worth more than this: 20000.")
    amount_under: Number | None = internal(None, "Deals worth less than this: 100000.")
    days_silent: Whole | None = internal(None, "Deals without an answer for so many days: 10.")


class StepAsset(Declared):
    """An asset as a step uses it, and what to point at in it."""

    MAIN: ClassVar[str] = "asset"
    asset: AssetId = partner("", "The asset to use in this step.", required=True)
    focus: Text = internal("", "What to point at in it: The table on page 3.")


class Step(Declared):
    """One step of a play. `key` is its id, or its number from 1 where it has none."""

    MAIN: ClassVar[str] = "do"
    key: str = ""
    id: Name = internal("", "A short name for the step, so that others can name it: first-call.")
    phase: Name = internal("", "The part of the play it belongs to: Prepare, Meet, Close.")
    title: Name = internal("", "The step in a few words, for the overview: Put a number on it.")
    day: StepDay | None = internal(None, "The day it is done, counted in business days from the start: 3, or 10 calendar.")
    from_: Name = internal("", "The event that day is counted from, if not the start of the play: the site visit.")
    after: Text = internal("", "What must have come before it, or how long ago: Two days after the call.")
    on: Text = internal("", "The event or date it is done on: The day the trial ends.")
    until: Text = internal("", "When to stop doing it: Until they name a date.")
    every: Text = internal("", "How often it is repeated: Every Monday.")
    who: Name = internal("", "Who does it: Account executive.")
    with_: tuple[Name, ...] = internal((), "Who else takes part: Dispatcher.")
    channel: Name = internal("", "How it is done: phone, email, on site.")
    do: Text = internal("", "What to do, as you would tell a colleague: Call and ask for one open role.", required=True)
    why: Text = internal("", "Why this step is worth its time.")
    assets: tuple[StepAsset, ...] = partner((), "The assets it uses, and what to point at in each.")
    say: Text = internal("", "What to say in this step, word for word.")
    ask: Text = internal("", "What to ask in this step.")
    send: tuple[Send, ...] = partner((), "The message to send in this step, ready to copy.")
    same_as: Name = internal("", "The step whose message is sent again, by its short name or number.")
    only_if: Text = internal("", "When to do it at all: Only if they opened the sheet.")
    stop_if: Text = internal("", "What ends the play here: They signed with somebody else.")
    milestone: Text = internal("", "What has been reached after it: They named the decision maker.")
    log: tuple[Text, ...] = internal((), "What to write into the CRM after this step.")
    notes: Text = authors("", "What only authors should know about this step; never published.")
    extra: Extra = internal({}, "Fields of your own for this step, under any names you like.")


class Branch(Declared):
    """Where a play leads: to another play, to a stage, or to one thing to do."""

    MAIN: ClassVar[str] = "do"
    when: Text = internal("", "What must have happened to go this way, where the name does not say it.")
    play: PlayId = internal("", "The play that comes next.")
    stage: StageId = internal("", "The stage the buyer moves to.")
    do: Text = internal("", "The one thing to do, if no play follows: Call again in the new quarter.")
    after: Duration | None = internal(None, "How long to wait first: 6 weeks.")


class Next(Declared):
    """What happens on yes, on silence and on no, and in other cases."""

    if_yes: Branch | None = internal(None, "What to do when they say yes.")
    if_silent: Branch | None = internal(None, "What to do when nothing comes back.")
    if_no: Branch | None = internal(None, "What to do when they say no.")
    other: tuple[Branch, ...] = internal((), "Other ways it may go, each with its own when.")


class Variant(Declared):
    """The same play for an industry or segment: only the fields that differ."""

    label: Name = internal("", "What this variant is called: Hospitals.")
    industries: tuple[Industry, ...] = internal((), "The industries this variant is for.")
    segments: tuple[Segment, ...] = internal((), "The sizes or sorts of company this variant is for.")
    promise: Text = internal("", "The promise, as it differs here.")
    when: tuple[Text, ...] = internal((), "When to run it here, if not as in the play.")
    not_when: tuple[Text, ...] = internal((), "When not to run it here, if not as in the play.")
    say: Text = internal("", "What to say here in place of the play's words.")
    ask: Text = internal("", "What to ask here in place of the play's question.")
    questions: tuple[Question, ...] = internal((), "Questions that fit these buyers better.")
    objections: tuple[ObjectionLine, ...] = internal((), "Objections that these buyers raise, with answers.")
    steps: tuple[Step, ...] = internal((), "The steps, where they differ for these buyers.")
    done_when: Text = internal("", "When it is done here, if not as in the play.")
    why: Text = internal("", "Why it works for these buyers.")
    claims: tuple[ClaimId, ...] = internal((), "The proof that counts for these buyers.")
    notes: Text = authors("", "What only authors should know about this variant; never published.")


class Play(Entry, kw_only=True):
    """A sales play: when to run it, its steps, and what comes next."""

    title: Name = partner("", "The situation, as a rep would say it: They have gone quiet after the proposal.", required=True)
    promise: Text = partner("", "What the rep gets by running it, in at most 14 words.")
    objective: Text = partner("", "What should have changed for the deal at the end.")
    personas: tuple[PersonaId, ...] = partner((), "The personas it is for; none means anybody.")
    titles: tuple[Name, ...] = partner((), "People it is for who have no persona yet: Safety officer.")
    stages: tuple[StageId, ...] = partner((), "The stages at which to run it; none means any time.")
    industries: tuple[Industry, ...] = partner((), "The industries it is for; none means every industry.")
    segments: tuple[Segment, ...] = partner((), "The sizes or sorts of company it is for.")
    regions: tuple[Region, ...] = partner((), "The regions it is for; none means everywhere.")
    reps: Reps | None = partner(None, "Who runs it, who helps and who is told.")
    signals: tuple[SignalId, ...] = internal((), "What has just happened when it starts.")
    when: tuple[Text, ...] = internal((), "The moment to run it, as a rep would notice it: Five days without an answer.")
    not_when: tuple[Text, ...] = internal((), "When to leave it alone: They told you the date of the decision.")
    pause_if: tuple[Text, ...] = internal((), "What to wait for before going on: They are on holiday.")
    match: Match | None = internal(None, "The same in figures, so that fitting deals can be found in the CRM.")
    minutes: Whole | None = internal(None, "How many minutes of a rep's time it takes: 20.")
    steps: tuple[Step, ...] = partner((), "What to do, one step after the other; seven at most read well.")
    say: Text = internal("", "What to say first, word for word, in at most 75 words.")
    ask: Text = internal("", "The one question to ask.")
    questions: tuple[Question, ...] = internal((), "More questions to ask along the way, and what to listen for.")
    objections: tuple[ObjectionLine, ...] = internal((), "What they may say against it, and the answers.")
    done_when: Text = internal("", "How the rep knows it is done: They named a date, or said no.")
    log: tuple[Text, ...] = internal((), "What to write into the CRM when it is done.")
    next: Next | None = internal(None, "What comes after a yes, a no, or silence.")
    why: Text = internal("", "Why it works: what you have seen in your own deals.")
    competitors: tuple[CompetitorId, ...] = internal((), "The competitors you meet in this situation.")
    claims: tuple[ClaimId, ...] = internal((), "The claims a rep may use in it.")
    variants: tuple[Variant, ...] = internal((), "The same play for other industries or segments: only what differs.")
    version: Name = internal("", "Your own number for this text, if you keep one: 2.")
