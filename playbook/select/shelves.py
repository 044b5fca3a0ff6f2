"""Shelves: what to use with whom at which stage, and what holds at any time; nothing live is lost between them."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from playbook.library import Library
from playbook.model.journey import Stage
from playbook.model.parts import Offer, Shelf
from playbook.select.addresses import link
from playbook.select.ranking import Candidate


class Stocked(Struct, frozen=True):
    """A shelf with the candidates that its offers were made of."""

    shelf: Shelf
    candidates: tuple[Candidate, ...]


def stages_of(library: Library) -> tuple[Stage, ...]:
    """Return the stages of every journey, in order."""
    return tuple(stage for stages in library.journeys.values() for stage in stages)


def shelves(library: Library, ranked: Iterable[Candidate], persona: str = "") -> tuple[Stocked, ...]:
    """Return a shelf for each stage and one for any time, for one persona or (left out) for everybody.

    What names a stage (and the persona, where there is one) stands at that stage. What leaves one of them open,
    or names a stage that does not exist, stands under "any time". What names other personas only is left out.
    """
    known = {stage.id for stage in stages_of(library)}
    at: dict[str, list[Candidate]] = {}
    for each in ranked:
        if persona and each.personas and persona not in each.personas:
            continue
        explicit = bool(each.personas or not persona) and known.intersection(each.stages)
        for place in explicit or {""}:
            at.setdefault(place, []).append(each)
    staged = [_stocked(library, stage, at.get(stage.id, [])) for stage in stages_of(library) if stage.is_live or stage.id in at]
    return (*staged, _stocked(library, None, at.get("", [])))


def _told_apart(offers: Iterable[Offer]) -> tuple[Offer, ...]:
    """Return the offers without those that read like an earlier one: uses differ by what an edition may have cut from them."""
    told: dict[Offer, Offer] = {}
    for offer in offers:
        told.setdefault(replace(offer, use=""), offer)
    return tuple(told.values())


def _stocked(library: Library, stage: Stage | None, found: list[Candidate]) -> Stocked:
    plays = _told_apart(each.offer for each in found if each.use is None)
    assets = _told_apart(each.offer for each in found if each.use is not None)
    shelf = Shelf(
        stage=link(library, "stage", stage.id) if stage else None,
        buyer_question=stage.buyer_question if stage else "",
        plays=plays,
        assets=assets,
        gap=stage is not None and not (plays and assets),
    )
    return Stocked(shelf, tuple(found))
