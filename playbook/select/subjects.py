"""Which entry a page is about."""

from __future__ import annotations

from urllib.parse import unquote

from playbook.library import Library
from playbook.model.entries import Entry
from playbook.select.addresses import FOLDERS


def subject(library: Library, path: str) -> tuple[str, Entry] | None:
    """Return the kind and the entry that a page, or the PDF beside it, is about; None for lists and collections."""
    folder, _, name = unquote(path).partition("/")
    kind = next((kind for kind, known in FOLDERS.items() if known == folder), "")
    entry = library.get(kind, name.rpartition(".")[0]) if kind else None
    return (kind, entry) if entry else None
