"""Documents → settings, agreement and entries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from playbook.model.agreement import Agreement
from playbook.model.documents import Document
from playbook.model.entries import Entry
from playbook.model.kinds import KINDS
from playbook.model.settings import Settings
from playbook.problems import Problem
from playbook.validate.levels import leveled
from playbook.validate.plans import usable
from playbook.validate.reading import Reading
from playbook.validate.shaped import build, free


@dataclass(frozen=True)
class Bound:
    """What the documents of a library say, as far as it could be read, and what is wrong with them."""

    settings: Settings
    agreement: Agreement | None
    entries: tuple[Entry, ...]
    reviews: Mapping[str, Any]
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


def _built(reading: Reading) -> Settings | Entry | dict[str, Any] | None:
    """Return the value that a document stands for; the reviews are kept as plain data."""
    document = reading.document
    if document.kind == "settings":
        settings = build(Settings, document.data, reading, file=document.file)
        return replace(settings, playbooks=usable(settings.playbooks, reading))
    if document.kind == "agreement":
        return build(Agreement, document.data, reading, id=document.id, file=document.file)
    if document.kind in KINDS:
        return build(KINDS[document.kind].of, document.data, reading, id=document.id, file=document.file)
    return free(document.data) if isinstance(document.data, dict) else None
