"""Sheets with rows → an Excel workbook that a marketer can fill in: drop-downs, help on each column, texts that stay texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

from msgspec import Struct, field

from playbook.formats.cells import names
from playbook.formats.columns import ID, NUMBER, Column
from playbook.formats.exported import EXPORTED, fingerprints
from playbook.formats.rows import Filled
from playbook.model.kinds import KINDS
from playbook.model.shapes import Group, Many, Scalar, Shape, Table

WORDS, READ_ME = "words", "read me"
_SPARE_ROWS = 500
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
"""Signs that no workbook can hold, and what would be taken for one of them written by its number."""
_TOLD = (
    "This workbook holds the entries of a playbook library, a sheet a kind.",
    "Change cells, add rows, save, and run: playbook import FILE. You see every change before anything is written.",
    "The first column is the id of an entry, which is the name of its file. A new row needs no id: it is made of the title.",
    "A new entry is a draft until its status says approved. A row that you delete changes nothing; an empty cell takes the field away.",
    "A list has one item a line (Alt+Enter). A line that begins with two spaces goes on with the item above it.",
    "Where the help of a column shows a bar, its parts stand on one line: https://example.com | German version.",
    "A sheet such as assets uses holds the uses of the assets: each row names its entry, and its number says which comes first.",
    "Where a sheet hangs on another, its rows name the number there: the message of the second use has a 2 in the column uses.",
    "The sheet words lists the ids and words that your cells choose from.",
)

Offers = Callable[[Scalar], Mapping[str, str]]


class _Words(Struct):
    """The lists that cells choose from, each once, with the cells in which its ids stand."""

    ids: dict[str, Mapping[str, str]] = field(default_factory=dict)

    def cells(self, name: str, ids: Mapping[str, str], letter: Callable[[int], str]) -> str:
        """Return where a list stands on the sheet of words."""
        self.ids.setdefault(name, ids)
        column = letter(2 * [*self.ids].index(name) + 1)
        return f"'{WORDS}'!${column}$2:${column}${len(ids) + 1}"


def workbook(sheets: Sequence[Filled], offers: Offers) -> bytes:
    """Return the workbook of these sheets; `offers` gives the ids or words that a value is one of, each with its name.

    Raises ImportError where openpyxl is not installed.
    """
    import openpyxl

    book = openpyxl.Workbook()
    words = _Words()
    _told(book.active)
    for each in sheets:
        _sheet(book.create_sheet(each.sheet.name), each, offers, words)
    _words(book.create_sheet(WORDS), words)
    _kept(book.create_sheet(EXPORTED), sheets)
    book.active = 1 if sheets else 0
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def safe(text: str) -> str:
    """Return a text as a workbook holds it; `unsafe` makes it what it was."""
    return _UNSAFE.sub(lambda sign: f"_x{ord(sign[0]):04X}_", text)


def _told(page: Any) -> None:
    page.title = READ_ME
    page.column_dimensions["A"].width = 120
    for number, line in enumerate(_TOLD, start=1):
        _write(page.cell(number, 1), line)


def _kept(page: Any, sheets: Sequence[Filled]) -> None:
    """Write down, where nobody looks, what the workbook holds: an import sees by it what was changed."""
    for number, row in enumerate(fingerprints(sheets), start=1):
        for column, text in enumerate(row, start=1):
            _write(page.cell(number, column), text)
    page.sheet_state = "hidden"


def _words(page: Any, words: _Words) -> None:
    from openpyxl.styles import Font

    for number, (name, ids) in enumerate(words.ids.items()):
        for row, (id_, label) in enumerate([(name, ""), *ids.items()], start=1):
            _write(page.cell(row, 2 * number + 1), id_)
            _write(page.cell(row, 2 * number + 2), label)
        page.cell(1, 2 * number + 1).font = Font(bold=True)
    page.freeze_panes = "A2"


def _sheet(page: Any, of: Filled, offers: Offers, words: _Words) -> None:
    from openpyxl.utils import get_column_letter

    sheet = of.sheet
    for number, (header, told) in enumerate([*_keys(of), *((column.header, _help(column)) for column in sheet.columns)], start=1):
        required = number <= len(sheet.keys) or sheet.columns[number - len(sheet.keys) - 1].field.required
        _header(page, number, header, told, required)
    for row, texts in enumerate(of.rows, start=2):
        for number, text in enumerate(texts, start=1):
            if text:
                _write(page.cell(row, number), text)
    last = len(of.rows) + 1 + _SPARE_ROWS
    for number, (name, ids, strict) in _choices(of, offers):
        letter = get_column_letter(number)
        _drop_down(page, f"{letter}2:{letter}{last}", words.cells(name, ids, get_column_letter), strict)
    page.freeze_panes = page.cell(2, len(sheet.keys) + 1)
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.headers))}{max(2, len(of.rows) + 1)}"


def _keys(of: Filled) -> Iterator[tuple[str, str]]:
    """Yield the columns that say what a row is, or belongs to."""
    for key in of.sheet.keys:
        if key == ID:
            yield key, "The name of its file, lower case with hyphens. Left empty in a new row, it is made of the title."
        elif key == NUMBER:
            yield key, "Which of them it is, from 1. Left empty, it comes last."
        elif key in KINDS:
            yield key, f"The id of the {key} that the row belongs to."
        else:
            yield key, f"The number of the row in {of.sheet.name.rpartition(' ')[0]} that this one belongs to."


def _choices(of: Filled, offers: Offers) -> Iterator[tuple[int, tuple[str, Mapping[str, str], bool]]]:
    """Yield what each column chooses from, with its number, and whether a cell holds just one of them."""
    for number, column in enumerate(of.sheet.columns, start=len(of.sheet.keys) + 1):
        chooser = _chooser(column.shape)
        if isinstance(chooser, Scalar) and (ids := offers(chooser)):
            yield number, (chooser.of, ids, isinstance(column.shape, Scalar))


def _chooser(shape: Shape) -> Shape:
    """Return what a cell names, or begins with."""
    item = shape.item if isinstance(shape, Many) else shape
    return item.fields[item.main].shape if isinstance(item, Group) and item.main else item


def _help(column: Column) -> str:
    """Return what to write into a column."""
    about = f"{column.field.about}{' Needed.' if column.field.required else ''}"
    shape = column.shape
    if isinstance(shape, Many):
        item = shape.item
        parts = f" Each line: {' | '.join(names(item))}." if isinstance(item, Group) else ""
        return f"{about} One a line.{parts}"
    if isinstance(shape, Table):
        return f"{about} One a line: name: value."
    return about


def _header(page: Any, number: int, header: str, told: str, required: bool) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    cell = page.cell(1, number, header)
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor="FFD9E7F0" if required else "FFEFEFEF")
    cell.comment = Comment(told, "playbook", height=90, width=320)
    column = page.column_dimensions[get_column_letter(number)]
    column.number_format = "@"  # what is typed into an empty row stays a text: 2026-11 is no date, 10% no 0.1
    column.alignment = Alignment(wrap_text=True, vertical="top")
    column.width = 12 if header == NUMBER else 28


def _write(cell: Any, text: str) -> None:
    """Write a text that stays one: no formula, however it begins, and no number."""
    from openpyxl.styles import Alignment

    cell.value = safe(text)
    cell.data_type = "s"
    cell.number_format = "@"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if text[:1] in {"=", "+", "-", "@", "\t", "\r"}:
        cell.quotePrefix = True


def _drop_down(page: Any, cells: str, source: str, strict: bool) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    known = DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=strict, errorStyle="warning")
    known.error = "That is none of the words that are known here. The sheet words lists them."
    page.add_data_validation(known)
    known.add(cells)
