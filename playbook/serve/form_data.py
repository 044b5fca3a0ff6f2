"""What a file says, in the form in which the form editor holds it, and back: the fields behind More, and tables as lists of two."""

from __future__ import annotations

from typing import Any

from playbook.formats import MORE, SEEN
from playbook.model.documents import Data
from playbook.model.shapes import Group, Many, Shape, Table


def to_form(shape: Shape, data: Data, first: tuple[str, ...]) -> dict[str, Any]:
    """Return the long form of a file as a form holds it: the first fields, and the others in a group."""
    whole: dict[str, Any] = _to(shape, data or {})
    rest = {name: value for name, value in whole.items() if name not in first}
    return {**{name: value for name, value in whole.items() if name in first}, MORE: rest}


def from_form(shape: Shape, form: dict[str, Any]) -> Data:
    """Return what a form says as data of a file."""
    flat = {**{name: value for name, value in form.items() if name not in {MORE, SEEN}}, **(form.get(MORE) or {})}
    found: Data = _from(shape, flat)
    return found


def _to(shape: Shape, data: Any) -> Any:
    match shape, data:
        case (Many(), list()):
            return [_to(shape.item, item) for item in data]
        case (Table(), dict()):
            return [{"name": name, "value": _to(shape.item, value)} for name, value in data.items()]
        case (Group(), dict()):
            return {name: _to(shape.fields[name].shape, value) if name in shape.fields else value for name, value in data.items()}
        case _:
            return data


def _from(shape: Shape, data: Any) -> Any:
    match shape, data:
        case (Many(), list()):
            return [found for item in data if (found := _from(shape.item, item)) is not None] or None
        case (Table(), list()):
            return {str(item["name"]): _from(shape.item, item.get("value")) for item in data if item.get("name")} or None
        case (Group(), dict()):
            inner = {name: _from(shape.fields[name].shape, value) if name in shape.fields else value for name, value in data.items()}
            return {name: value for name, value in inner.items() if value is not None} or None
        case (_, bool() | int() | float()):
            return str(data)
        case _:
            return None if data in ("", [], {}) else data
