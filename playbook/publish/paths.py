"""Which paths a site may have: relative, clean, and one file each on every kind of disk."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from playbook.problems import PlaybookError

OWN_NAMES = frozenset({".playbook.json", ".playbook-new"})
_CLEAN = re.compile(r"(?:(?!\.{1,2}(?:/|\Z))[^/\\\x00-\x1f]+(?:/(?!\Z)|\Z))+")


def check_paths(paths: Iterable[str]) -> None:
    """Raise PlaybookError for the first path that leaves the site, is ours or Git's, or meets another on some disk."""
    files: set[str] = set()
    spelled: dict[str, str] = {}
    for path in paths:
        _check_alone(path)
        if path in files:
            raise PlaybookError(f"Two pages would be written to the same file: {path}.", "Give one of them another id.")
        files.add(path)
        for part in (path, *parents(path)):
            _check_spelling(spelled, part)
    for path in files:
        for parent in parents(path):
            if parent in files:
                raise PlaybookError(f"{parent} would be a file, and a folder for {path}.", "Give one of them another id.")


def parents(path: str) -> Iterator[str]:
    """Give the folders that hold the path, innermost first, without the site itself."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def _check_alone(path: str) -> None:
    if not _CLEAN.fullmatch(path) or path.partition("/")[0] in OWN_NAMES or ".git" in path.split("/"):
        raise PlaybookError(f"No file of the site can be called {path!r}.", "Give the entry another id.")


def _check_spelling(spelled: dict[str, str], path: str) -> None:
    """Remember how the path is spelled; many disks take two spellings that differ only in case or accents' form as one file."""
    folded = path.casefold() if path.isascii() else unicodedata.normalize("NFC", path).casefold()
    other = spelled.setdefault(folded, path)
    if other != path:
        raise PlaybookError(f"{other} and {path} are the same file on many disks.", "Give one of them another id.")
