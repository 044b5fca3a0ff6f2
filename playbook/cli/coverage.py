"""`playbook coverage`: who is served where and who is not, what could be widened, and where a rep runs dry."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from playbook.cli import console, options
from playbook.cli.console import Bit, Line
from playbook.cli.looks import Command
from playbook.cli.places import library_root
from playbook.problems import ExitCode

if TYPE_CHECKING:
    from playbook.library import Library, Supply
    from playbook.model.coverage_bodies import CellBody, CoverageBody, CoverageRow, CoverageTable, GapBody, Widening

STYLES = {"covered": "good", "part": "warning", "general": "note", "gap": "error"}
KEY = "PA a play and an asset   P- no asset   -A no play   ~~ only what is for anybody   -- nothing"
WHY = {"open": "names only {}", "industry": "here for {} only", "stage": "for them at {}", "persona": "here for {}"}


class Way(Struct, frozen=True):
    """A persona's way through a journey: what a rep has in hand at each stage."""

    journey: str
    persona: str
    stages: tuple[Supply, ...]


@click.command("coverage", cls=Command)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="For people, or for programs."
)
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    metavar="PERCENT",
    help="Fail (exit code 1) where less of the places is covered.",
)
@click.option("--persona", metavar="ID", default="", help="Only for this persona, as in plant-manager.")
@options.DATE
@options.LIBRARY
def command(form: str, fail_under: float | None, persona: str, day: str | None, library: Path | None) -> int:
    """Show for whom there is a play and an asset at each stage, what could fill the gaps, and where a rep runs dry."""
    root = library_root(library)
    today = options.today(day)

    from playbook.library import supplies
    from playbook.pipeline import check
    from playbook.select import coverage

    whole = check(root, today=today).library
    options.must_be_there(whole, "persona", persona)
    body = coverage(whole, today=today, persona=persona)
    ways = [Way(*key, stages) for key, stages in supplies(whole, today).items() if stages and persona in ("", key[1])]
    for line in [(Bit(_as_json(body, ways)),)] if form == "json" else _lines(whole, body, ways):
        console.say(line)
    percent = _percent(body)
    if fail_under is None or percent >= fail_under:
        return ExitCode.FINE
    console.tell(f"{percent:.1f}% is less than the {fail_under:g}% that --fail-under asks for.")
    return ExitCode.CONTENT


def _percent(body: CoverageBody) -> float:
    required = sum(table.required for table in body.tables)
    return 100 * sum(table.covered for table in body.tables) / required if required else 0.0


def _lines(library: Library, body: CoverageBody, ways: list[Way]) -> Iterator[Line]:
    if not body.tables:
        yield (Bit("Nothing can be covered yet: describe a person in personas/ and name stages in enablement.yaml."),)
    for table in body.tables:
        yield from _map(table)
        yield from _gaps(table.gaps)
        yield from _ways(library, [way for way in ways if way.journey == table.journey])


def _map(table: CoverageTable) -> Iterator[Line]:
    """Yield the map: a row for each persona, a column for each stage."""
    share = 100 * table.covered / table.required if table.required else 0
    yield (Bit(f"Journey {table.journey}: ", "strong"), Bit(f"{table.covered} of {table.required} places are covered ({share:.0f}%)."))
    yield (Bit("  " + ", ".join(f"{number}: {stage.title}" for number, stage in enumerate(table.stages, start=1)), "quiet"),)
    rows = list(_rows(table.rows))
    width = max((len(name) for name, _ in rows), default=0)
    yield (Bit(" " * (width + 4) + "  ".join(f"{number:<2}" for number in range(1, len(table.stages) + 1)).rstrip(), "quiet"),)
    for name, cells in rows:
        yield (Bit(f"  {name:<{width}}"), *(Bit(f"  {_sign(cell)}", STYLES[cell.state]) for cell in cells))
    yield (Bit(f"  {KEY}", "quiet"),)
    yield ()


