"""A settled value → the lines of a file that say it, in the form that `playbook fmt` gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from textwrap import wrap

import yaml

from playbook.load import Node
from playbook.model.documents import Data
from playbook.model.entries import own_first
from playbook.model.quotes import scalar
from playbook.model.shapes import Free, Group, Many, Shape, Table

WIDTH = 110
_FREE = Free()
_SIMPLE = re.compile(r"[\w.-]+(?: [\w.-]+)*")
_FOLDS = re.compile(r"\S+(?: \S+)*")
_STRANGE = re.compile(r"[^\n\t -\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""Signs that YAML takes for an end of a line, or not at all, unless they are written by their numbers."""


def field_lines(name: str, value: Data, shape: Shape, indent: int, was: Node | None = None) -> list[str]:
    """Return the lines of a field at an indentation; `was` is the value it takes the place of, whose short form it keeps."""
    pad = " " * indent
    head = f"{pad}{_name(name)}:"
    short = _short(value, shape) if was is not None and was.is_text else None
    if short is not None:
        first, rest = _text(short, indent + 2, len(head))
        return [f"{head} {first}", *rest]
    if isinstance(value, list) and was is not None and was.is_flow and (line := _in_brackets(value)):
        return [f"{head} {line}"]
    if isinstance(value, str):
        first, rest = _text(value, indent + 2, len(head))
        return [f"{head} {first}", *rest]
    return [head, *_below(value, shape, indent + 2)]


def item_lines(value: Data, shape: Shape, indent: int, was: Node | None = None) -> list[str]:
    """Return the lines of an item of a list, whose dash stands at an indentation."""
    pad = " " * indent
    short = _short(value, shape) if isinstance(value, str) or (was is not None and was.is_text) else None
    if short is not None:
        first, rest = _text(short, indent + 2, indent + 1)
        return [f"{pad}- {first}", *rest]
    body = [*_below(value, shape, indent + 2)]
    return [f"{pad}- {body[0][indent + 2 :]}", *body[1:]]


def file_lines(data: dict[str, Data], shape: Group) -> Iterator[str]:
    """Yield the lines of a whole file: the fields of its kind, then those that every kind has."""
    for name in own_first(shape):
        if data.get(name) is not None:
            yield from field_lines(name, data[name], shape.fields[name].shape, 0)


def _below(value: Data, shape: Shape, indent: int) -> Iterator[str]:
    """Yield the lines of a list or group at an indentation."""
    if isinstance(value, list):
        item = shape.item if isinstance(shape, Many) else _FREE
        for each in value:
            yield from item_lines(each, item, indent)
    elif isinstance(value, dict):
        for name in dict.fromkeys((*names_in(shape), *value)):
            if value.get(name) is not None:
                yield from field_lines(name, value[name], inside(shape, name), indent)


def names_in(shape: Shape) -> tuple[str, ...]:
    """Return the names of the fields that a shape has, in their order; the team's own names are not among them."""
    return tuple(shape.fields) if isinstance(shape, Group) else ()


def inside(shape: Shape, name: str) -> Shape:
    """Return the shape of a field of a group; of one that the group does not know, nothing is asked."""
    if isinstance(shape, Table):
        return shape.item
    return shape.fields[name].shape if isinstance(shape, Group) and name in shape.fields else _FREE


def _short(value: Data, shape: Shape) -> str | None:
    """Return the text that may stand for a value: that of a list of one, or of a group's main field."""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and isinstance(shape, Many) and len(value) == 1:
        return _short(value[0], shape.item)
    if isinstance(value, dict) and isinstance(shape, Group) and [*value] == [shape.main]:
        return _short(value[shape.main], shape.fields[shape.main].shape)
    return None


def _in_brackets(value: list[Data]) -> str:
    """Return a list in brackets, or nothing where its items are too long for that, or no words."""
    line = f"[{', '.join(map(str, value))}]"
    return line if len(line) < WIDTH and all(isinstance(each, str) and _SIMPLE.fullmatch(each) for each in value) else ""


def _name(name: str) -> str:
    return name if _SIMPLE.fullmatch(name) else scalar(name)


def _text(text: str, indent: int, before: int) -> tuple[str, list[str]]:
    """Return a text as what stands behind the colon or dash, and the lines below."""
    if _STRANGE.search(text):
        return yaml.safe_dump(text, default_style='"', width=10**9).strip(), []
    if "\n" in text:
        return _block(text, indent)
    if len(text) + before > WIDTH and _FOLDS.fullmatch(text):
        return ">-", _padded(wrap(text, WIDTH - indent, break_long_words=False, break_on_hyphens=False), indent)
    return scalar(text), []


def _block(text: str, indent: int) -> tuple[str, list[str]]:
    ends = len(text) - len(text.rstrip("\n"))
    lines = text.split("\n")[: -1 if ends else None]
    begins = "2" if lines[0][:1] in {" ", "\t", ""} else ""
    return "|" + begins + ("-" if not ends else "" if ends == 1 and text.strip() else "+"), _padded(lines, indent)


def _padded(lines: Iterable[str], indent: int) -> list[str]:
    return [" " * indent + line if line else "" for line in lines]
