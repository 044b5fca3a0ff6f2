"""A review is written down: the day into the entry, and what was seen into content_library/reviews.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from playbook.edit.changes import Change
from playbook.edit.entry_file import EntryFile, must_say, opened
from playbook.edit.lines import Lines
from playbook.edit.named import entry_of
from playbook.edit.setting import last_line, with_field
from playbook.library import Library, review_of
from playbook.model.documents import Data
from playbook.model.entries import Entry
from playbook.model.kinds import REVIEWS_FILE
from playbook.model.shapes import shape_of

_HEAD = b"# What each review has seen. `playbook review` writes this file.\n"


def review(root: Path, library: Library, kind: str, ids: tuple[str, ...], *, on: date, by: str = "") -> tuple[Change, ...]:
    """Return the changes that write down a review of these entries on a day; `by` says who approved them, too.

    Raises UsageError for an entry that is not there, PlaybookError where a file cannot be changed safely.
    """
    entries = [entry_of(library, kind, id_) for id_ in dict.fromkeys(ids)]
    dated = [_dated(opened(root, entry.file, kind, entry.id), on, by) for entry in entries]
    seen = {f"{kind}/{entry.id}": review_of(entry, library.entries) for entry in entries}
    return (*dated, _noted(root, seen))


def _dated(file: EntryFile, on: date, by: str) -> Change:
    """Set the day of the review, and who approved."""
    wanted: dict[str, str] = {"reviewed": on.isoformat(), **({"approved_by": by} if by else {})}
    changed = file
    for name, value in wanted.items():
        changed = changed.with_lines(with_field(changed.lines, changed.root, name, value, _before(name)))
    assert isinstance(file.data, dict)  # noqa: S101 - for the type checker: an entry's file is a group of fields
    return file.change_to(must_say(changed, {**file.data, **wanted}))


def _before(name: str) -> tuple[str, ...]:
    """Return the fields of every entry that stand before one in the model, but for what the entry itself says."""
    names = [*shape_of(Entry).fields]
    return tuple(names[: names.index(name)])


def _noted(root: Path, seen: Mapping[str, Mapping[str, str]]) -> Change:
    """Return the change of the file of reviews: what was seen, each entry in its alphabetical place."""
    path = root / REVIEWS_FILE
    before = path.read_bytes() if path.exists() else None
    file = EntryFile(REVIEWS_FILE, "reviews", "reviews", before or _HEAD)
    said: dict[str, Data] = {}
    if any(line.strip() and not line.startswith("#") for line in file.lines.texts):
        file.must_be_readable()
        said = dict(file.data) if isinstance(file.data, dict) else {}
    for key, each in seen.items():
        file = file.with_lines(_with_block(file, key, each, is_new=not said))
        said[key] = dict(each)
    return Change(REVIEWS_FILE, before, must_say(file, said).raw)


def _with_block(file: EntryFile, key: str, seen: Mapping[str, str], *, is_new: bool) -> Lines:
    """Return the lines of the file of reviews with what was seen for one entry."""
    block = [f"{key}:", *(f"  {other}: {version}" for other, version in sorted(seen.items()))]
    lines = file.lines
    pairs = [] if is_new else file.root.pairs()
    for name, value in pairs:
        if name.text == key:
            return lines.with_lines(name.start.line, last_line(value, lines) + 1, block)
    first = next((name.start.line for name, _ in pairs if name.text > key), len(lines.texts))
    return lines.with_lines(first, first, block)
