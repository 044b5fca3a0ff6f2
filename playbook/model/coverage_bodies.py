"""What the pages about coverage show: the heat map, the gaps with what could fill them, and one persona's content by stage and industry."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.parts import Card, Link


@dataclass(frozen=True)
class CellBody:
    """One persona at one stage: how much is there. `state` is "covered", "part", "general" or "gap"; `own` names the industry."""

    persona: Link
    stage: Link
    plays: int
    assets: int
    general: int
    state: str
    own: int = 0


@dataclass(frozen=True)
class CoverageRow:
    """One persona in industries whose cells say the same: a cell for each stage. `whole` means that these are all its industries."""

    persona: Link
    cells: tuple[CellBody, ...]
    industries: tuple[str, ...] = ()
    whole: bool = True


@dataclass(frozen=True)
class Widening:
    """Something that could be made to fill a gap, and why: "open" (names only one of both), "industry", "stage" or "persona"."""

    link: Link
    sort: str
    named: str = ""


@dataclass(frozen=True)
class GapBody:
    """What a persona lacks at a stage ("play", "asset"), in which industries (none: in all), and what could be widened."""

    persona: Link
    stage: Link
    missing: tuple[str, ...]
    industries: tuple[str, ...] = ()
    wider: tuple[Widening, ...] = ()


@dataclass(frozen=True)
class CoverageTable:
    """The coverage of one journey: rows for each persona, a column for each stage. Counts are of cells: persona, stage, industry."""

    journey: str
    stages: tuple[Link, ...]
    rows: tuple[CoverageRow, ...]
    covered: int
    required: int
    gaps: tuple[GapBody, ...] = ()


@dataclass(frozen=True)
class CoverageBody:
    """Where there is content and a play for whom, and where there is not; what fits nowhere is shown as such."""

    tables: tuple[CoverageTable, ...]
    fits_nowhere: tuple[Card, ...] = ()
    without_how_or_when: tuple[Card, ...] = ()


@dataclass(frozen=True)
class MatrixCell:
    """What there is by name for a persona at a stage in some industries."""

    state: str
    plays: tuple[Link, ...] = ()
    assets: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Matrix:
    """One persona's content in one journey: a row for each stage, a column for industries in which it is the same."""

    journey: str
    columns: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[Link, tuple[MatrixCell, ...]], ...]
    covered: int
    required: int
