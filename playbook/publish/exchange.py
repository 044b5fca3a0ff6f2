"""Two folders trade places in one step that no reader can see half of."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def can_exchange(site: Path) -> bool:
    """Tell whether an exchange may be tried: the system has it, the site is no mount point, and there is room beside it."""
    return _system_call("renameat2") is not None and not os.path.ismount(site) and os.access(site.parent, os.W_OK)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders trade names at once; returns False, with nothing changed, where this disk cannot."""
    rename = _system_call("renameat2")
    return rename is not None and rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0


def exchanges(folder: Path) -> bool:
    """Tell whether two folders in this one can trade places here: it is tried with two empty ones that go away again."""
    try:
        with TemporaryDirectory(dir=folder, prefix=".exchange-") as trial:
            one, other = Path(trial, "one"), Path(trial, "other")
            one.mkdir()
            other.mkdir()
            return can_exchange(one) and exchange(one, other)
    except OSError:
        return False


def settle(folder: Path) -> None:
    """Bring all that was written on the folder's disk to where a power cut does not lose it, where the system can."""
    sync = _system_call("syncfs")
    if sync:
        opened = os.open(folder, os.O_RDONLY)
        try:
            sync(opened)
        finally:
            os.close(opened)


def _system_call(name: str) -> Callable[..., int] | None:
    """Return a function of the C library that only Linux has, or None."""
    if sys.platform != "linux":
        return None
    import ctypes

    function: Any = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    return function  # type: ignore[no-any-return]
