"""What was read from each file the last time, in one file that may be lost at any moment."""

from __future__ import annotations

import hashlib
import time
from functools import cache as once
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from msgspec import Struct, convert, field

import playbook
from playbook.memory import YOUNG, keep, recall
from playbook.model.documents import Data
from playbook.problems import Problem

NAME = "documents.json"
SOURCES = ("load", "model", "problems.py", "codes.py")


class Kept(NamedTuple):
    """What is known of one file: its dates, size and number on the disk, the hash of its bytes, and what was read."""

    stat: tuple[int, int, int, int]
    digest: str
    data: Data = None
    problems: tuple[Problem, ...] = ()


class Cached(Struct, frozen=True):
    """What was kept, when it was kept, and when this reading began; times are nanoseconds since 1970."""

    files: dict[str, Kept] = field(default_factory=dict)
    saved: int = 0
    now: int = field(default_factory=time.time_ns)

    def is_settled(self, kept: Kept) -> bool:
        """Whether the file had rested long enough when it was kept, so that the same dates mean the same bytes."""
        return max(kept.stat[:2]) + YOUNG < self.saved


def open_cache(folder: Path | None) -> Cached:
    """Return what was kept in a folder; nothing where it is missing, damaged or made by another version."""
    if folder is None:
        return Cached()
    kept = recall(folder / NAME, stamp(SOURCES))
    if kept is None:
        return Cached()
    return Cached({file: _kept(*row) for file, row in kept["files"].items()}, kept["saved"])


def save_cache(folder: Path | None, before: Cached, files: dict[str, Kept]) -> None:
    """Keep what was read, if anything changed; where the folder cannot be written, nothing is kept."""
    if folder is None or (len(files) == len(before.files) and all(before.files.get(file) is kept for file, kept in files.items())):
        return
    keep(folder / NAME, stamp(SOURCES), {"saved": before.now, "files": {file: tuple(kept) for file, kept in files.items()}})


def _kept(stat: list[int], digest: str, data: Data, problems: list[dict[str, Any]]) -> Kept:
    return Kept((stat[0], stat[1], stat[2], stat[3]), digest, data, convert(problems, tuple[Problem, ...]))


@once
def stamp(sources: tuple[str, ...]) -> str:
    """Return the hash of our own code that made something, and of the readers of YAML and, where texts were read, Markdown below it."""
    top = Path(playbook.__file__).parent
    paths = sorted(path for name in sources for path in ([top / name] if name.endswith(".py") else (top / name).rglob("*.py")))
    from yaml._yaml import get_version_string

    found = hashlib.sha256(f"{yaml.__version__} {get_version_string()}".encode())
    for reader in ("markdown_it", "mdit_py_plugins") if "text" in sources else ():
        found.update(_version(reader))
    for path in paths:
        found.update(path.read_bytes())
    return found.hexdigest()


def _version(package: str) -> bytes:
    """Return the first file of a package, in which its version stands: to ask for it by name costs more than to read all our own code."""
    found = find_spec(package)
    return Path(found.origin).read_bytes() if found and found.origin else b""
