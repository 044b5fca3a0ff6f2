"""One number for one promise: clocks and points in texts and fields are those of the agreement."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from playbook.library import Library
from playbook.model.agreement import Clock
from playbook.model.entries import Entry
from playbook.model.journey import Signal, Stage
from playbook.model.knowledge import Term
from playbook.model.plays import Play
from playbook.model.values import Span
from playbook.problems import FieldPath, Problem
from playbook.validate.durations import duration
from playbook.validate.mistake import Mistake
from playbook.validate.rules.finding import finding

_UNITS = r"(?:business |working )?(?:minutes?|hours?|days?|weeks?)"
_NUMBER = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty)"
# An order to our own people, in English: "Call within 5 minutes". What buyers do within a time is no promise of ours.
_PROMISE = re.compile(
    r"(?:^|[.!?;:\n*-]\s*)(?:please |always |then )?(?:call|answer|respond|reply|ring|phone|write|contact|accept|get back)\b"
    rf"(?:(?!\b(?:who|that|if|whether|whom|what)\b)[^.!?;:\n]){{0,30}}?\bwithin (?P<time>{_NUMBER} {_UNITS})\b",
    re.IGNORECASE,
)
_POINTS = re.compile(r"(?<![\w.,%-])(\d{2,4}) points\b(?! of| to| on| in)", re.IGNORECASE)
_MINUTES = {"minute": 1, "hour": 60, "day": 60 * 24, "week": 60 * 24 * 7, "month": 60 * 24 * 30, "year": 60 * 24 * 365}
_BUSINESS_DAY = 60 * 8


def other_clocks(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001 - every rule is asked alike
    """A signal, a play or a hand-off promises another time than the clock that the agreement has for it."""
    clocks = library.agreement.clocks if library.agreement else ()
    signals = {clock.signal: clock for clock in clocks if clock.signal}
    handoffs = {clock.handoff: clock for clock in clocks if clock.handoff}
    for signal in library.of(Signal):
        if signal.is_live and signal.id in signals:
            clock = signals[signal.id]
            yield from _other_time(signal, ("respond_within",), signal.respond_within, clock)
            yield from _in_texts(library, signal, [clock])
    for stage in library.of(Stage):
        if stage.is_live and stage.handoff and stage.id in handoffs:
            yield from _other_time(stage, ("handoff", "accept_within"), stage.handoff.accept_within, handoffs[stage.id])
    for play in library.of(Play):
        if play.is_live and play.signals and all(id_ in signals for id_ in play.signals):
            yield from _in_texts(library, play, [signals[id_] for id_ in play.signals])


def other_points(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """A stage, a signal or a term names a sum of points that is neither the agreed one nor what anything is worth."""
    scoring = library.agreement.scoring if library.agreement else None
    if scoring is None or scoring.threshold is None:
        return
    agreed = {scoring.threshold, *(abs(each.points or 0) for each in (*scoring.fit, *scoring.engagement))}
    things: Iterable[Entry] = (*library.of(Stage), *library.of(Signal), *library.of(Term))
    for entry in (each for each in things if each.is_live):
        others = (
            (path, found[0]) for path, text in _texts(library, entry) for found in _POINTS.finditer(text) if int(found[1]) not in agreed
        )
        for path, part in others:
            yield _other(entry, path, part, f"a lead is qualified from {scoring.threshold} points on")


def _in_texts(library: Library, entry: Entry, clocks: list[Clock]) -> Iterator[Problem]:
    for path, text in _texts(library, entry):
        for found in _PROMISE.finditer(text) if "within" in text.lower() else ():
            if (time := _read(found["time"])) and not any(_is_agreed(time, clock) for clock in clocks):
                yield _other(entry, path, found["time"], f"the clock is {clocks[0].target or clocks[0].limit}")


def _texts(library: Library, entry: Entry) -> Iterator[tuple[FieldPath, str]]:
    yield from (
        (each.path, each.value) for each in library.values(entry) if each.scalar.sort in {"text", "lines"} and each.path[0] != "notes"
    )


def _other_time(entry: Entry, path: FieldPath, time: Span | None, clock: Clock) -> Iterator[Problem]:
    if time is not None and clock.target is not None and not _is_agreed(time, clock):
        yield _other(entry, path, str(time), f"the clock is {clock.target}")


def _other(entry: Entry, path: FieldPath, part: str, agreed: str) -> Problem:
    return finding(
        entry,
        "PB336",
        path,
        part=part,
        why=f'It says "{part}", and in the agreement {agreed}.',
        remedy="Write what was agreed, or leave the figure out, which is shown anyway; if this one is right, change the agreement.",
    )


def _read(written: str) -> Span | None:
    found = duration(written.lower().replace("working", "business"))
    if isinstance(found, Mistake):
        found = duration(found.suggestion) if found.suggestion else found
    return None if isinstance(found, Mistake) else found


def _is_agreed(time: Span, clock: Clock) -> bool:
    """Whether a time is the clock's target or its limit; people leave out "business" where it goes without saying."""
    agreed = [each for each in (clock.target, clock.limit) if each]
    return not agreed or any(not _lengths(time).isdisjoint(_lengths(each)) for each in agreed)


def _lengths(time: Span) -> set[float]:
    """Return the lengths in minutes that may be meant, to the longest of "3-4 weeks"."""
    lengths = {time.high * _MINUTES[time.unit]}
    return lengths | {time.high * _BUSINESS_DAY} if time.unit == "day" and time.business else lengths
