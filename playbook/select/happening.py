"""What can happen in a deal, and which plays and uses of assets name it: by a signal, by what buyers say, by a competitor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from playbook.library import Library
from playbook.model.bodies import SaidBody
from playbook.model.content import Asset
from playbook.model.journey import Signal
from playbook.model.knowledge import Competitor, Objection
from playbook.model.plays import Play
from playbook.select.addresses import anchor
from playbook.select.ranking import Candidate
from playbook.select.said import said


class Named(Struct, frozen=True):
    """What names each thing that can happen, in the one order, and the play that a signal names itself.

    Things that happen have keys: "signal:said-not-now", "said:objection-too-expensive", "competitor:hoproster", and "play:gone-quiet" for
    the situation that is a play's title, where no signal leads to it.
    """

    offered: Mapping[str, tuple[Candidate, ...]]
    first: Mapping[str, str]


NOTHING = Named({}, {})


def named_by(library: Library, ranked: Iterable[Candidate]) -> Named:
    """Return what is offered for everything that can happen."""
    found: dict[str, list[Candidate]] = {}
    ties = library.once("ties", library, lambda: _ties(library))
    for each in ranked:
        entry = ("play" if each.use is None else "asset", each.entry.id)
        for happened in dict.fromkeys((*(signal_key(id_) for id_ in each.signals), *ties.get(entry, ()))):
            found.setdefault(happened, []).append(each)
    first = {signal_key(signal.id): signal.play for signal in library.of(Signal) if signal.play}
    first |= {play_key(play.id): play.id for play in without_signal(library)}
    return Named({happened: tuple(offered) for happened, offered in found.items()}, first)


def without_signal(library: Library) -> tuple[Play, ...]:
    """Return the live plays to which no signal leads: what happened is said by their titles alone."""
    led_to = {signal.play for signal in library.of(Signal) if signal.is_live}
    return tuple(play for play in library.of(Play) if play.is_live and not play.signals and play.id not in led_to)


def what_happened(signal: str = "", objection: str = "", competitor: str = "") -> str:
    """Return the key of what happened, from the id of a signal, an objection or a competitor; empty where there is none."""
    if signal:
        return signal_key(signal)
    if objection:
        return f"said:{anchor('objection', objection)}"
    return competitor_key(competitor) if competitor else ""


def signal_key(id_: str) -> str:
    """Return the key of a signal."""
    return f"signal:{id_}"


def competitor_key(id_: str) -> str:
    """Return the key of a competitor who was named."""
    return f"competitor:{id_}"


def play_key(id_: str) -> str:
    """Return the key of the situation that a play's title names."""
    return f"play:{id_}"


def said_key(line: SaidBody) -> str:
    """Return the key of something that buyers say."""
    return f"said:{line.anchor}"


def _ties(library: Library) -> dict[tuple[str, str], list[str]]:
    """Return what else ties a play or an asset, by kind and id, to what can happen."""
    found: dict[tuple[str, str], list[str]] = {}
    for entry, happened in (*_of_signals(library), *_of_titles(library), *_of_the_said(library), *_of_competitors(library)):
        found.setdefault(entry, []).append(happened)
    return found


def _of_signals(library: Library) -> Iterator[tuple[tuple[str, str], str]]:
    yield from ((("play", signal.play), signal_key(signal.id)) for signal in library.of(Signal) if signal.play)


def _of_titles(library: Library) -> Iterator[tuple[tuple[str, str], str]]:
    """A play without a signal ties itself and the assets of its steps to what its title names."""
    for play in without_signal(library):
        yield ("play", play.id), play_key(play.id)
        yield from ((("asset", id_), play_key(play.id)) for id_ in dict.fromkeys(each.asset for step in play.steps for each in step.assets))


def _of_the_said(library: Library) -> Iterator[tuple[tuple[str, str], str]]:
    """What buyers say ties the plays in which it comes up, and the assets that its objection names."""
    objections = {anchor("objection", entry.id): entry for entry in library.of(Objection)}
    for line in said(library):
        objection = objections.get(line.anchor)
        yield from ((("asset", id_), said_key(line)) for id_ in (objection.assets if objection else ()))
        yield from ((("play", place.id), said_key(line)) for place in line.comes_up if place.kind == "play")


def _of_competitors(library: Library) -> Iterator[tuple[tuple[str, str], str]]:
    for competitor in library.of(Competitor):
        yield from ((("asset", id_), competitor_key(competitor.id)) for id_ in competitor.assets)
    entries: tuple[Play | Asset, ...] = (*library.of(Play), *library.of(Asset))
    for entry in entries:
        kind = "play" if isinstance(entry, Play) else "asset"
        yield from (((kind, entry.id), competitor_key(id_)) for id_ in entry.competitors)
