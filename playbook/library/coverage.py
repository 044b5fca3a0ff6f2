"""Coverage: for each persona at each stage, how many live assets and plays say explicitly that they are for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from playbook.library.library import Library
from playbook.model.content import Asset
from playbook.model.people import Persona
from playbook.model.plays import Play


@dataclass(frozen=True)
class Cell:
    """One persona at one stage: explicit assets and plays, and uses and plays that name no persona or no stage."""

    journey: str
    persona: str
    stage: str
    assets: int
    plays: int
    general: int

    @property
    def is_covered(self) -> bool:
        """Whether an explicit asset and an explicit play are there."""
        return self.assets > 0 and self.plays > 0


def cells(library: Library) -> tuple[Cell, ...]:
    """Return the cells of every journey, persona by persona, in the order of the stages."""
    assets = _counted((asset.id, use.personas, use.stages) for asset in library.of(Asset) if asset.is_live for use in asset.uses)
    plays = _counted((play.id, play.personas, play.stages) for play in library.of(Play) if play.is_live)
    general = assets.general + plays.general
    return tuple(
        Cell(
            journey,
            persona.id,
            stage.id,
            assets.explicit[persona.id, stage.id],
            plays.explicit[persona.id, stage.id],
            general[persona.id, stage.id] + general[persona.id, ""] + general["", stage.id] + general["", ""],
        )
        for journey, stages in library.journeys.items()
        for persona in library.of(Persona)
        if persona.is_live
        for stage in stages
        if stage.is_live
    )


@dataclass(frozen=True)
class _Counts:
    """How often each persona and stage is named together, and where one of them is left open ("")."""

    explicit: Counter[tuple[str, str]]
    general: Counter[tuple[str, str]]


def _counted(things: Iterable[tuple[str, tuple[str, ...], tuple[str, ...]]]) -> _Counts:
    """Count each thing once for a persona and stage, however many of its uses name them."""
    seen = {(id_, *pair) for id_, personas, stages in things for pair in _pairs(personas, stages)}
    explicit = Counter((persona, stage) for _, persona, stage in seen if persona and stage)
    general = Counter((persona, stage) for _, persona, stage in seen if not (persona and stage))
    return _Counts(explicit, general)


def _pairs(personas: tuple[str, ...], stages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    yield from product(personas or ("",), stages or ("",))
