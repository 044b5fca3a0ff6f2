"""The problems of the last check are used again only while nothing they depend on has changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from playbook.load import cache, read, remembered
from playbook.load.remembering import NAME
from playbook.problems import Place, Problem, problem

TODAY = date(2026, 11, 22)
FOUND = (problem("PB501", "enablement.yaml", ("name", 0), why="w", place=Place(1, 2, 3, 4)),)


def _asked(root: Path, today: date = TODAY) -> tuple[bool, tuple[Problem, ...]]:
    """Whether the problems had to be found anew, and what came back."""
    calls = []

    def find() -> tuple[Problem, ...]:
        calls.append(1)
        return FOUND

    found = remembered(read(root), today, root / ".playbook", find)
    return bool(calls), found


def test_what_was_found_comes_back_whole_without_being_looked_for(tmp_path: Path) -> None:
    """The same files on the same day give the same problems, place and field path included."""
    (tmp_path / "enablement.yaml").write_text("name: A\n", encoding="utf-8")
    assert _asked(tmp_path) == (True, FOUND)
    assert _asked(tmp_path) == (False, FOUND)


def test_another_text_file_or_day_is_looked_at_again(tmp_path: Path) -> None:
    """An edited entry, a new file beside the entries, or the next day, and nothing old is believed."""
    file = tmp_path / "enablement.yaml"
    file.write_text("name: A\n", encoding="utf-8")
    _asked(tmp_path)
    file.write_text("name: B\n", encoding="utf-8")
    assert _asked(tmp_path)[0]
    (tmp_path / "content_library/files").mkdir(parents=True)
    (tmp_path / "content_library/files/a.txt").write_text("x", encoding="utf-8")
    assert _asked(tmp_path)[0]
    assert not _asked(tmp_path)[0]
    assert _asked(tmp_path, date(2026, 11, 23))[0]


def test_a_damaged_memory_is_no_memory(tmp_path: Path) -> None:
    """Half a file, or another's, is never taken for the truth."""
    (tmp_path / "enablement.yaml").write_text("name: A\n", encoding="utf-8")
    _asked(tmp_path)
    kept = tmp_path / ".playbook" / NAME
    kept.write_bytes(kept.read_bytes()[:-3])
    assert _asked(tmp_path) == (True, FOUND)


@pytest.mark.parametrize("changed", ["markdown_it", "mdit_py_plugins"])
def test_another_reader_of_markdown_looks_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: str) -> None:
    """Links and tags in texts are found by libraries of others: another version of one may find others."""
    (tmp_path / "enablement.yaml").write_text("name: A\n", encoding="utf-8")
    _asked(tmp_path)
    before = cache._version
    cache.stamp.cache_clear()
    monkeypatch.setattr(cache, "_version", lambda name: b"0" if name == changed else before(name))
    anew, _ = _asked(tmp_path)
    cache.stamp.cache_clear()
    assert anew
