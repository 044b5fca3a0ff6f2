"""The problems of a library as they were found the last time, for as long as nothing has changed that they depend on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from hashlib import sha256
from pathlib import Path

from msgspec import convert, json

from playbook.load.cache import stamp
from playbook.memory import keep, recall
from playbook.model.documents import Loaded
from playbook.problems import Problem

NAME = "problems.json"
SOURCES = ("load", "model", "library", "text", "validate", "problems.py", "codes.py")


def remembered(loaded: Loaded, today: date, cache: Path, find: Callable[[], Iterable[Problem]]) -> tuple[Problem, ...]:
    """Return the problems that `find` finds; it is asked only where files, day or our own code are not those of the last time.

    `cache` is a folder that may be deleted at any time. Where it cannot be written, nothing is remembered.
    """
    mark = f"{stamp(SOURCES)} {_key(loaded, today)}"
    known = recall(cache / NAME, mark)
    if known is not None:
        return convert(known, tuple[Problem, ...])
    found = tuple(find())
    keep(cache / NAME, mark, found)
    return found


def _key(loaded: Loaded, today: date) -> str:
    """Return one hash over what every file says, what was wrong with reading it, and the day."""
    files = [(each.file, each.kind, each.digest) for each in loaded.documents]
    return sha256(json.encode((files, loaded.files, loaded.problems, today))).hexdigest()
