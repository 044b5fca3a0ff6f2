"""The journey as a graph: the ways from stage to stage, onward, back, and out into another journey."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from playbook.model.journey import Stage


class Move(Struct, frozen=True):
    """A way between two stages. `sort` is "next", "ahead" (skips some), "lost", "back", "again" (recycled: later once more) or "out"."""

    source: str
    target: str
    sort: str


def moves(stages: Sequence[Stage]) -> tuple[Move, ...]:
    """Return the ways out of the stages of one journey, which stand in their order; each pair of stages once.

    Where a stage recycles to one that it may also go to, the way is "again". What is no stage of this journey is "out".
    """
    places = {stage.id: place for place, stage in enumerate(stages)}
    lost = {stage.id for stage in stages if stage.outcome == "lost"}
    return tuple(move for stage in stages for move in _out_of(stage, places, lost))


def _out_of(stage: Stage, places: dict[str, int], lost: set[str]) -> Iterator[Move]:
    for target in dict.fromkeys(stage.goes_to):
        if target != stage.recycle_to:
            sort = _sort(places.get(target), places[stage.id])
            yield Move(stage.id, target, "lost" if target in lost and sort in {"next", "ahead"} else sort)
    if stage.recycle_to:
        yield Move(stage.id, stage.recycle_to, "again" if stage.recycle_to in places else "out")


def _sort(target: int | None, source: int) -> str:
    if target is None:
        return "out"
    return "back" if target <= source else "next" if target == source + 1 else "ahead"
