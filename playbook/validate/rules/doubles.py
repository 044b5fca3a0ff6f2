"""Two of what should be one: a tag written in two ways, and two assets that lie at one address."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from playbook.library import Library
from playbook.model.content import Asset
from playbook.model.entries import Entry
from playbook.problems import FieldPath, Problem
from playbook.validate.near import bare
from playbook.validate.rules.finding import finding

Place = tuple[Entry, FieldPath]


def tags_alike(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001 - every rule is asked alike
    """A tag or a topic differs from another only by capitals, spaces or hyphens: one problem for each rarer way to write it."""
    for name in ("tags", "topics"):
        count: Counter[str] = Counter()
        first: dict[str, Place] = {}
        for entry in library.all():
            for number, word in enumerate(getattr(entry, name, ()) if entry.is_live else ()):
                count[word] += 1
                first.setdefault(word, (entry, (name, number)))
        alike: defaultdict[str, list[str]] = defaultdict(list)
        for word in count:
            alike[bare(word)].append(word)
        for group in alike.values():
            usual, *rarer = sorted(group, key=lambda word: (-count[word], word))
            for word in rarer:
                entry, path = first[word]
                yield _alike(entry, path, word, usual)


def one_address(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Two live assets lead to the same page or file, so one of them is there twice, or leads to the wrong place."""
    first: dict[str, Asset] = {}
    for asset in library.of(Asset):
        for path, address in _addresses(asset):
            other = first.setdefault(address, asset)
            if other is not asset:
                yield finding(
                    asset,
                    "PB338",
                    path,
                    part=address,
                    why=f'"{other.title_text}" (asset:{other.id}) leads to the same place.',
                    remedy="If both are one piece, keep one and move the uses of the other to it; else correct the address.",
                )
                break


def _alike(entry: Entry, path: FieldPath, word: str, usual: str) -> Problem:
    return finding(
        entry,
        "PB337",
        path,
        part=word,
        why=f'"{word}" is written "{usual}" elsewhere, so neither finds all that belongs together.',
        suggestion=usual,
        remedy=f'Write "{usual}" everywhere, or use words that differ by more than capitals, spaces and hyphens.',
    )


def _addresses(asset: Asset) -> Iterator[tuple[FieldPath, str]]:
    """Yield where a live asset lies for buyers, without the stroke at the end that changes nothing."""
    if not asset.is_live:
        return
    for name in ("public", "gated"):
        for number, link in enumerate(getattr(asset.links, name) if asset.links else ()):
            yield ("links", name, number, "url"), link.url.rstrip("/")
    if asset.file_:
        yield ("file",), asset.file_
