"""Lines that YAML reads without complaint, but not as they are written."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from playbook.load.parsing import Parsed
from playbook.load.quoting import line_of, quoted
from playbook.load.source import Source
from playbook.load.tree import Node, place_of
from playbook.problems import Level, Place

# "# 1" is said of what comes first; other words behind a # and a space are a remark.
_HASH = re.compile(r"(?<=[ \t])#(?=[^\s#]|[ \t]\d|[ \t]*$)", re.MULTILINE)
_GLUED = re.compile("^[\\w-]+:\xa0")
_IN_QUOTES = "Paste the line with quotes; if it is a remark, put a space and a word after the #."
_BEFORE_A_REMARK = "Paste the line with quotes. What stands behind the second # stays a remark; if it is text, let the quote end after it."
_DRIVE = re.compile(r'^"[A-Za-z]:\\')


def find_traps(parsed: Parsed, root: Node, source: Source) -> None:
    """Report a # that cuts a text, a special space at the name of a field, and a Windows path in double quotes."""
    has_cuts = bool(_HASH.search(parsed.text))
    if not has_cuts and "\xa0" not in parsed.text and ":\\" not in parsed.text:
        return
    leaves = [*_leaves(root)]
    if has_cuts:
        _find_cuts(leaves, parsed, source)
    for leaf in leaves:
        _check(leaf, parsed, source)


def _leaves(node: Node) -> Iterator[Node]:
    if not node.items:
        yield node
    for item in node.items:
        yield from _leaves(item)


def _find_cuts(leaves: list[Node], parsed: Parsed, source: Source) -> None:
    """Report the first # on each line that stands outside of every text, and behind something."""
    starts = [leaf.start.index for leaf in leaves]
    offset = 0
    for number, written in enumerate(parsed.text.split("\n")):
        for found in _HASH.finditer(written):
            above = bisect_right(starts, offset + found.start()) - 1
            if above < 0 or leaves[above].end.index <= offset + found.start():
                _cut(number, written, found.start(), source)
                break
        offset += len(written) + 1


def _cut(number: int, written: str, column: int, source: Source) -> None:
    before, remark = written[:column].strip(), written[column:].strip()
    if not before or before.endswith(("]", "}", ",")):
        return
    found = line_of(written)
    is_behind = column > len(found.lead) + len(found.value)  # then what line_of took for a remark is the text that was cut
    text = written[len(found.lead) :].rstrip() if is_behind else found.value
    source.report(
        "PB117",
        Place(number + 1, column + 1, number + 1, column + 1 + len(remark)),
        why=f'YAML takes "{remark}" for a remark, because a space stands before the #.',
        remedy=_IN_QUOTES if is_behind or not found.comment else _BEFORE_A_REMARK,
        suggestion=found.lead + quoted(text) + ("" if is_behind else found.comment),
        level=Level.ERROR if remark[1:].lstrip() == remark[1:] != "" else Level.WARNING,  # with a space it may be meant
    )


def _check(leaf: Node, parsed: Parsed, source: Source) -> None:
    written = parsed.written(leaf)
    if leaf.is_plain and "\xa0" in written:
        _check_space(leaf, written, parsed.lines[leaf.start.line], source)
    elif _DRIVE.match(written):
        source.report(
            "PB126",
            place_of(leaf),
            why="In double quotes a backslash begins a sign of its own, such as \\n for a new line.",
            remedy="Paste the line with single quotes.",
            suggestion=parsed.lines[leaf.start.line][: leaf.start.column] + f"'{written[1:-1]}'",
        )


def _check_space(leaf: Node, written: str, line: str, source: Source) -> None:
    """Report a special space that hides the name of a field, after its colon or before it."""
    is_before = written.startswith("\xa0") and not line[: leaf.start.column].strip(" -")
    if not is_before and not _GLUED.match(written):
        return
    column = line.find("\xa0", leaf.start.column)
    source.report(
        "PB119",
        Place(leaf.start.line + 1, column + 1, leaf.start.line + 1, column + 2),
        why="Here stands a special space that looks like a plain one, so that YAML does not see where the name of the field ends.",
        remedy="Paste the corrected line.",
        suggestion=line[: leaf.start.column] + written.strip("\xa0") + line[leaf.start.column + len(written) :]
        if is_before
        else line.replace(":\xa0", ": "),
    )
