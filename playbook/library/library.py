"""The Library: entries by kind and id, the references between them, and the journeys."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

from msgspec import Struct, field

from playbook.model.agreement import Agreement
from playbook.model.documents import LibraryFile
from playbook.model.entries import Entry
from playbook.model.journey import Stage
from playbook.model.kinds import AGREEMENT, KINDS, SETTINGS_FILE
from playbook.model.settings import Settings
from playbook.model.walk import Value, values
from playbook.problems import FieldPath

FIRST_JOURNEY = "buying"
E = TypeVar("E", bound=Entry)
T = TypeVar("T")


class Edge(Struct, frozen=True):
    """A reference: the entry and field it stands in, and the entry it names (which need not exist)."""

    source_kind: str
    source_id: str
    file: str
    field: FieldPath
    kind: str
    id: str


class Library(Struct, frozen=True, dict=True):
    """All entries of a library. `entries` holds a mapping for every kind.

    `changed` holds the reviewed entries for which something is not as their review saw it: "kind/id" → what is not, as "kind/id".
    """

    settings: Settings
    agreement: Agreement | None
    entries: Mapping[str, Mapping[str, Entry]]
    files: Mapping[str, LibraryFile]
    changed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, kind: type[E]) -> tuple[E, ...]:
        """Return the entries of one class, by id."""
        name = next(known.name for known in KINDS.values() if known.of is kind)
        return tuple(entry for entry in self.entries[name].values() if isinstance(entry, kind))

    def get(self, kind: str, id: str) -> Entry | None:  # noqa: A002 - the field's own word for it
        """Return an entry, or None where there is none of that kind and id."""
        return self.entries[kind].get(id) if kind in self.entries else None

    def all(self) -> Iterator[Entry]:
        """Yield every entry, kind by kind, by id."""
        for entries in self.entries.values():
            yield from entries.values()

    def once(self, what: str, thing: object, make: Callable[[], T]) -> T:
        """Return what was made of a thing before, or make it: a library does not change, so nothing need be made of it twice.

        Many pages show the same entries. `thing` is known by its identity and kept, so that no other thing can take its place.
        """
        key = (what, id(thing))
        if key not in self._made:
            self._made[key] = (thing, make())
        made: T = self._made[key][1]
        return made

    def values(self, thing: Entry | Settings) -> list[Value]:
        """Return every single value of an entry, or of the settings, as `walk.values` does; they are walked once, however many ask."""
        return self.once("values", thing, lambda: values(thing))

    def used_by(self, kind: str, id: str) -> tuple[Edge, ...]:  # noqa: A002 - the field's own word for it
        """Return the references that name this entry."""
        return self._users.get((kind, id), ())

    @cached_property
    def _made(self) -> dict[tuple[str, int], tuple[object, Any]]:
        return {}

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """Every reference, kind by kind, in the order of its entry; then those of the agreement and of the project file."""
        return tuple(self._references())

    def _references(self) -> Iterator[Edge]:
        for kind, entries in self.entries.items():
            for entry in entries.values():
                if entry.file != SETTINGS_FILE:
                    yield from self._references_of(entry, kind, entry.id)
        if self.agreement is not None:
            yield from self._references_of(self.agreement, AGREEMENT.name, self.agreement.id)
        yield from self._references_of(self.settings, "settings", "")

    def _references_of(self, thing: Entry | Settings, kind: str, id_: str) -> Iterator[Edge]:
        for value in self.values(thing):
            if value.scalar.sort == "reference":
                yield Edge(kind, id_, thing.file, value.path, value.scalar.of, value.value)

    @cached_property
    def journeys(self) -> Mapping[str, tuple[Stage, ...]]:
        """The stages of each journey in their order; "buying" comes first, then by name."""
        found: dict[str, list[Stage]] = {}
        for stage in self.of(Stage):
            found.setdefault(stage.journey, []).append(stage)
        names = sorted(found, key=lambda name: (name != FIRST_JOURNEY, name))
        return {name: tuple(sorted(found[name], key=_by_order)) for name in names}

    @cached_property
    def _users(self) -> Mapping[tuple[str, str], tuple[Edge, ...]]:
        found: dict[tuple[str, str], list[Edge]] = {}
        for edge in self.edges:
            found.setdefault((edge.kind, edge.id), []).append(edge)
        return {target: tuple(edges) for target, edges in found.items()}


def _by_order(stage: Stage) -> tuple[bool, int, str]:
    """Stages without an order come last."""
    return stage.order is None, stage.order or 0, stage.id
