"""Where a value stands in its file: looked up once, when a problem is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from playbook.load.decoding import decode
from playbook.load.parsing import Parsed, parse
from playbook.load.source import Source
from playbook.load.tree import Node, first_of
from playbook.problems import FieldPath, Place, Problem


class Spot(Struct, frozen=True):
    """The value that a field path leads to, its name where it has one, and whether the whole path was found."""

    value: Node
    key: Node | None = None
    is_exact: bool = True


def locate(root: Path, problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems by file and line, each with its place; only those whose file cannot be read have none."""
    by_file = sorted(problems, key=lambda found: found.file)
    placed = [found for file, group in groupby(by_file, key=lambda found: found.file) for found in _in_file(root / file, [*group])]
    return sorted(placed, key=lambda found: (found.file, found.place or Place(0)))


def source_line(root: Path, problem: Problem) -> str:
    """Return the line of the file that a problem points to; empty where there is none."""
    text = _text(root / problem.file) if problem.place else None
    lines = (text or "").split("\n")
    number = problem.place.line if problem.place else 0
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _in_file(path: Path, problems: list[Problem]) -> list[Problem]:
    if all(found.place for found in problems):
        return problems
    text = _text(path)
    if text is None:
        return problems
    parsed = parse(text, Source(path.name))
    return [found if found.place else _placed(found, parsed) for found in problems]


def _placed(found: Problem, parsed: Parsed | None) -> Problem:
    """Return a problem with its place, and with the line of the other value that it is about, if there is one."""
    placed = replace(found, place=_place(found, parsed))
    if not found.other:
        return placed
    line = _place(replace(found, field=found.other), parsed).line
    return replace(placed, why=f"{found.why} The other one is in line {line}.", other=())


def _text(path: Path) -> str | None:
    """Return the text of a file, empty where it holds something else; None where the file cannot be read."""
    try:
        return decode(path.read_bytes(), Source(path.name)) or ""
    except OSError:
        return None


def _place(problem: Problem, parsed: Parsed | None) -> Place:
    root = next((node for document in parsed.roots for node in document.items if node.is_group), None) if parsed else None
    if parsed is None or root is None or not problem.field:
        return Place(1, 1, 1, 1)
    spot = walk(root, problem.field)
    if spot.key is not None and (problem.on_key or not spot.is_exact):
        return _trimmed(spot.key, parsed)
    if spot.value is root:
        return Place(1, 1, 1, 1)
    return _part_of(spot.value, problem.part, parsed) or _trimmed(spot.value if spot.is_exact else first_of(spot.value), parsed)


def walk(root: Node, path: FieldPath) -> Spot:
    """Follow a field path as far as it leads; one value stands for a list of one, a text for its group's main field."""
    spot = Spot(root)
    for step in path:
        below = _step(spot.value, step)
        if below is None and not (spot.value.is_list if isinstance(step, int) else spot.value.is_group):
            continue
        if below is None:
            return replace(spot, is_exact=False)
        spot = below
    return spot


def node_at(root: Node, path: FieldPath) -> Node | None:
    """Return the value that a field path leads to, or None where it leads only to something around it."""
    spot = walk(root, path)
    return spot.value if spot.is_exact else None


def _step(node: Node, step: str | int) -> Spot | None:
    if isinstance(step, int):
        return Spot(node.items[step]) if node.is_list and step < len(node.items) else None
    pairs = node.pairs() if node.is_group else []
    return next((Spot(value, key) for key, value in pairs if key.text == step), None)


def _trimmed(node: Node, parsed: Parsed) -> Place:
    """Return where a value stands; one of several lines is marked on its first, and one that was repaired as it was written."""
    start, end = node.start, node.end
    if start.line == end.line and start.line not in parsed.repaired:
        return Place(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
    width = len(parsed.lines[start.line].rstrip())
    return Place(start.line + 1, start.column + 1, start.line + 1, max(width, start.column) + 1)


def _part_of(node: Node, part: str, parsed: Parsed) -> Place | None:
    """Return where a piece of a value stands: as a word of its own if it can, its words on several lines if they must."""
    if not part:
        return None
    words = r"\s+".join(map(re.escape, part.split()))
    text = "\n".join(parsed.lines)
    start = sum(len(line) + 1 for line in parsed.lines[: node.start.line]) + node.start.column
    end = sum(len(line) + 1 for line in parsed.lines[: node.end.line]) + max(node.end.column, 0)
    for pattern in (rf"(?<!\w){words}(?!\w)", words):
        if words and (found := re.compile(pattern).search(text, start, end)):
            return _between(text, found.start(), found.end())
    return None


def _between(text: str, start: int, end: int) -> Place:
    line, last = text.count("\n", 0, start), text.count("\n", 0, end)
    column, last_column = start - text.rfind("\n", 0, start), end - text.rfind("\n", 0, end)
    return Place(line + 1, column, last + 1, last_column)
