"""The SHA-256 of the files that lie in the site, without reading again those that nobody touched.

What was hashed is remembered outside the site by size, time and inode, so that the site itself holds no times. This is a cache only:
lost or stale, it costs a second of hashing and never a wrong answer.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from playbook.publish.record import Entry
from playbook.publish.site import Site

_YOUNG = 2_000_000_000
"""Nanoseconds: a file this young when it was remembered may change again without its time changing on a coarse clock."""

Known = dict[str, list[int | str]]


def intact(site: Site, known: Known) -> tuple[set[str], bool]:
    """Return the recorded paths whose file still holds the bytes that the record names, and whether any had to be read for that."""
    lying = [(path, entry) for path, entry in site.record.files.items() if path in site.files]
    untouched = {path for path, entry in lying if known.get(path) == [*_touch(site.files[path]), entry.sha256]}
    read = {path for path, entry in lying if path not in untouched and _holds(site, path, entry)}
    return untouched | read, bool(read)


def recall(notes: Path) -> Known:
    """Return what was remembered: path → size, mtime, inode and SHA-256; nothing where the notes are missing or unreadable."""
    try:
        raw = json.loads(notes.read_bytes())
        saved: int = raw["saved"]
        return {path: note for path, note in raw["files"].items() if note[1] < saved - _YOUNG}
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError):
        return {}


def remember(notes: Path, site: Site, holding: Mapping[str, Entry]) -> None:
    """Write down the stat of each file that holds what its entry says, if the disk lets us; `site` was looked at after its last change."""
    files = {path: [*_touch(site.files[path]), entry.sha256] for path, entry in holding.items() if path in site.files}
    draft = notes.with_suffix(".draft")
    with suppress(OSError):
        notes.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps({"saved": site.seen, "files": files}), encoding="utf-8", errors="surrogateescape")
        draft.replace(notes)


def sha256(content: bytes) -> str:
    """Return the SHA-256 as 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def _touch(found: os.stat_result) -> tuple[int, int, int]:
    return found.st_size, found.st_mtime_ns, found.st_ino


def _holds(site: Site, path: str, entry: Entry) -> bool:
    found = site.files[path]
    if found.st_size != entry.size or not stat.S_ISREG(found.st_mode):
        return False
    try:
        return sha256((site.folder / path).read_bytes()) == entry.sha256
    except OSError:
        return False
