"""What the pages made of words show: what buyers say, what to ask them, what is looked up, and the ways through all of it."""

from __future__ import annotations

from msgspec import Struct

from playbook.model.bodies import SaidBody
from playbook.model.entries import Question
from playbook.model.knowledge import Claim, Request, Term
from playbook.model.parts import Card, Link, Related, Rows, Situation
from playbook.model.settings import Messages


class Jump(Struct, frozen=True):
    """A place on the same page, and what leads there."""

    name: str
    anchor: str


class SaidTopic(Struct, frozen=True):
    """What one sort of people say; `who` is a persona, or words for everybody else."""

    who: Link
    anchor: str
    index: tuple[Jump, ...]
    said: tuple[SaidBody, ...]


class SaidPageBody(Struct, frozen=True):
    """Everything that buyers ask or object, each once, under who says it first; the index names it under everybody who says it."""

    topics: tuple[SaidTopic, ...]
    unanswered: int = 0


class QuestionGroup(Struct, frozen=True):
    """The questions for one persona, of one play, or about one competitor; `who` and `stages` say when a play's are asked."""

    source: Link
    anchor: str
    questions: tuple[Question, ...]
    who: tuple[Link, ...] = ()
    stages: tuple[Link, ...] = ()


class QuestionsBody(Struct, frozen=True):
    """What to ask, and what to listen for: parts with a code ("persona", "play", "competitor") and their groups."""

    parts: tuple[tuple[str, tuple[QuestionGroup, ...]], ...]


class SignalBody(Struct, frozen=True):
    """A signal with what to do about it, what makes it enough, and for whom."""

    situation: Situation
    anchor: str
    enough_with: tuple[Link, ...] = ()
    who: tuple[Link, ...] = ()
    stages: tuple[Link, ...] = ()
    rows: Rows = Rows()
    related: tuple[Related, ...] = ()


class SignalsBody(Struct, frozen=True):
    """The signals by what happened."""

    groups: tuple[tuple[str, tuple[SignalBody, ...]], ...]


class ClaimBody(Struct, frozen=True):
    """A claim, whether it still holds ("expired", "soon", "holds", "open"), and where it is used."""

    claim: Claim
    anchor: str
    title: str
    state: str
    rows: Rows = Rows()
    used_in: tuple[Related, ...] = ()


class ClaimsBody(Struct, frozen=True):
    """The claims by whether they hold, those that do not first."""

    groups: tuple[tuple[str, tuple[ClaimBody, ...]], ...]


class RequestBody(Struct, frozen=True):
    """What somebody asked marketing for, and what became of it."""

    request: Request
    anchor: str
    rows: Rows = Rows()
    related: tuple[Related, ...] = ()


class RequestsBody(Struct, frozen=True):
    """The requests by their state."""

    groups: tuple[tuple[str, tuple[RequestBody, ...]], ...]


class TermBody(Struct, frozen=True):
    """A term with what else the library says of it; `also` are its other words without mere plurals."""

    term: Term
    anchor: str
    also: tuple[str, ...] = ()
    rows: Rows = Rows()
    related: tuple[Related, ...] = ()


class GlossaryBody(Struct, frozen=True):
    """The terms by category, each in the order of the alphabet."""

    groups: tuple[tuple[str, tuple[TermBody, ...]], ...]


class MessagesBody(Struct, frozen=True):
    """The company's message in three lengths with its pillars, and the message for each persona at each stage.

    `by_persona` has a cell for each of `stages`; a stage without title holds what is said at any of them.
    """

    messages: Messages | None
    stages: tuple[Link, ...] = ()
    by_persona: tuple[tuple[Link, tuple[tuple[str, ...], ...]], ...] = ()


class DrillCard(Struct, frozen=True):
    """A card to learn by: the question side and the answer side."""

    front: str
    back: str


class NewRepBody(Struct, frozen=True):
    """The first week: five days of reading, one after the other, and the cards to drill what was read."""

    words: tuple[TermBody, ...]
    stages: tuple[tuple[Link, str], ...]
    people: tuple[Card, ...]
    plays: tuple[Card, ...]
    objections: tuple[DrillCard, ...]
    terms: tuple[DrillCard, ...]
    after: tuple[Link, ...] = ()


class SiteMapBody(Struct, frozen=True):
    """Every page and every PDF of a site, kind by kind; a card leads to a page and, where there is one, to its PDF."""

    groups: tuple[tuple[str, tuple[Card, ...]], ...]
    pages: int
    pdfs: int
