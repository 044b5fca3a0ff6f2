"""The last answer of `playbook check`, given again for as long as nothing has changed that it depends on.

It depends on the files of the library, our own code, the readers of YAML and Markdown, Python and the day. A file whose dates and size are
those of the last time is the same; one with others is, if its bytes are. So that this costs next to nothing, nothing that reads a library
is imported here.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from msgspec import convert

from playbook.cli.answer import Answer, answer
from playbook.memory import YOUNG, keep, recall, stat_key

NAME = ".playbook/check.json"
READERS = ("yaml", "markdown_it", "mdit_py_plugins", "mdurl")
"""What reads an author's texts and is not ours; its version stands in its first file."""

Row = list[Any]  # the hash of a file's bytes and, if it has rested, its dates, size and number on the disk; of a folder nothing
Inputs = dict[str, Row]


def last_answer(root: Path, today: date) -> Answer:
    """Return what there is to say of the library in `root`; it is read and checked only where something changed since the last time.

    Raises UsageError where there is no library.
    """
    path, mark = root / NAME, f"{sys.implementation.cache_tag} {sys.hexversion:x} {today}"
    kept = recall(path, mark)
    now = _inputs(root, kept["inputs"] if kept else {})
    if kept and now is not None and _hashes(now) == _hashes(kept["inputs"]):
        if now != kept["inputs"]:
            keep(path, mark, {**kept, "inputs": now})
        return convert(kept["answer"], Answer)
    found = answer(root, today)
    if now is not None:
        keep(path, mark, {"inputs": now, "answer": found})
    return found


def _inputs(root: Path, known: Inputs) -> Inputs | None:
    """Return all that an answer depends on; None where that cannot be told: links lead elsewhere, or the system hands something out not."""
    now = time.time_ns()
    try:
        return {name: _row(stat, path, known.get(name), now) for name, path, stat in _things(str(root))}
    except (OSError, UnicodeEncodeError):
        return None


def _things(root: str) -> Iterator[tuple[str, str, os.stat_result | None]]:
    """Yield the name, path and state of each file, and of each folder its name; raises OSError at a link."""
    with os.scandir(root) as items:
        for item in items:
            if item.name.startswith("enablement.") or item.name in {"personas", "content_library"}:
                yield from _below(item, item.name)
    yield from (each for each in _in(str(Path(__file__).parents[1]), "playbook") if each[0].endswith(".py"))
    for reader in READERS:
        found = find_spec(reader)
        origin = (found and found.origin) or ""
        yield reader, origin, Path(origin).stat()


def _in(folder: str, name: str) -> Iterator[tuple[str, str, os.stat_result | None]]:
    with os.scandir(folder) as items:
        for item in items:
            if not item.name.startswith((".", "__pycache__")):
                yield from _below(item, f"{name}/{item.name}")


def _below(item: os.DirEntry[str], name: str) -> Iterator[tuple[str, str, os.stat_result | None]]:
    name.encode()
    if item.is_symlink() or (not (is_folder := item.is_dir()) and not item.is_file()):
        raise OSError(name)
    if is_folder:
        yield name, item.path, None
        yield from _in(item.path, name)
    else:
        yield name, item.path, item.stat()


def _row(stat: os.stat_result | None, path: str, old: Row | None, now: int) -> Row:
    if stat is None:
        return []
    dates = [*stat_key(stat)]
    if old and old[1:] == dates:
        return old
    return [_hash(path), *(dates if max(dates[:2]) + YOUNG < now else ())]


def _hash(path: str) -> str:
    import hashlib

    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _hashes(inputs: Inputs) -> dict[str, Row]:
    return {name: row[:1] for name, row in inputs.items()}
