"""A newer row of a team's own table → what its entry gets of it, and in which cells the table says otherwise than the library keeps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias

from msgspec import Struct

from playbook.edit.new_words import plain
from playbook.edit.tracked import GAP, SAID, Row, hidden
from playbook.formats import Said, Spreadsheet
from playbook.model.documents import Data
from playbook.model.settled import OddError
from playbook.model.values import DayValue
from playbook.problems import Problem
from playbook.text import shortened
from playbook.validate.days import day

_KEPT = {"title", "status", "audience", "notes", "type", "summary"}
"""What a newer row does not change, though it is a plain value; but it may hide an entry from buyers, and retire it."""
_WIDE = ("internal", "partner", "external")
"""Who may see an entry, the fewest first."""
_PASSED = {"reviewed", "published", "updated"}
"""Days on which something happened: the later one is what is known best."""
_SHOWN, _MOST, _LONG = 3, 12, 50
"""Of one field, the cells that are told with what both sides say, and those that are named; and the letters of a value that are shown."""

Fields: TypeAlias = "Mapping[str, Data | OddError]"


class Differing(Struct, frozen=True):
    """A field of an entry and the cell that says otherwise: what stands there, and what in the library."""

    name: str
    cell: str
    says: str
    has: str


class Updated(Struct, frozen=True):
    """What a row makes of an entry, and the cells from which the entry goes on differing."""

    said: Said
    stays: tuple[Differing, ...] = ()


def updated(row: Row, old: Fields) -> Updated:
    """Return what a row makes of an entry that is there: what it lacks, and newer values but for its title, status and the like.

    An entry that the row retires, or shows to fewer people, follows it: nothing goes out that the table holds back. Of two days on which
    something happened the later one stays. Into a list comes only what could not be placed at first: its word stands in the notes, and
    nobody has changed the list.
    """
    newer = {name: value for name, value in row.said.fields.items() if _is_replaced(name, value, old.get(name))}
    fields = {**row.said.fields, **old, **newer, **_held_back(row, old)}
    lines = _placed(row, old, fields)
    fields["notes"] = "\n".join(_current(row, lines)) or None
    hidden(fields)
    return Updated(Said(row.said.kind, row.said.id, fields, row.said.cell), tuple(_stays(row, fields)))


def told(file: Spreadsheet, all_: Sequence[Updated]) -> Iterator[Problem]:
    """Yield a problem for each field in which the table says otherwise than entries that stay as they are, with all its cells."""
    found: dict[str, list[Differing]] = {}
    for each in (each for one in all_ for each in one.stays):
        found.setdefault(each.name, []).append(each)
    for name, cells in found.items():
        told_ = "; ".join(f"{each.cell}: the table says {each.says}, the library {each.has}" for each in cells[:_SHOWN])
        stays, them = ("entry stays as it is", "it") if len(cells) == 1 else ("entries stay as they are", "them")
        yield file.report(
            "PB610",
            cells[0].cell,
            why=f"{told_}{_further([each.cell for each in cells[_SHOWN:]])}. In {name} the {stays}.",
            remedy=f"Where the table is right, change {them} in the library.",
        )


def _further(cells: Sequence[str]) -> str:
    """Return the words for more cells in which the table says otherwise."""
    named = ", ".join(cells[: _MOST - _SHOWN])
    more = f" and {len(cells) - _MOST + _SHOWN} more" if len(cells) > _MOST - _SHOWN else ""
    return f"; so it is in {named}{more}" if cells else ""


def _is_replaced(name: str, newer: Data | OddError, value: Data | OddError) -> bool:
    if name in _PASSED and _last(newer) < _last(value):
        return False
    return value == GAP or (isinstance(value, str) and name not in _KEPT)


def _last(value: Data | OddError) -> date:
    """Return the last day of a value, and where it is none the first of all days: any other is later."""
    found = day(value) if isinstance(value, str) else None
    return found.last if isinstance(found, DayValue) and found.last else date.min


def _held_back(row: Row, old: Fields) -> dict[str, Data]:
    """Return the status and the audience of a row that keep an entry from more people than the library does."""
    found: dict[str, Data] = {}
    if row.said.fields.get("status") == "retired":
        found["status"] = "retired"
    now, was = row.said.fields.get("audience"), old.get("audience", _WIDE[0])
    if "audience" in row.cells and now in _WIDE and was in _WIDE and _WIDE.index(str(now)) < _WIDE.index(str(was)):
        found["audience"] = str(now)
    return found


def _placed(row: Row, old: Fields, fields: dict[str, Data | OddError]) -> list[str]:
    """Put into the lists what had no place before, and return the lines of the notes that are left."""
    lines = str(old.get("notes") or "").split("\n")
    late = [(line, *row.placed[line]) for line in lines if line in row.placed]
    for name in dict.fromkeys(name for _, name, _ in late):
        ids = {id_ for _, each, id_ in late if each == name}
        now, was = _ids_in(row.said.fields, name), _ids_in(old, name)
        if now is not None and was == [each for each in now if each not in ids]:
            fields.update(_with_ids(fields, name, now))
            lines = [line for line in lines if (name, line) not in {(each, there) for there, each, _ in late}]
    return lines


def _current(row: Row, lines: list[str]) -> Iterator[str]:
    """Yield the lines of the notes but for those that a cell left which can be read by now; the word of a status is the newest."""
    for line in lines:
        heading = line.partition(": ")[0]
        if row.state and line.startswith(SAID):
            yield SAID + row.state
        elif heading not in row.read or line in row.noted.split("\n"):
            yield line


def _stays(row: Row, fields: Fields) -> Iterator[Differing]:
    """Yield the fields in which a row says what the entry does not, each with its cell."""
    for name, cell in row.cells.items():
        group, _, last = name.partition(".")
        path = [group] if group == "links" else [part for part in (group, last) if part]
        has, says = [*_texts(fields, path)], [*_texts(row.said.fields, path)]
        if name == "status":
            differs = fields.get("status") == "retired" != row.said.fields.get("status")
        elif name == "notes":
            differs = row.noted not in "\n".join(has)
        else:
            differs = not {plain(text) for text in says} <= {plain(text) for text in has}
        if differs:
            written = {"notes": row.noted, "status": row.state}.get(name)
            says = [written] if written else says
            yield Differing(name, cell, _quoted(says, has), _quoted(has, says))


def _quoted(texts: Sequence[str], others: Sequence[str]) -> str:
    """Return in quotes the beginning of those texts that the others lack, or of all where it lacks none; the word for nothing without."""
    lacking = [text for text in texts if plain(text) not in map(plain, others)] or texts
    return f'"{shortened(" ".join(", ".join(lacking).split()), _LONG)}"' if lacking else "nothing"


def _texts(value: Any, path: Sequence[str]) -> Iterator[str]:
    """Yield the texts at the end of a way through groups and lists, those of groups there, too."""
    if isinstance(value, list):
        for each in value:
            yield from _texts(each, path)
    elif isinstance(value, Mapping):
        for each in [value.get(path[0])] if path else value.values():
            yield from _texts(each, path[1:])
    elif value is not None:
        yield str(value)


def _ids_in(fields: Fields, name: str) -> list[Data] | None:
    """Return the ids in a list of an entry, or of its only use; None where there is not just one place for them."""
    group, _, last = name.rpartition(".")
    uses = fields.get(group) if group else [fields]
    if not uses:
        return []
    if not isinstance(uses, list) or len(uses) != 1 or not isinstance(uses[0], dict):
        return None
    found = uses[0].get(last) or []
    return found if isinstance(found, list) else None


def _with_ids(fields: Fields, name: str, ids: list[Data]) -> dict[str, Data | OddError]:
    """Return the field of an entry with ids in a list of it, or of its only use."""
    group, _, last = name.rpartition(".")
    if not group:
        return {last: ids}
    uses = fields.get(group)
    return {group: [{**(uses[0] if isinstance(uses, list) and isinstance(uses[0], dict) else {}), last: ids}]}
