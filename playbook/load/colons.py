"""The colon behind the name of a field: missing, glued to the value, or followed by a space that is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.load.field_names import field_names
from playbook.load.repair import Repair
from playbook.load.source import place_on

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


def with_colon(number: int, lines: list[str]) -> Iterator[Repair]:
    """Put the colon that is missing after the name of a field; a guess stays an error, since a long text may begin a line like that."""
    found = _NO_COLON.match(lines[number])
    if found and found["name"] in field_names():
        yield Repair(
            number,
            number,
            (f"{found['lead']}{found['name']}: {found['value']}",),
            place_on(number, lines[number], found["name"]),
            f"A colon is missing after {found['name']}, the name of a field.",
            remedy="Paste the corrected line, if the field begins here.",
            code="PB114",
        )
