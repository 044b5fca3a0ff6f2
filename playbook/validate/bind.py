"""Documents → settings, agreement and entries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from playbook.model.agreement import Agreement
from playbook.model.documents import Data, Document
from playbook.model.entries import Entry
from playbook.model.kinds import KINDS
from playbook.model.settings import Settings
from playbook.problems import Problem
from playbook.validate.levels import leveled
from playbook.validate.plans import usable
from playbook.validate.reading import Reading
from playbook.validate.shaped import build

_REVIEW_AGAIN = "Take the line out, and read the entry through. If it is true, write so with `playbook review`."

_SAFE = {"status": "draft", "audience": "internal"}
"""What counts where these cannot be read."""
_HOLDING = frozenset({"persona", "stage"})
"""What other entries hang on: where its file cannot be read its name stays. Others are kept from reps until they can be read."""


class Bound(Struct, frozen=True):
    """What the documents of a library say, as far as it could be read, and what is wrong with them."""

    settings: Settings
    agreement: Agreement | None
    entries: tuple[Entry, ...]
    reviews: Mapping[str, Mapping[str, str]]
    problems: tuple[Problem, ...]


def bind(documents: Sequence[Document]) -> Bound:
    """Return what the documents say. Nothing stops it: a mistake is a problem, and its entry is built with the gap."""
    readings = [Reading(document) for document in documents]
    built = [_built(reading) for reading in readings]
    settings = next((thing for thing in built if isinstance(thing, Settings)), Settings())
    agreement = next((thing for thing in built if isinstance(thing, Agreement)), None)
    entries = tuple(thing for thing in built if isinstance(thing, Entry) and not isinstance(thing, Agreement))
    reviews = next((thing for thing in built if isinstance(thing, dict)), {})
    problems = [found for reading in readings for found in reading.problems]
    return Bound(settings, agreement, entries, reviews, leveled(problems, settings))


def _built(reading: Reading) -> Settings | Entry | dict[str, Mapping[str, str]]:
    """Return the value that a document stands for."""
    document = reading.document
    if document.kind == "settings":
        settings = build(Settings, document.data, reading, file=document.file)
        return replace(settings, playbooks=usable(settings.playbooks, reading))
    if document.kind == "agreement":
        return build(Agreement, document.data, reading, id=document.id, file=document.file)
    if document.kind in KINDS:
        if document.data is None and document.kind not in _HOLDING:
            return KINDS[document.kind].of(id=document.id, file=document.file, status="draft")
        entry = build(KINDS[document.kind].of, document.data, reading, id=document.id, file=document.file)
        doubted: dict[str, Any] = {name: safe for name, safe in _SAFE.items() if _is_in_doubt(name, reading)}
        return replace(entry, **doubted) if doubted else entry
    return _reviews(document.data, reading)


def _is_in_doubt(name: str, reading: Reading) -> bool:
    """Whether an entry says in a field what cannot be read, or under a misspelt name: who meant a draft must not find it published."""
    return any(found.field == (name,) or (len(found.field) == 1 and found.suggestion == name) for found in reading.problems)


def _reviews(data: Data, reading: Reading) -> dict[str, Mapping[str, str]]:
    """Return what was seen when each entry was reviewed; a line that the program has not written so is reported."""
    found: dict[str, Mapping[str, str]] = {}
    for key, seen in data.items() if isinstance(data, dict) else ():
        if isinstance(seen, dict) and all(isinstance(each, str) for each in seen.values()):
            found[key] = {name: str(each) for name, each in seen.items()}
        else:
            reading.report("PB223", (key,), why=f'Under "{key}" stands no list of what a review has seen.', part=key, remedy=_REVIEW_AGAIN)
    return found
