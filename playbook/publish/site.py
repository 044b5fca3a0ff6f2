"""The site as it lies on disk before a build, and the refusal of folders that are not ours to write."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct, field

from playbook.problems import UsageError
from playbook.publish.paths import OWN_NAMES
from playbook.publish.record import Record, read_record


class Site(Struct, frozen=True):
    """A folder and what it holds: files and links by relative path with their stat, the record, and who put which there.

    `seen` is when the look began, in nanoseconds: whatever changed later may not show.
    """

    folder: Path
    exists: bool = False
    files: Mapping[str, os.stat_result] = field(default_factory=dict)
    record: Record = field(default_factory=Record)
    seen: int = 0

    def strangers(self) -> list[str]:
        """Return the paths that no build of ours wrote."""
        return [path for path in self.files if path not in self.record.files]


def look(folder: Path) -> Site:
    """Return what lies in the folder; raises UsageError where it is no folder, or somebody else's."""
    if folder.is_symlink():
        raise UsageError(f"{folder} is a link to another place, and a build would replace it.", "Name the folder itself with --out.")
    if not folder.exists():
        return Site(folder)
    if not folder.is_dir():
        raise UsageError(f"{folder} is a file; the site needs a folder.", "Name another folder with --out.")
    seen = time.time_ns()
    files = dict(scan(folder))
    record = read_record(folder)
    if record is None and not _harmless(files):
        raise UsageError(
            f"{folder} holds files that no build of ours wrote, so it is left alone.",
            "Name an empty or a new folder with --out, or empty this one yourself.",
        )
    return Site(folder, True, files, record or Record(), seen)


def scan(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Give each file and link under the folder, our own notes left out; raises UsageError where Git keeps a project there."""
    for path, entry in _walk(str(folder), ""):
        if entry.name == ".git":
            raise UsageError(
                f"{folder} holds a Git project ({path}), and a build would replace it.",
                "Name another folder with --out, and copy the site from there.",
            )
        if not entry.is_dir(follow_symlinks=False):
            yield path, entry.stat(follow_symlinks=False)


def _walk(folder: str, prefix: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if not prefix and entry.name in OWN_NAMES:
                continue
            yield prefix + entry.name, entry
            if entry.is_dir(follow_symlinks=False) and entry.name != ".git":
                yield from _walk(entry.path, f"{prefix}{entry.name}/")


def _harmless(files: Mapping[str, os.stat_result]) -> bool:
    """Tell whether there is nothing but hidden files at the top, such as .nojekyll, .gitkeep or .DS_Store."""
    return all(path.startswith(".") and "/" not in path for path in files)
