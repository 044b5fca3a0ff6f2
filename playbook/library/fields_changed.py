"""Which fields of an entry say something else than before."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from playbook.model.shapes import Free, Group, Many, Scalar, Shape, Table
from playbook.model.walk import FREE_TEXT, present, values


class FieldChange(Struct, frozen=True):
    """One field that differs: the labels on the way to it, how its values are read, and which of them went and came.

    Where none went and none came, the same values stand in another order.
    """

    labels: tuple[str, ...]
    scalar: Scalar
    gone: tuple[Any, ...] = ()
    come: tuple[Any, ...] = ()


def fields_changed(before: Any, now: Any, group: Group, labels: tuple[str, ...] = (), skip: Collection[str] = ()) -> Iterator[FieldChange]:
    """Yield what differs between two entries, or two groups, of one class, in the order of their fields."""
    for known in group.fields.values():
        one, two = getattr(before, known.attribute), getattr(now, known.attribute)
        if one != two and known.name not in skip and known.name != "id":
            yield from _field(one, two, known.shape, (*labels, known.label))


def _field(one: Any, two: Any, shape: Shape, labels: tuple[str, ...]) -> Iterator[FieldChange]:
    match shape:
        case Scalar():
            yield FieldChange(labels, shape, *(() if value in (None, "") else (value,) for value in (one, two)))
        case Many(Group() as item):
            yield from _items(one, two, item, labels)
        case Many(Scalar() as item):
            yield FieldChange(labels, item, tuple(each for each in one if each not in two), tuple(each for each in two if each not in one))
        case Group():
            yield from fields_changed(one or shape.of(), two or shape.of(), shape, labels)
        case Table() | Free():
            yield from _named(one, two, labels)


def _items(before: tuple[Any, ...], now: tuple[Any, ...], group: Group, labels: tuple[str, ...]) -> Iterator[FieldChange]:
    """Items are the same ones if they have the same id, or else the same name; their numbers say nothing."""
    one, two = [_without_number(each) for each in before], [_without_number(each) for each in now]
    gone, come = [each for each in one if each not in two], [each for each in two if each not in one]
    old = {_identity(each, group): each for each in gone}
    pairs = [(old[name], each) for each in come if (name := _identity(each, group)) in old]
    left = [_name(each, group) for each in gone if all(each is not one for one, _ in pairs)]
    added = [_name(each, group) for each in come if all(each is not two for _, two in pairs)]
    if left or added or not pairs:
        yield FieldChange(labels, FREE_TEXT, tuple(left), tuple(added))
    for was, each in pairs:
        yield from fields_changed(was, each, group, (*labels, _name(each, group)))


def _without_number(item: Any) -> Any:
    return replace(item, key="") if getattr(item, "key", "") else item


def _identity(item: Any, group: Group) -> str:
    return getattr(item, "id", "") or _name(item, group)


def _name(item: Any, group: Group) -> str:
    """What an item is called: its title or label, its main text, or else the first thing that it says."""
    for name in ("title", "label", group.main, "when"):
        value = getattr(item, name, "") if name else ""
        if value and isinstance(value, str | tuple):
            return str(value[0] if isinstance(value, tuple) else value)
    return next((str(value) for known, value in present(item) if isinstance(known.shape, Scalar)), "") or _first(item)


def _first(item: Any) -> str:
    return next((str(value.value) for value in values(item)), "")


def _named(one: Any, two: Any, labels: tuple[str, ...]) -> Iterator[FieldChange]:
    """Names of the team's own choosing: labels of a vocabulary, or fields below extra."""
    if isinstance(one, Mapping) and isinstance(two, Mapping):
        for name in dict.fromkeys((*one, *two)):
            if one.get(name) != two.get(name):
                yield from _named(one.get(name), two.get(name), (*labels, str(name).replace("_", " ").capitalize()))
    else:
        was, is_ = tuple(_texts(one)), tuple(_texts(two))
        yield FieldChange(labels, FREE_TEXT, tuple(each for each in was if each not in is_), tuple(each for each in is_ if each not in was))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)
    elif value:
        yield str(value)
