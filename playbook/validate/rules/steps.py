"""Steps and uses: how they are addressed, and in which order they come."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import date

from playbook.library import Library
from playbook.model.content import Asset
from playbook.model.entries import Entry
from playbook.model.plays import Play, Step
from playbook.problems import FieldPath, Problem
from playbook.validate.near import nearest
from playbook.validate.rules.finding import finding, some

CALENDAR_DAYS_PER_BUSINESS_DAY = 7 / 5


def repeated_ids(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001 - every rule is asked alike
    """Two uses of an asset, or two steps of a play, have one id."""
    for asset in library.of(Asset):
        yield from _repeated(asset, ("uses",), [use.id for use in asset.uses])
    for play in library.of(Play):
        for path, steps in _plans(play):
            yield from _repeated(play, path, [step.id for step in steps])


def without_ids(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Most uses or steps of an entry have an id and some have none: their numbers change when one is put in between."""
    for asset in library.of(Asset):
        if asset.is_live:
            yield from _without_id(asset, (((("uses",), [(use.key, use.id, "") for use in asset.uses])),))
    for play in library.of(Play):
        if play.is_live:
            yield from _without_id(
                play, [(path, [(step.key, step.id, step.title or step.do) for step in steps]) for path, steps in _plans(play)]
            )


def same_as_nothing(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """A step sends the same as a step that is not there."""
    plans = ((play, *plan) for play in library.of(Play) for plan in _plans(play))
    for play, path, steps in plans:
        keys = {step.key for step in (*play.steps, *steps)}
        for number, step in enumerate(steps):
            if step.same_as and (step.same_as not in keys or step.same_as == step.key):
                yield _same_as(play, (*path, number, "same_as"), step, keys - {step.key})


def days_out_of_order(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """A step comes before one whose day is earlier."""
    for play in library.of(Play):
        for path, steps in _plans(play):
            if play.is_live and (late := _out_of_order(steps)) is not None:
                yield finding(
                    play,
                    "PB320",
                    (*path, late, "day"),
                    part=str(steps[late].day),
                    why=f"Step {late + 1} is on day {steps[late].day}, which is before the step above it.",
                    remedy="Put the steps in the order of their days; if the order is meant, leave it.",
                )


def _plans(play: Play) -> Iterator[tuple[FieldPath, Sequence[Step]]]:
    """Yield the steps of a play and of each of its variants, with where they stand."""
    yield ("steps",), play.steps
    yield from ((("variants", number, "steps"), variant.steps) for number, variant in enumerate(play.variants))


def _repeated(entry: Entry, path: FieldPath, ids: list[str]) -> Iterator[Problem]:
    """Two with one id, or one whose id is the number by which another without an id is addressed."""
    known = [id_ or str(number) for number, id_ in enumerate(ids, start=1)]
    count = Counter(known)
    told: set[str] = set()
    for number, id_ in reversed([*enumerate(ids)]):  # the last one is the one that was added
        if id_ and count[id_] > 1 and id_ not in told:
            told.add(id_)
            other = next(at for at, each in enumerate(known) if each == id_ and at != number)
            yield finding(
                entry,
                "PB218",
                (*path, number, "id"),
                other=(*path, other, "id"),
                part=id_,
                why=f'"{id_}" stands for {count[id_]} of the {path[-1]} here.',
                remedy="Give each one an id of its own; or delete one, if it was pasted twice.",
            )


def _without_id(entry: Entry, plans: Iterable[tuple[FieldPath, Sequence[tuple[str, str, str]]]]) -> Iterator[Problem]:
    """Give one note for an entry in which most have an id and some have none; each is given with its key, its id and its words."""
    lacking = [(path, number, words) for path, each in plans for number, (_, id_, words) in enumerate(each) if not id_]
    known = {key for _, each in plans for key, id_, _ in each if id_}
    if 0 < len(lacking) < len(known):
        path, number, words = lacking[0]
        what = path[-1]
        yield finding(
            entry,
            "PB326",
            (*path, number),
            why=f"{len(lacking)} of the {what} here {'has' if len(lacking) == 1 else 'have'} no id, so links and figures change when "
            "another is put before them.",
            remedy=f"Write an id below each, such as id: {_new_id(words, number, known)}",
        )


def _new_id(words: str, number: int, known: Set[str]) -> str:
    """Offer an id that is not there yet, of the first words."""
    offered = "-".join(re.findall(r"[a-z0-9]+", words.lower())[:3]) or f"use-{number + 1}"
    return offered if offered not in known else f"{offered}-{number + 1}"


def _same_as(play: Play, path: FieldPath, step: Step, keys: set[str]) -> Problem:
    return finding(
        play,
        "PB220",
        path,
        part=step.same_as,
        why=f'"{step.same_as}" is not another step of this play.',
        suggestion=nearest(step.same_as, keys),
        remedy=f"Steps here: {some(sorted(keys))}." if keys else "This play has no other step.",
    )


def _out_of_order(steps: Sequence[Step]) -> int | None:
    """Return the number from 0 of the first step whose day lies before that of a step above with the same anchor."""
    latest: dict[str, float] = {}
    for number, step in enumerate(steps):
        if step.day is not None:
            day = step.day.number * (1 if step.day.calendar else CALENDAR_DAYS_PER_BUSINESS_DAY)
            if day < latest.get(step.from_, day):
                return number
            latest[step.from_] = day
    return None
