"""Which library a command means, and which of its files."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from playbook.problems import UsageError

SETTINGS_FILE = "enablement.yaml"  # the model's word; the model is not loaded only to look for a file, and not after a bug


def nearest_library(folder: Path) -> Path | None:
    """Return the folder, or the nearest one above it, that holds a project file; None where there is none."""
    return next((each for each in (folder, *folder.parents) if (each / SETTINGS_FILE).is_file()), None)


def library_root(given: Path | None) -> Path:
    """Return the root of the library that is meant.

    Raises UsageError where there is no library.
    """
    if given is None:
        return _found_here(Path.cwd())
    if not (given / SETTINGS_FILE).is_file():
        raise UsageError(f"There is no {SETTINGS_FILE} in {given}.", "--library names the folder that holds it.")
    return given.resolve()


def _found_here(here: Path) -> Path:
    found = nearest_library(here)
    if found is None:
        raise UsageError(
            f"There is no library here: neither this folder nor one above it holds {SETTINGS_FILE}.",
            "Go to the library's folder, name it with --library, or start one with `playbook init`.",
        )
    return found


def inside(root: Path, paths: Iterable[Path]) -> tuple[str, ...]:
    """Return the paths as the library knows them: relative to its root, with forward slashes, "." for all of it.

    A path is meant from the current folder, or else from the library's root. Raises UsageError for one that is not there.
    """
    return tuple(_inside(root, path) for path in paths)


def _inside(root: Path, path: Path) -> str:
    from_here, from_root = Path.cwd() / path, root / path
    found = from_here if from_here.exists() else from_root
    if not found.exists():
        raise UsageError(f"There is no file or folder {path}.", "Paths are meant from this folder or from the library's.")
    if not found.resolve().is_relative_to(root):
        raise UsageError(f"{path} is not part of the library in {root}.", "Name its own library with --library.")
    return found.resolve().relative_to(root).as_posix()


def is_among(file: str, paths: Iterable[str]) -> bool:
    """Tell whether a file of the library is one of the paths, or lies below one."""
    return any(path in {".", file} or file.startswith(f"{path}/") for path in paths)


def shown(path: Path) -> str:
    """Return a path as a person in the current folder would write it."""
    relative = os.path.relpath(path)
    return str(path) if relative.startswith(f"..{os.sep}..") else relative
