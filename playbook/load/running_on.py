"""A line that goes on with the text above without being indented: a colon in it makes YAML take its first words for a field."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

from playbook.load.closing import in_quotes
from playbook.load.columns import GOES_ON
from playbook.load.field_names import field_names
from playbook.load.parsing import Parsed
from playbook.load.repair import indentation
from playbook.load.source import Source, place_on
from playbook.load.tree import Node
from playbook.problems import FieldPath

_NEAR = 0.8


def running_on(above: Node, key: Node, value: Node, names: Collection[str], parsed: Parsed) -> tuple[str, ...]:
    """Return the lines of a text with the one that goes on with it; none where that may well be a field."""
    first, last = key.start.line, value.end.line
    if not (key.is_plain and above.is_text and value.is_text and value.text) or not _is_no_name(key.text, names):
        return ()
    is_block = getattr(above.event, "style", "") in {"|", ">"}
    start = above.start.line
    more = parsed.lines[first : last + 1]
    margin = max(len(indentation(parsed.lines[start])), len(indentation(parsed.lines[first - 1])) - 2) + 2
    fixed = [*parsed.lines[start:first], *(" " * margin + line.strip() for line in more)]
    if not is_block:
        found = next(in_quotes(0, fixed), None)
        if not above.is_plain or found is None or found.last != len(fixed) - 1:
            return ()
        fixed = [*found.lines]
    return tuple(fixed)


def report_running_on(key: Node, value: Node, corrected: tuple[str, ...], path: FieldPath, parsed: Parsed, source: Source) -> None:
    """Report a line that goes on with the text above; it is not read, since who may see the text need not be who may see the line.

    What was found in the lines as a field's value is no more worth telling: quotes there would come to stand in the text.
    """
    number = key.start.line
    lines = range(number + 1, value.end.line + 2)
    source.problems[:] = [each for each in source.problems if not (each.place and each.place.line in lines)]
    source.report(
        "PB114",
        place_on(number, parsed.lines[number]),
        path,
        why=f"{GOES_ON} It is not read.",
        remedy="Paste the corrected lines in the place of the text and this line, if both are one; a field of your own goes under extra.",
        suggestion="\n".join(corrected),
    )


def _is_no_name(written: str, names: Collection[str]) -> bool:
    """Whether what stands before a colon is surely no field: several words, of which neither the first nor all are near the name of one."""
    words = written.lower().split()
    return (
        len(words) > 1
        and not get_close_matches(words[0], names, 1, _NEAR)
        and not get_close_matches("_".join(words), field_names(), 1, _NEAR)
    )
