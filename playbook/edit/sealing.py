"""Reviews and signatures that hold are not broken by a new id: their hashes are written anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from playbook.edit.changes import Change
from playbook.edit.entry_file import EntryFile
from playbook.edit.foreseen import library_of, with_changes
from playbook.edit.parts import Part, inside, with_parts
from playbook.edit.renaming_of import Renaming
from playbook.edit.setting import value_of
from playbook.library import Library, agreed_hash, own_version
from playbook.load import Node
from playbook.model.documents import Loaded


def sealed_again(root: Path, now: Loaded, before: Library, changes: tuple[Change, ...], renaming: Renaming) -> tuple[Change, ...]:
    """Return the changes to the library `before`, with those of the reviews and signatures that hold and would not any more."""
    after = library_of(with_changes(now, changes))
    found = {change.file: change for change in changes}
    for document in now.documents:
        if document.data is not None and document.kind in {"reviews", "agreement"}:
            was = found.get(document.file)
            raw = (was.after if was else None) or (root / document.file).read_bytes()
            file = EntryFile(document.file, document.kind, document.id, raw)
            file.must_be_readable()
            parts = [*(_reviews(file, before, after, renaming) if document.kind == "reviews" else _signatures(file, before, after))]
            first = was.before if was else raw
            found[document.file] = Change(document.file, first, with_parts(file.lines, parts).to_bytes())
    return tuple(found.values())


def _reviews(file: EntryFile, before: Library, after: Library, renaming: Renaming) -> Iterator[Part]:
    """Yield the new names in the file of reviews, and the new versions of what a review still holds for."""
    for key, seen in file.root.pairs():
        yield from _key(file, key, renaming)
        for other, version in seen.pairs():
            yield from _key(file, other, renaming)
            renamed = f"{renaming.kind}/{renaming.new}" if other.text == f"{renaming.kind}/{renaming.old}" else other.text
            was, is_now = _version(before, other.text), _version(after, renamed)
            if version.text == was and is_now and (part := inside(file.lines, version, was, is_now)):
                yield part


def _key(file: EntryFile, key: Node, renaming: Renaming) -> Iterator[Part]:
    if part := inside(file.lines, key, f"{renaming.kind}/{renaming.old}", f"{renaming.kind}/{renaming.new}"):
        yield part


def _version(library: Library, key: str) -> str:
    kind, _, id_ = key.partition("/")
    entry = library.get(kind, id_)
    return own_version(entry) if entry else ""


def _signatures(file: EntryFile, before: Library, after: Library) -> Iterator[Part]:
    """Yield the new fingerprint of each signature under the agreement as it is."""
    rows = value_of(file.root, "signed")
    if not before.agreement or not after.agreement or rows is None:
        return
    was, is_now = agreed_hash(before.agreement), agreed_hash(after.agreement)
    for row in rows.items if rows.is_list else [rows]:
        seen = value_of(row, "seen") if row.is_group else None
        if was != is_now and seen and (part := inside(file.lines, seen, was, is_now)):
            yield part
