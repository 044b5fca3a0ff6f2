"""A list or group that YAML sees where a text is wanted, taken as it is written."""

from __future__ import annotations

import re
import textwrap

from playbook.load.parsing import Parsed
from playbook.load.source import Source
from playbook.load.tree import Node, place_of
from playbook.model.shapes import Group
from playbook.problems import FieldPath


def as_written(node: Node, path: FieldPath, parsed: Parsed, source: Source) -> str:
    """Return the words of a list or group; where they are spread over lines of their own, that is reported."""
    lines = _lines(node, parsed)
    if len(lines) == 1 or node.is_flow or _is_one_sentence(node):
        return " ".join(line.strip() for line in lines)
    found = "a list" if node.is_list else "a group of fields"
    source.report(
        "PB125",
        place_of(node),
        path,
        why=f"A text is wanted here, and {found} is written. It is read as a text, line by line.",
        remedy="Write one text; put | after the colon where it has several lines.",
    )
    return "\n".join(lines)


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
    """Return the lines of a value without its indentation and without comments, repaired ones as their author wrote them."""
    start, end = node.start, node.end
    if parsed.repaired.isdisjoint(range(start.line, end.line + 1)):
        written = parsed.written(node).rstrip()
    else:
        written = "\n".join(parsed.lines[start.line : end.line + 1])[start.column :].rstrip()
    lines = textwrap.dedent(" " * start.column + written).split("\n")
    return [line for line in lines if not line.lstrip().startswith("#")]
