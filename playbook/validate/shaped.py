"""Written data → values, led by the model's shapes. Whatever cannot be read is reported and left out; the rest is built."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from msgspec.structs import replace

from playbook.model.documents import Data
from playbook.model.shapes import Declared, Free, Group, Many, Scalar, Shape, Table, shape_of
from playbook.problems import FieldPath
from playbook.validate.fields import check_names
from playbook.validate.forms import is_empty, wrong_form
from playbook.validate.mistake import Mistake
from playbook.validate.near import nearest
from playbook.validate.reading import Reading
from playbook.validate.scalars import scalar

T = TypeVar("T", bound=Declared)


def build(of: type[T], data: Data, reading: Reading, **given: Any) -> T:
    """Return an entry, or the settings, made of a document's data; with gaps where it has mistakes."""
    group = shape_of(of)
    if isinstance(data, dict):
        return of(**_fields(group, data, (), reading), **given)
    if data is not None:  # then the file could not be read, and that has been said
        wrong_form(group, data, (), reading)
    return of(**given)


def read(shape: Shape, data: Data, path: FieldPath, reading: Reading) -> Any:
    """Return the value that is written at a path, or None where there is none that could be read."""
    if is_empty(data) and not (isinstance(shape, Table) and data):
        return None
    match shape:
        case Scalar():
            return _scalar(shape, data, path, reading)
        case Many():
            return _many(shape, data, path, reading)
        case Table():
            return _table(shape, data, path, reading)
        case Group():
            return _group(shape, data, path, reading, "1")
        case Free():
            return free(data) if isinstance(data, dict) else wrong_form(shape, data, path, reading)


def free(data: Data) -> Any:
    """Return the team's own data as it is, without what is empty."""
    match data:
        case dict():
            return {name: free(value) for name, value in data.items() if not is_empty(value)}
        case list():
            return tuple(free(item) for item in data if not is_empty(item))
        case _:
            return data


def _scalar(shape: Scalar, data: Data, path: FieldPath, reading: Reading) -> Any:
    if not isinstance(data, str):
        return wrong_form(shape, data, path, reading)
    found = scalar(shape, data)
    if isinstance(found, Mistake):
        return reading.mistaken(found, path, data.strip())
    return found


def _many(shape: Many, data: Data, path: FieldPath, reading: Reading) -> tuple[Any, ...]:
    """Read a list; one value alone is taken for a list of one."""
    written = [((*path, number), item) for number, item in enumerate(data)] if isinstance(data, list) else [(path, data)]
    found = [_item(shape.item, item, at, reading, number) for number, (at, item) in enumerate(written, start=1)]
    return tuple(_told_apart(item for item in found if item is not None))


def _told_apart(items: Iterable[Any]) -> Iterator[Any]:
    """Two that were given one id keep it, which is a problem of its own; what they are addressed by still differs."""
    seen: set[str] = set()
    for number, item in enumerate(items, start=1):
        key = getattr(item, "key", "")
        yield replace(item, key=f"{key}-{number}") if key and key in seen else item
        seen.add(key)


def _item(shape: Shape, data: Data, path: FieldPath, reading: Reading, number: int) -> Any:
    if isinstance(shape, Group) and not is_empty(data):
        return _group(shape, data, path, reading, str(number))
    return read(shape, data, path, reading)


def _table(shape: Table, data: Data, path: FieldPath, reading: Reading) -> Any:
    """Read names of the team's own choosing; a name without a label is its own label, one without a text says nothing."""
    if not isinstance(data, dict):
        return wrong_form(shape, data, path, reading)
    sort = shape.item.sort if isinstance(shape.item, Scalar) else ""
    found = {name: read(shape.item, item, (*path, name), reading) for name, item in data.items()}
    said = {name: (name if sort == "name" else "") if item is None and sort in {"name", "text"} else item for name, item in found.items()}
    return {name: item for name, item in said.items() if item is not None}


def _group(group: Group, data: Data, path: FieldPath, reading: Reading, key: str) -> Any:
    """Read a group; what is no group of its fields stands for its main field, if that can hold it."""
    if not isinstance(data, dict) or _is_for_main(group, data):
        main = group.fields[group.main].shape if group.main else None
        if main is None or not (isinstance(data, str) or isinstance(main, Many)):
            return wrong_form(group, data, path, reading)
        value = read(main, data, path, reading)
        return None if value is None else _made(group, {group.fields[group.main].attribute: value}, key)
    if _is_a_broken_text(group, data):
        return wrong_form(group, data, path, reading)
    return _made(group, _fields(group, data, path, reading), key)


def _made(group: Group, values: dict[str, Any], key: str) -> Any:
    """Make the group; what is addressed by a key gets its id, or its number from 1."""
    if "key" in group.of.__struct_fields__:
        return group.of(**values, key=values.get("id") or key)
    return group.of(**values)


def _fields(group: Group, data: Mapping[str, Data], path: FieldPath, reading: Reading) -> dict[str, Any]:
    check_names(group, data, path, reading)
    written = ((name, known) for name, known in group.fields.items() if name in data)
    found = {known.attribute: read(known.shape, data[name], (*path, name), reading) for name, known in written}
    return {attribute: value for attribute, value in found.items() if value is not None}


def _is_for_main(group: Group, data: Mapping[str, Data]) -> bool:
    """Whether a group of fields is rather one item of the main field: `links: {url: …}`."""
    main = group.fields[group.main].shape if group.main else None
    inner = main.item if isinstance(main, Many) else None
    return isinstance(inner, Group) and not data.keys() & group.fields.keys() and data.keys() <= inner.fields.keys()


def _is_a_broken_text(group: Group, data: Mapping[str, Data]) -> bool:
    """Whether a sentence with a colon, or a placeholder in braces, was taken for a group: `- Who decides: you or she?`."""
    name = next(iter(data))
    return (
        bool(group.main)
        and len(data) == 1
        and name not in group.fields
        and (" " in name or data[name] is None)
        and not nearest(name, group.fields)
    )
