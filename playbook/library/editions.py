"""Editions: what an audience may not see is taken out of the library before any page is thought of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from msgspec.structs import replace

from playbook.library.assembling import assemble
from playbook.library.library import Library
from playbook.model.content import Asset
from playbook.model.entries import Entry
from playbook.model.gaps import is_gap
from playbook.model.kinds import SETTINGS_FILE, kind_of
from playbook.model.plays import Play
from playbook.model.settings import Settings
from playbook.model.shapes import EDITIONS, Audience, Declared, Field, Group, Many, Scalar, Shape, Table, default_of, shape_of
from playbook.model.walk import values

Hidden = frozenset[tuple[str, str]]
T = TypeVar("T", bound=Declared)


def visible(library: Library, edition: str) -> Library:
    """Return the library as an edition shows it: drafts, entries and fields above its audience are absent; so is to buyers what is retired.

    A reference to something that is absent is taken out too; one that never led anywhere stays, to be shown as words.
    A text that says only TODO or the like is left out as if nothing stood there.
    """
    limit = EDITIONS[edition]
    away = _away(library, limit)
    shown = [_for_somebody(entry, away) for entry in shown_entries(library, edition)]
    hidden = frozenset(map(_key, library.all())) - set(map(_key, shown))
    agreement = library.agreement if library.agreement and _stays(library.agreement, limit) else None
    plans = tuple(plan for plan in library.settings.playbooks if not _is_for_nobody(plan, away))
    settings = cut(replace(library.settings, playbooks=plans), limit, hidden)
    entries = [cut(entry, limit, hidden) for entry in shown]
    if limit == Audience.EXTERNAL:  # to a buyer it is no "sales playbook"
        settings = replace(settings, name=settings.company or settings.name)
    if limit < Audience.INTERNAL:
        settings, entries = _used_labels(settings, entries), [_numbered(entry) for entry in entries]
    cut_down = assemble(settings, entries, cut(agreement, limit, hidden) if agreement else None, library.files.values())
    return replace(cut_down, changed=library.changed)  # found in whole entries, not in what an edition leaves of them


def shown_entries(library: Library, edition: str) -> list[Entry]:
    """Return the entries that an edition shows something of, still whole."""
    limit = EDITIONS[edition]
    away = _away(library, limit)
    return [entry for entry in library.all() if _stays(entry, limit) and not _is_for_nobody(entry, away)]


def _away(library: Library, limit: Audience) -> Hidden:
    return frozenset(_key(entry) for entry in library.all() if _is_away(entry, limit))


def _is_away(entry: Entry, limit: Audience) -> bool:
    """Whether nobody of an audience is to see an entry: a draft, or to buyers what is retired; who sells is told what took its place."""
    return entry.status == "draft" or (entry.status == "retired" and limit == Audience.EXTERNAL)


def _key(entry: Entry) -> tuple[str, str]:
    return kind_of(entry).name, entry.id


def _stays(entry: Entry, limit: Audience) -> bool:
    """Whether an entry is for this audience and keeps what it cannot do without; stages that are only names are for everybody."""
    required = (known.audience for known in shape_of(type(entry)).fields.values() if known.required)
    seen_by = Audience.EXTERNAL if entry.file == SETTINGS_FILE else entry.seen_by
    return not _is_away(entry, limit) and max(seen_by, *required, Audience.EXTERNAL) <= limit


def _is_for_nobody(thing: Any, away: Hidden) -> bool:
    """Whether all the people or all the stages that something names are away: it goes with them, and is not for anyone else."""
    named = ((kind, getattr(thing, name, ())) for kind, name in (("persona", "personas"), ("stage", "stages")))
    return any(ids and away.issuperset((kind, id_) for id_ in ids) for kind, ids in named)


def _numbered(entry: Entry) -> Entry:
    """Return the entry with numbers for its uses or steps: their ids are words of the team."""
    if isinstance(entry, Asset):
        return replace(entry, uses=tuple(replace(use, key=str(number)) for number, use in enumerate(entry.uses, start=1)))
    if isinstance(entry, Play):
        return replace(entry, steps=tuple(replace(step, key=str(number)) for number, step in enumerate(entry.steps, start=1)))
    return entry


def _used_labels(settings: Settings, entries: Iterable[Entry]) -> Settings:
    """Return the settings with those labels only that these entries use: the others are words of the team."""
    used = {(value.scalar.of, value.value) for entry in entries for value in values(entry) if value.scalar.sort == "vocabulary"}
    tables = [known.name for known in shape_of(Settings).fields.values() if isinstance(known.shape, Table)]
    kept: dict[str, Any] = {name: {id_: label for id_, label in getattr(settings, name).items() if (name, id_) in used} for name in tables}
    return replace(settings, **kept)


def _for_somebody(entry: Entry, away: Hidden) -> Entry:
    """Return the entry without the uses that are for nobody but who is away."""
    if not isinstance(entry, Asset):
        return entry
    uses = tuple(use for use in entry.uses if not _is_for_nobody(use, away))
    return entry if len(uses) == len(entry.uses) else replace(entry, uses=uses)


def cut(thing: T, limit: Audience, hidden: Hidden = frozenset()) -> T:
    """Return an entry or group without what is above `limit` and without references to hidden entries."""
    changes = {}
    for known in shape_of(type(thing)).fields.values():
        before = getattr(thing, known.attribute)
        after = _field(before, known, type(thing), limit, hidden)
        if after is not before:
            changes[known.attribute] = after
    return replace(thing, **changes) if changes else thing


def _field(value: Any, known: Field, of: type, limit: Audience, hidden: Hidden) -> Any:
    empty = default_of(of, known.attribute)
    if known.audience > limit:
        return value if value == empty else empty
    kept = _value(value, known.shape, limit, hidden)
    return empty if kept is None and value is not None else kept


def _value(value: Any, shape: Shape, limit: Audience, hidden: Hidden) -> Any:
    """Return what stays of a value; None where nothing does."""
    match shape:
        case Scalar("reference", kind) if (kind, value) in hidden:
            return None
        case Scalar("text" | "lines") if isinstance(value, str) and is_gap(value):
            return None
        case Many() if value:
            items = [_value(item, shape.item, limit, hidden) for item in value]
            same = all(after is before for after, before in zip(items, value, strict=True))
            return value if same else tuple(item for item in items if item is not None)
        case Group() if value is not None:
            return _cut_group(value, shape, limit, hidden)
    return value


def _cut_group(value: Any, shape: Group, limit: Audience, hidden: Hidden) -> Any:
    """A group that lost a field it cannot do without is gone as a whole."""
    cut_down = cut(value, limit, hidden)
    required = [known.attribute for known in shape.fields.values() if known.required]
    return None if any(_is_lost(getattr(value, name), getattr(cut_down, name)) for name in required) else cut_down


def _is_lost(before: Any, after: Any) -> bool:
    """What says only TODO was never there: its group stays and shows the gap."""
    return bool(before) and not after and not (isinstance(before, str) and is_gap(before))
