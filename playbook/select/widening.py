"""What could be widened to fill a gap: it serves the same person nearby, the same stage with somebody else, or leaves one of them open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from playbook.library import Cell
from playbook.model.coverage_bodies import Widening
from playbook.select.ranking import Candidate
from playbook.select.selection import Selection

MOST = 3
"""So many are proposed for a gap: whoever fills it looks at the first, and at a list not at all."""
NEAREST = ("open", "industry", "stage", "persona")


@dataclass(frozen=True)
class Wideners:
    """Everything that is offered, by the personas and the stages it names."""

    by_persona: dict[str, list[Candidate]]
    by_stage: dict[str, list[Candidate]]
    titles: dict[tuple[str, str], str]


def wideners(chosen: Selection) -> Wideners:
    """Return everything live that names a persona or a stage, in the one order."""
    by_persona: dict[str, list[Candidate]] = {}
    by_stage: dict[str, list[Candidate]] = {}
    for each in chosen.ranked:
        for persona in each.personas:
            by_persona.setdefault(persona, []).append(each)
        for stage in each.stages:
            by_stage.setdefault(stage, []).append(each)
    named = (("persona", id_, entry) for id_, entry in chosen.library.entries["persona"].items())
    stages = (("stage", id_, entry) for id_, entry in chosen.library.entries["stage"].items())
    return Wideners(by_persona, by_stage, {(kind, id_): entry.title_text for kind, id_, entry in (*named, *stages)})


def wider(known: Wideners, cell: Cell, stages: Sequence[str], *, plays: bool) -> tuple[Widening, ...]:
    """Return what could fill a cell that lacks a play or an asset, the nearest first; `stages` are those of its journey, in order."""
    place = stages.index(cell.stage)
    near = {stages[other] for other in (place - 1, place + 1) if 0 <= other < len(stages)}
    found: dict[str, Widening] = {}
    for proposal in sorted(_proposals(known, cell, near, plays=plays), key=lambda each: NEAREST.index(each.sort)):
        found.setdefault(proposal.link.id, proposal)
    return tuple(found.values())[:MOST]


def _proposals(known: Wideners, cell: Cell, near: set[str], *, plays: bool) -> Iterator[Widening]:
    for each in known.by_persona.get(cell.persona, ()):
        if (each.use is None) == plays:
            yield from _of_this_person(known, each, cell, near)
    for each in known.by_stage.get(cell.stage, ()):
        if (each.use is None) == plays and cell.persona not in each.personas:
            names = ", ".join(known.titles.get(("persona", id_), id_) for id_ in each.personas)
            yield Widening(each.offer.link, "persona" if each.personas else "open", names or known.titles["stage", cell.stage])


def _of_this_person(known: Wideners, each: Candidate, cell: Cell, near: set[str]) -> Iterator[Widening]:
    if not each.stages:
        yield Widening(each.offer.link, "open", known.titles["persona", cell.persona])
    elif cell.stage in each.stages:
        yield Widening(each.offer.link, "industry", ", ".join(each.industries))
    elif neighbours := near.intersection(each.stages):
        yield Widening(each.offer.link, "stage", ", ".join(known.titles[("stage", id_)] for id_ in each.stages if id_ in neighbours))
