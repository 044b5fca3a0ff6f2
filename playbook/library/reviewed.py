"""What a review has seen: the entry, the claims it quotes and the people it is for. It holds while none of them changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from playbook.library.versions import own_version
from playbook.model.entries import Entry
from playbook.model.kinds import kind_of
from playbook.model.walk import values

Entries = Mapping[str, Mapping[str, Entry]]
Seen = Mapping[str, str]

_WITH = ("claim", "persona")


def review_of(entry: Entry, entries: Entries) -> dict[str, str]:
    """Return what a review of an entry sees: "kind/id" → the version of that entry's own words.

    It is what stands under the entry's own "kind/id" in content_library/reviews.yaml once it was reviewed.
    """
    return {key: own_version(each) for key, each in _seen_with(entry, entries)}


def changed_since(reviews: Mapping[str, Seen], entries: Entries) -> dict[str, tuple[str, ...]]:
    """Return the reviewed entries that something has changed for since, each as "kind/id" with the "kind/id" of what did."""
    return {key: changed for key, seen in reviews.items() if (changed := tuple(_changed(key, seen, entries)))}


def _changed(key: str, seen: Seen, entries: Entries) -> Iterator[str]:
    kind, _, id_ = key.partition("/")
    entry = entries.get(kind, {}).get(id_)
    if entry is not None:
        now = review_of(entry, entries)
        yield from sorted(other for other in {*now, *seen} if now.get(other) != seen.get(other))


def _seen_with(entry: Entry, entries: Entries) -> Iterator[tuple[str, Entry]]:
    yield f"{kind_of(entry).name}/{entry.id}", entry
    for value in values(entry):
        if value.scalar.sort == "reference" and value.scalar.of in _WITH and (other := entries[value.scalar.of].get(value.value)):
            yield f"{value.scalar.of}/{value.value}", other
