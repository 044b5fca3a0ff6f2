"""Lines that YAML reads without complaint, but not as they are written."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from playbook.load.parsing import Parsed
from playbook.load.quoting import line_of, quoted
from playbook.load.source import Source
from playbook.load.tree import Node, place_of
from playbook.problems import Place

_HASH = re.compile(r"(?<=[ \t])#[^\s#]")
_GLUED = re.compile("^[\\w-]+:\xa0")
_DRIVE = re.compile(r'^"[A-Za-z]:\\')


def find_traps(parsed: Parsed, root: Node, source: Source) -> None:
    """Report a # that cuts a text, a colon glued to its value by a special space, and a Windows path in double quotes."""
    cuts = [*_HASH.finditer(parsed.text)]
    if not cuts and "\xa0" not in parsed.text and ":\\" not in parsed.text:
        return
    leaves = [*_leaves(root)]
    starts = [leaf.start.index for leaf in leaves]
    for cut in cuts:
        before = bisect_right(starts, cut.start()) - 1
        if before < 0 or leaves[before].end.index <= cut.start():
            _cut(cut.start(), parsed, source)
    for leaf in leaves:
        _check(leaf, parsed, source)


def _leaves(node: Node) -> Iterator[Node]:
    if not node.items:
        yield node
    for item in node.items:
        yield from _leaves(item)


def _cut(at: int, parsed: Parsed, source: Source) -> None:
    line = parsed.text.count("\n", 0, at)
    written = parsed.text.split("\n")[line]
    column = at - parsed.text.rfind("\n", 0, at) - 1
    before, remark = written[:column].strip(), written[column:].strip()
    if not before or before.endswith(("]", "}", ",")) or " #" in f" {before}":
        return
    found = line_of(written)
    source.report(
        "PB117",
        Place(line + 1, column + 1, line + 1, column + 1 + len(remark)),
        why=f'YAML takes "{remark}" for a remark, because a space stands before the #.',
        remedy="Paste the line with quotes; if it is a remark, put a space after the #.",
        suggestion=found.lead + quoted(found.value),
    )


def _check(leaf: Node, parsed: Parsed, source: Source) -> None:
    written = parsed.written(leaf)
    if leaf.is_plain and _GLUED.match(written):
        line = parsed.lines[leaf.start.line]
        source.report(
            "PB119",
            Place(leaf.start.line + 1, line.find("\xa0") + 1, leaf.start.line + 1, line.find("\xa0") + 2),
            why="After the colon stands a special space that looks like a plain one, so YAML sees no field here.",
            remedy="Paste the corrected line.",
            suggestion=line.replace(":\xa0", ": "),
        )
    elif _DRIVE.match(written):
        source.report(
            "PB126",
            place_of(leaf),
            why="In double quotes a backslash begins a sign of its own, such as \\n for a new line.",
            remedy="Paste the line with single quotes.",
            suggestion=parsed.lines[leaf.start.line][: leaf.start.column] + f"'{written[1:-1]}'",
        )
