"""A value of a field ↔ the text in a cell: a list has one item a line, a short group its parts between " | "."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import yaml

from playbook.model.documents import Data
from playbook.model.shapes import Free, Group, Many, Scalar, Shape, Table

_BAR = re.compile(r"(?:^|(?<=\s))\|(?=\s|$)")
_BAR_TO_HIDE = re.compile(r"(^|(?<=\s))(\\*)\|(?=\s|$)")
_HIDDEN_BAR = re.compile(r"(^|(?<=\s))\\(\\*)\|(?=\s|$)")
_BEGINS_WITH_SPACE = re.compile(r"\\*[^\S\n]")
_DEEPEST = 30
GOES_ON = "  "
"""What a line begins with that belongs to the item above it."""


class CellError(Exception):
    """A cell's text cannot be what its column holds; the sentence says why."""


class _Dumper(yaml.SafeDumper):
    """Writes every text without quotes that YAML can read as a text, where nothing but texts is read."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - as its base has it


def as_cell(value: Data, shape: Shape) -> str:
    """Return the text of a settled value; `from_cell` makes the value of it again."""
    if value is None:
        return ""
    match shape, value:
        case Many(item), list():
            return "\n".join(_item(_line(each, item)) for each in value)
        case Table(), dict():
            return "\n".join(_item(f"{name}: {each}") for name, each in value.items())
        case Scalar(), str():
            return value
    return yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6).rstrip("\n")


def from_cell(text: str, shape: Shape) -> Data:
    """Return the value that a cell's text stands for, None for an empty one; raises CellError for what it cannot be."""
    if not text.strip():
        return None
    match shape:
        case Many(item):
            return [_value(line, item) for line in items(text)] or None
        case Table():
            pairs = (line.partition(":") for line in items(text))
            return {name.strip(): value.strip() for name, _, value in pairs if value.strip()} or None
        case Free():
            return _free(text)
    return text


def items(text: str) -> list[str]:
    """Return the items of a list that is written one a line; a line that begins with two spaces goes on with the item above."""
    found: list[str] = []
    empty = 0
    for line in text.split("\n"):
        if found and line.startswith(GOES_ON):
            found[-1] += "\n" * (empty + 1) + line[len(GOES_ON) :]
            empty = 0
        elif line.strip():
            found.append(line[1:] if line.startswith("\\") and _BEGINS_WITH_SPACE.match(line) else line)
            empty = 0
        else:
            empty += 1
    return [item.strip("\n").rstrip() for item in found]


def _item(text: str) -> str:
    return ("\\" if _BEGINS_WITH_SPACE.match(text) else "") + text.replace("\n", "\n" + GOES_ON)


def _line(value: Data, shape: Shape) -> str:
    if not isinstance(shape, Group) or not isinstance(value, dict):
        return str(value)
    first, *others = (_BAR_TO_HIDE.sub(r"\1\\\2|", str(value.get(name) or "")) for name in names(shape))
    return " | ".join([first, *(each for each in others if each)]).lstrip() if first or any(others) else ""


def names(group: Group) -> Iterable[str]:
    """Return the names of a short group's fields in the order in which they stand on a line: the main one first."""
    return (group.main, *(name for name in group.fields if name != group.main))


def _value(line: str, shape: Shape) -> Data:
    if not isinstance(shape, Group):
        return line
    parts = [_HIDDEN_BAR.sub(r"\1\2|", part.strip()) for part in _BAR.split(line)]
    if len(parts) > len(shape.fields):
        raise CellError(f'"{line}" has {len(parts)} parts between |, and there is room for {len(shape.fields)}.')
    return {name: part for name, part in zip(names(shape), parts, strict=False) if part}


def _free(text: str) -> Data:
    """Read fields of the team's own, "name: value" a line, or as deep as YAML has them."""
    try:
        if any(depth > _DEEPEST for depth in _depths(text)):
            raise CellError("Lists and groups lie in one another here, too deep.")
        found: Data = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes nothing but texts, lists and groups
    except yaml.YAMLError as wrong:
        raise CellError("It is no list of names and values. Write one a line: name: value.") from wrong
    if not isinstance(found, dict):
        raise CellError("It has no names. Write one a line: name: value.")
    return found


def _depths(text: str) -> Iterator[int]:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.BaseLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent):
            raise CellError("The signs & and * are for YAML alone. Write each value out.")
        yield depth
