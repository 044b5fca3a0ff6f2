"""What a workbook held when it was exported, kept in it as fingerprints: an import tells by them what was changed there, and what here."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import sha256

from msgspec import Struct, field
from msgspec.structs import replace

from playbook.formats.columns import ID, Sheet
from playbook.formats.grids import Grid, Spreadsheet
from playbook.formats.rows import Filled
from playbook.problems import Problem
from playbook.text import shortened

EXPORTED = "as exported"
"""The hidden sheet of fingerprints: the name of a sheet, an id, and a fingerprint for each column, or one for all rows of a list."""
_ROWS = "rows"
_LONG = 50
"""The letters that are shown of what was changed."""

Row = tuple[str, ...]
Kept = Mapping[tuple[str, str], Mapping[str, str]]


class _Rows(Struct, dict=True):
    """The rows of a sheet while they are merged."""

    sheet: Sheet
    grid: Grid
    rows: list[list[str]] = field(default_factory=list)
    columns: dict[str, int] = field(default_factory=dict)

    def text(self, number: int, header: str) -> str:
        """Return what stands in a column of a row, however the program that saved it ends its lines."""
        row, column = self.rows[number], self.columns.get(header, -1)
        return _plain(row[column]) if 0 <= column < len(row) else ""

    def texts(self, number: int) -> Row:
        """Return what stands in a row, in the order of an export."""
        return tuple(self.text(number, header) for header in self.sheet.headers)

    def put(self, number: int, header: str, text: str) -> None:
        """Write into a column of a row, if the sheet has it."""
        if (column := self.columns.get(header, -1)) >= 0:
            self.rows[number] += [""] * (column + 1 - len(self.rows[number]))
            self.rows[number][column] = text

    @cached_property
    def of(self) -> Mapping[str, list[int]]:
        """The numbers of each entry's rows, as they were read."""
        found: dict[str, list[int]] = {}
        for number in range(1, len(self.rows)):
            found.setdefault(self.text(number, self.sheet.keys[0]), []).append(number)
        return found


def fingerprints(sheets: Sequence[Filled]) -> Iterator[Row]:
    """Yield the rows of the hidden sheet for what is exported."""
    by_name = {each.sheet.name: each for each in sheets}
    for each in sheets:
        if each.sheet.keys == (ID,):
            lists = {child.name: _units(child, by_name) for child in each.sheet.children if child.name in by_name}
            yield from (line for row in each.rows for line in _prints(each.sheet, row, lists))


def _prints(sheet: Sheet, row: Row, lists: Mapping[str, Mapping[str, list[Row]]]) -> Iterator[Row]:
    """Yield the fingerprints of an entry: of its cells that hold something, and of each of its lists."""
    texts = zip(sheet.headers[1:], row[1:], strict=True)
    yield sheet.name, row[0], json.dumps({header: _print(text) for header, text in texts if text})
    yield from ((name, row[0], json.dumps({_ROWS: _print_of(units.get(row[0], ()))})) for name, units in lists.items())


def merged(file: Spreadsheet, sheets: Mapping[Sheet, Grid], library: Sequence[Filled]) -> tuple[dict[Sheet, Grid], list[Problem]]:
    """Return our sheets of a file with what the library has changed since they were exported, and a problem for what both have changed.

    A cell that nobody changed in the workbook takes what the library has by now; the rows of a list of groups are taken together. What both
    changed stays as the library has it. A file without fingerprints, such as CSV, is returned as it is.
    """
    kept = _kept(file)
    if not kept:
        return dict(sheets), []
    now = {each.sheet.name: each for each in library}
    found = {sheet.name: _read(sheet, grid) for sheet, grid in sheets.items()}
    problems: list[Problem] = []
    for each in [rows for rows in found.values() if rows.sheet.keys == (ID,)]:
        ours = {row[0]: dict(zip(each.sheet.headers, row, strict=True)) for row in now[each.sheet.name].rows}
        problems += _merge_cells(file, each, ours, kept)
        for child in [child for child in each.sheet.children if child.name in found]:
            problems += _merge_lists(file, child, found, (now, ours), kept)
    return {each.sheet: replace(each.grid, rows=tuple(tuple(row) for row in each.rows)) for each in found.values()}, problems


def _kept(file: Spreadsheet) -> Kept:
    """Return the fingerprints in a file; a line that nobody of us wrote is none."""
    grid = next((grid for grid in file.grids if grid.name == EXPORTED), None)
    found: dict[tuple[str, str], Mapping[str, str]] = {}
    for row in grid.rows if grid else ():
        try:
            name, id_, told = row
            prints = json.loads(told)
        except ValueError:
            continue
        if isinstance(prints, dict):
            found[name, id_] = prints
    return found


def _read(sheet: Sheet, grid: Grid) -> _Rows:
    columns = {text.strip(): column for column, text in reversed([*enumerate(grid.rows[0])]) if text.strip()}
    return _Rows(sheet, grid, [[*row] for row in grid.rows], columns)


