"""Where the columns of a team's own table go: shown, put right by whoever sits at the terminal, kept in a file for next time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from playbook.cli import console
from playbook.cli.commands import nearest
from playbook.cli.console import Bit
from playbook.problems import MachineError, UsageError

if TYPE_CHECKING:
    from playbook.edit import Imported
    from playbook.formats import Grid, Guess, Spreadsheet


class Wanted(Struct, frozen=True):
    """What somebody said of a table: its sheet, where columns go, from which file and into which, and whether entries are changed, too."""

    sheet: str = ""
    maps: tuple[str, ...] = ()
    map_file: Path | None = None
    save_map: Path | None = None
    update: bool = False


def import_table(root: Path, file: Spreadsheet, kind: str, wanted: Wanted, *, yes: bool) -> Imported:
    """Return what a table of a team's own changes, once somebody has agreed to where its columns go.

    Raises UsageError for a table without columns, a sheet or a column that is not there, and where somebody says no.
    """
    from playbook.edit import import_tracker, tracker_columns

    grid = _grid(file, wanted.sheet)
    columns = _mapped(tracker_columns(root, grid, kind), [*_lines(wanted.map_file), *wanted.maps], kind)
    _show(columns)
    if not yes and console.somebody_answers():
        columns = _agreed(columns, kind)
    if wanted.save_map:
        _save(wanted.save_map, columns)
    return import_tracker(root, file, grid, kind, columns, update=wanted.update)


def _grid(file: Spreadsheet, name: str) -> Grid:
    """Return the sheet that is meant: the one of a name, or the first that somebody can see and that has a table on it."""
    from playbook.formats import names_nothing

    named = (
        [grid for grid in file.grids if grid.name == name]
        if name
        else [grid for grid in file.grids if not grid.hidden and len(grid.rows) > 1]
    )
    if not named:
        there = ", ".join(grid.name for grid in file.grids)
        raise UsageError(
            f"{file.name} has no sheet {name!r}." if name else f"{file.name} holds no table that could be read.",
            f"Its sheets: {there}." if there else "A table has a row with the names of its columns, and rows below it.",
        )
    if names_nothing(named[0]):
        raise UsageError(
            f"{named[0].name} has no row with the names of its columns.", "Write a row above the first that names each column."
        )
    for other in file.grids if not name else ():
        if other is not named[0] and other.rows:
            console.tell(f"The {'hidden ' if other.hidden else ''}sheet {other.name} is not read: --sheet names it.")
    return named[0]


def _lines(file: Path | None) -> list[str]:
    if file is None:
        return []
    try:
        return [line for line in file.read_text("utf-8").splitlines() if line.strip()]
    except (OSError, UnicodeDecodeError) as refused:
        raise UsageError(f"{file} cannot be read.", "--map-file names a file that --save-map has written.") from refused


def _mapped(columns: tuple[Guess, ...], wanted: Iterable[str], kind: str) -> tuple[Guess, ...]:
    """Return where the columns go after what somebody wants; raises UsageError for a column or a field that there is none of."""
    from playbook.formats import EXTRA, LEFT_OUT, fields_for

    for each in wanted:
        heading, _, name = (part.strip() for part in each.rpartition("="))
        fields = [*fields_for(kind), EXTRA, LEFT_OUT]
        if name not in fields:
            raise UsageError(f"There is no field {name!r} in {kind}.{nearest(name, fields)}", f"Fields: {', '.join(fields)}.")
        if heading not in {column.heading for column in columns}:
            headings = [column.heading for column in columns]
            raise UsageError(
                f"There is no column {heading!r} with anything in it.{nearest(heading, headings)}", f"Columns: {', '.join(headings)}."
            )
        columns = tuple(replace(column, field=name, because="as you say") if column.heading == heading else column for column in columns)
    return columns


def _show(columns: Sequence[Guess]) -> None:
    """Show where each column goes, and why."""
    width = max((len(column.heading) for column in columns), default=0)
    for column in sorted(columns, key=lambda column: column.column):
        console.say((Bit(f"  {column.heading:<{width}}  →  "), Bit(column.field, "strong"), Bit(f"  ({column.because})", "quiet")))
    console.say()


def _agreed(columns: tuple[Guess, ...], kind: str) -> tuple[Guess, ...]:
    """Ask until somebody agrees; raises UsageError where they do not."""
    while (answer := console.ask(_QUESTION)).lower() not in {"", "y", "yes"}:
        if answer == "?":
            _list_fields(kind)
            continue
        if "=" not in answer:
            raise UsageError("Nothing was imported.", 'Say where a column goes with --map "Column=field".')
        try:
            columns = _mapped(columns, [answer], kind)
        except UsageError as wrong:
            console.tell(str(wrong))
            continue
        _show(columns)
    return columns


def _list_fields(kind: str) -> None:
    """Show each field that a column can go to, with what it is."""
    from playbook.formats import EXTRA, LEFT_OUT, fields_for

    fields = {name: column.field.about for name, column in fields_for(kind).items()}
    for name, about in (*fields.items(), (EXTRA, "Kept under the column's own name."), (LEFT_OUT, "Left out.")):
        console.tell((Bit(f"  {name}", "strong"), Bit(f"  {about}", "quiet")))


_QUESTION = "Is that right? [Y/n], Column=field to change one; ? lists the fields:"


def _save(file: Path, columns: Sequence[Guess]) -> None:
    lines = [f"{column.heading}={column.field}" for column in sorted(columns, key=lambda column: column.column)]
    try:
        file.write_text("\n".join(lines) + "\n", "utf-8")
    except OSError as refused:
        raise MachineError(f"{file} could not be written: {refused.strerror}.") from refused
    console.tell(f"Wrote where the columns go: {file}. --map-file takes it next time.")
