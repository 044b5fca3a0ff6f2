"""From single entries to a Library."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from playbook.library.library import Edge, Library
from playbook.library.reviewed import Seen, changed_since
from playbook.model.agreement import Agreement
from playbook.model.documents import LibraryFile
from playbook.model.entries import Entry
from playbook.model.journey import Stage
from playbook.model.kinds import AGREEMENT, KINDS, SETTINGS_FILE, kind_of
from playbook.model.settings import Settings
from playbook.model.walk import values


def assemble(
    settings: Settings,
    entries: Iterable[Entry],
    agreement: Agreement | None = None,
    files: Iterable[LibraryFile] = (),
    reviews: Mapping[str, Seen] = MappingProxyType({}),
) -> Library:
    """Return the library of these entries. A team without stage files has the stages that its settings name.

    `reviews` says what was seen when an entry was reviewed, as `review_of` gives it.
    """
    by_kind: dict[str, dict[str, Entry]] = {name: {} for name in KINDS}
    for entry in sorted(entries, key=lambda entry: entry.id):
        by_kind[kind_of(entry).name][entry.id] = entry
    if not by_kind["stage"]:
        by_kind["stage"] = {stage.id: stage for stage in _named_stages(settings)}
    return Library(
        settings=settings,
        agreement=agreement,
        entries=by_kind,
        edges=tuple(_edges(settings, by_kind, agreement)),
        files={file.name: file for file in files},
        changed=changed_since(reviews, by_kind),
    )


def _named_stages(settings: Settings) -> Iterator[Stage]:
    """Make plain stages of the names in the project file: each leads to the next, the last is the goal."""
    ids = _ids(settings.stages)
    for order, (id_, name) in enumerate(zip(ids, settings.stages, strict=True), start=1):
        following = tuple(ids[order : order + 1])
        yield Stage(id=id_, file=SETTINGS_FILE, name=name, order=order, goes_to=following, outcome="open" if following else "won")


def _ids(names: Iterable[str]) -> list[str]:
    """Make an id of each name; one that is taken, or would be the page that lists the stages, gets its number."""
    ids: list[str] = []
    for number, name in enumerate(names, start=1):
        id_ = re.sub(r"\W+", "-", name.lower()).strip("-")
        ids.append(f"{id_}-{number}".strip("-") if id_ in {*ids, "index", ""} else id_)
    return ids


def _edges(settings: Settings, by_kind: dict[str, dict[str, Entry]], agreement: Agreement | None) -> Iterator[Edge]:
    for kind, entries in by_kind.items():
        for entry in entries.values():
            if entry.file != SETTINGS_FILE:
                yield from _references(entry, kind, entry.id, entry.file)
    if agreement is not None:
        yield from _references(agreement, AGREEMENT.name, agreement.id, agreement.file)
    yield from _references(settings, "settings", "", settings.file)


def _references(thing: Entry | Settings, kind: str, id_: str, file: str) -> Iterator[Edge]:
    for value in values(thing):
        if value.scalar.sort == "reference":
            yield Edge(kind, id_, file, value.path, value.scalar.of, value.value)
