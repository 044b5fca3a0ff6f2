"""Walking an entry by its shape: every single value with the way to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from playbook.model.shapes import Audience, Field, Free, Group, Many, Scalar, Shape, Table, shape_of
from playbook.problems import FieldPath

FREE_TEXT = Scalar("text")


class Value(NamedTuple):
    """One single value of an entry: the way to it as in the file, how it is read, who may see it, and the value."""

    path: FieldPath
    scalar: Scalar
    audience: Audience
    value: Any


def values(thing: Any) -> list[Value]:
    """Return every single value of an entry, a group or the settings, in the model's order; what is empty is left out."""
    found: list[Value] = []  # filled on the way: whole libraries are walked several times in a check, and generators cost twice as much
    _group(thing, (), Audience.EXTERNAL, found)
    return found


def present(thing: Any) -> Iterator[tuple[Field, Any]]:
    """Yield the fields of an entry or group that hold something, each with its value."""
    for known in shape_of(type(thing)).fields.values():
        value = getattr(thing, known.attribute)
        if value or value == 0:
            yield known, value


def is_written(thing: Any) -> bool:
    """Whether anything is in an entry: a file that could not be read is a problem of its own, and no reason for more."""
    return any(True for _ in present(thing))


def says_something(entry: Any) -> bool:
    """Whether an entry says more than its status: one whose file cannot be read counts as a draft, and is none that waits for anything."""
    return any(known.name != "status" for known, _ in present(entry))


def _group(thing: Any, path: FieldPath, audience: Audience, found: list[Value]) -> None:
    for known, value in present(thing):
        _value(value, known.shape, (*path, known.name), max(audience, known.audience), found)


def _value(value: Any, shape: Shape, path: FieldPath, audience: Audience, found: list[Value]) -> None:
    match shape:
        case Scalar():
            found.append(Value(path, shape, audience, value))
        case Many():
            for number, item in enumerate(value):
                _value(item, shape.item, (*path, number), audience, found)
        case Table():
            for name, item in value.items():
                _value(item, shape.item, (*path, name), audience, found)
        case Group():
            _group(value, path, audience, found)
        case Free():
            _free(value, path, audience, found)


def _free(value: Any, path: FieldPath, audience: Audience, found: list[Value]) -> None:
    """The team's own fields: texts, lists and groups, as deep as they like."""
    if isinstance(value, Mapping):
        for name, item in value.items():
            _free(item, (*path, name), audience, found)
    elif isinstance(value, list | tuple):
        for number, item in enumerate(value):
            _free(item, (*path, number), audience, found)
    elif value:
        found.append(Value(path, FREE_TEXT, audience, str(value)))
