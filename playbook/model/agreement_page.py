"""What the page of the agreement shows: the agreement itself, what others of the library add to it, and the figures. Plain frozen data."""

from __future__ import annotations

from msgspec import Struct

from playbook.model.agreement import Agreement, Clock, Recycle, Signature
from playbook.model.figures import Answer, Gain, MarketingLoad, Mismatch, SalesLoad, Waterfall
from playbook.model.journey import Handoff
from playbook.model.knowledge import Term
from playbook.model.parts import Link, Rows
from playbook.model.values import Span


class AgreedTerm(Struct, frozen=True):
    """A word that both teams use in one meaning."""

    link: Link
    term: Term


class HandOver(Struct, frozen=True):
    """Where one team gives a buyer to another: the stage and what it means, what is handed over, and how fast it is taken."""

    stage: Link
    handoff: Handoff
    definition: str = ""
    within: Span | None = None


class ClockLine(Struct, frozen=True):
    """One clock: what starts it, who answers with which play."""

    clock: Clock
    starts: Link
    who: tuple[str, ...] = ()
    play: Link | None = None


class ClockGroup(Struct, frozen=True):
    """Clocks of one sort, the shortest first; `kind` is a kind of signal, or "hand-off"."""

    kind: str
    lines: tuple[ClockLine, ...]


class WayBack(Struct, frozen=True):
    """Where a lead goes that is not ready, with the stages that it leaves and comes to."""

    recycle: Recycle
    from_: Link
    to: Link


class SignatureLine(Struct, frozen=True):
    """A signature and whether it still holds: "unchanged", "changed" or "untracked"."""

    signature: Signature
    state: str


class AgreementBody(Struct, frozen=True):
    """The agreement as a document to be signed.

    `version` is the hash of what is signed; `open_` names the fields nobody has filled,
    `industries` says what those of the plan are called.
    """

    agreement: Agreement
    version: str
    currency: str
    terms: tuple[AgreedTerm, ...]
    clocks: tuple[ClockGroup, ...]
    hand_overs: tuple[HandOver, ...]
    ways_back: tuple[WayBack, ...]
    signatures: tuple[SignatureLine, ...]
    waterfall: Answer[Waterfall]
    gains: Answer[tuple[Gain, ...]]
    sales: Answer[SalesLoad]
    marketing: Answer[MarketingLoad]
    mismatch: Answer[Mismatch]
    industries: tuple[Link, ...] = ()
    extra: Rows = Rows()
    open_: tuple[str, ...] = ()
