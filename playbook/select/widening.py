"""What could be widened to fill a gap, as links, with the names of what it serves already."""

from __future__ import annotations

from collections.abc import Sequence

from playbook.library import Cell, Gap, Library, Offered, Proposal, Wideners, wideners, wider
from playbook.model.coverage_bodies import Widening
from playbook.select.addresses import link
from playbook.select.selection import Selection


def known_wideners(chosen: Selection) -> Wideners:
    """Return everything live that names a persona or a stage, in the one order."""
    return wideners(
        Offered("asset" if each.use else "play", each.entry.id, each.personas, each.stages, each.industries) for each in chosen.ranked
    )


def widening(library: Library, known: Wideners, cell: Cell, stages: Sequence[str], kind: str) -> tuple[Widening, ...]:
    """Return what could fill a cell that lacks a play or an asset, the nearest first; `stages` are those of its journey, in order."""
    return tuple(_linked(library, each) for each in wider(known, Gap(cell.persona, cell.stage, stages), kind))


def _linked(library: Library, proposal: Proposal) -> Widening:
    names = ", ".join(_name(library, *each) for each in proposal.named)
    return Widening(link(library, proposal.offered.kind, proposal.offered.id), proposal.sort, names)


def _name(library: Library, kind: str, id_: str) -> str:
    return library.settings.label(kind, id_) if kind == "industries" else link(library, kind, id_).title
