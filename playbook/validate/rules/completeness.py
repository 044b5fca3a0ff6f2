"""How and when: what a rep needs before a piece of content or a play is of any use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from playbook.library import Library
from playbook.model.content import Asset, Use
from playbook.model.entries import Entry, ObjectionLine
from playbook.model.knowledge import Competitor, Objection
from playbook.model.people import Persona
from playbook.model.plays import Play
from playbook.model.shapes import shape_of
from playbook.model.walk import is_written, present
from playbook.problems import Level, Problem
from playbook.text import shortened
from playbook.validate.rules.finding import finding, sentence, some, to_write

SHOWN = 5
_USE_LINES = ("uses:", "  - when: …", "    how: …")
_PLAY_LINES = {"when": ("when: …",), "steps": ("steps:", "  - do: …")}


def uses_without_when_or_how(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001 - every rule is asked alike
    """An asset says not when to use it, or not how."""
    for asset in library.of(Asset):
        lacking = _lacking_uses(asset)
        if asset.is_live and lacking and is_written(asset):
            yield finding(
                asset,
                "PB301",
                ("uses",) if asset.uses else (),
                level=_level(asset),
                why=sentence(f"{some(lacking, SHOWN)}."),
                remedy=_how_to_use(asset),
            )


def plays_without_when_or_steps(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """A play says not when to run it, or has no step."""
    for play in library.of(Play):
        lacking = [name for name, there in (("when", play.when or play.signals), ("steps", play.steps)) if not there]
        if play.is_live and lacking and is_written(play):
            yield finding(
                play,
                "PB302",
                level=_level(play),
                why=f"This play has no {' and no '.join(lacking)}.",
                remedy=f'{to_write(*(line for name in lacking for line in _PLAY_LINES[name]))}; or "status: draft" until you know.',
            )


def nothing_said_about_when_not(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Uses and plays that are complete, but do not say when to leave it."""
    for asset in library.of(Asset):
        silent = {number: _called(use) for number, use in enumerate(asset.uses) if use.when and use.how and not use.not_when}
        if asset.is_live and silent:
            why = sentence(f"{some(list(silent.values()), SHOWN)}: nothing says when not to use it.")
            yield _no_not_when(asset, why, "uses", next(iter(silent)))
    for play in library.of(Play):
        if play.is_live and play.when and not play.not_when:
            yield _no_not_when(play, "Nothing says when not to run this play.")


def objections_without_answer(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """What buyers say is written down, and the answer is not."""
    for objection in library.of(Objection):
        if objection.is_live and not objection.you_say:
            yield finding(
                objection, "PB306", ("you_say",), why="What they say has no answer.", remedy=f"{to_write('you_say: …')}, with the answer."
            )
    with_lines: Iterable[Persona | Play | Competitor] = (*library.of(Persona), *library.of(Play), *library.of(Competitor))
    for entry in with_lines:
        silent = [line for line in entry.objections if not line.you_say]
        if entry.is_live and silent:
            yield _unanswered(entry, silent, len(entry.objections))


def _level(entry: Entry) -> Level:
    """Where "approved" is written, somebody has promised that it is complete."""
    return Level.ERROR if entry.status == "approved" else Level.WARNING


def _lacking_uses(asset: Asset) -> list[str]:
    if not asset.uses:
        return ["Nothing says when and how to use this asset"]
    return [f"{_called(use)} has no {' and no '.join(lacking)}" for use in asset.uses if (lacking := _lacking(use))]


def _how_to_use(asset: Asset) -> str:
    """Say which lines are missing in the uses, or in an asset without any."""
    lacking = {name for use in asset.uses for name in _lacking(use)}
    lines = [f"{name}: …" for name in ("when", "how") if name in lacking]
    wanted = f"{to_write(*lines)} in the column of the other fields of the use" if asset.uses else to_write(*_USE_LINES)
    return f'{wanted}; or "status: draft" until you know.'


def _lacking(use: Use) -> list[str]:
    return [name for name, there in (("when", use.when), ("how", use.how)) if not there]


def _called(use: Use) -> str:
    return f'use "{use.id}"' if use.id else f"use {use.key}"


def _no_not_when(entry: Entry, why: str, *field: str | int) -> Problem:
    return finding(entry, "PB303", field, why=why, remedy=f"{to_write('not_when: …')}, with the case in which a rep should leave it.")


def _unanswered(entry: Entry, silent: list[ObjectionLine], of: int) -> Problem:
    first = silent[0].they_say.partition("\n")[0]
    example = f', the first is "{shortened(first, 60)}"' if first else ""
    return finding(
        entry,
        "PB306",
        ("objections",),
        why=f"{len(silent)} of {of} {'has' if len(silent) == 1 else 'have'} no answer{example}.",
        remedy=f"{to_write('- they_say: …', '  you_say: …')} for each, with the answer behind you_say.",
    )


def personas_of_only_a_name(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Nothing is said of a persona but the name."""
    bare = {*shape_of(Entry).fields, *shape_of(Persona).required()}
    for persona in library.of(Persona):
        if persona.is_live and is_written(persona) and not {known.name for known, _ in present(persona)} - bare:
            yield finding(
                persona,
                "PB348",
                why=f'Nothing is said of "{persona.title_text}" but the name.',
                remedy=f'{to_write("summary: …", "goals: …", "pains: …")} to begin with; or "status: draft" until you know them.',
            )
