"""An entry's version: eight characters that change when its words change, or those of a claim that it quotes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from playbook.library.library import Library
from playbook.model.entries import Entry
from playbook.model.knowledge import Claim
from playbook.model.walk import values

NOT_WORDS = {"owner", "status", "reviewed", "review_every", "approved_by", "notes", "silence"}
"""What says how far an entry is, and not what it says."""


def own_version(entry: Entry) -> str:
    """Return the version of an entry's own words, whatever the entries it names say."""
    return _hash(f"{value.path}={value.value}" for value in values(entry) if value.path[0] not in NOT_WORDS)


def version(library: Library, entry: Entry) -> str:
    """Return the version of an entry: the start of the hash of its fields and of the claims it names."""
    return library.once("version", entry, lambda: _hash(_words(library, entry)))


def version_of_words(words: Iterable[str]) -> str:
    """Return the version of what is no entry: the start of the hash of its words in their order."""
    return _hash(words)


def version_of_all(library: Library, entries: tuple[Entry, ...]) -> str:
    """Return one version over several entries."""
    return _hash(version(library, entry) for entry in entries)


def _words(library: Library, entry: Entry) -> list[str]:
    words = []
    for value in library.values(entry):
        if value.path[0] not in NOT_WORDS:
            words.append(f"{value.path}={value.value}")
            claim = library.get("claim", value.value) if value.scalar.of == "claim" else None
            if isinstance(claim, Claim):
                words.append(claim.text)
    return words


def _hash(words: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(words).encode()).hexdigest()[:8]
