"""The bytes of a workbook or a CSV file → what it shows. Whatever is wrong with the file ends as a problem with its cell."""

from __future__ import annotations

import csv
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from functools import reduce
from typing import Any

from playbook.formats.grids import MOST_COLUMNS, MOST_ROWS, MOST_SHEETS, Grid, Spreadsheet, trimmed
from playbook.problems import Problem

LARGEST = 25_000_000
"""Bytes that a file may have, and its texts unpacked."""
_MOST_CELLS = 500_000
_JOINED = re.compile(rb"""mergeCell\b[^>]*?\bref\s*=\s*["']([A-Z]{1,3})([0-9]{1,9}):([A-Z]{1,3})([0-9]{1,9})""")
_OLD_EXCEL = bytes.fromhex("d0cf11e0a1b11ae1")
_ZIP = b"PK\x03\x04"
_NUMBERED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_BROKEN = (
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, NotImplementedError, OSError, RecursionError, SyntaxError,
    TypeError, ValueError, struct.error, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
"""What openpyxl raises for a workbook that is damaged, or was made to do harm."""
_SAVE_AGAIN = "Open it in Excel or LibreOffice and save it as .xlsx or .csv."
_ENCODINGS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_SEPARATORS = ",;\t|"


def read_spreadsheet(name: str, raw: bytes) -> Spreadsheet:
    """Return what a file shows, a workbook or CSV; raises ImportError where openpyxl is needed and not installed."""
    none = Spreadsheet(name, ())
    if len(raw) > LARGEST:
        return _refused(
            none, f"It has {len(raw) // 1_000_000:,} MB, and a table of entries has far less.", "Leave out pictures, and other sheets."
        )
    if raw.startswith(_OLD_EXCEL):
        return _refused(none, "It is protected with a password, or in the format of Excel before 2007.", _SAVE_AGAIN)
    if raw.startswith(_ZIP):
        return _workbook(none, raw)
    return _csv(none, raw)


def _refused(file: Spreadsheet, why: str, remedy: str) -> Spreadsheet:
    return Spreadsheet(file.name, (), (file.report("PB601", why=why, remedy=remedy),))


def _workbook(file: Spreadsheet, raw: bytes) -> Spreadsheet:
    import openpyxl

    if why := _danger(raw):
        return _refused(file, why, _SAVE_AGAIN)
    try:
        shown = openpyxl.load_workbook(io.BytesIO(raw), data_only=True, keep_links=False)
        written = openpyxl.load_workbook(io.BytesIO(raw), keep_links=False)
        if len(shown.worksheets) > MOST_SHEETS:
            return _refused(file, f"It has {len(shown.worksheets)} sheets.", f"Leave at most {MOST_SHEETS}.")
        problems: list[Problem] = []
        grids = [
            grid for one, other in zip(shown.worksheets, written.worksheets, strict=True) if (grid := _grid(file, one, other, problems))
        ]
    except _BROKEN as wrong:
        return _refused(file, f"It is no workbook that can be read: {str(wrong)[:200] or type(wrong).__name__}.", _SAVE_AGAIN)
    return Spreadsheet(file.name, tuple(grids), tuple(problems))


def _danger(raw: bytes) -> str:
    """Say why a workbook would fill the memory, or is none; nothing where it is harmless."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            infos = parts.infolist()
            texts = [info for info in infos if info.filename.endswith((".xml", ".rels"))]
            if sum(info.file_size for info in texts) > LARGEST or len(infos) > 5_000:
                return "Unpacked it is larger than any table of entries."
            return next((why for info in texts if (why := _danger_in(parts.read(info).replace(b"\0", b"")))), "")
    except _BROKEN:
        return "It is no workbook, or it is damaged."


def _danger_in(text: bytes) -> str:
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        return "It declares signs of its own, which no spreadsheet program does."
    if sum(map(_cells, _JOINED.finditer(text))) > _MOST_CELLS:
        return "More cells are joined in it than a table of entries has."
    return ""


def _cells(joined: re.Match[bytes]) -> int:
    """Return how many cells a range such as A1:B3 has."""
    columns = _column(joined[3]) - _column(joined[1])
    return (abs(columns) + 1) * (abs(int(joined[4]) - int(joined[2])) + 1)


def _column(letters: bytes) -> int:
    return reduce(lambda number, letter: 26 * number + letter - 64, letters, 0)


def _grid(file: Spreadsheet, shown: Any, written: Any, problems: list[Problem]) -> Grid | None:
    """Return a sheet, with what stands in cells that belong together in each of them."""
    if shown.max_row > MOST_ROWS or shown.max_column > MOST_COLUMNS or shown.max_row * shown.max_column > _MOST_CELLS:
        why = f"The sheet {shown.title} reaches to row {shown.max_row:,} and column {shown.max_column:,}, so it is not read."
        problems.append(
            file.report("PB602", why=why, remedy=f"Delete what is empty; {MOST_ROWS:,} rows and {MOST_COLUMNS} columns are read.")
        )
        return None
    frame = Grid(shown.title, (), shown.sheet_state != "visible")
    rows: list[list[str]] = []
    links: dict[tuple[int, int], str] = {}
    for number, (cells, formulas) in enumerate(zip(shown.iter_rows(), written.iter_rows(), strict=True)):
        rows.append([])
        for column, (cell, formula) in enumerate(zip(cells, formulas, strict=True)):
            fault = _fault(cell, formula)
            if fault:
                problems.append(
                    file.report("PB603", frame.cell(number, column), why=f"{frame.cell(number, column)} {fault[0]}", remedy=fault[1])
                )
            rows[-1].append("" if fault else _text(cell.value, cell.number_format or ""))
            if address := getattr(getattr(cell, "hyperlink", None), "target", None):
                links[number, column] = str(address)
    for merged in shown.merged_cells.ranges:
        _spread(rows, merged)
    return Grid(frame.name, trimmed(rows), frame.hidden, links)


def _fault(cell: Any, formula: Any) -> tuple[str, str] | None:
    """Say what is wrong with a cell that shows no value, and what to do."""
    if cell.data_type == "e":
        return f"shows {cell.value}, which is an error and no value.", "Put it right in the spreadsheet; until then it counts as empty."
    if formula.data_type == "f" and cell.value is None:
        return "holds a formula without its result.", "Open the file in Excel or LibreOffice, save it, and import it again."
    return None


def _spread(rows: list[list[str]], merged: Any) -> None:
    """What stands in cells that were joined stands for all rows of them; only in the first column, so that nothing is said twice."""
    for row in range(merged.min_row, min(merged.max_row, len(rows))):
        rows[row][merged.min_col - 1] = rows[merged.min_row - 1][merged.min_col - 1]


def _text(value: object, form: str) -> str:
    """Return what a cell shows, as far as it matters: days as 2026-11-21, shares with their percent sign."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | date() | time():
            return str(value)
        case int() | float():
            return f"{round(value * 100, 10):.15g}%" if "%" in form else f"{value:.15g}"
    return _NUMBERED.sub(lambda sign: chr(int(sign[1], 16)), str(value))


def _csv(file: Spreadsheet, raw: bytes) -> Spreadsheet:
    text = _decoded(raw)
    if "\0" in text:
        return _refused(file, "It is neither a workbook nor a text with separators.", _SAVE_AGAIN)
    try:
        rows = [*csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))]
    except csv.Error as wrong:
        return _refused(file, f"It is no text with separators: {wrong}.", _SAVE_AGAIN)
    if len(rows) > MOST_ROWS or max(map(len, rows), default=0) > MOST_COLUMNS:
        return _refused(file, f"It has {len(rows):,} rows.", f"{MOST_ROWS:,} rows and {MOST_COLUMNS} columns are read: split it.")
    return Spreadsheet(file.name, (Grid(file.name.rpartition(".")[0] or file.name, trimmed(rows)),))


def _decoded(raw: bytes) -> str:
    """Return the text of a file: as it says it is written, else as UTF-8, else as Excel in Western Europe and America writes."""
    for mark, encoding in _ENCODINGS.items():
        if raw.startswith(mark):
            return raw.decode(encoding, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _separator(text: str) -> str:
    """Return the sign that separates cells: the one that the first rows have most evenly."""
    return max(_SEPARATORS, key=lambda sign: _evenness(text, sign))


def _evenness(text: str, sign: str) -> tuple[int, int]:
    widths = [*_widths(text, sign)]
    common = max(widths, key=widths.count, default=1)
    return (widths.count(common) if common > 1 else 0, common)


def _widths(text: str, sign: str) -> Iterator[int]:
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=sign)):
            if number == 20:
                return
            if any(cell.strip() for cell in row):
                yield len(row)
    except csv.Error:
        return
