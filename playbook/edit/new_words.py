"""Words of a vocabulary that a library has not declared yet: however they are spelt, each becomes one id with its label."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from playbook.edit.changes import Change
from playbook.edit.entry_file import opened
from playbook.edit.named import plain_id
from playbook.edit.rewriting import applied
from playbook.library import Library
from playbook.model.documents import Data
from playbook.model.walk import values


class Word(Struct, frozen=True):
    """A word of a vocabulary: its id, what readers see, and how a table spells it, the commonest first."""

    id: str
    label: str
    spellings: tuple[str, ...] = ()


Words = Mapping[str, Word]
"""The words of a vocabulary, each under what its spellings have in common."""


def plain(text: str) -> str:
    """Return what the spellings of a name have in common: "Battle cards" and "battlecard" are the same to a person."""
    words = re.findall(r"[^\W_]+", text.lower())
    if words:
        words[-1] = re.sub(r"(?<=\w{3})s$", "", re.sub(r"ies$", "y", words[-1]))
    return "".join(words)


def words_of(library: Library, vocabulary: str, texts: Iterable[str]) -> Words:
    """Return the words of a vocabulary without labels: those that entries have stay as they are, those of a table get an id."""
    used = {each.value for entry in library.all() for each in values(entry) if each.scalar.of == vocabulary}
    found = {plain(word): Word(word, word) for word in sorted(used)}
    alike: dict[str, Counter[str]] = {}
    for text in texts:
        alike.setdefault(plain(text), Counter())[text] += 1
    for key, counted in alike.items():
        spellings = tuple(text for text, _ in counted.most_common())
        if id_ := found[key].id if key in found else plain_id(spellings[0]):
            found[key] = Word(id_, spellings[0], spellings)
    return found


def declared(root: Path, file: str, words: Mapping[str, Words]) -> list[Change]:
    """Return the change that gives words their labels in the project file; raises PlaybookError where it cannot be written so."""
    before = opened(root, file, "settings", "")
    labels: dict[str, Data] = {name: {word.id: word.label for word in found.values()} for name, found in words.items() if found}
    data = before.data if isinstance(before.data, dict) else {}
    return [before.change_to(applied(before, {**data, **labels}))] if labels else []
