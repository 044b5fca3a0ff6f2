"""One field of a group is set: in its place where it is there, else on a line of its own behind those that come before it."""

from __future__ import annotations

from collections.abc import Iterable

from playbook.edit.lines import Lines
from playbook.load import Node
from playbook.model.quotes import scalar


def value_of(group: Node, name: str) -> Node | None:
    """Return the value of a field, or None where the group has no such field."""
    return next((value for key, value in group.pairs() if key.text == name), None)


def last_line(node: Node, lines: Lines) -> int:
    """Return the last line that belongs to a value; what YAML counts to it behind that is empty, or a remark."""
    number = max(node.start.line, node.end.line - (node.end.column == 0 and node.end.line > node.start.line))
    while number > node.start.line and not lines.texts[min(number, len(lines.texts) - 1)].strip():
        number -= 1
    return min(number, len(lines.texts) - 1)


def with_field(lines: Lines, group: Node, name: str, value: str, before: Iterable[str]) -> Lines:
    """Return the lines with a field of a group set to a text; `before` are the fields that it is written behind, if they are there."""
    written = scalar(value)
    there = value_of(group, name)
    if there is not None and there.is_one_line:
        glued = "" if lines.texts[there.start.line][: there.start.column].endswith(" ") else " "
        return lines.with_part(there.start.line, there.start.column, there.end.column, glued + written)
    names = {*before}
    found = [value for key, value in group.pairs() if key.text in names] or [value for _, value in group.pairs()]
    behind = last_line(found[-1], lines) + 1
    return lines.with_lines(behind, behind, [" " * group.start.column + f"{name}: {written}"])
