"""What changed since an earlier library, as pages show it. Plain frozen data."""

from __future__ import annotations

from msgspec import Struct

from playbook.model.parts import Link


class ChangedField(Struct, frozen=True):
    """A field that says something else: the labels on the way to it, and which of its words went and came, shortened."""

    labels: tuple[str, ...]
    gone: tuple[str, ...] = ()
    come: tuple[str, ...] = ()


class ChangedEntry(Struct, frozen=True):
    """What happened to an entry: `sort` is "new", "changed", "retired" or "removed". `touches` are the personas and plays it bears on."""

    sort: str
    link: Link
    fields: tuple[ChangedField, ...] = ()
    touches: tuple[Link, ...] = ()
    replaced_by: Link | None = None


class ChangedHere(Struct, frozen=True):
    """What changed on one page since `since`: the entry that the page is about, if it did, and others that bear on it."""

    since: str
    own: ChangedEntry | None = None
    others: tuple[ChangedEntry, ...] = ()


class ChangesBody(Struct, frozen=True):
    """All that changed since `since`: under each sort the kinds with their entries."""

    since: str
    groups: tuple[tuple[str, tuple[tuple[str, tuple[ChangedEntry, ...]], ...]], ...] = ()
