"""Editions: what an audience may not see is taken out of the library before any page is thought of."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from playbook.library import Library, assemble
from playbook.model.agreement import Agreement
from playbook.model.gaps import is_gap
from playbook.model.kinds import SETTINGS_FILE, kind_of
from playbook.model.shapes import Audience, Field, Group, Many, Scalar, Shape, default_of, shape_of

EDITIONS = {"rep": Audience.INTERNAL, "partner": Audience.PARTNER, "buyer": Audience.EXTERNAL}
Hidden = frozenset[tuple[str, str]]
T = TypeVar("T")


def visible(library: Library, edition: str) -> Library:
    """Return the library as an edition shows it: drafts, entries and fields above its audience are absent.

    A reference to something that is absent is taken out too; one that never led anywhere stays, to be shown as words.
    A text that says only TODO or the like is left out as if nothing stood there.
    """
    limit = EDITIONS[edition]
    shown = [entry for entry in library.all() if entry.status != "draft" and _stays(entry.seen_by, entry.file, limit)]
    kept = {(kind_of(entry).name, entry.id) for entry in shown}
    hidden = frozenset((kind_of(entry).name, entry.id) for entry in library.all()) - kept
    agreement = library.agreement if limit >= Audience.INTERNAL else None
    return assemble(
        cut(library.settings, limit, hidden),
        [cut(entry, limit, hidden) for entry in shown],
        cut(agreement, limit, hidden) if isinstance(agreement, Agreement) else None,
        library.files.values(),
    )


def _stays(seen_by: Audience, file: str, limit: Audience) -> bool:
    """Stages that are only names in the project file belong to every edition."""
    return seen_by <= limit or file == SETTINGS_FILE


def cut(thing: T, limit: Audience, hidden: Hidden = frozenset()) -> T:
    """Return an entry or group without what is above `limit` and without references to hidden entries."""
    changes = {}
    for known in shape_of(type(thing)).fields.values():
        before = getattr(thing, known.attribute)
        after = _field(before, known, type(thing), limit, hidden)
        if after is not before:
            changes[known.attribute] = after
    return replace(thing, **changes) if changes else thing  # type: ignore[type-var]


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
    lost = any(
        getattr(value, known.attribute) and not getattr(cut_down, known.attribute) for known in shape.fields.values() if known.required
    )
    return None if lost else cut_down
