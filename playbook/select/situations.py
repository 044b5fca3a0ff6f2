"""What just happened: the signals as situations, each with the play or the content that answers it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from playbook.library import Library
from playbook.model.agreement import Clock
from playbook.model.journey import Signal
from playbook.model.parts import Link, Situation, SituationGroup
from playbook.model.values import Span
from playbook.select.addresses import anchor, link
from playbook.select.finding import Known, answering
from playbook.select.happening import NOTHING, Named, named_by, signal_key
from playbook.select.ranking import Candidate

ORDER = ("did", "said", "silent", "meeting", "after-sale", "")


def situations(library: Library, ranked: Iterable[Candidate], personas: Collection[str] = ()) -> tuple[SituationGroup, ...]:
    """Return the signals grouped by what happened, for these personas or for everybody."""
    named = named_by(library, ranked)
    persona = next(iter(personas)) if len(personas) == 1 else ""
    found: dict[str, list[Situation]] = {}
    for signal in library.of(Signal):
        if signal.is_live and _concerns(signal, personas):
            found.setdefault(signal.kind, []).append(situation(library, signal, named, persona))
    return tuple(SituationGroup(kind, tuple(found[kind])) for kind in ORDER if kind in found)


def situation(library: Library, signal: Signal, named: Named = NOTHING, persona: str = "") -> Situation:
    """Return one signal as a situation, with what the finder gives as the best answer to it."""
    return Situation(
        title=signal.title_text,
        anchor=anchor("start", signal.id),
        means=signal.means,
        respond_within=signal.respond_within or _clock(library, signal),
        enough_alone=signal.enough_alone is not False,
        pause_selling=signal.pause_selling is True,
        do=signal.do,
        answer=answer(library, signal, named, persona),
        ask_who="" if persona else _ask_who(signal, named),
    )


def _ask_who(signal: Signal, named: Named) -> str:
    key = signal_key(signal.id)
    answers = answering(Known(key), named)
    if not answers or answers[0].use is None or not any(each.use and each.entry == answers[0].entry for each in answers[1:]):
        return ""
    return key


def answer(library: Library, signal: Signal, named: Named, persona: str = "") -> Link | None:
    """Return the play or asset to use after a signal; one that it names itself and that is not offered says in its link why."""
    best = next(iter(answering(Known(signal_key(signal.id), persona=persona), named)), None)
    if best is None:
        return link(library, "play", signal.play) if signal.play and not persona else None
    return best.offer.link


def _concerns(signal: Signal, personas: Collection[str]) -> bool:
    return not (personas and signal.personas) or not set(personas).isdisjoint(signal.personas)


def _clock(library: Library, signal: Signal) -> Span | None:
    """The agreement is the home of response times."""
    clocks: tuple[Clock, ...] = library.agreement.clocks if library.agreement else ()
    return next((clock.target for clock in clocks if clock.signal == signal.id), None)
