"""The stage: a hidden folder where new files are laid out until all of them are there."""

from __future__ import annotations

import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from playbook.problems import UsageError
from playbook.publish.record import Record, read_record
from playbook.publish.site import scan

INNER = ".playbook-new"


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """Make the folder, and take it away when the block ends, whatever it holds by then."""
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def beside(site: Path) -> Path:
    """Return a new name beside the site, on the same disk, that `sweep` knows as ours."""
    return site.with_name(f".{site.name}.new-{secrets.token_hex(4)}")


def lay(stage: Path, path: str, content: bytes) -> None:
    """Write one new file into the stage."""
    target = os.path.join(stage, path)
    try:
        _write(target, content)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        _write(target, content)


def sweep(site: Path) -> None:
    """Take away what killed builds left beside the site and in it; what is a link leads elsewhere, where we never were."""
    if site.is_symlink():
        return
    ours = re.compile(rf"\.{re.escape(site.name)}\.new-[0-9a-f]{{8}}")
    for name in sorted(os.listdir(site.parent)):
        if ours.fullmatch(name):
            discard(site.with_name(name), site)
    shutil.rmtree(site / INNER, ignore_errors=True)


def discard(tree: Path, site: Path) -> None:
    """Delete a tree that the site does not need, but first move over what a stranger laid into it during the exchange.

    A tree without a record is half a stage: all of its files are made again, or are links to those in the site.
    """
    with suppress(UsageError):  # a record cut short by the kill
        record = read_record(tree)
        if record and site.is_dir():
            _rescue(tree, site, record)
    shutil.rmtree(tree, ignore_errors=True)


def _rescue(tree: Path, site: Path, record: Record) -> None:
    for path, _ in list(scan(tree)):
        if path not in record.files and not os.path.lexists(site / path):
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            os.rename(tree / path, site / path)


def _write(target: str, content: bytes) -> None:
    with open(target, "xb") as file:
        file.write(content)
