"""Walking an entry by its shape: every single value with the way to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from playbook.model.shapes import Audience, Field, Free, Group, Many, Scalar, Shape, Table, shape_of
from playbook.problems import FieldPath

FREE_TEXT = Scalar("text")


@dataclass(frozen=True)
class Value:
    """One single value of an entry: the way to it as in the file, how it is read, who may see it, and the value."""

    path: FieldPath
    scalar: Scalar
    audience: Audience
    value: Any


def values(thing: Any) -> Iterator[Value]:
    """Yield every single value of an entry, a group or the settings, in the model's order; what is empty is left out."""
    yield from _group(thing, (), Audience.EXTERNAL)


def present(thing: Any) -> Iterator[tuple[Field, Any]]:
    """Yield the fields of an entry or group that hold something, each with its value."""
    for known in shape_of(type(thing)).fields.values():
        value = getattr(thing, known.attribute)
        if value not in (None, "", (), {}):
            yield known, value


def _group(thing: Any, path: FieldPath, audience: Audience) -> Iterator[Value]:
    for known, value in present(thing):
        yield from _value(value, known.shape, (*path, known.name), max(audience, known.audience))


def _value(value: Any, shape: Shape, path: FieldPath, audience: Audience) -> Iterator[Value]:
    match shape:
        case Scalar():
            yield Value(path, shape, audience, value)
        case Many():
            for number, item in enumerate(value):
                yield from _value(item, shape.item, (*path, number), audience)
        case Table():
            for name, item in value.items():
                yield from _value(item, shape.item, (*path, name), audience)
        case Group():
            yield from _group(value, path, audience)
        case Free():
            yield from _free(value, path, audience)


def _free(value: Any, path: FieldPath, audience: Audience) -> Iterator[Value]:
    """The team's own fields: texts, lists and groups, as deep as they like."""
    if isinstance(value, Mapping):
        for name, item in value.items():
            yield from _free(item, (*path, name), audience)
    elif isinstance(value, list | tuple):
        for number, item in enumerate(value):
            yield from _free(item, (*path, number), audience)
    elif value:
        yield Value(path, FREE_TEXT, audience, str(value))
