"""The names of fields as they are written: each a plain text, each once."""

from __future__ import annotations

from playbook.load.parsing import Parsed
from playbook.load.source import Source
from playbook.load.tree import Node, place_of
from playbook.problems import FieldPath


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


def report_twice(key: Node, name: str, first_line: int, path: FieldPath, source: Source, safe: str = "") -> None:
    """Report a field that its group has already; the first one counts, unless there is a `safe` value that counts in the place of both."""
    counts = f"Until one is gone, {name} counts as {safe}" if safe else f"Line {first_line + 1} is read"
    why = f'"{name}" is given twice, in line {first_line + 1} and in line {key.start.line + 1}. {counts}.'
    source.report("PB116", place_of(key), (*path, name), why=why, remedy="Delete one of the two, or join them.")
