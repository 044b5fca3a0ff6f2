"""One build at a time: a lock that the system lets go of when its owner ends, however it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from playbook.problems import UsageError


@contextmanager
def locked(lock: Path, site: Path) -> Iterator[None]:
    """Hold the lock file while the block runs, and leave no file behind; raises UsageError where another build holds it."""
    held = _take(lock)
    if held is None:
        raise UsageError(f"Another build is writing {site} right now.", "Wait until it ends, or stop it, and try again.")
    try:
        yield
    finally:
        with suppress(OSError):
            lock.unlink()
        os.close(held)


def _take(lock: Path) -> int | None:
    """Return the open lock file, or None where somebody holds it."""
    while True:
        opened = os.open(lock, os.O_RDWR | os.O_CREAT, 0o666)
        if not _seize(opened):
            os.close(opened)
            return None
        if _still_there(lock, opened):
            return opened
        os.close(opened)


def _still_there(lock: Path, opened: int) -> bool:
    """Tell whether the opened file is the one others would open: its last owner may have removed it in between."""
    try:
        return os.path.samestat(os.stat(lock), os.fstat(opened))
    except FileNotFoundError:
        return False


def _seize(opened: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(opened, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
