"""The problems of a library as they were found the last time, for as long as nothing has changed that they depend on."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from hashlib import sha256
from pathlib import Path

import orjson

from playbook.load.cache import header
from playbook.model.documents import Loaded
from playbook.problems import Problem, problem_of

NAME = "problems.json"
SOURCES = ("load", "model", "library", "text", "validate", "problems.py", "codes.py")


def remembered(loaded: Loaded, today: date, cache: Path, find: Callable[[], Iterable[Problem]]) -> tuple[Problem, ...]:
    """Return the problems that `find` finds; it is asked only where files, day or our own code are not those of the last time.

    `cache` is a folder that may be deleted at any time. Where it cannot be written, nothing is remembered.
    """
    key = _key(loaded, today)
    known = _read(cache / NAME, key)
    if known is not None:
        return known
    found = tuple(find())
    body = orjson.dumps({"key": key, "problems": found})
    fresh = cache / f"{NAME}.{os.getpid()}"
    with suppress(OSError):
        cache.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(header(body, SOURCES) + b"\n" + body)
        fresh.replace(cache / NAME)
    return found


def _read(path: Path, key: str) -> tuple[Problem, ...] | None:
    try:
        written, _, body = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    if written != header(body, SOURCES):
        return None
    kept = orjson.loads(body)
    return tuple(problem_of(**each) for each in kept["problems"]) if kept["key"] == key else None


def _key(loaded: Loaded, today: date) -> str:
    """Return one hash over what every file says, what was wrong with reading it, and the day."""
    files = [(each.file, each.kind, each.digest) for each in loaded.documents]
    return sha256(orjson.dumps((files, loaded.files, loaded.problems, today))).hexdigest()
