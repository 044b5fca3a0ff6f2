"""The real handbook is read whole."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from playbook.load import read
from playbook.problems import Level


def test_the_handbook_loads_without_errors(cases: Path) -> None:
    """All 324 files are read, as many of each kind as its expectations say, and nothing in them is refused."""
    loaded = read(cases / "sourcegraph")
    assert Counter(document.kind for document in loaded.documents) == {
        "settings": 1,
        "agreement": 1,
        "persona": 4,
        "stage": 14,
        "asset": 77,
        "play": 10,
        "claim": 15,
        "competitor": 10,
        "term": 178,
        "signal": 14,
    }
    assert [found for found in loaded.problems if found.level is Level.ERROR] == []
    assert all(isinstance(document.data, dict) for document in loaded.documents)