def _merge_cells(file: Spreadsheet, rows: _Rows, ours: Mapping[str, Mapping[str, str]], kept: Kept) -> Iterator[Problem]:
    """Put what the library changed into the cells of entries, and yield a problem for each that both changed."""
    yield from _renamed(file, rows, ours, kept)
    for number in range(1, len(rows.rows)):
        id_ = rows.text(number, ID)
        was = kept.get((rows.sheet.name, id_))
        if was is None or id_ not in ours:
            continue
        for header, column in rows.columns.items():
            here, there, before = rows.text(number, header), _plain(ours[id_].get(header, "")), was.get(header, _print(""))
            if header == ID or here == there or _print(there) == before:
                continue
            if _print(here) != before:
                yield _both(file, rows.grid.cell(number, column), here, there)
            rows.put(number, header, ours[id_][header])


def _renamed(file: Spreadsheet, rows: _Rows, ours: Iterable[str], kept: Kept) -> Iterator[Problem]:
    """Empty the rows whose id was changed by hand, and yield a problem for each: others name the old one, and two entries would be one."""
    name = rows.sheet.name
    gone = {id_: prints for (sheet, id_), prints in kept.items() if sheet == name and id_ not in rows.of}
    for id_, numbers in rows.of.items() if gone else ():
        prints = {header: _print(text) for header in rows.columns if header != ID and (text := rows.text(numbers[0], header))}
        old = next((old for old, was in gone.items() if was and len(prints.items() & was.items()) * 2 > len(was)), "")
        if id_ and old and id_ not in ours:
            cell = rows.grid.cell(numbers[0], rows.columns[ID])
            why = f"{cell}: the id {old} became {id_}. Other entries name {old}, so the row was not read."
            yield file.report("PB612", cell, why=why, remedy=f"playbook rename {rows.sheet.kind} {old} {id_}, and export again.")
            rows.rows[numbers[0]] = []


def _merge_lists(
    file: Spreadsheet, child: Sheet, found: Mapping[str, _Rows], library: tuple[Mapping[str, Filled], Iterable[str]], kept: Kept
) -> Iterator[Problem]:
    """Put the lists that the library changed in the place of those in a workbook, and yield a problem for each that both changed."""
    now, ids = library
    theirs = [found[each.name] for each in child.all() if each.name in found]
    units = _units(child, now)
    for id_ in ids:
        was = kept.get((child.name, id_), {}).get(_ROWS)
        ours = units.get(id_, [])
        here = [(rows.sheet.name, *rows.texts(number)) for rows in theirs for number in rows.of.get(id_, ())]
        if was is None or _print_of(ours) == was or _print_of(here) == _print_of(ours):
            continue
        if _print_of(here) != was:
            cell = next((rows.grid.cell(rows.of[id_][0], 0) for rows in theirs if id_ in rows.of), child.name)
            yield _both(file, cell, _first_other(here, ours), _first_other(ours, here))
        for rows in theirs:
            _replace(rows, id_, [row[1:] for row in ours if row[0] == rows.sheet.name])


def _replace(rows: _Rows, id_: str, ours: Iterable[Row]) -> None:
    """Empty the rows of an entry and write others below all: so each other cell keeps its name."""
    for number in rows.of.get(id_, ()):
        rows.rows[number] = []
    for texts in ours:
        rows.rows.append([])
        for header, text in zip(rows.sheet.headers, texts, strict=True):
            rows.put(len(rows.rows) - 1, header, text)


def _units(child: Sheet, sheets: Mapping[str, Filled]) -> dict[str, list[Row]]:
    """Return the rows of a list and of the lists in it, by their entry, each behind the name of its sheet."""
    found: dict[str, list[Row]] = {}
    for each in (sheets[one.name] for one in child.all() if one.name in sheets):
        for row in each.rows:
            found.setdefault(row[0], []).append((each.sheet.name, *row))
    return found


def _first_other(rows: Iterable[Row], others: Collection[Row]) -> str:
    """Return what the first row says that the others lack, without its sheet and its entry."""
    return next((", ".join(filter(None, row[2:])) for row in rows if row not in others), "")


def _both(file: Spreadsheet, cell: str, here: str, there: str) -> Problem:
    """Return the problem of what both changed, with the beginning of what each of them says."""
    said_, has = (f'"{shortened(" ".join(text.split()), _LONG)}"' if text.strip() else "nothing" for text in (here, there))
    why = f"{cell}: since the export this was changed here and in the library. The table says {said_}, the library {has}, and that stays."
    return file.report("PB611", cell, why=why, remedy="Compare the two, and change the file, or export the workbook again.")


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _print(text: str) -> str:
    return sha256(_plain(text).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _print_of(rows: Iterable[Row]) -> str:
    """Return the fingerprint of rows, in whatever order somebody sorted them."""
    return _print(json.dumps(sorted([*map(_plain, row)] for row in rows)))
