"""search-index.js: one assignment, nothing empty, and small."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from playbook.formats import search_index
from playbook.formats.search_index import KEYS
from playbook.library import Library
from playbook.model.search import Findable, FoundUse
from playbook.pipeline import check
from playbook.select import findable, pages

TODAY = date(2026, 11, 22)
ROOT = Path(__file__).parents[2]
MOST = 200_000
"""Bytes that the index of a thousand entries may have on its way to a reader."""


def read(index: bytes) -> Any:
    """Return what a browser gets of an index."""
    before, sign, data = index.decode().partition("=")
    assert (before, sign, data[-2:]) == ("window.playbookSearch", "=", ";\n")
    return json.loads(data[:-2])


def test_every_field_has_a_key_and_what_is_empty_is_left_out() -> None:
    """A thing keeps what it says; an empty list stays only where it means any."""
    use = FoundUse("assets/a.html#use-1", "They wait")
    thing = Findable("asset", "A </script> &", "assets/a.html", words=("b",), personas=(), uses=(use,))
    assert read(search_index([thing])) == {
        "format": 1,
        "documents": [
            {"k": "asset", "t": "A </script> &", "h": "assets/a.html", "s": ["b"], "p": [], "u": [{"h": use.href, "w": use.when}]}
        ],
    }
    assert set(KEYS) == set(Findable.__struct_fields__)
    assert len(set(KEYS.values())) == len(KEYS)


def test_the_same_library_gives_the_same_index(library: Library) -> None:
    """Of the sample, of one entry and of the real case, twice the same bytes, whose every place is a page of the site."""
    made = pages(library, edition="rep", today=TODAY, pdf=False)
    index = search_index(findable(made))
    assert index == search_index(findable(pages(library, edition="rep", today=TODAY, pdf=False)))
    there = {page.path for page in made}
    assert {each["h"].partition("#")[0] for each in read(index)["documents"]} <= there


@pytest.mark.parametrize("assets", [90, pytest.param(900, marks=pytest.mark.prove)])
def test_a_thousand_entries_stay_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, assets: int) -> None:
    """The index of a thousand entries of made-up words has at most 200 kB on its way; a smaller one has no more than its share."""
    monkeypatch.syspath_prepend(ROOT / "bench")
    from _corpus import write_corpus

    write_corpus(tmp_path, assets)
    assert share_of_the_most(check(tmp_path, today=TODAY).library) <= 1


def test_the_sample_keeps_to_its_share(sample: Library) -> None:
    """Entries as people write them are no heavier than that."""
    assert share_of_the_most(sample) <= 1


def share_of_the_most(library: Library) -> float:
    """Return how much of what a library of its size may have the index has."""
    index = search_index(findable(pages(library, edition="rep", today=TODAY, pdf=False)))
    return len(gzip.compress(index, 9)) / (MOST * sum(1 for _ in library.all()) / 1000)
