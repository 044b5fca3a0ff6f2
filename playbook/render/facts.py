"""Fields as templates show them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec import Struct

from playbook.model.parts import Leaf, Row, Rows
from playbook.model.shapes import Declared, shape_of


def without(rows: Rows, entry: Declared, names: Collection[str]) -> Rows:
    """Return the rows of an entry but for these fields, which the page shows in a better place."""
    known = shape_of(type(entry)).fields
    labels = {known[name].label for name in names}
    return Rows(tuple(row for row in rows.rows if row.label not in labels))


class Columns(Struct, frozen=True):
    """Groups with the same fields, as a table: a label for each column, and for each line the leaves of its cells."""

    labels: tuple[str, ...]
    lines: tuple[tuple[tuple[Leaf, ...], ...], ...]


def as_table(values: Sequence[Leaf | Rows]) -> Columns | None:
    """Return groups as a table where that reads better: at least two, of at most five short fields; else None."""
    groups = [value.rows for value in values if isinstance(value, Rows)]
    rows = [row for group in groups for row in group]
    labels = tuple(dict.fromkeys(row.label for row in rows))
    if len(groups) < max(2, len(values)) or not 2 <= len(labels) <= 5 or not all(map(_is_short, rows)):
        return None
    return Columns(labels, tuple(tuple(_cell(group, label) for label in labels) for group in groups))


def _is_short(row: Row) -> bool:
    return len(row.values) <= 2 and all(
        isinstance(value, Leaf) and len(value.text) <= 120 and "\n" not in value.text for value in row.values
    )


def _cell(group: Sequence[Row], label: str) -> tuple[Leaf, ...]:
    return tuple(value for row in group if row.label == label for value in row.values if isinstance(value, Leaf))
