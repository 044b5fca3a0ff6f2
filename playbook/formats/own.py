"""Sheets as we export them → the fields of their entries, with what was changed in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import TypeAlias, cast

from msgspec import Struct, field

from playbook.formats.cells import CellError, as_cell, from_cell
from playbook.formats.columns import ID, NUMBER, Column, Sheet, sheet_of
from playbook.formats.grids import Grid, Spreadsheet
from playbook.formats.rows import IN_THE_FILE, at
from playbook.model.documents import Data
from playbook.model.kinds import KINDS
from playbook.model.settled import OddError, settled
from playbook.problems import Problem

Fields: TypeAlias = "Mapping[str, Data | OddError]"


class Said(Struct, frozen=True):
    """What a spreadsheet says of an entry, its id empty where it gives none: all its fields, changed or not, and the cell it begins at."""

    kind: str
    id: str
    fields: Fields
    cell: str


class _Line(Struct, frozen=True):
    """A row of a sheet: its cells by header, the cell each is, and the cells that say what it is or belongs to."""

    grid: Grid
    number: int
    keys: tuple[str, ...]
    cells: Mapping[str, int]

    def text(self, header: str) -> str:
        """Return what stands in a column, with the line ends of a file."""
        row, column = self.grid.rows[self.number], self.cells[header]
        return (row[column] if column < len(row) else "").replace("\r\n", "\n").replace("\r", "\n")

    def cell(self, header: str) -> str:
        """Return what Excel calls the cell in a column."""
        return self.grid.cell(self.number, self.cells.get(header, 0))


class _Reading(Struct):
    """The rows of each sheet by what they belong to, which of them were used, and what is wrong."""

    file: Spreadsheet
    lines: dict[str, dict[tuple[str, ...], list[_Line]]] = field(default_factory=dict)
    used: set[tuple[str, tuple[str, ...]]] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def report(self, code: str, line: _Line, header: str, why: str, remedy: str) -> None:
        """Add a problem at a cell of a row."""
        cell = line.cell(header)
        self.problems.append(self.file.report(code, cell, why=f"{cell}: {why}", remedy=remedy))


def own_sheets(file: Spreadsheet, kind: str = "") -> dict[Sheet, Grid]:
    """Return the sheets of a file that have our names and columns; one of CSV may have any name, and is of `kind` where one is given."""
    known = {sheet.name: sheet for name in ([kind] if kind else KINDS) for sheet in sheet_of(name).all()}
    found = {known[grid.name]: grid for grid in file.grids if grid.name in known and _is_ours(known[grid.name], grid)}
    if not found and len(file.grids) == 1:
        fitting = [sheet for sheet in known.values() if sheet.keys == (ID,) and _is_ours(sheet, file.grids[0])]
        best = sorted(fitting, key=lambda sheet: len({*sheet.headers} & {*file.grids[0].rows[0]}))
        return {best[-1]: file.grids[0]} if best else {}
    return found


def _is_ours(sheet: Sheet, grid: Grid) -> bool:
    headers = {text.strip() for text in grid.rows[0]} if grid.rows else set()
    return {*sheet.keys} <= headers and len(headers & {*sheet.headers}) > len(headers) / 2


def said(file: Spreadsheet, sheets: Mapping[Sheet, Grid], entries: Mapping[str, Mapping[str, Fields]]) -> tuple[list[Said], list[Problem]]:
    """Return what our sheets say of entries, and what is wrong; `entries` are those of the library, by kind and id, with their fields."""
    reading = _Reading(file)
    for sheet, grid in sheets.items():
        reading.lines[sheet.name] = _lines(reading, sheet, grid)
    found = [
        each for kind in {sheet.kind: None for sheet in sheets} for each in _entries(reading, sheet_of(kind), dict(entries.get(kind, {})))
    ]
    for sheet in sheets:
        _report_lost(reading, sheet)
    return found, reading.problems


def _lines(reading: _Reading, sheet: Sheet, grid: Grid) -> dict[tuple[str, ...], list[_Line]]:
    """Return the rows of a sheet by the entry, and the item, that they belong to."""
    cells = {text.strip(): column for column, text in reversed([*enumerate(grid.rows[0])]) if text.strip()}
    for header, column in cells.items():
        if header not in sheet.headers:
            cell = grid.cell(0, column)
            why = f'{cell}: there is no column "{header}" in the sheet {sheet.name}, so it is not read.'
            reading.problems.append(
                reading.file.report("PB604", cell, why=why, remedy="Give it the name it has in an export, or take it out.")
            )
    found: dict[tuple[str, ...], list[_Line]] = {}
    for number in range(1, len(grid.rows)):
        if any(text.strip() for text in grid.rows[number]):
            line = _Line(grid, number, (), cells)
            keys = tuple(_key(line.text(name)) for name in sheet.keys)
            found.setdefault(keys[:-1], []).append(_Line(grid, number, keys, cells))
    return found


def _key(text: str) -> str:
    text = text.strip()
    return text.removesuffix(".0") if text.removesuffix(".0").isdigit() else text


def _entries(reading: _Reading, sheet: Sheet, entries: dict[str, Fields]) -> Iterator[Said]:
    """Yield what is said of the entries of a kind: those that have a row, and those of which only a list of groups has one."""
    seen: set[str] = set()
    lines = reading.lines.get(sheet.name, {}).get((), [])
    reading.used.add((sheet.name, ()))
    for line in lines:
        id_ = line.keys[0]
        if id_ and id_ in seen:
            reading.report("PB606", line, ID, f'a row above has the id "{id_}", too.', "Give each entry one row.")
            continue
        seen.add(id_)
        yield Said(sheet.kind, id_, _group(reading, sheet, entries.get(id_, {}), line, (id_,)), line.cell(ID))
    named = {keys[0]: lines[0] for child in sheet.all() for keys, lines in reading.lines.get(child.name, {}).items() if keys}
    for id_, line in named.items():
        if id_ in entries and id_ not in seen:
            yield Said(sheet.kind, id_, _group(reading, sheet, entries[id_], None, (id_,)), line.cell(sheet.kind))


def _group(reading: _Reading, sheet: Sheet, old: Fields, line: _Line | None, keys: tuple[str, ...]) -> Fields:
    """Return the fields of a row, with those of the rows that belong to it; what no column or sheet holds stays as it was."""
    new = deepcopy(dict(old))
    for column in sheet.columns:
        was = at(old, column.path)
        if line and column.header in line.cells and line.text(column.header) != IN_THE_FILE and not isinstance(was, OddError):
            _put(new, column.path, _value(reading, line, column, was))
    for child in sheet.children:
        if child.name in reading.lines and not isinstance(at(old, child.path), OddError):
            _put(new, child.path, _items(reading, child, at(old, child.path), keys))
    return new


def _items(reading: _Reading, sheet: Sheet, old: Data | OddError, keys: tuple[str, ...]) -> Data:
    """Return the items of a list of groups, in the order of their numbers; those without one come last."""
    if not keys[-1]:
        return cast(Data, old)
    reading.used.add((sheet.name, keys))
    lines = reading.lines[sheet.name].get(keys, [])
    was = old if isinstance(old, list) else []
    found: list[Fields] = []
    for line in sorted(lines, key=lambda line: _number(reading, line)):
        number = line.keys[-1] or str(len(found) + 1)
        before = was[int(number) - 1] if number.isascii() and number.isdigit() and 0 < int(number) <= len(was) else {}
        found.append(_group(reading, sheet, before if isinstance(before, dict) else {}, line, (*keys, number)))
    return cast(Data, [item for item in found if item] or None)


def _number(reading: _Reading, line: _Line) -> float:
    try:
        return float(line.keys[-1]) if line.keys[-1] else float("inf")
    except ValueError:
        reading.report("PB606", line, NUMBER, f'"{line.keys[-1]}" is no number.', "Count the rows of an entry from 1, or leave it empty.")
        return float("inf")


def _value(reading: _Reading, line: _Line, column: Column, old: Data | OddError) -> Data:
    """Return what a cell says; what it said when it was exported is what the file says, to the letter."""
    try:
        found = from_cell(line.text(column.header), column.shape)
        before = from_cell(as_cell(cast(Data, old), column.shape).replace("\r\n", "\n").replace("\r", "\n"), column.shape)
        return cast(Data, old) if found == before else settled(found, column.shape)
    except (CellError, OddError) as wrong:
        reading.report("PB605", line, column.header, str(wrong) or "it has another form than its column.", "The field stays as it is.")
        return cast(Data, old)


def _put(group: dict[str, Data | OddError], path: tuple[str, ...], value: Data) -> None:
    """Set what lies at a way through groups; a group in which nothing is left goes."""
    name, *rest = path
    if rest:
        inner = group.get(name)
        inside = cast("dict[str, Data | OddError]", inner if isinstance(inner, dict) else {})
        _put(inside, tuple(rest), value)
        value = cast(Data, inside) or None
    if value is None:
        group.pop(name, None)
    else:
        group[name] = value


def _report_lost(reading: _Reading, sheet: Sheet) -> None:
    """Report the rows that belong to nothing."""
    for keys, lines in reading.lines.get(sheet.name, {}).items():
        for line in lines if (sheet.name, keys) not in reading.used else ():
            belongs = " ".join(f"{name} {key or '(empty)'}" for name, key in zip(sheet.keys, keys, strict=False))
            reading.report(
                "PB606", line, sheet.keys[0], f"it belongs to {belongs}, and there is none.", "Put the row right, or take it out."
            )
