"""The names of fields as they are written: each a plain text, each once."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from playbook.load.parsing import Parsed
from playbook.load.source import Source
from playbook.load.tree import Node, place_of
from playbook.problems import FieldPath

SHOWN = 5
MANY = 3  # so many fields are not written twice one by one


def name_of(key: Node, path: FieldPath, parsed: Parsed, source: Source) -> str | None:
    """Return the name of a field; None for << and for what is no name, which is reported and left out."""
    if key.text and key.text != "<<":
        return key.text.strip("\xa0")
    if key.text == "<<":
        why = "<< copies the fields of another group; form editors and spreadsheets lose them, so they are not read."
        source.report("PB123", place_of(key), path, why=why, remedy="Write the fields themselves.")
        return None
    written = parsed.written(key)
    shown = f"{written} is no name of a field" if written else "This value has no name"
    source.report("PB123", place_of(key), path, why=f"{shown}, so it is not read.", remedy="Write a name, a colon and the value.")
    return None


class Again(Struct, frozen=True):
    """A field that its group has already, since which line, and the `safe` value that counts in the place of both, if there is one."""

    key: Node
    first_line: int
    safe: str = ""

    @property
    def name(self) -> str:
        """What the field is called."""
        return self.key.text.strip("\xa0")

    @property
    def line(self) -> int:
        """The line of the second one, counted from 1."""
        return self.key.start.line + 1


def report_again(again: Sequence[Again], path: FieldPath, source: Source) -> None:
    """Report fields that their group has already: the first ones count. Many are one mistake."""
    if len(again) >= MANY:
        return _report_pasted(again, path, source)
    for each in again:
        counts = f"Until one is gone, {each.name} counts as {each.safe}" if each.safe else f"Line {each.first_line + 1} is read"
        why = f'"{each.name}" is given twice, in line {each.first_line + 1} and in line {each.line}. {counts}.'
        begins = f", or put a dash before line {each.line} if it begins an item of its own" if _is_item(path) else ""
        source.report("PB116", place_of(each.key), (*path, each.name), why=why, remedy=f"Delete one of the two, or join them{begins}.")
    return None


def _is_item(path: FieldPath) -> bool:
    return bool(path) and isinstance(path[-1], int)


def _report_pasted(again: Sequence[Again], path: FieldPath, source: Source) -> None:
    first = again[0]
    names = ", ".join(each.name for each in again[:SHOWN])
    more = f" and {len(again) - SHOWN} more" if len(again) > SHOWN else ""
    safe = " and ".join(f"{each.name} counts as {each.safe}" for each in again if each.safe)
    source.report(
        "PB116",
        place_of(first.key),
        (*path, first.name),
        why=f"From line {first.line} on {len(again)} fields stand here a second time: {names}{more}. "
        f"They were given from line {min(each.first_line for each in again) + 1} on, and those are read"
        + (f", but until they are gone {safe}." if safe else "."),
        remedy=f"If they are an item of their own, put a dash before line {first.line}; if not, delete them."
        if _is_item(path)
        else f"Delete what was pasted twice, from line {first.line} on; if it is another entry, move it into a file of its own.",
    )
