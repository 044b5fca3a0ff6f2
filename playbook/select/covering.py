"""The coverage page: who is served where, who is not, and what fits nowhere."""

from __future__ import annotations

from itertools import groupby

from playbook.library import Cell, Library, cells
from playbook.model.bodies import CellBody, CoverageBody, CoverageTable
from playbook.model.content import Asset
from playbook.select.addresses import link
from playbook.select.cards import card, missing
from playbook.select.selection import Selection


def coverage(chosen: Selection, persona: str = "") -> CoverageBody:
    """Return the coverage of every journey, for one persona or for all; the lists below it are for all."""
    library = chosen.library
    found = [cell for cell in cells(library) if persona in ("", cell.persona)]
    tables = [_table(library, journey, list(group)) for journey, group in groupby(found, key=lambda cell: cell.journey)]
    assets = [] if persona else [asset for asset in library.of(Asset) if asset.is_live]
    return CoverageBody(
        tables=tuple(tables),
        fits_nowhere=tuple(card(chosen, asset) for asset in assets if not asset.uses),
        without_how_or_when=tuple(card(chosen, asset) for asset in assets if asset.uses and missing(asset)),
    )


def _table(library: Library, journey: str, found: list[Cell]) -> CoverageTable:
    rows = tuple(
        (link(library, "persona", persona), tuple(_cell(library, cell) for cell in row))
        for persona, row in groupby(found, key=lambda cell: cell.persona)
    )
    stages = tuple(link(library, "stage", stage.id) for stage in library.journeys[journey] if stage.is_live)
    return CoverageTable(journey, stages, rows, sum(cell.is_covered for cell in found), len(found))


def _cell(library: Library, cell: Cell) -> CellBody:
    state = "covered" if cell.is_covered else "part" if cell.assets or cell.plays else "general" if cell.general else "gap"
    return CellBody(
        persona=link(library, "persona", cell.persona),
        stage=link(library, "stage", cell.stage),
        plays=cell.plays,
        assets=cell.assets,
        general=cell.general,
        state=state,
    )
