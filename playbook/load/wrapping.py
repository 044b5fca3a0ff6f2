"""Texts that run over several lines and have swallowed a line that was meant to be something else."""

from __future__ import annotations

import re

from playbook.load.bullets import BULLETS, dashed
from playbook.load.parsing import Parsed
from playbook.load.quoting import is_remark, line_of, looks_like_a_field
from playbook.load.source import Source, place_on
from playbook.load.tree import Node
from playbook.problems import FieldPath, Place

_DASH = re.compile(r"\s*-(?:\s|$)")
_DASH_OR_BULLET = re.compile(rf"{_DASH.pattern}|\s*{BULLETS}")


def check_lines(node: Node, path: FieldPath, parsed: Parsed, source: Source) -> str:
    """Return the text of several lines. A dash swallowed into the line above is reported, and a quote that closes some fields later.

    Of such a text only the first line is its own.
    """
    style = getattr(node.event, "style", "")
    inner = range(node.start.line + 1, node.end.line + 1)
    if not style:
        for line in inner:
            pattern = _DASH_OR_BULLET if path and isinstance(path[-1], int) else _DASH
            if pattern.match(parsed.lines[line]) and line not in parsed.repaired:
                _swallowed(line, node, path, parsed, source)
    elif style in "'\"" and any(_is_no_continuation(parsed.lines[line], opened=parsed.lines[node.start.line]) for line in inner):
        opened = parsed.lines[node.start.line].rstrip()
        source.report(
            "PB115",
            Place(node.start.line + 1, node.start.column + 1, node.start.line + 1, node.start.column + 2),
            path,
            why=f"The quote that opens here closes only in line {node.end.line + 1}, so that it takes other lines into this text.",
            remedy="Write the closing quote where the text ends.",
            suggestion=opened + style,
        )
        return opened[node.start.column + 1 :]
    return node.text


def _is_no_continuation(written: str, opened: str) -> bool:
    """A line of a long text stands further in than the field that opened it; a field or a remark that was swallowed does not."""
    lead = line_of(opened).lead
    return (looks_like_a_field(written) or is_remark(written)) and len(written) - len(written.lstrip()) <= len(lead) - len(
        lead.lstrip(" -")
    )


def _swallowed(line: int, node: Node, path: FieldPath, parsed: Parsed, source: Source) -> None:
    written = parsed.lines[line]
    above = parsed.lines[node.start.line]
    dash = above.find("-") if above.lstrip().startswith("-") else max(len(above) - len(above.lstrip()), 0) + 2
    is_dash = _DASH.match(written) is not None
    source.report(
        "PB118",
        place_on(line, written),
        path,
        why=f"This line begins with a {'dash, but' if is_dash else 'bullet of a document, and'} is indented so that YAML takes it for "
        "a part of the line above.",
        remedy="Let the dash begin in the column of the other dashes.",
        suggestion=" " * dash + (written.strip() if is_dash else dashed(written.strip())),
    )
