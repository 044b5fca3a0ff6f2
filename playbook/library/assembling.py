"""From single entries to a Library."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from playbook.library.library import Library
from playbook.library.reviewed import Seen, changed_since
from playbook.model.agreement import Agreement
from playbook.model.documents import LibraryFile
from playbook.model.entries import Entry
from playbook.model.journey import Stage
from playbook.model.kinds import KINDS, SETTINGS_FILE, kind_of
from playbook.model.settings import Settings


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
