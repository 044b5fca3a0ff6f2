"""Pieces of lines that are replaced, and where in a file's texts they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from playbook.edit.lines import Lines
from playbook.load import Node


class Part(Struct, frozen=True, order=True):
    """A piece of one line, counted from 0, and what comes in its place."""

    line: int
    start: int
    end: int
    new: str


def with_parts(lines: Lines, parts: Iterable[Part]) -> Lines:
    """Return the lines with all pieces replaced; the last first, so that the places of the others stay true."""
    for part in sorted(set(parts), reverse=True):
        lines = lines.with_part(part.line, part.start, part.end, part.new)
    return lines


def inside(lines: Lines, node: Node, old: str, new: str) -> Part | None:
    """Return the replacement of a whole value that says only `old`, in quotes or not; None where it is written otherwise."""
    if not node.is_text or not node.is_one_line:
        return None
    written = lines.texts[node.start.line][node.start.column : node.end.column]
    if written.strip().strip("\"'").strip() != old:
        return None
    start = node.start.column + written.index(old)
    return Part(node.start.line, start, start + len(old), new)


def leaves(node: Node, lines: Lines) -> Iterator[tuple[int, int, str]]:
    """Yield each line of every text in a tree, without names: its number, the column where the text begins, and the piece."""
    if node.is_text:
        for number in range(node.start.line, min(node.end.line + 1, len(lines.texts))):
            first = node.start.column if number == node.start.line else 0
            last = node.end.column if number == node.end.line else len(lines.texts[number])
            yield number, first, lines.texts[number][first:last]
    for each in node.items[1::2] if node.is_group else node.items:
        yield from leaves(each, lines)
