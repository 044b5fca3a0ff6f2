"""The coverage page: who is served where and in which industry, who is not and what could serve them, and what fits nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from playbook.library import Cell, Library, Wideners, cells, industries_of, live_assets
from playbook.model.content import Asset
from playbook.model.coverage_bodies import CellBody, CoverageBody, CoverageRow, CoverageTable, GapBody, Matrix, MatrixCell
from playbook.model.parts import Link
from playbook.model.people import Persona
from playbook.select.addresses import link
from playbook.select.cards import card, missing
from playbook.select.ranking import Candidate
from playbook.select.selection import Selection
from playbook.select.widening import known_wideners, widening


def coverage(chosen: Selection, persona: str = "") -> CoverageBody:
    """Return the coverage of every journey, for one persona or for all; the lists below it are for all."""
    library = chosen.library
    found = [cell for cell in cells(library, chosen.today) if persona in ("", cell.persona)]
    known = known_wideners(chosen)
    tables = [_table(library, journey, list(group), known) for journey, group in groupby(found, key=lambda cell: cell.journey)]
    assets = [] if persona else [asset for asset in library.of(Asset) if asset.is_live]
    return CoverageBody(
        tables=tuple(tables),
        fits_nowhere=tuple(card(chosen, asset) for asset in assets if not asset.uses),
        without_how_or_when=tuple(card(chosen, asset) for asset in assets if asset.uses and missing(asset)),
    )


def _table(library: Library, journey: str, found: list[Cell], known: Wideners) -> CoverageTable:
    stages = [stage.id for stage in library.journeys[journey] if stage.is_live]
    rows = (row for _, group in groupby(found, key=lambda cell: cell.persona) for row in _rows(library, list(group)))
    return CoverageTable(
        journey=journey,
        stages=tuple(link(library, "stage", id_) for id_ in stages),
        rows=tuple(rows),
        covered=sum(cell.is_covered for cell in found),
        required=len(found),
        gaps=tuple(_gaps(library, found, stages, known)),
    )


def _rows(library: Library, found: list[Cell]) -> Iterator[CoverageRow]:
    """The rows of one persona: industries in which every stage says the same share one."""
    persona = link(library, "persona", found[0].persona)
    same: dict[tuple[CellBody, ...], list[str]] = {}
    industries = tuple(dict.fromkeys(cell.industry for cell in found))
    for industry in industries:
        row = tuple(_cell(library, cell) for cell in found if cell.industry == industry)
        same.setdefault(row, []).append(industry)
    for row, group in same.items():
        yield CoverageRow(persona, row, _labels(library, group), whole=len(group) == len(industries))


def _labels(library: Library, industries: Iterable[str]) -> tuple[str, ...]:
    return tuple(library.settings.label("industries", id_) for id_ in industries if id_)


def _cell(library: Library, cell: Cell) -> CellBody:
    return CellBody(
        persona=link(library, "persona", cell.persona),
        stage=link(library, "stage", cell.stage),
        plays=cell.plays,
        assets=cell.assets,
        general=cell.general,
        state=cell.state,
        own=cell.own,
    )


def _gaps(library: Library, found: list[Cell], stages: list[str], known: Wideners) -> Iterator[GapBody]:
    """Every place that is not covered; the industries of a place that lack the same are told together."""
    for (persona, stage), group in groupby(found, key=lambda cell: (cell.persona, cell.stage)):
        places = list(group)
        lacking: dict[tuple[str, ...], list[Cell]] = {}
        for cell in places:
            if not cell.is_covered:
                lacking.setdefault(tuple(_lacks(cell)), []).append(cell)
        for what, gap in lacking.items():
            yield GapBody(
                persona=link(library, "persona", persona),
                stage=link(library, "stage", stage),
                missing=what,
                industries=_labels(library, (cell.industry for cell in gap)) if len(gap) < len(places) else (),
                wider=tuple(one for kind in what for one in widening(library, known, gap[0], stages, kind)),
            )


def _lacks(cell: Cell) -> Iterator[str]:
    if not cell.plays:
        yield "play"
    if not cell.assets:
        yield "asset"


def matrices(chosen: Selection, persona: Persona) -> tuple[Matrix, ...]:
    """Return what there is by name for one persona in each journey, at each stage and in each of its industries."""
    library = chosen.library
    live = {asset.id for asset in live_assets(library, chosen.today)}
    mine = [each for each in chosen.ranked if persona.id in each.personas and (each.use is None or each.entry.id in live)]
    found = [cell for cell in cells(library, chosen.today) if cell.persona == persona.id]
    return tuple(_matrix(library, persona, journey, list(group), mine) for journey, group in groupby(found, key=lambda cell: cell.journey))


def _matrix(library: Library, persona: Persona, journey: str, found: list[Cell], mine: list[Candidate]) -> Matrix:
    stages = tuple(dict.fromkeys(cell.stage for cell in found))
    states = {(cell.stage, cell.industry): cell.state for cell in found}
    same: dict[tuple[MatrixCell, ...], list[str]] = {}
    for industry in industries_of(library, persona):
        column = tuple(_by_name(states[stage, industry], stage, industry, mine) for stage in stages)
        same.setdefault(column, []).append(industry)
    return Matrix(
        journey=journey,
        columns=tuple(_labels(library, group) for group in same.values()),
        rows=tuple((link(library, "stage", stage), tuple(column[place] for column in same)) for place, stage in enumerate(stages)),
        covered=sum(cell.is_covered for cell in found),
        required=len(found),
    )


def _by_name(state: str, stage: str, industry: str, mine: list[Candidate]) -> MatrixCell:
    here = [each for each in mine if stage in each.stages and (not each.industries or not industry or industry in each.industries)]
    plays: dict[str, Link] = {each.entry.id: each.offer.link for each in here if each.use is None}
    assets: dict[str, Link] = {each.entry.id: each.offer.link for each in here if each.use is not None}
    return MatrixCell(state, tuple(plays.values()), tuple(assets.values()))
