"""Figures and fields as templates show them."""

from __future__ import annotations

from collections.abc import Collection

from playbook.model.pages import Rows
from playbook.model.shapes import shape_of


def number(value: float) -> str:
    """Return a number with its thousands apart and no needless decimals."""
    return f"{value:,.2f}".removesuffix(".00")


def without(rows: Rows, entry: object, names: Collection[str]) -> Rows:
    """Return the rows of an entry but for these fields, which the page shows in a better place."""
    known = shape_of(type(entry)).fields
    labels = {known[name].label for name in names}
    return Rows(tuple(row for row in rows.rows if row.label not in labels))
