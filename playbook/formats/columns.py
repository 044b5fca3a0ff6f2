"""The sheets of a kind and their columns, as the model describes it: a list in a cell, a group as columns, many groups as a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from playbook.model.entries import own_first
from playbook.model.kinds import KINDS
from playbook.model.shapes import Field, Group, Many, Scalar, Shape, shape_of

ID, NUMBER = "id", "number"
_LONGEST_NAME = 31
"""Letters that the name of a sheet may have."""


class Column(Struct, frozen=True):
    """A column: the way to its field from the group that a row is, what it holds, and what to write there."""

    path: tuple[str, ...]
    field: Field

    @property
    def header(self) -> str:
        """What stands above the column: "when", "follow_up after"."""
        return " ".join(self.path)

    @property
    def shape(self) -> Shape:
        """What a cell holds."""
        return self.field.shape


class Sheet(Struct, frozen=True):
    """A sheet: its rows are entries of a kind, or the items of a list of groups, which lies at `path` in the row they belong to.

    `keys` are the first columns: "id", or the entry, the numbers of the items on the way, and the number of the item.
    """

    name: str
    kind: str
    path: tuple[str, ...]
    keys: tuple[str, ...]
    columns: tuple[Column, ...]
    children: tuple[Sheet, ...]

    @property
    def headers(self) -> tuple[str, ...]:
        """What stands in its first row."""
        return (*self.keys, *(column.header for column in self.columns))

    def all(self) -> Iterator[Sheet]:
        """Yield the sheet and all that hang on it."""
        yield self
        for child in self.children:
            yield from child.all()


@cache
def sheet_of(kind: str) -> Sheet:
    """Return the sheet of a kind, with those of its lists of groups."""
    group = shape_of(KINDS[kind].of)
    return _sheet(KINDS[kind].plural, kind, (), (ID,), {name: group.fields[name] for name in own_first(group)})


def is_line(shape: Shape) -> bool:
    """Whether a group is short enough to be written on one line: its main field, and one more."""
    if not isinstance(shape, Group) or not shape.main or len(shape.fields) > 2:
        return False
    return all(isinstance(known.shape, Scalar) for known in shape.fields.values())


def _sheet(name: str, kind: str, path: tuple[str, ...], keys: tuple[str, ...], fields: dict[str, Field]) -> Sheet:
    columns, children = [], []
    for way, known in _leaves(fields, ()):
        if isinstance(known.shape, Many) and isinstance(known.shape.item, Group) and not is_line(known.shape.item):
            above = (kind,) if keys == (ID,) else (*keys[:-1], name.rpartition(" ")[2])
            child = f"{name} {' '.join(way)}"[:_LONGEST_NAME]
            children.append(_sheet(child, kind, way, (*above, NUMBER), dict(known.shape.item.fields)))
        else:
            columns.append(Column(way, known))
    return Sheet(name, kind, path, keys, tuple(columns), tuple(children))


def _leaves(fields: dict[str, Field], above: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Field]]:
    """Yield each field with the way to it; those of a group in the place of the group."""
    for name, known in fields.items():
        if isinstance(known.shape, Group):
            yield from _leaves(dict(known.shape.fields), (*above, name))
        else:
            yield (*above, name), known
