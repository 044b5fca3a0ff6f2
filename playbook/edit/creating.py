"""A new entry: a blank file of its kind in the folder of the kind, as a draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from playbook.edit.blank import blank
from playbook.edit.changes import Change
from playbook.edit.entry_file import opened
from playbook.edit.foreseen import new_problems
from playbook.edit.named import folder_of, must_be_free
from playbook.edit.rewriting import applied
from playbook.library import Library, offered
from playbook.model.journey import Stage
from playbook.model.kinds import AGREEMENT, KINDS, SETTINGS_FILE, Kind
from playbook.model.shapes import Field, Many, Scalar, shape_of
from playbook.model.walk import values as values_of
from playbook.problems import Level, PlaybookError

_TODO = "TODO"


def asked(kind: str) -> tuple[Field, ...]:
    """Return the fields of a kind that cannot be left out, and have no value of their own to begin with."""
    group = shape_of(_kind(kind).of)
    return tuple(group.fields[name] for name in group.required() if _scalar(group.fields[name]).sort not in {"whole", "day"})


def choices(known: Field, library: Library) -> Mapping[str, str]:
    """Return what a field chooses from: each id or word with what readers see."""
    return offered(_scalar(known), library)


def in_use(known: Field, library: Library) -> tuple[str, ...]:
    """Return the words that entries have in a field which may be any word, since the library declares none."""
    scalar = _scalar(known)
    if scalar.sort != "vocabulary" or choices(known, library):
        return ()
    return tuple(sorted({str(each.value) for entry in library.all() for each in values_of(entry) if each.scalar.of == scalar.of}))


def create(root: Path, library: Library, kind: str, id_: str, values: Mapping[str, str], *, today: date) -> tuple[Change, ...]:
    """Return the changes that add an entry, with these values; what is required and not given is a gap that says TODO.

    With the first stage that gets a file, the others that were only names get theirs, and the project file names them no more. Raises
    UsageError for an id that is taken or that no file can have, PlaybookError where the library would be broken by the new entry.
    """
    must_be_free(root, library, kind, id_)
    new = {id_: {**_given(kind, library, today), **{name: value for name, value in values.items() if value}}}
    if kind == "stage":
        named = {stage.id: _as_it_was(stage) for stage in library.of(Stage) if stage.file == SETTINGS_FILE}
        new = {**named, **new, **({id_: named[id_]} if id_ in named else {})}
    changes = [*(_without_names(root) if kind == "stage" and library.settings.stages else ())]
    changes += [
        Change(f"{folder_of(kind)}/{each}.yaml", None, blank(_kind(kind), library, filled).encode()) for each, filled in new.items()
    ]
    worse = [found for found in new_problems(root, changes, today=today) if found.level is Level.ERROR]
    if worse:
        raise PlaybookError(f"With this {kind} the library would have an error it has not now: {worse[0].why}", worse[0].remedy)
    return tuple(changes)


def _without_names(root: Path) -> Iterator[Change]:
    """Yield the change that takes the names of stages out of the project file, which are not read once stages have files."""
    before = opened(root, SETTINGS_FILE, "settings", "")
    if isinstance(before.data, dict):
        yield before.change_to(applied(before, {name: value for name, value in before.data.items() if name != "stages"}))


def _as_it_was(stage: Stage) -> dict[str, str]:
    """Return what a stage of which only the name was written is taken for."""
    return {
        "name": stage.name,
        "order": str(stage.order),
        "goes_to": next(iter(stage.goes_to), ""),
        "outcome": stage.outcome,
        "status": "approved",
    }


def _given(kind: str, library: Library, today: date) -> dict[str, str]:
    """Return what a new entry begins with."""
    group = shape_of(_kind(kind).of)
    found = dict.fromkeys(group.required(), _TODO)
    for name in found:
        sort = _scalar(group.fields[name]).sort
        found[name] = today.isoformat() if sort == "day" else found[name]
    if "order" in found:
        found["order"] = str(1 + max((stage.order or 0 for stage in library.of(Stage)), default=0))
    return found


def _scalar(known: Field) -> Scalar:
    item = known.shape.item if isinstance(known.shape, Many) else known.shape
    assert isinstance(item, Scalar)  # noqa: S101 - for the type checker: what a kind requires is a value, which a test proves
    return item


def _kind(kind: str) -> Kind:
    return AGREEMENT if kind == AGREEMENT.name else KINDS[kind]
