"""What a disk refuses, said in two sentences."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playbook.problems import MachineError

_KEPT = "The site you had is still there."
_REMEDIES = {
    errno.ENOSPC: f"The disk is full: free some space and build again. {_KEPT}",
    errno.EDQUOT: f"Your share of the disk is used up: free some space and build again. {_KEPT}",
    errno.EACCES: f"You may not write there: ask its owner, or name another folder with --out. {_KEPT}",
    errno.EPERM: f"You may not write there: ask its owner, or name another folder with --out. {_KEPT}",
    errno.EROFS: f"That disk can only be read: name another folder with --out. {_KEPT}",
}


@contextmanager
def explained(site: Path) -> Iterator[None]:
    """Turn what the disk refuses while the block runs into a MachineError."""
    try:
        yield
    except OSError as error:
        what = f"The site {site} could not be written: {error.strerror or error} ({error.filename or site})."
        raise MachineError(what, _REMEDIES.get(error.errno or 0, f"Name another folder with --out. {_KEPT}")) from error
