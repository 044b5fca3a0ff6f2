"""What an author may choose from: the library's own ids, the team's words, the words of the program."""

from __future__ import annotations

from collections.abc import Mapping

from playbook.library.library import Library
from playbook.model.shapes import Scalar


def offered(item: Scalar, library: Library) -> Mapping[str, str]:
    """Return the ids or words that a value is one of, each with what readers see; nothing where it may be anything."""
    if item.sort == "reference":
        return {id_: entry.title_text for id_, entry in library.entries[item.of].items()}
    if item.sort == "vocabulary":
        labels: Mapping[str, str] = getattr(library.settings, item.of)
        return labels
    return dict.fromkeys(item.of.split(), "") if item.sort == "choice" else {}
