"""What a file says, each list written as a list and each group as a group: two files that say the same are equal in it."""

from __future__ import annotations

from playbook.model.documents import Data
from playbook.model.shapes import Group, Many, Scalar, Shape, Table


def long_form(shape: Shape, data: Data) -> Data:
    """Return data in the long form, without what is empty. What fits no shape, and what is free, stays as it is."""
    if isinstance(shape, Many):
        items = data if isinstance(data, list) else [data]
        return [item for item in (long_form(shape.item, item) for item in items) if item is not None] or None
    if isinstance(shape, Group):
        return _group(shape, {shape.main: data} if data and shape.main and not isinstance(data, dict) else data)
    if isinstance(shape, Table) and isinstance(data, dict):
        return {name: long_form(shape.item, value) or name for name, value in data.items()} or None
    return None if isinstance(shape, Scalar) and isinstance(data, str) and not data.strip() else data or None


def _group(group: Group, data: Data) -> Data:
    if not isinstance(data, dict):
        return data or None
    main = group.fields[group.main].shape if group.main else None
    inner = main.item if isinstance(main, Many) else None
    if isinstance(inner, Group) and not data.keys() & group.fields.keys() and data.keys() <= inner.fields.keys():
        return _group(group, {group.main: data})
    found = {name: long_form(group.fields[name].shape, value) if name in group.fields else value for name, value in data.items()}
    return {name: value for name, value in found.items() if value is not None} or None
