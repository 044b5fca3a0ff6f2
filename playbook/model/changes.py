"""What changed since an earlier library, as pages show it. Plain frozen data."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.parts import Link


@dataclass(frozen=True)
class ChangedField:
    """A field that says something else: the labels on the way to it, and which of its words went and came, shortened."""

    labels: tuple[str, ...]
    gone: tuple[str, ...] = ()
    come: tuple[str, ...] = ()


@dataclass(frozen=True)
class ChangedEntry:
    """What happened to an entry: `sort` is "new", "changed", "retired" or "removed". `touches` are the personas and plays it bears on."""

    sort: str
    link: Link
    fields: tuple[ChangedField, ...] = ()
    touches: tuple[Link, ...] = ()
    replaced_by: Link | None = None


@dataclass(frozen=True)
class ChangedHere:
    """What changed on one page since `since`: the entry that the page is about, if it did, and others that bear on it."""

    since: str
    own: ChangedEntry | None = None
    others: tuple[ChangedEntry, ...] = ()


@dataclass(frozen=True)
class ChangesBody:
    """All that changed since `since`: under each sort the kinds with their entries."""

    since: str
    groups: tuple[tuple[str, tuple[tuple[str, tuple[ChangedEntry, ...]], ...]], ...] = ()
