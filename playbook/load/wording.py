"""A list or group that YAML sees where a text is wanted, taken as it is written."""

from __future__ import annotations

import re
import textwrap

from playbook.load.parsing import Parsed
from playbook.load.source import Source, place_on
from playbook.load.tree import Node, place_of
from playbook.model.shapes import Group, Scalar, Shape
from playbook.problems import FieldPath

_LONG = frozenset({"text", "lines"})
"""Sorts of texts that may have several lines."""


def as_written(node: Node, shape: Shape, path: FieldPath, parsed: Parsed, source: Source) -> str:
    """Return the words of a list or group; where they are spread over lines of their own, that is reported."""
    if _is_one_item(node) and isinstance(path[-1], str) and (not node.is_flow or _is_of_a_list(shape)):
        return _only(node.items[0], path, parsed, source)
    lines = _lines(node, parsed)
    if len(lines) == 1 or node.is_flow or _is_one_sentence(node):
        return " ".join(line.strip() for line in lines)
    found = "a list" if node.is_list else "a group of fields"
    source.report(
        "PB125",
        place_of(node),
        path,
        why=f"A text is wanted here, and {found} is written. It is read as a text, line by line.",
        remedy="Write one of them, behind the colon."
        if _is_one_word(shape)
        else "Write one text; put | after the colon where it has several lines.",
    )
    return "\n".join(lines)


def _is_one_item(node: Node) -> bool:
    """Whether a list has nothing but one text on one line."""
    return node.is_list and len(node.items) == 1 and node.items[0].is_text and node.items[0].is_one_line


def _is_one_word(shape: Shape) -> bool:
    """Whether a field takes a word, a day or a name, and never several lines."""
    return isinstance(shape, Scalar) and shape.sort not in _LONG


def _is_of_a_list(shape: Shape) -> bool:
    """Whether a field takes a day, an id or a word of a list; what people are called may stand in brackets, as [Name] does."""
    return _is_one_word(shape) and isinstance(shape, Scalar) and shape.sort != "name"


def _only(item: Node, path: FieldPath, parsed: Parsed, source: Source) -> str:
    """Return the one item of a list that stands where a text is wanted; reported with the line as it should be."""
    number = next((each for each in range(item.start.line, -1, -1) if _names(parsed.lines[each], path)), item.start.line)
    name = parsed.lines[number]
    source.report(
        "PB125",
        place_on(number, name) if number != item.start.line else place_of(item),
        path,
        why="One text is wanted here, and a list with one item is written. The item is read.",
        remedy="Write it behind the colon, and take its own line out." if number != item.start.line else "Write it without the brackets.",
        suggestion=f"{name[: name.index(':') + 1]} {parsed.written(item)}" if _names(name, path) else "",
    )
    return item.text


def _names(line: str, path: FieldPath) -> bool:
    """Whether a line holds the name of the last field of a path, and its colon."""
    return bool(path) and re.match(rf"[ -]*{re.escape(str(path[-1]))}[ ]*:", line) is not None


def is_sentence(node: Node, group: Group) -> bool:
    """Whether what YAML takes for a group is a text for the group's main field: `- Who decides: you or she?`, `{first_name}`."""
    if not group.main or len(node.items) != 2:
        return False
    name, value = node.items
    last = value if value.text or value.items else name
    if node.start.line != last.end.line:
        return False
    has_mark = not node.is_flow and name.start.index > node.start.index  # "? really"
    if has_mark or not name.is_text:
        return True
    if not name.is_plain or name.text.lower() in group.fields:
        return False
    return not re.fullmatch(r"[a-z0-9_-]+", name.text) or (node.is_flow and value.is_plain and not value.text)


def _is_one_sentence(node: Node) -> bool:
    """Whether a group is one text with a colon in it that goes on over several lines."""
    return node.is_group and len(node.items) == 2 and node.items[1].is_plain and node.items[0].is_one_line


def _lines(node: Node, parsed: Parsed) -> list[str]:
    """Return the lines of a value without its indentation and without comments, those in quotes of ours as their author wrote them."""
    start, end = node.start, node.end
    if parsed.quoted.isdisjoint(range(start.line, end.line + 1)):
        written = parsed.written(node).rstrip()
    else:
        written = "\n".join(parsed.lines[start.line : end.line + 1])[start.column :].rstrip()
    lines = textwrap.dedent(" " * start.column + written).split("\n")
    return [line for line in lines if not line.lstrip().startswith("#")]
