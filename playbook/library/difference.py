"""The difference of two libraries: what is new, what says something else, what is offered no more, and whom that touches."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from playbook.library.fields_changed import FieldChange, fields_changed
from playbook.library.library import Library
from playbook.library.versions import NOT_WORDS, own_version
from playbook.model.entries import Entry
from playbook.model.kinds import AGREEMENT, KINDS
from playbook.model.shapes import shape_of
from playbook.model.walk import values

Key = tuple[str, str]
"""The kind and the id of an entry."""
Sort = Literal["new", "changed", "retired", "removed"]
_CARRIED_ON = {"claim", "asset", "signal", "competitor"}
"""Who names one of these says what it says, and changes with it."""


class Change(Struct, frozen=True):
    """What happened to one entry, and the entries that it touches, itself among them.

    `fields` are given for what has changed only. That a claim says something else is told of the claim, which touches what quotes it.
    """

    sort: Sort
    kind: str
    id: str
    fields: tuple[FieldChange, ...]
    touches: frozenset[Key]


def difference(before: Library, now: Library) -> tuple[Change, ...]:
    """Return what happened between two libraries, kind by kind, by id.

    New is what is offered now and was not; retired what was and is kept with that word; removed what was and is there no more.
    """
    old, new = _by_key(before), _by_key(now)
    keys = sorted({*old, *new}, key=lambda key: ([*KINDS, AGREEMENT.name].index(key[0]), key[1]))
    return tuple(change for key in keys if (change := _change(key, old.get(key), new.get(key), before, now)))


def _by_key(library: Library) -> Mapping[Key, Entry]:
    found: dict[Key, Entry] = {(kind, id_): entry for kind, entries in library.entries.items() for id_, entry in entries.items()}
    return {**found, (AGREEMENT.name, library.agreement.id): library.agreement} if library.agreement else found


def _change(key: Key, old: Entry | None, new: Entry | None, before: Library, now: Library) -> Change | None:
    was, is_ = old is not None and old.is_live, new is not None and new.is_live
    if is_ and not was:
        return Change("new", *key, (), touched(now, *key))
    if was and not is_:
        return Change("retired" if new else "removed", *key, (), touched(before, *key))
    if old is None or new is None or not is_ or own_version(old) == own_version(new):
        return None
    fields = tuple(fields_changed(old, new, shape_of(type(new)), skip=NOT_WORDS))
    return Change("changed", *key, fields, touched(now, *key))


def touched(library: Library, kind: str, id_: str) -> frozenset[Key]:
    """Return what an entry touches: itself, what says what it says, and the personas that all these are for.

    An asset that only leads to another one, as what to send next or what to use instead, is not touched by it.
    """
    found = [(kind, id_)]
    for key in found:  # grows while it is walked
        if key[0] in _CARRIED_ON:
            users = dict.fromkeys((edge.source_kind, edge.source_id) for edge in library.used_by(*key))
            found += [user for user in users if user[0] in KINDS and user not in found and (user[0], key[0]) != ("asset", "asset")]
    entries = [library.get(*key) for key in found if key[0] != "persona"]
    people = {value.value for entry in entries if entry for value in values(entry) if value.scalar.of == "persona"}
    return frozenset(found) | {("persona", persona) for persona in people}
