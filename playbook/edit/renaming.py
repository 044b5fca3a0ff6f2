"""Another id for an entry: its file, and every place that names it, in one step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct

from playbook.edit.changes import Change
from playbook.edit.entry_file import EntryFile
from playbook.edit.foreseen import with_changes
from playbook.edit.named import entry_of, must_be_free
from playbook.edit.parts import Part, inside, leaves, with_parts
from playbook.edit.renaming_of import Renaming
from playbook.edit.sealing import sealed_again
from playbook.library import Edge, Library
from playbook.load import node_at, read
from playbook.model.documents import Data, Loaded
from playbook.model.entries import Entry
from playbook.pipeline import STATE_FOLDER, Checked, assembled, inspected
from playbook.problems import PlaybookError


class Renamed(Struct, frozen=True):
    """The changes that rename an entry, and the lines that mention its old id without naming it: "file:line" → the line."""

    changes: tuple[Change, ...]
    left: dict[str, str]


def rename(root: Path, kind: str, old: str, new: str, *, today: date) -> Renamed:
    """Return the changes that give an entry another id, everywhere.

    Raises UsageError for an entry that is not there and an id that is taken or none, PlaybookError where one place cannot be changed.
    """
    now = read(root, root / STATE_FOLDER)
    bound = assembled(now)
    library = bound.library
    entry, renaming = entry_of(library, kind, old), Renaming(kind, old, new)
    must_be_free(root, library, kind, new)
    changed = [*_changed(root, now, library, renaming)]
    named = _named(root, changed, entry, renaming)
    changes = sealed_again(root, now, library, named, renaming)
    _must_be_the_same(now, bound, changes, renaming, today)
    return Renamed(changes, _left(root, now, changes, renaming))


def _changed(root: Path, now: Loaded, library: Library, renaming: Renaming) -> Iterator[tuple[EntryFile, EntryFile]]:
    """Yield every file that names the entry, before and after."""
    edges: dict[str, list[Edge]] = {}
    for edge in library.used_by(renaming.kind, renaming.old):
        edges.setdefault(edge.file, []).append(edge)
    for document in now.documents:
        raw = (root / document.file).read_bytes()
        if renaming.old.encode() not in raw or document.data is None:
            continue
        file = EntryFile(document.file, document.kind, document.id, raw)
        if document.file in edges or any(renaming.links(raw.decode("utf-8", "replace"))):
            file.must_be_readable()
            parts = [*_references(file, edges.get(document.file, []), renaming), *_links(file, renaming)]
            yield file, file.with_lines(with_parts(file.lines, parts))


def _references(file: EntryFile, edges: list[Edge], renaming: Renaming) -> Iterator[Part]:
    for edge in edges:
        node = node_at(file.root, edge.field)
        part = inside(file.lines, node, renaming.old, renaming.new) if node else None
        if part is None:
            where = ".".join(str(step + 1 if isinstance(step, int) else step) for step in edge.field)
            raise PlaybookError(f"{file.file} names {renaming.old} under {where} in a way that cannot be changed.", "Nothing was written.")
        yield part


def _links(file: EntryFile, renaming: Renaming) -> Iterator[Part]:
    """Yield the links in texts."""
    for line, start, text in leaves(file.root, file.lines):
        for found in renaming.links(text):
            yield Part(line, start + found.start(), start + found.end(), f"{renaming.kind}:{renaming.new}")


def _named(root: Path, changed: list[tuple[EntryFile, EntryFile]], entry: Entry, renaming: Renaming) -> tuple[Change, ...]:
    """Return the changes of the files, the entry's own under its new name."""
    folder, _, name = entry.file.rpartition("/")
    own = next((after.raw for before, after in changed if before.file == entry.file), None)
    raw = (root / entry.file).read_bytes()
    others = (before.change_to(after) for before, after in changed if before.file != entry.file)
    new = Change(f"{folder}/{renaming.new}.{name.rpartition('.')[2]}", None, own or raw)
    return (Change(entry.file, raw, None), new, *others)


def _must_be_the_same(now: Loaded, before: Checked, changes: tuple[Change, ...], renaming: Renaming, today: date) -> None:
    """Raise PlaybookError unless the library says the same as before, but for the id."""
    then = with_changes(now, changes)
    after = assembled(then)
    edges = Counter((each.kind, each.id) for each in before.library.edges)
    edges[renaming.kind, renaming.new] += edges.pop((renaming.kind, renaming.old), 0)
    same = +edges == Counter((each.kind, each.id) for each in after.library.edges)
    codes = [Counter(found.code for found in inspected(each, today)) for each in (before, after)]
    if not same or codes[0] != codes[1] or not _words_are_the_same(now, then, renaming):
        raise PlaybookError(
            f"{renaming.kind} {renaming.old} is named somewhere in a way that cannot be changed without changing something else.",
            "Nothing was written. Put the places that `playbook check` finds in order, and try again.",
        )


def _words_are_the_same(now: Loaded, then: Loaded, renaming: Renaming) -> bool:
    """Whether every file says what it said, but for the id and what is sealed with it."""
    old = {document.file: document.data for document in now.documents if document.kind not in {"reviews", "agreement"}}
    return all(_same(old[each.file], each.data, renaming) for each in then.documents if each.file in old)


def _same(old: Data, new: Data, renaming: Renaming) -> bool:
    match old, new:
        case (dict(), dict()):
            return [*old] == [*new] and all(_same(old[name], new[name], renaming) for name in old)
        case (list(), list()):
            return len(old) == len(new) and all(_same(one, other, renaming) for one, other in zip(old, new, strict=True))
        case (str(), str()):
            return new in {old, renaming.in_text(old)} or (old.strip(), new.strip()) == (renaming.old, renaming.new)
        case _:
            return old == new


def _left(root: Path, now: Loaded, changes: tuple[Change, ...], renaming: Renaming) -> dict[str, str]:
    """Return the lines that still have the old id as a word: they may mean the entry, or anything else."""
    after = {change.file: change.after for change in changes}
    found = {}
    for file in sorted({document.file for document in now.documents} | after.keys()):
        raw = after[file] if file in after else (root / file).read_bytes()
        for number, line in enumerate((raw or b"").decode("utf-8", "replace").splitlines(), start=1):
            if renaming.mentions(line):
                found[f"{file}:{number}"] = line.strip()
    return found
