"""The names of entries in plain words."""

from __future__ import annotations

from playbook.model.entries import Entry
from playbook.text.words import plain


def title_of(entry: Entry) -> str:
    """Return an entry's name in plain words: a claim or a sentence of the buyer's is Markdown, and a heading is not."""
    return entry.title_text if hasattr(entry, "title") or hasattr(entry, "name") else plain(entry.title_text) or entry.id
