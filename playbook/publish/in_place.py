"""File by file, where folders cannot trade places: new files first, pruned ones last, and a record that is true at each step."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path

from playbook.publish.exchange import settle
from playbook.publish.paths import parents
from playbook.publish.record import RECORD, Entry, Record, record_bytes
from playbook.publish.site import Site


def replace_files(site: Site, stage: Path, record: Record, written: Collection[str]) -> None:
    """Move the written files from the stage into the site one by one, and prune; the stage lies on the site's own disk.

    Killed anywhere, the record names every file of ours and vouches for none that was being changed.
    """
    settle(stage)
    pruned = sorted(site.record.files.keys() - record.files.keys())
    _put_record(site.folder, stage, _while_it_lasts(site.record, record, written))
    _prune(site.folder, _in_the_way(pruned, written))
    for path in written:
        _move(stage / path, site.folder / path)
    _prune(site.folder, pruned)
    _put_record(site.folder, stage, record)


def _move(source: Path, target: Path) -> None:
    if _is_folder(target):
        os.rmdir(target)  # left empty by somebody; one that holds files was refused before
    target.parent.mkdir(parents=True, exist_ok=True)
    os.replace(source, target)


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _while_it_lasts(old: Record, new: Record, written: Collection[str]) -> Record:
    """Return the record for the time in between: all old and new files are ours, but nobody vouches for those in flux."""
    flux = [*written, *(old.files.keys() - new.files.keys())]
    return Record(old.stamp, {**old.files, **{path: Entry("") for path in flux}})


def _put_record(site: Path, stage: Path, record: Record) -> None:
    with open(stage / RECORD, "wb") as file:
        file.write(record_bytes(record))
        file.flush()
        os.fsync(file.fileno())
    os.replace(stage / RECORD, site / RECORD)


def _in_the_way(pruned: Iterable[str], written: Collection[str]) -> list[str]:
    """Return the old files that stand where a new folder must go, or lie in a folder where a new file must go."""
    folders = {parent for path in written for parent in parents(path)}
    return [path for path in pruned if path in folders or any(parent in written for parent in parents(path))]


def _prune(site: Path, paths: Iterable[str]) -> None:
    """Remove the files, and the folders that they leave empty; where a folder has become a link, what is behind it is not ours."""
    real = os.path.realpath(site)
    for path in paths:
        if os.path.realpath((site / path).parent) != os.path.dirname(os.path.join(real, path)):
            continue
        if not _is_folder(site / path) and os.path.lexists(site / path):
            os.remove(site / path)
        for parent in parents(path):
            with suppress(OSError):
                os.rmdir(site / parent)
