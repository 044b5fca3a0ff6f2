"""What fields are called in any kind of entry: a line that begins with such a word most likely was to be a field."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from playbook.model.agreement import Agreement
from playbook.model.kinds import KINDS
from playbook.model.settings import Settings
from playbook.model.shapes import Declared, Group, Many, Shape, Table, shape_of


@cache
def field_names() -> frozenset[str]:
    """Return the names of all fields, those of groups within groups too."""
    known: list[type[Declared]] = [*(kind.of for kind in KINDS.values()), Agreement, Settings]
    return frozenset(name for of in known for name in _names(shape_of(of)))


@cache
def entry_names() -> frozenset[str]:
    """Return the names of the fields that stand at the margin of a file."""
    known: list[type[Declared]] = [*(kind.of for kind in KINDS.values()), Agreement, Settings]
    return frozenset(name for of in known for name in shape_of(of).fields)


def _names(shape: Shape) -> Iterator[str]:
    match shape:
        case Group():
            yield from shape.fields
            for known in shape.fields.values():
                yield from _names(known.shape)
        case Many() | Table():
            yield from _names(shape.item)
        case _:
            pass
