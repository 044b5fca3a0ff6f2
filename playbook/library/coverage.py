"""Coverage: for each persona at each stage and in each industry, how many live assets and plays say explicitly that they are for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import product

from msgspec import Struct

from playbook.library.completeness import live_assets
from playbook.library.library import Library
from playbook.model.content import Asset
from playbook.model.people import Persona
from playbook.model.plays import Play


class Cell(Struct, frozen=True):
    """One persona at one stage in one industry ("" where there are none): explicit assets and plays, and those that leave one open.

    What names no industry is for all of them. `own` counts the explicit ones that are made for this industry.
    """

    journey: str
    persona: str
    stage: str
    assets: int
    plays: int
    general: int
    industry: str = ""
    own: int = 0

    @property
    def is_covered(self) -> bool:
        """Whether an explicit asset and an explicit play are there."""
        return self.assets > 0 and self.plays > 0

    @property
    def state(self) -> str:
        """Return "covered", "part" (only a play or only an asset), "general" (only what names no persona or no stage) or "gap"."""
        return "covered" if self.is_covered else "part" if self.assets or self.plays else "general" if self.general else "gap"


def cells(library: Library, today: date | None = None) -> tuple[Cell, ...]:
    """Return the required cells of every journey, persona by persona, in the order of the stages, then of the industries.

    A persona that names industries needs only those. With `today`, what has expired does not count.
    """
    assets = library.of(Asset) if today is None else live_assets(library, today)
    shelf = _Named(_uses(asset for asset in assets if asset.is_live))
    plays = _Named(_plays(play for play in library.of(Play) if play.is_live))
    return tuple(
        _cell(journey, (persona.id, stage.id, industry), shelf, plays)
        for journey, stages in library.journeys.items()
        for persona in library.of(Persona)
        if persona.is_live
        for stage in stages
        if stage.is_live
        for industry in industries_of(library, persona)
    )


def _cell(journey: str, place: tuple[str, str, str], shelf: _Named, plays: _Named) -> Cell:
    persona, stage, industry = place
    return Cell(
        journey=journey,
        persona=persona,
        stage=stage,
        assets=len(shelf.explicit(*place)),
        plays=len(plays.explicit(*place)),
        general=shelf.general(*place) + plays.general(*place),
        industry=industry,
        own=shelf.own(*place) + plays.own(*place),
    )


def industries_of(library: Library, persona: Persona) -> tuple[str, ...]:
    """Return the industries that a persona is found in: its own, else those of the library, else "" for all in one."""
    return tuple(dict.fromkeys(persona.industries)) or tuple(library.settings.industries) or ("",)


Named = tuple[str, tuple[str, ...], tuple[str, ...], frozenset[str], frozenset[str]]
"""Its id, its personas and stages, the industries it is limited to (none: all), and those that it is made for."""


def _uses(assets: Iterable[Asset]) -> Iterator[Named]:
    for asset in assets:
        for use in asset.uses:
            industries = frozenset(use.industries or asset.industries)
            yield asset.id, use.personas, use.stages, industries, industries


def _plays(plays: Iterable[Play]) -> Iterator[Named]:
    """A play is made for the industries of its variants too, and not limited to them: a variant says only what differs there."""
    for play in plays:
        made_for = (*play.industries, *(industry for variant in play.variants for industry in variant.industries))
        yield play.id, play.personas, play.stages, frozenset(play.industries), frozenset(made_for)


class _Named:
    """Things by the persona and stage that they name ("" where they leave it open), each with its industries."""

    def __init__(self, things: Iterable[Named]) -> None:
        """Keep each thing at every pair of persona and stage."""
        self._at: dict[tuple[str, str], list[tuple[str, frozenset[str], frozenset[str]]]] = defaultdict(list)
        for id_, personas, stages, limits, made_for in things:
            for pair in product(personas or ("",), stages or ("",)):
                self._at[pair].append((id_, limits, made_for))

    def explicit(self, persona: str, stage: str, industry: str) -> set[str]:
        """Return the things that name persona and stage and are for the industry, each once."""
        return {id_ for id_, limits, _ in self._at.get((persona, stage), ()) if not limits or not industry or industry in limits}

    def own(self, persona: str, stage: str, industry: str) -> int:
        """Count the explicit things that are made for the industry."""
        return len({id_ for id_, _, made_for in self._at.get((persona, stage), ()) if industry in made_for})

    def general(self, persona: str, stage: str, industry: str) -> int:
        """Count the things that leave persona or stage open, each pair by itself."""
        return sum(len(self.explicit(*pair, industry)) for pair in ((persona, ""), ("", stage), ("", "")))
