"""What the pages about coverage show: the heat map, the gaps with what could fill them, and one persona's content by stage and industry."""

from __future__ import annotations

from msgspec import Struct

from playbook.model.parts import Card, Link


class CellBody(Struct, frozen=True):
    """One persona at one stage: how much is there. `state` is "covered", "part", "general" or "gap"; `own` names the industry."""

    persona: Link
    stage: Link
    plays: int
    assets: int
    general: int
    state: str
    own: int = 0


class CoverageRow(Struct, frozen=True):
    """One persona in industries whose cells say the same: a cell for each stage. `whole` means that these are all its industries."""

    persona: Link
    cells: tuple[CellBody, ...]
    industries: tuple[str, ...] = ()
    whole: bool = True


class Widening(Struct, frozen=True):
    """Something that could be made to fill a gap, and why: "open" (names only one of both), "industry", "stage" or "persona"."""

    link: Link
    sort: str
    named: str = ""


class GapBody(Struct, frozen=True):
    """What a persona lacks at a stage ("play", "asset"), in which industries (none: in all), and what could be widened."""

    persona: Link
    stage: Link
    missing: tuple[str, ...]
    industries: tuple[str, ...] = ()
    wider: tuple[Widening, ...] = ()


class CoverageTable(Struct, frozen=True):
    """The coverage of one journey: rows for each persona, a column for each stage. Counts are of cells: persona, stage, industry."""

    journey: str
    stages: tuple[Link, ...]
    rows: tuple[CoverageRow, ...]
    covered: int
    required: int
    gaps: tuple[GapBody, ...] = ()


class CoverageBody(Struct, frozen=True):
    """Where there is content and a play for whom, and where there is not; what fits nowhere is shown as such."""

    tables: tuple[CoverageTable, ...]
    fits_nowhere: tuple[Card, ...] = ()
    without_how_or_when: tuple[Card, ...] = ()


class MatrixCell(Struct, frozen=True):
    """What there is by name for a persona at a stage in some industries."""

    state: str
    plays: tuple[Link, ...] = ()
    assets: tuple[Link, ...] = ()


class Matrix(Struct, frozen=True):
    """One persona's content in one journey: a row for each stage, a column for industries in which it is the same."""

    journey: str
    columns: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[Link, tuple[MatrixCell, ...]], ...]
    covered: int
    required: int
