"""A signature under the agreement: who, when, and the hash of what was signed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from playbook.edit.changes import Change
from playbook.edit.entry_file import EntryFile, must_say, opened
from playbook.edit.lines import Lines
from playbook.edit.setting import last_line, value_of, with_field
from playbook.library import Library, agreed_hash
from playbook.load import Node
from playbook.model.agreement import Signature
from playbook.model.documents import Data
from playbook.model.kinds import AGREEMENT, AGREEMENT_FILE
from playbook.model.quotes import scalar
from playbook.model.shapes import shape_of
from playbook.problems import UsageError


def sign(root: Path, library: Library, name: str, *, on: date, role: str = "") -> Change:
    """Return the change with which somebody signs the agreement as it is now; who signed before signs anew.

    Raises UsageError where there is no agreement, PlaybookError where its file cannot be changed safely.
    """
    agreement = library.agreement
    if agreement is None:
        raise UsageError("There is no agreement to sign.", f"It would stand in {AGREEMENT_FILE}.")
    file = opened(root, agreement.file, AGREEMENT.name, AGREEMENT.name)
    told = {"name": name, **({"role": role} if role else {}), "on": on.isoformat(), "seen": agreed_hash(agreement)}
    rows = _rows(file)
    groups = [row if isinstance(row, dict) else {"name": row} for row in rows]
    at = next((number for number, row in enumerate(groups) if row.get("name") == name), len(rows))
    said = [*rows[:at], {**(groups[at] if at < len(rows) else {}), **told}, *rows[at + 1 :]]
    changed = file.with_lines(_signed(file, at, told, is_new=at == len(rows)))
    assert isinstance(file.data, dict)  # noqa: S101 - for the type checker: an agreement's file is a group of fields
    return file.change_to(must_say(changed, {**file.data, "signed": [*said]}))


def _rows(file: EntryFile) -> list[Data]:
    """Return the signatures as they are written; one alone stands for a list of one."""
    written = file.data.get("signed") if isinstance(file.data, dict) else None
    return written if isinstance(written, list) else [written] if written else []


def _signed(file: EntryFile, at: int, told: dict[str, str], *, is_new: bool) -> Lines:
    lines, there = file.lines, value_of(file.root, "signed")
    fields = [f"{name}: {scalar(value)}" for name, value in told.items()]
    row = [f"  - {fields[0]}", *(f"    {field}" for field in fields[1:])]
    if there is None:
        return lines.with_lines(len(lines.texts), len(lines.texts), ["", "signed:", *row])
    if not there.is_list or there.is_flow:
        return lines  # a short form that `must_say` refuses to lose
    if is_new:
        behind, indent = last_line(there, lines) + 1, " " * there.start.column
        return lines.with_lines(behind, behind, [indent + line[2:] for line in row])
    return _anew(file, there.items[at], at, told)


def _anew(file: EntryFile, row: Node, at: int, told: dict[str, str]) -> Lines:
    """Set the fields of a signature that is there, one after the other; a bare name becomes a group."""
    lines, names = file.lines, [*shape_of(Signature).fields]
    if row.is_text:
        indent = " " * row.start.column
        lines = lines.with_part(row.start.line, row.start.column, row.start.column, "name: ")
        rest = [f"{indent}{name}: {scalar(value)}" for name, value in told.items() if name != "name"]
        return lines.with_lines(row.start.line + 1, row.start.line + 1, rest)
    for name, value in told.items():
        if name != "name":
            rows = value_of(file.root, "signed")
            assert rows is not None  # noqa: S101 - for the type checker: it was there before
            file = file.with_lines(with_field(file.lines, rows.items[at], name, value, names[: names.index(name)]))
    return file.lines
