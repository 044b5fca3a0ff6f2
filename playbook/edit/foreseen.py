"""What is wrong with a library as it would be after changes, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from playbook.edit.changes import Change
from playbook.library import Library
from playbook.load import document_of, read
from playbook.model.documents import Loaded
from playbook.pipeline import STATE_FOLDER, assembled, inspected
from playbook.problems import Problem


def new_problems(root: Path, changes: Sequence[Change], *, today: date) -> list[Problem]:
    """Return the problems that the library in `root` would have after changes, and has not now."""
    now = read(root, root / STATE_FOLDER)
    known = Counter(map(_sameness, problems_of(now, today)))
    found = []
    for each in problems_of(with_changes(now, changes), today):
        known[_sameness(each)] -= 1
        if known[_sameness(each)] < 0:
            found.append(each)
    return found


def problems_of(loaded: Loaded, today: date) -> list[Problem]:
    """Return all that is wrong with what was read, without the places, and with what only follows from something else: it is not new."""
    return inspected(assembled(loaded), today)


def library_of(loaded: Loaded) -> Library:
    """Return the library of what was read."""
    return assembled(loaded).library


def with_changes(loaded: Loaded, changes: Iterable[Change]) -> Loaded:
    """Return what would be read after changes."""
    changed = {change.file: change.after for change in changes}
    documents = [each for each in loaded.documents if each.file not in changed]
    problems = [each for each in loaded.problems if each.file not in changed]
    for file, raw in changed.items():
        if raw is not None:
            document, found = document_of(file, raw)
            documents.append(document)
            problems += found
    return Loaded(tuple(documents), loaded.files, tuple(problems))


def _sameness(found: Problem) -> tuple[str, str, str]:
    """Return what two problems have in common that are one, though lines above them came or went and their sentences name a new title."""
    return found.code, found.file, found.part
