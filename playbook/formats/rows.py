"""Entries ↔ the rows of their sheets. What a sheet or a column does not hold is not said, and stays as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from playbook.formats.cells import as_cell
from playbook.formats.columns import Sheet, sheet_of
from playbook.model.documents import Data
from playbook.model.kinds import KINDS
from playbook.model.settled import OddError, settled
from playbook.model.shapes import shape_of

IN_THE_FILE = "(only in its file)"
"""What stands in the place of a value that no cell can hold; read back, it leaves the field alone."""
LONGEST_CELL = 32_767
"""Letters that a cell may hold."""

Row = tuple[str, ...]


class Filled(Struct, frozen=True):
    """A sheet with its rows, as texts."""

    sheet: Sheet
    rows: tuple[Row, ...]


def filled(kind: str, entries: Mapping[str, Data]) -> tuple[Filled, ...]:
    """Return the sheets of a kind with the data of its entries, by id; those of groups in groups only where there are such groups."""
    rows: dict[str, list[Row]] = {sheet.name: [] for sheet in sheet_of(kind).all()}
    for id_, data in entries.items():
        for sheet, row in _rows(sheet_of(kind), fields_of(kind, data), (id_,)):
            rows[sheet.name].append(row)
    return tuple(Filled(sheet, tuple(rows[sheet.name])) for sheet in _shown(sheet_of(kind), rows))


def fields_of(kind: str, data: Data) -> dict[str, Data | OddError]:
    """Return the settled fields of an entry; an OddError for a field that no sheet can show."""
    found: dict[str, Data | OddError] = {}
    for name, known in shape_of(KINDS[kind].of).fields.items():
        try:
            value = settled(data.get(name) if isinstance(data, dict) else None, known.shape)
        except OddError as odd:
            found[name] = odd
            continue
        if value is not None:
            found[name] = OddError() if _is_too_long(value) else value
    return found


def _is_too_long(value: Data) -> bool:
    """Whether a value, as one cell or as several, might not fit a cell."""
    if isinstance(value, str):
        return len(value) + 2 * value.count("\n") > LONGEST_CELL
    inner = value.values() if isinstance(value, dict) else value or ()
    return any(map(_is_too_long, inner)) or (not isinstance(value, dict) and sum(len(str(each)) + 9 for each in inner) > LONGEST_CELL)


def _shown(sheet: Sheet, rows: Mapping[str, list[Row]]) -> Iterator[Sheet]:
    yield sheet
    for child in sheet.children:
        if rows[sheet.name]:
            yield from _shown(child, rows)


def _rows(sheet: Sheet, data: Mapping[str, Data | OddError], keys: Row) -> Iterator[tuple[Sheet, Row]]:
    """Yield the row of a group, and those of the groups in it."""
    yield sheet, (*keys, *(_cell(at(data, column.path), column.shape) for column in sheet.columns))
    for child in sheet.children:
        inner = at(data, child.path)
        for number, item in enumerate(inner if isinstance(inner, list) else (), start=1):
            yield from _rows(child, item if isinstance(item, dict) else {}, (*keys, str(number)))


def _cell(value: Data | OddError, shape: object) -> str:
    return IN_THE_FILE if isinstance(value, OddError) else as_cell(value, shape)  # type: ignore[arg-type]


def at(data: Mapping[str, Data | OddError], path: tuple[str, ...]) -> Data | OddError:
    """Return what lies at a way through groups; an OddError where one on the way cannot be shown."""
    found: Data | OddError = dict(data)  # type: ignore[arg-type]
    for name in path:
        found = found.get(name) if isinstance(found, dict) else found if isinstance(found, OddError) else None
    return found
