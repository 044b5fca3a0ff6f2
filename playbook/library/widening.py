"""What could be widened to fill a gap: it serves the same person nearby, the same stage with somebody else, or leaves one of them open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field

from playbook.library.library import Library
from playbook.model.content import Asset

MOST = 3
"""So many are proposed for a gap: whoever fills it looks at the first, and at a list not at all."""
NEAREST = ("open", "industry", "stage", "persona")


class Offered(Struct, frozen=True):
    """A play ("play") or a use of an asset ("asset"), and the personas, stages and industries it names."""

    kind: str
    id: str
    personas: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()


class Gap(Struct, frozen=True):
    """A place where something lacks: whose, at which stage, and the stages of its journey in their order."""

    persona: str
    stage: str
    stages: Sequence[str]

    @property
    def near(self) -> frozenset[str]:
        """The stages before and after it."""
        place = self.stages.index(self.stage)
        return frozenset(self.stages[other] for other in (place - 1, place + 1) if 0 <= other < len(self.stages))


class Proposal(Struct, frozen=True):
    """What could fill a gap, by what it serves already (`sort`, as in NEAREST), and what it names there: each with its kind and id."""

    offered: Offered
    sort: str
    named: tuple[tuple[str, str], ...]


class Wideners(Struct, frozen=True):
    """Everything that is offered, by the personas and the stages it names."""

    by_persona: dict[str, list[Offered]] = field(default_factory=dict)
    by_stage: dict[str, list[Offered]] = field(default_factory=dict)


def wideners(offered: Iterable[Offered]) -> Wideners:
    """Return what names a persona or a stage, in the order in which it is offered."""
    known = Wideners()
    for each in offered:
        for persona in each.personas:
            known.by_persona.setdefault(persona, []).append(each)
        for stage in each.stages:
            known.by_stage.setdefault(stage, []).append(each)
    return known


def live_uses(library: Library) -> Iterator[Offered]:
    """Yield the uses of all live assets, by id."""
    for asset in library.of(Asset):
        for use in asset.uses if asset.is_live else ():
            yield Offered("asset", asset.id, use.personas, use.stages, use.industries or asset.industries)


def wider(known: Wideners, gap: Gap, kind: str) -> tuple[Proposal, ...]:
    """Return what of a kind could fill a gap, the nearest first, each once."""
    found: dict[str, Proposal] = {}
    for proposal in sorted(_proposals(known, gap, kind), key=lambda each: NEAREST.index(each.sort)):
        found.setdefault(proposal.offered.id, proposal)
    return tuple(found.values())[:MOST]


def _proposals(known: Wideners, gap: Gap, kind: str) -> Iterator[Proposal]:
    for each in known.by_persona.get(gap.persona, ()):
        if each.kind == kind:
            yield from _of_this_person(each, gap)
    for each in known.by_stage.get(gap.stage, ()):
        if each.kind == kind and gap.persona not in each.personas:
            named = tuple(("persona", id_) for id_ in each.personas)
            yield Proposal(each, "persona" if named else "open", named or (("stage", gap.stage),))


def _of_this_person(each: Offered, gap: Gap) -> Iterator[Proposal]:
    if not each.stages:
        yield Proposal(each, "open", (("persona", gap.persona),))
    elif gap.stage in each.stages:
        yield Proposal(each, "industry", tuple(("industries", id_) for id_ in each.industries))
    elif gap.near.intersection(each.stages):
        yield Proposal(each, "stage", tuple(("stage", stage) for stage in each.stages if stage in gap.near))
