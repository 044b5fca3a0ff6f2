"""Data of a file in one form: lists where lists are meant, groups where groups are meant, and nothing that is empty."""

from __future__ import annotations

from playbook.model.documents import Data
from playbook.model.shapes import Free, Group, Many, Scalar, Shape, Table


class OddError(Exception):
    """Something is written in a form that its field does not have, so that it has no one form."""


def settled(data: Data, shape: Shape) -> Data:
    """Return what is written in the one form of its shape, None where nothing is; raises OddError where it has another form."""
    if _is_empty(data):
        return None
    match shape:
        case Scalar():
            return _scalar(data, shape)
        case Many():
            items = data if isinstance(data, list) else [data]
            return [found for item in items if (found := settled(item, shape.item)) is not None] or None
        case Table():
            return _named({name: settled(value, shape.item) for name, value in _group_of(data).items()})
        case Group():
            return _group(data, shape)
        case Free():
            return _free(_group_of(data))


def _is_empty(data: Data) -> bool:
    if isinstance(data, str):
        return not data.strip()
    return not data or (isinstance(data, list) and all(map(_is_empty, data)))


def _scalar(data: Data, shape: Scalar) -> str:
    if not isinstance(data, str):
        raise OddError
    if shape.sort == "lines":
        return data
    return data.strip("\n").rstrip() if shape.sort == "text" else data.strip()


def _group(data: Data, group: Group) -> Data:
    main = group.fields[group.main].shape if group.main else None
    if not isinstance(data, dict) or (main is not None and _is_item_of(main, data, group)):
        if main is None or not (isinstance(data, str) or isinstance(main, Many)):
            raise OddError
        return _named({group.main: settled(data, main)})
    if not data.keys() <= group.fields.keys():
        raise OddError
    return _named({name: settled(data.get(name), known.shape) for name, known in group.fields.items()})


def _is_item_of(main: Shape, data: dict[str, Data], group: Group) -> bool:
    """Whether a group of fields is rather one item of the main field: `links: {url: …}`."""
    inner = main.item if isinstance(main, Many) else None
    return isinstance(inner, Group) and not data.keys() & group.fields.keys() and data.keys() <= inner.fields.keys()


def _group_of(data: Data) -> dict[str, Data]:
    if not isinstance(data, dict):
        raise OddError
    return data


def _free(data: Data) -> Data:
    match data:
        case dict():
            return _named({name: _free(value) for name, value in data.items() if not _is_empty(value)})
        case list():
            return [_free(item) for item in data if not _is_empty(item)]
        case _:
            return data


def _named(found: dict[str, Data]) -> Data:
    return {name: value for name, value in found.items() if value is not None} or None
