"""An earlier state of the library, from the git repository that it lies in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from playbook.model.kinds import FILES_FOLDER, SETTINGS_FILE
from playbook.problems import MachineError, UsageError

if TYPE_CHECKING:
    import subprocess


class State(Struct, frozen=True):
    """The library as it was: the folder in which it lies for now, and what people call that state."""

    root: Path
    name: str


@contextmanager
def at_revision(root: Path, revision: str) -> Iterator[State]:
    """Lay out the library in `root` as it was at a revision of its repository; what was laid out goes away again at the end.

    Raises UsageError where there is no repository, no such revision, or no library at it; MachineError where there is no git.
    """
    import io
    import tempfile
    import zipfile

    commit = _commit(root, revision)
    written = _git(root, "archive", "--format=zip", commit, "--", ".", f":(exclude){FILES_FOLDER}")
    with tempfile.TemporaryDirectory(prefix="playbook-") as folder:
        if written.returncode == 0:
            zipfile.ZipFile(io.BytesIO(written.stdout)).extractall(folder)  # a link in it becomes a file of words, and leads nowhere
        if not Path(folder, SETTINGS_FILE).is_file():
            raise UsageError(f"At {revision} there was no {SETTINGS_FILE} here.", "Name a revision at which the library was here.")
        yield State(Path(folder), _name(root, revision, commit))


def _commit(root: Path, revision: str) -> str:
    if _git(root, "rev-parse", "--git-dir").returncode:
        raise UsageError(
            f'"{revision}" is no folder with a library.json, and the library lies in no git repository.',
            "Name the folder of an earlier site, or its library.json.",
        )
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found.returncode:
        raise UsageError(
            f'"{revision}" is neither a folder with a library.json nor a revision of the library\'s repository.',
            "Name an earlier site, or a tag, a branch or a commit; a shallow clone knows the last commit only, so fetch the whole history.",
        )
    return found.stdout.decode().strip()


def _name(root: Path, revision: str, commit: str) -> str:
    """The day of the commit, with the revision as it was named; of a whole hash the first signs."""
    day = _git(root, "show", "--no-patch", "--format=%cs", commit).stdout.decode().strip()
    return f"{day} ({revision[:8] if commit.startswith(revision) else revision})"


def _git(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    import subprocess

    try:
        return subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)  # noqa: S607  git is wherever the PATH has it
    except OSError as missing:
        raise MachineError("git is not installed here.", "Install it, or name the folder of an earlier site.") from missing
