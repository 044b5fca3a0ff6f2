"""The journey as a graph: stages nobody leaves or enters, two with one number, hand-offs that cannot be given back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from playbook.library import Library
from playbook.model.journey import Stage
from playbook.problems import Problem
from playbook.validate.rules.finding import finding, some, to_write


def dead_ends(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001 - every rule is asked alike
    """A stage leads nowhere, and is neither won nor lost."""
    for stages in _drawn(library):
        for stage in stages:
            if stage.outcome == "open" and not stage.goes_to and stage.is_live:
                yield finding(
                    stage,
                    "PB315",
                    ("goes_to",),
                    why=f'Nobody leaves "{stage.title_text}": it goes to no other stage.',
                    remedy=f'{to_write("goes_to: …")} with the next stages; or "outcome: won" or "outcome: lost" if the journey ends here.',
                )


def never_entered(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """No stage leads to this one, and it is not where its journey starts."""
    for first, *others in _drawn(library):
        for stage in others:
            if stage.is_live and stage.order != first.order and not _entrances(library, stage):
                yield finding(
                    stage,
                    "PB316",
                    why=f'Nobody gets to "{stage.title_text}": no stage names it under goes_to or recycle_to.',
                    remedy=f"{to_write(f'goes_to: {stage.id}')} into the stage before it, or add {stage.id} to what it has there.",
                )


def equal_orders(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Two stages of one journey have the same number."""
    for stages in library.journeys.values():
        count = Counter(stage.order for stage in stages)
        for stage in stages:
            if stage.order is not None and count[stage.order] > 1:
                others = some(other.id for other in stages if other.order == stage.order and other is not stage)
                yield finding(
                    stage,
                    "PB317",
                    ("order",),
                    part=str(stage.order),
                    why=f"The order {stage.order} in this journey belongs to {others} as well.",
                    remedy="Give each stage a number of its own.",
                )


def one_way_handoffs(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """A stage is handed over, and nothing says where it goes if the other side does not take it."""
    recycled = {row.from_ for row in library.agreement.recycle} if library.agreement else set()
    for stages in library.journeys.values():
        earlier: set[str] = set()
        for stage in stages:
            ways_back = stage.recycle_to or earlier & set(stage.goes_to) or recycled & {stage.id, stage.name}
            if stage.handoff and stage.is_live and not ways_back:
                yield finding(
                    stage,
                    "PB318",
                    ("handoff",),
                    why=f'"{stage.title_text}" is handed over to {stage.handoff.to or "somebody"}, and there is no way back.',
                    remedy=f"{to_write('recycle_to: …')} with the stage for those who are not accepted.",
                )
            earlier.add(stage.id)


def _drawn(library: Library) -> Iterator[tuple[Stage, ...]]:
    """Yield the journeys whose ways are written down: a team that names no way yet is left alone."""
    yield from (stages for stages in library.journeys.values() if any(stage.goes_to for stage in stages))


def _entrances(library: Library, stage: Stage) -> bool:
    return (
        any(
            edge.source_kind == "stage" and edge.source_id != stage.id and edge.field[0] in {"goes_to", "recycle_to"}
            for edge in library.used_by("stage", stage.id)
        )
        or stage.file == library.settings.file
    )


def names_beside_files(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """The project file names stages, and stages have files: only these are read."""
    settings = library.settings
    if settings.stages and any(stage.file != settings.file for stage in library.of(Stage)):
        yield finding(
            settings,
            "PB347",
            ("stages",),
            why="Stages have files of their own, so the names here are not read.",
            remedy=f"Take stages out of {settings.file}; a stage that is missing: playbook new stage ID.",
        )
