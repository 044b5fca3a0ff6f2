"""The schemas that lie in a library for its authors' editors."""

from __future__ import annotations

from pathlib import Path

from playbook.edit.changes import Change
from playbook.formats import editor_schemas
from playbook.library import Library


def schemas(library: Library, folder: Path) -> tuple[Change, ...]:
    """Return the changes that bring the schemas in a folder to the library as it is; files are named from that folder."""
    return tuple(Change(name, _there(folder / name), content) for name, content in editor_schemas(library).items())


def _there(file: Path) -> bytes | None:
    return file.read_bytes() if file.exists() else None
