"""What may help where YAML gave up: which lines are suspected, and what is tried on them, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.load.bullets import with_dashes
from playbook.load.closing import closed, closed_by_a_curly_quote, in_quotes
from playbook.load.colons import spaced, with_colon
from playbook.load.columns import in_line, on_with_the_text, without_tabs
from playbook.load.dashes import before_a_text, before_the_first, with_dash
from playbook.load.quoting import is_remark, looks_like_a_field
from playbook.load.repair import Repair, says_something
from playbook.load.tree import Node, Tree


def repairs(text: str, tree: Tree) -> Iterator[Repair]:
    """Return what may help where YAML gave up, the likeliest first; whether it does shows when the text is read again."""
    lines = text.split("\n")
    numbers = _suspects(lines, tree)
    for number in _openings(lines, tree):
        yield from closed_by_a_curly_quote(number, lines)
        yield from closed(number, lines)
    for number in numbers:
        yield from without_tabs(number, lines)
        yield from spaced(number, lines)
    free = [number for number in numbers if not _is_inside_brackets(number, tree)]
    for number in free:
        yield from with_dash(number, lines)
        yield from before_the_first(number, lines)
        yield from before_a_text(number, lines)
        yield from with_dashes(number, lines)
    for number in free:
        yield from in_quotes(number, lines)
        yield from with_colon(number, lines)
        yield from in_line(number, lines)
        yield from on_with_the_text(number, lines)
    for number in numbers:
        yield from closed(number, lines)


def _suspects(lines: list[str], tree: Tree) -> list[int]:
    """Return the lines that may be at fault: where YAML gave up, where it began what it was at, and the line before."""
    error = tree.error
    marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
    numbers = [min(mark.line, len(lines) - 1) for mark in marks if mark is not None]
    above = next((number for number in range(max(numbers, default=0) - 1, -1, -1) if says_something(lines[number])), 0)
    quote_first = reversed(numbers) if "scalar" in (getattr(error, "context", "") or "") else numbers
    return [number for number in dict.fromkeys([*quote_first, above]) if says_something(lines[number])]


def _openings(lines: list[str], tree: Tree) -> Iterator[int]:
    """Yield the lines where a quote opens that is never closed, or that closes only after lines which look like fields or remarks."""
    if swallowing := _swallowing(lines, tree):
        yield swallowing.start.line
    mark = getattr(tree.error, "context_mark", None)
    if mark is not None and "quoted scalar" in (getattr(tree.error, "context", "") or ""):
        yield mark.line


def _swallowing(lines: list[str], tree: Tree) -> Node | None:
    """Return the last text in quotes, if it has swallowed lines that look like fields or remarks."""
    node = tree.open[-1] if tree.open else None
    while node is not None and node.items:
        node = node.items[-1]
    if node is None or getattr(node.event, "style", None) not in {'"', "'"}:
        return None
    inner = lines[node.start.line + 1 : node.end.line + 1]
    return node if any(looks_like_a_field(line) or is_remark(line) for line in inner) else None


def _is_inside_brackets(number: int, tree: Tree) -> bool:
    """Whether a line lies between brackets that were opened on a line before it."""
    return any(node.is_flow and node.start.line < number for node in tree.open)