def _rows(rows: Iterable[CoverageRow]) -> Iterator[tuple[str, tuple[CellBody, ...]]]:
    """Yield the rows of the map with their names; a persona's industries that have the same signs share one."""
    for persona, group in groupby(rows, key=lambda row: row.persona):
        same: dict[tuple[str, ...], list[CoverageRow]] = {}
        for row in group:
            same.setdefault(tuple(map(_sign, row.cells)), []).append(row)
        for alike in same.values():
            industries = ", ".join(industry for row in alike for industry in row.industries)
            yield persona.title + (f" ({industries})" if len(same) > 1 and industries else ""), alike[0].cells


def _sign(cell: CellBody) -> str:
    if cell.state == "general":
        return "~~"
    return ("P" if cell.plays else "-") + ("A" if cell.assets else "-")


def _gaps(gaps: Iterable[GapBody]) -> Iterator[Line]:
    """Yield what lacks, and below it what could be widened."""
    for gap in gaps:
        where = f" ({', '.join(gap.industries)})" if gap.industries else ""
        lacks = " and ".join(f"no {kind}" for kind in gap.missing)
        yield (Bit(f"  {gap.persona.title} at {gap.stage.title}{where}: ", "strong"), Bit(f"{lacks} names both the persona and the stage."))
        for kind in gap.missing:
            if near := next((each for each in gap.wider if each.link.kind == kind), None):
                yield (Bit(f"    Could be widened: {near.link.title}"), Bit(f"  ({_why(near)}, {kind}:{near.link.id})", "quiet"))
    if gaps:
        yield ()


def _why(widening: Widening) -> str:
    return WHY[widening.sort].format(widening.named)


def _ways(library: Library, ways: Iterable[Way]) -> Iterator[Line]:
    """Yield each persona's way, with how many plays and assets a rep has in hand at each stage, and where there is nothing."""
    from playbook.library import dry

    yield (Bit("In hand on the way, plays and assets for each persona:"),)
    for way in ways:
        told = ", ".join(f"{_title(library, 'stage', each.stage)} {each.count}" for each in way.stages)
        yield (Bit(f"  {_title(library, 'persona', way.persona)}: ", "strong"), Bit(f"{told}."))
        if places := [_title(library, "stage", each.stage) for each in dry(way.stages)]:
            yield (Bit("    Runs dry: ", "error"), Bit(f"nothing to show or send at {', '.join(places)}."))
    yield ()


def _title(library: Library, kind: str, id_: str) -> str:
    return library.entries[kind][id_].title_text


def _as_json(body: CoverageBody, ways: list[Way]) -> str:
    """Return the same for programs: numbers of places, rows, gaps and ways, by ids."""
    whole = {"covered": sum(table.covered for table in body.tables), "required": sum(table.required for table in body.tables)}
    journeys = [
        {
            "journey": table.journey,
            "covered": table.covered,
            "required": table.required,
            "places": [_place(row, cell) for row in table.rows for cell in row.cells],
            "gaps": [_gap(gap) for gap in table.gaps],
            "ways": [_way(way) for way in ways if way.journey == table.journey],
        }
        for table in body.tables
    ]
    return json.dumps({**whole, "percent": round(_percent(body), 1), "journeys": journeys}, indent=2)


def _place(row: CoverageRow, cell: CellBody) -> dict[str, object]:
    where = {"persona": cell.persona.id, "stage": cell.stage.id, "industries": list(row.industries)}
    return {**where, "state": cell.state, "plays": cell.plays, "assets": cell.assets, "general": cell.general}


def _gap(gap: GapBody) -> dict[str, object]:
    wider = [{"kind": each.link.kind, "id": each.link.id, "why": each.sort} for each in gap.wider]
    where = {"persona": gap.persona.id, "stage": gap.stage.id, "industries": list(gap.industries)}
    return {**where, "missing": list(gap.missing), "could_be_widened": wider}


def _way(way: Way) -> dict[str, object]:
    from playbook.library import dry

    without = dry(way.stages)
    stages = [{"stage": each.stage, "plays": list(each.plays), "assets": list(each.assets), "dry": each in without} for each in way.stages]
    return {"persona": way.persona, "stages": stages}
