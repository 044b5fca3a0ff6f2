"""Changes to files of a library: shown as a diff first, then all of them written, or none."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from difflib import unified_diff
from pathlib import Path

from msgspec import Struct

from playbook.problems import MachineError, PlaybookError


class Change(Struct, frozen=True):
    """A file, its path from the library's root, as it is and as it will be; None where there is no such file."""

    file: str
    before: bytes | None
    after: bytes | None


def diffs(changes: Sequence[Change]) -> Iterator[list[str]]:
    """Yield the lines of each change in the form that everybody knows from git; a file that only gets another name is one change."""
    gone = [change for change in changes if change.after is None]
    new = [change for change in changes if change.before is None]
    if len(gone) == len(new) == 1:
        yield _diff(gone[0].file, gone[0].before, new[0].file, new[0].after)
    for change in changes:
        if len(gone) != 1 or len(new) != 1 or (change not in gone and change not in new):
            yield _diff(change.file, change.before, change.file, change.after)


def _diff(old: str, before: bytes | None, new: str, after: bytes | None) -> list[str]:
    names = "(no file)" if before is None else old, "(no file)" if after is None else new
    found = [*unified_diff(_lines(before), _lines(after), *names, n=2, lineterm="")]
    return found or [f"--- {names[0]}", f"+++ {names[1]}"]


def write(root: Path, changes: Iterable[Change]) -> None:
    """Write all changes, or none of them: whatever stops the writing, what was written by then is put back.

    Raises PlaybookError where a file is no longer as it was read, MachineError where the disk refuses.
    """
    wanted = [change for change in changes if change.before != change.after]
    for change in wanted:
        if _bytes_of(root / change.file) != change.before:
            raise PlaybookError(f"{change.file} has been changed by somebody else meanwhile.", "Nothing was written. Try again.")
    try:
        _write(root, wanted)
    except OSError as refused:
        raise MachineError(f"The files could not be written: {refused.strerror or refused}.", "All of them are as they were.") from refused


def _write(root: Path, changes: Sequence[Change]) -> None:
    """Write everything beside its place first, so that only renaming is left when the first file changes."""
    with ExitStack() as fresh, ExitStack() as undo:
        ready = [(change, _beside(root / change.file, change.after, fresh)) for change in changes if change.after is not None]
        for change, written in ready:
            undo.callback(_put_back, root, change)
            written.replace((root / change.file).resolve())
        for change in (change for change in changes if change.after is None):
            undo.callback(_put_back, root, change)
            (root / change.file).unlink()
        undo.pop_all()


def _beside(file: Path, content: bytes, until: ExitStack) -> Path:
    """Write a content into a hidden file in the folder of a file, with its rights; it is there `until` then, or until it is renamed."""
    real = file.resolve()
    real.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{real.name}.", dir=real.parent)
    written = Path(name)
    until.callback(written.unlink, missing_ok=True)
    with os.fdopen(handle, "wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    _take_rights(real, written)
    return written


def _take_rights(file: Path, fresh: Path) -> None:
    """Give a new file the rights of the one it replaces, or those that any new file of this person has."""
    if file.exists():
        shutil.copymode(file, fresh)
        return
    mask = os.umask(0)
    os.umask(mask)
    fresh.chmod(0o666 & ~mask)


def _put_back(root: Path, change: Change) -> None:
    """Bring a file back to what it was."""
    file = root / change.file
    if change.before is None:
        file.unlink(missing_ok=True)
    elif _bytes_of(file) != change.before:
        with ExitStack() as fresh:
            _beside(file, change.before, fresh).replace(file.resolve())


def _bytes_of(file: Path) -> bytes | None:
    return file.read_bytes() if file.exists() else None


def _lines(content: bytes | None) -> list[str]:
    return (content or b"").decode("utf-8", "replace").splitlines()
