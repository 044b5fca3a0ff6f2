"""The colon behind the name of a field: missing, glued to the value, or followed by a space that is none."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from playbook.load.field_names import field_names
from playbook.load.quoting import line_of, quoted
from playbook.load.repair import Repair
from playbook.load.source import Source, place_on
from playbook.load.tree import Node
from playbook.problems import FieldPath

_MISSING = "A colon is missing after {}, the name of a field."
_IF_IT_BEGINS = "Paste the corrected line, if the field begins here."
_GLUED = re.compile(r"^([ ]*(?:-[ ]+)*[a-z_]+:)(?=[^\s/:])")
_NO_COLON = re.compile(r"^(?P<lead>[ ]*(?:-[ ]+)*)(?P<name>[a-z_]+)(?:[ ]*[=;：][ ]*|[ ]+)(?P<value>[^\s:=;].*)$")


def spaced(number: int, lines: list[str]) -> Iterator[Repair]:
    """Put a plain space where a special one stands, or none at all, after the name of a field or in the indentation."""
    written = lines[number]
    start = len(written) - len(written.lstrip(" \xa0"))
    plain = written[:start].replace("\xa0", " ") + re.sub("^((?:-[ \xa0]+)*[\\w-]+:)\xa0", r"\1 ", written[start:])
    if plain != written:
        place = place_on(number, written, "\xa0")
        why = "Here stands a special space that looks like a plain one. It is read as a plain one."
        yield Repair(number, number, (plain,), place, why, code="PB119")
    if found := _GLUED.match(written):
        corrected = f"{found[1]} {written[found.end() :]}"
        yield Repair(
            number, number, (corrected,), place_on(number, written), "A space is missing after the colon. It is read as if it were there."
        )


def colon_in_text(key: Node, value: Node, line: str, names: Collection[str]) -> tuple[str, str, str] | None:
    """Return the field, its text and the corrected line where a colon within the text stands for the one that is missing after the name."""
    found = _NO_COLON.match(line)
    if not found or found["name"] not in names or not key.is_plain or key.start.line != value.end.line:
        return None
    lead = f"{found['lead']}{found['name']}: "
    written = line_of(lead + found["value"])
    is_quoted = len(written.value) > 1 and written.value[0] in {'"', "'"} and written.value[-1] == written.value[0]
    text = written.value[1:-1] if is_quoted else written.value
    return found["name"], text, f"{lead}{written.value if is_quoted else quoted(text)}{written.comment}"


def report_colon_in_text(name: str, line: int, written: str, corrected: str, path: FieldPath, source: Source) -> None:
    """Report a colon that is missing after the name of a field, though YAML has found one in its text."""
    why, place = _MISSING.format(name), place_on(line, written, name)
    source.report("PB114", place, (*path, name), why=why, remedy=_IF_IT_BEGINS, suggestion=corrected)


def with_colon(number: int, lines: list[str]) -> Iterator[Repair]:
    """Put the colon that is missing after the name of a field; a guess stays an error, since a long text may begin a line like that."""
    found = _NO_COLON.match(lines[number])
    if found and found["name"] in field_names():
        yield Repair(
            number,
            number,
            (f"{found['lead']}{found['name']}: {found['value']}",),
            place_on(number, lines[number], found["name"]),
            _MISSING.format(found["name"]),
            remedy=_IF_IT_BEGINS,
            code="PB114",
        )
