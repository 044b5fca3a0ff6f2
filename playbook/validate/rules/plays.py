"""Plays beside one another: loops that send the same again, two for one trigger, and a next step that says only half."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from playbook.library import Library
from playbook.model.content import Asset, Use
from playbook.model.journey import Signal
from playbook.model.plays import Play
from playbook.problems import FieldPath, Problem
from playbook.validate.rules.finding import finding, some, to_write

N = TypeVar("N", bound=Hashable)
DISTINCTIONS = ("personas", "stages", "industries", "segments", "regions", "titles", "competitors")
LONGEST_LOOP = 4
"""Whoever gets the same again after more than so many others does not notice it."""
ANSWERS = {"if_yes": "a yes", "if_silent": "silence", "if_no": "a no"}


def repeating_loops(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001 - every rule is asked alike
    """Whoever gets no answer, or a no, is led back to a play, and is sent the same asset again."""
    plays = {play.id: play for play in library.of(Play) if play.is_live}
    ways = {play.id: {next_: path for path, next_ in _unanswered(play) if next_ in plays} for play in plays.values()}
    for loop in _loops(ways):
        sent = dict.fromkeys(used.asset for id_ in loop for step in plays[id_].steps for used in step.assets)
        names = [asset.title_text for id_ in sent if (asset := library.get("asset", id_)) and asset.is_live]
        if names:
            yield finding(
                plays[loop[0]],
                "PB332",
                ways[loop[0]][loop[1 % len(loop)]],
                why=f"Without a yes this goes round ({some((*loop, loop[0]))}), and buyers get again: {some(names, 3)}.",
                remedy="Let one of these plays end in a stage or in one thing to do, or send something else the second time.",
            )


def repeating_follow_ups(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """The follow-ups of uses lead back to the asset they began with."""
    uses = {(asset.id, use.key): (number, use) for asset in library.of(Asset) if asset.is_live for number, use in enumerate(asset.uses)}
    by_asset: dict[str, list[tuple[str, str]]] = {}
    for id_, key in uses:
        by_asset.setdefault(id_, []).append((id_, key))
    ways = {
        node: dict.fromkeys((other for other in by_asset.get(_follower(use), ()) if _meet(use, uses[other][1])), ())
        for node, (_, use) in uses.items()
    }
    for loop in _loops(ways):
        id_, key = loop[0]
        titles = [f'"{library.entries["asset"][each].title_text}"' for each, _ in loop]
        yield finding(
            library.entries["asset"][id_],
            "PB332",
            ("uses", uses[id_, key][0], "follow_up", "asset"),
            part=_follower(uses[id_, key][1]),
            why=f"Each is followed by the next, and the buyer gets the first one again: {some((*titles, titles[0]))}.",
            remedy="Name another asset or a play in one of these follow-ups.",
        )


def one_trigger(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Two plays start from one signal for the same buyers, and nothing tells a rep which to run."""
    by_signal: dict[str, list[Play]] = {}
    for play in library.of(Play):
        for signal in dict.fromkeys(play.signals if play.is_live else ()):
            by_signal.setdefault(signal, []).append(play)
    for id_, plays in by_signal.items():
        trigger = library.get("signal", id_)
        starts = trigger.play if isinstance(trigger, Signal) else ""
        for number, other in enumerate(plays if trigger else ()):
            alike = (one for one in plays[:number] if starts not in {one.id, other.id} and not _are_distinct(one, other))
            if trigger and (one := next(alike, None)):
                yield _second_play(other, id_, trigger.title_text, one)


def unanswered_branches(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """A play says what comes after one answer, and not after the others."""
    for play in library.of(Play):
        lacking = {name: words for name, words in ANSWERS.items() if not getattr(play.next, name)} if play.next else {}
        if play.is_live and 0 < len(lacking) < len(ANSWERS):
            yield finding(
                play,
                "PB342",
                ("next",),
                why=f"Nothing says what comes after {' or '.join(lacking.values())}.",
                remedy=f"{to_write(*(f'  {name}: …' for name in lacking))} below next, with a play, a stage or one thing to do; "
                "to close the deal is an answer, too.",
            )


def _second_play(play: Play, signal: str, trigger: str, other: Play) -> Problem:
    return finding(
        play,
        "PB333",
        ("signals", play.signals.index(signal)),
        part=signal,
        why=f'"{trigger}" starts "{other.title_text}" as well, for the same people at the same stages.',
        remedy="Say in one for whom it is: personas, stages, industries; or name one of them under play in the signal.",
    )


def _unanswered(play: Play) -> Iterator[tuple[FieldPath, str]]:
    """Yield the plays that follow without a yes: after silence, after a no, and in other cases."""
    if play.next:
        for name in ("if_silent", "if_no"):
            if (branch := getattr(play.next, name)) and branch.play:
                yield ("next", name, "play"), branch.play
        yield from ((("next", "other", number, "play"), branch.play) for number, branch in enumerate(play.next.other) if branch.play)


def _follower(use: Use) -> str:
    return use.follow_up.asset if use.follow_up else ""


def _meet(one: Use, other: Use) -> bool:
    """Whether one buyer may meet both."""
    return all(
        not here or not there or not set(here).isdisjoint(there)
        for here, there in ((one.personas, other.personas), (one.stages, other.stages), (one.industries, other.industries))
    )


def _are_distinct(one: Play, other: Play) -> bool:
    """Whether a rep can tell which of two is meant: one of them names something that the other leaves open, or something else."""
    pairs = [(set(getattr(one, name)), set(getattr(other, name))) for name in DISTINCTIONS]
    return one.match != other.match or any(here.isdisjoint(there) if here and there else here != there for here, there in pairs)


def _loops(ways: Mapping[N, Mapping[N, FieldPath]]) -> Iterator[tuple[N, ...]]:
    """Yield each loop once: from its first place, by the shortest way back to it."""
    seen: set[frozenset[N]] = set()
    for start in ways:
        loop = _way_back(ways, start)
        if loop and frozenset(loop) not in seen:
            seen.add(frozenset(loop))
            yield loop


def _way_back(ways: Mapping[N, Mapping[N, FieldPath]], start: N) -> tuple[N, ...]:
    """Return the places of the shortest way from a place back to itself; none where there is no such way, or only a very long one."""
    reached: dict[N, tuple[N, ...]] = {}
    waiting: list[tuple[N, ...]] = [(start,)]
    for passed in waiting:
        if len(passed) > LONGEST_LOOP:
            break
        for place in ways[passed[-1]]:
            if place == start:
                return passed
            if place not in reached:
                reached[place] = (*passed, place)
                waiting.append(reached[place])
    return ()
