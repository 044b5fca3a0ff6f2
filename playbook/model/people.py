"""Buyer personas."""

from __future__ import annotations

from typing import Annotated, ClassVar

from playbook.model.entries import Channel, Entry, Industry, ObjectionLine, Question, Segment, StageId
from playbook.model.shapes import Declared, File, Name, Scalar, Text, external, internal, partner

Role = Annotated[str, Scalar("vocabulary", "roles")]


class BuyingRole(Declared):
    """The part a person plays in the buying group."""

    MAIN: ClassVar[str] = "role"
    role: Role = partner("", "The part they play when a team buys: champion, decision maker, user, blocker.", required=True)
    note: Text = internal("", "When or how far that holds: Signs up to 50,000 alone.")


class Saying(Declared):
    """A word of the buyer's and what it means."""

    MAIN: ClassVar[str] = "says"
    says: Name = partner("", "A word they use: the line.", required=True)
    means: Text = partner("", "What they mean by it: The production line, not the queue at the gate.", required=True)


class StageMessage(Declared):
    """The message for a persona at one stage."""

    MAIN: ClassVar[str] = "message"
    stage: StageId = partner("", "The stage of the journey this message is for.")
    message: Text = partner("", "What they should have understood by the end of that stage, in a sentence or two.", required=True)


class Persona(Entry, kw_only=True):
    """Somebody we sell to: what they want, fear, ask and object."""

    name: Name = external("", "What you call this buyer, by job and not by first name: Plant manager.", required=True)
    titles: tuple[Name, ...] = partner((), "Titles found on their business cards: Plant manager, Head of production.")
    buying_roles: tuple[BuyingRole, ...] = partner((), "The parts they play when a team buys: champion, decision maker.")
    reports_to: Name = partner("", "Whom they answer to: Chief operating officer.")
    industries: tuple[Industry, ...] = partner((), "The industries where you meet this persona.")
    segments: tuple[Segment, ...] = partner((), "The sizes or sorts of company where you meet this persona.")
    summary: Text = partner("", "Who they are in two or three sentences, for a rep with half a minute.")
    story: Text = internal("", "A day of theirs, told so that a new rep can picture it.")
    portrait: File = internal("", "A picture of them from content_library/files/: plant-manager.jpg.")
    responsibilities: tuple[Text, ...] = partner((), "What they answer for: Filling every shift.")
    goals: tuple[Text, ...] = partner((), "What they want to have reached by the end of the year.")
    pains: tuple[Text, ...] = partner((), "What goes wrong for them today, in their words: A new face each week.")
    motivations: tuple[Text, ...] = internal((), "What drives them as a person: To be left in peace by head office.")
    measured_by: tuple[Text, ...] = partner((), "The figures their boss looks at: Output per shift, overtime cost.")
    vocabulary: tuple[Saying, ...] = partner((), "Words they use and what they mean by them, so that reps talk as they do.")
    information_sources: tuple[Text, ...] = partner((), "What they read and whom they ask: The trade paper, other plant managers.")
    channels: tuple[Channel, ...] = partner((), "Where you reach them, best first: phone, trade fairs.")
    avoid: tuple[Text, ...] = internal((), "What puts them off: Slides, or calls during a shift change.")
    questions: tuple[Question, ...] = internal((), "What to ask them on a call, and what to listen for.")
    objections: tuple[ObjectionLine, ...] = internal((), "What they say against it and what the rep answers.")
    deal_makers: tuple[Text, ...] = internal((), "What makes them say yes: A trial with two people first.")
    deal_breakers: tuple[Text, ...] = internal((), "What makes them say no for good: Workers without papers.")
    messages: tuple[StageMessage, ...] = partner((), "What they should understand at each stage of the journey.")
