"""Drafts, for those who write them: whose they are and what they wait for, and nothing of what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from playbook.library.editions import shown_entries
from playbook.library.library import Library
from playbook.model.content import Asset
from playbook.model.drafts import Draft, Waiting
from playbook.model.entries import Entry
from playbook.model.gaps import is_gap
from playbook.model.journey import Stage
from playbook.model.kinds import kind_of
from playbook.model.knowledge import Campaign, Competitor
from playbook.model.people import Persona
from playbook.model.plays import Play
from playbook.model.shapes import shape_of
from playbook.model.walk import present, says_something

_NAMED_FIRST = (Persona, Stage, Competitor, Campaign)
"""Kinds of which only what they are called has to be there: a file that says no more is still empty."""


def drafts(library: Library, title_of: Callable[[Entry], str]) -> tuple[Draft, ...]:
    """Return the entries that reps do not see yet: drafts, and what names nobody but drafts and waits with them; each has a title.

    A file that cannot be read is none of them: that is a problem, and no state of what it says.
    """
    shown = {(kind_of(entry).name, entry.id) for entry in shown_entries(library, "rep")}
    hidden = [entry for entry in library.all() if (kind_of(entry).name, entry.id) not in shown and says_something(entry)]
    return tuple(
        Draft(kind_of(entry).name, title_of(entry), entry.file, entry.owner, tuple(_waits(library, entry, title_of))) for entry in hidden
    )


def _waits(library: Library, entry: Entry, title_of: Callable[[Entry], str]) -> Iterator[Waiting]:
    there = {known.name for known, value in present(entry) if not (isinstance(value, str) and is_gap(value))}
    known = shape_of(type(entry)).fields
    yield from (Waiting("field", known[name].label) for name in shape_of(type(entry)).required() if name not in there)
    if isinstance(entry, _NAMED_FIRST) and _says_only_its_name(entry):
        yield Waiting("content")
    if isinstance(entry, Asset):
        yield from (Waiting(name) for name in ("when", "how") if not all(getattr(use, name) for use in entry.uses))
        yield from [] if entry.uses else [Waiting("uses")]
    if isinstance(entry, Play) and not entry.steps:
        yield Waiting("steps")
    named = dict.fromkeys((value.scalar.of, value.value) for value in library.values(entry) if value.scalar.sort == "reference")
    others = (other for key in named if (other := library.get(*key)) and other.status == "draft")
    yield from (Waiting("draft", title_of(other)) for other in others)
    if not entry.owner:
        yield Waiting("owner")
    if entry.status == "draft":
        yield Waiting("approval")


def _says_only_its_name(entry: Entry) -> bool:
    """Whether nothing is in an entry that has not to be there, is not in every kind, and is not taken for granted where it is left out."""
    group, empty = shape_of(type(entry)), type(entry)(id=entry.id)
    own = (known.attribute for name, known in group.fields.items() if name not in {*shape_of(Entry).fields, *group.required()})
    return all(getattr(entry, name) == getattr(empty, name) for name in own)
