"""A buyer's way through a journey, and what a rep has in hand on it for one persona, stage by stage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import product

from msgspec import Struct

from playbook.library.completeness import live_assets
from playbook.library.library import Library
from playbook.model.content import Asset
from playbook.model.journey import Stage
from playbook.model.people import Persona
from playbook.model.plays import Play


class Supply(Struct, frozen=True):
    """What is there for a persona at one stage: the plays and assets that are for them, those of the plays' steps among them.

    What names the persona and leaves the stage open is there at every stage; `is_named` says that something names both.
    `general` holds what names no persona, each as its kind and id.
    """

    stage: str
    assets: tuple[str, ...]
    plays: tuple[str, ...]
    general: tuple[tuple[str, str], ...]
    is_named: bool

    @property
    def is_dry(self) -> bool:
        """Whether a rep has no asset to show or send here: none for the persona, and none that is for anybody."""
        return not self.assets and not any(kind == "asset" for kind, _ in self.general)

    @property
    def count(self) -> int:
        """How many plays and assets are for the persona here."""
        return len(self.assets) + len(self.plays)


def way(stages: Sequence[Stage]) -> tuple[Stage, ...]:
    """Return the live stages of a journey that a buyer passes, from the first on along goes_to, without those where it is lost.

    Where no way is written down, these are all of them in their order.
    """
    open_ = {stage.id: stage for stage in stages if stage.is_live and stage.outcome != "lost"}
    if not any(stage.goes_to for stage in open_.values()):
        return tuple(open_.values())
    reached, waiting = set[str](), list(open_)[:1]
    while waiting:
        here = waiting.pop()
        if here in open_ and here not in reached:
            reached.add(here)
            waiting.extend(open_[here].goes_to)
    return tuple(stage for stage in open_.values() if stage.id in reached)


def dry(stages: Sequence[Supply]) -> tuple[Supply, ...]:
    """Return where a rep runs dry: without an asset between the first and the last stage that something names for the persona.

    A team that has no asset for the persona yet has not begun, and nothing is dry.
    """
    named = [place for place, each in enumerate(stages) if each.is_named]
    inside = stages[named[0] : named[-1] + 1] if named and any(each.assets for each in stages) else ()
    return tuple(each for each in inside if each.is_dry)


def supplies(library: Library, today: date | None = None) -> Mapping[tuple[str, str], tuple[Supply, ...]]:
    """Return for each journey and live persona what is there along the way. With `today`, what has expired does not count."""
    assets = library.of(Asset) if today is None else live_assets(library, today)
    offered = {asset.id for asset in assets if asset.is_live}
    there: defaultdict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for what, personas, stages in _things(library, offered):
        for pair in product(personas or ("",), stages or ("",)):
            there[pair].add(what)
    people = [persona.id for persona in library.of(Persona) if persona.is_live]
    ways = {journey: way(stages) for journey, stages in library.journeys.items()}
    return {
        (journey, persona): tuple(_supply(there, persona, stage.id) for stage in stages)
        for journey, stages in ways.items()
        for persona in people
    }


Named = tuple[tuple[str, str], tuple[str, ...], tuple[str, ...]]


def _things(library: Library, offered: set[str]) -> Iterator[Named]:
    """Yield the uses of the assets that are offered, the live plays, and the assets of their steps, with the personas and stages named."""
    for id_ in sorted(offered):
        asset = library.entries["asset"][id_]
        for use in asset.uses if isinstance(asset, Asset) else ():
            yield ("asset", id_), use.personas, use.stages
    for play in library.of(Play):
        if play.is_live:
            yield ("play", play.id), play.personas, play.stages
            sent = {used.asset for step in play.steps for used in step.assets} & offered
            yield from ((("asset", id_), play.personas, play.stages) for id_ in sorted(sent))


def _supply(there: Mapping[tuple[str, str], set[tuple[str, str]]], persona: str, stage: str) -> Supply:
    own = there.get((persona, stage), set()) | there.get((persona, ""), set())
    general = (there.get(("", stage), set()) | there.get(("", ""), set())) - own
    return Supply(
        stage,
        tuple(sorted(id_ for kind, id_ in own if kind == "asset")),
        tuple(sorted(id_ for kind, id_ in own if kind == "play")),
        tuple(sorted(general)),
        bool(there.get((persona, stage))),
    )
