"""The whole site in one step: complete the stage with links to what stays, then let both folders trade places."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from playbook.publish.exchange import exchange, settle
from playbook.publish.record import RECORD, Record, record_bytes
from playbook.publish.site import Site
from playbook.publish.stage import discard, lay


def swap(site: Site, stage: Path, record: Record, unchanged: Iterable[str]) -> bool:
    """Put the stage in the site's place, completed with the unchanged files, and delete the old tree.

    Returns False where this disk cannot exchange folders; then the site is as it was.
    """
    bring(site.folder, stage, unchanged)
    lay(stage, RECORD, record_bytes(record))
    if site.exists:
        shutil.copymode(site.folder, stage)
    settle(stage)  # before readers see it; what follows, disks keep in its order
    if not site.exists:
        os.rename(stage, site.folder)
    elif not exchange(stage, site.folder):
        return False
    if site.exists:
        discard(stage, site.folder)
    return True


def bring(source: Path, target: Path, paths: Iterable[str]) -> None:
    """Let the target hold the same files under the same paths: hard links, or copies where the disk knows no links."""
    made: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        if folder not in made:
            os.makedirs(os.path.join(target, folder), exist_ok=True)
            made.add(folder)
        _link(os.path.join(source, path), os.path.join(target, path))


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)
