"""Buyer personas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from playbook.model.entries import Channel, Entry, Industry, ObjectionLine, Question, Segment, StageId
from playbook.model.shapes import File, Name, Scalar, Text, external, internal, partner

Role = Annotated[str, Scalar("vocabulary", "roles")]


@dataclass(frozen=True)
class BuyingRole:
    """The part a person plays in the buying group."""

    MAIN: ClassVar[str] = "role"
    role: Role = partner("", required=True)
    note: Text = internal("")


@dataclass(frozen=True)
class Saying:
    """A word of the buyer's and what it means."""

    MAIN: ClassVar[str] = "says"
    says: Name = partner("", required=True)
    means: Text = partner("", required=True)


@dataclass(frozen=True)
class StageMessage:
    """The message for a persona at one stage."""

    MAIN: ClassVar[str] = "message"
    stage: StageId = partner("")
    message: Text = partner("", required=True)


@dataclass(frozen=True, kw_only=True)
class Persona(Entry):
    """Somebody we sell to: what they want, fear, ask and object."""

    name: Name = external("", required=True)
    titles: tuple[Name, ...] = partner(())
    buying_roles: tuple[BuyingRole, ...] = partner(())
    reports_to: Name = partner("")
    industries: tuple[Industry, ...] = partner(())
    segments: tuple[Segment, ...] = partner(())
    summary: Text = partner("")
    story: Text = internal("")
    portrait: File = internal("")
    responsibilities: tuple[Text, ...] = partner(())
    goals: tuple[Text, ...] = partner(())
    pains: tuple[Text, ...] = partner(())
    motivations: tuple[Text, ...] = internal(())
    measured_by: tuple[Text, ...] = partner(())
    vocabulary: tuple[Saying, ...] = partner(())
    information_sources: tuple[Text, ...] = partner(())
    channels: tuple[Channel, ...] = partner(())
    avoid: tuple[Text, ...] = internal(())
    questions: tuple[Question, ...] = internal(())
    objections: tuple[ObjectionLine, ...] = internal(())
    deal_makers: tuple[Text, ...] = internal(())
    deal_breakers: tuple[Text, ...] = internal(())
    messages: tuple[StageMessage, ...] = partner(())
