"""What just happened: the signals as situations, each with the play that answers it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from playbook.library import Library
from playbook.model.agreement import Clock
from playbook.model.journey import Signal
from playbook.model.parts import Link, Situation, SituationGroup
from playbook.model.values import Span
from playbook.select.addresses import anchor, link
from playbook.select.ranking import Candidate

ORDER = ("did", "said", "silent", "meeting", "after-sale", "")


def situations(library: Library, ranked: Iterable[Candidate], personas: Collection[str] = ()) -> tuple[SituationGroup, ...]:
    """Return the signals grouped by what happened, for these personas or for everybody."""
    plays = answers(ranked)
    found: dict[str, list[Situation]] = {}
    for signal in library.of(Signal):
        if signal.is_live and _concerns(signal, personas):
            found.setdefault(signal.kind, []).append(situation(library, signal, plays.get(signal.id)))
    return tuple(SituationGroup(kind, tuple(found[kind])) for kind in ORDER if kind in found)


def situation(library: Library, signal: Signal, answer: Link | None = None) -> Situation:
    """Return one signal as a situation; the play it names itself goes before a play that names it."""
    play = link(library, "play", signal.play) if signal.play else answer
    return Situation(
        title=signal.title_text,
        anchor=anchor("start", signal.id),
        means=signal.means,
        respond_within=signal.respond_within or _clock(library, signal),
        enough_alone=signal.enough_alone is not False,
        do=signal.do,
        play=play,
    )


def _concerns(signal: Signal, personas: Collection[str]) -> bool:
    return not (personas and signal.personas) or not set(personas).isdisjoint(signal.personas)


def answers(ranked: Iterable[Candidate]) -> dict[str, Link]:
    """Return, for each signal, the first play in the one order that names it."""
    found: dict[str, Link] = {}
    for each in ranked:
        for signal in each.signals if each.use is None else ():
            found.setdefault(signal, each.offer.link)
    return found


def _clock(library: Library, signal: Signal) -> Span | None:
    """The agreement is the home of response times."""
    clocks: tuple[Clock, ...] = library.agreement.clocks if library.agreement else ()
    return next((clock.target for clock in clocks if clock.signal == signal.id), None)
