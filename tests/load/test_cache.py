"""The parse cache: faster, never different."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from playbook.load import cache as caching
from playbook.load import read
from playbook.memory import keep, recall

Write = Callable[[Mapping[str, "str | bytes"]], Path]
PLAY = "content_library/plays/p.yaml"


def old(root: Path) -> Path:
    """Make all files of a library a minute old, and return its root."""
    for path in root.rglob("*"):
        os.utime(path, (time.time() - 60, time.time() - 60))
    return root


@pytest.fixture
def root(write: Write) -> Path:
    """A library with a problem in it and a file beside it."""
    return old(write({PLAY: "title: Top #1\nwhen: [a, {b: c}]\nsay: &x y\nask: *x\n", "content_library/files/a.png": b"1"}))


def test_reading_is_the_same_with_and_without(root: Path, tmp_path: Path) -> None:
    """The first, the second and the uncached reading are equal, problems included."""
    plain = read(root)
    assert plain.problems
    assert [read(root, tmp_path / "cache") for _ in range(3)] == [plain] * 3


def test_a_change_is_seen_even_where_size_and_time_stay(root: Path, tmp_path: Path) -> None:
    """The disk's own date of change tells, or else the two seconds in which no date is trusted."""
    read(root, tmp_path)
    before = (root / PLAY).stat()
    (root / PLAY).write_bytes((root / PLAY).read_bytes().replace(b"Top", b"Pot"))
    os.utime(root / PLAY, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert read(root, tmp_path) == read(root)


def test_a_young_file_is_hashed_again(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Equal dates count only for files that had rested for two seconds when they were kept."""
    cached = caching.Cached({}, saved=10_000_000_000)
    assert cached.is_settled(caching.Kept((7_000_000_000, 7_000_000_000, 1, 1), ""))
    assert not cached.is_settled(caching.Kept((7_000_000_000, 9_000_000_000, 1, 1), ""))
    assert not cached.is_settled(caching.Kept((8_500_000_000, 1, 1, 1), ""))


def test_nothing_is_written_where_nothing_changed(root: Path, tmp_path: Path) -> None:
    """Once every file has settled, a reading leaves the cache as it is."""
    folder = tmp_path / "cache"
    read(root, folder)
    mark = caching.stamp(caching.SOURCES)
    keep(folder / caching.NAME, mark, {**recall(folder / caching.NAME, mark), "saved": time.time_ns() + 60_000_000_000})
    before = (folder / caching.NAME).stat()
    assert read(root, folder) == read(root)
    assert (folder / caching.NAME).stat() == before
    assert [path.name for path in folder.iterdir()] == [caching.NAME]


@pytest.mark.parametrize("damage", [b"", b"\0", b"null", b"{}", b"half"])
def test_a_damaged_cache_is_ignored(root: Path, tmp_path: Path, damage: bytes) -> None:
    """Whatever stands in the file, reading is right and mends it."""
    read(root, tmp_path)
    whole = (tmp_path / caching.NAME).read_bytes()
    (tmp_path / caching.NAME).write_bytes(whole[: len(whole) // 2] if damage == b"half" else damage)
    assert read(root, tmp_path) == read(root)
    assert (tmp_path / caching.NAME).read_bytes()[:64] == whole[:64]


def test_one_flipped_sign_is_noticed(root: Path, tmp_path: Path) -> None:
    """A cache that is valid in form but not what was written is not believed."""
    read(root, tmp_path)
    whole = (tmp_path / caching.NAME).read_bytes()
    (tmp_path / caching.NAME).write_bytes(whole.replace(b'"Top"', b'"Pot"'))
    assert read(root, tmp_path) == read(root)


def test_another_version_starts_afresh(root: Path, tmp_path: Path) -> None:
    """What other code kept is not believed."""
    read(root, tmp_path)
    whole = (tmp_path / caching.NAME).read_bytes()
    (tmp_path / caching.NAME).write_bytes(b"0" * 64 + whole[64:].replace(b'"Top"', b'"Pot"'))
    assert read(root, tmp_path) == read(root)


def test_a_cache_that_cannot_be_written_stops_nothing(root: Path, tmp_path: Path) -> None:
    """Where a file stands in the place of the folder, reading goes on without."""
    (tmp_path / "taken").write_text("", encoding="utf-8")
    assert read(root, tmp_path / "taken") == read(root)


def test_added_and_deleted_files_are_seen(root: Path, tmp_path: Path) -> None:
    """The cache follows the folder."""
    read(root, tmp_path)
    (root / "content_library/plays/new.yaml").write_text("title: new\n", encoding="utf-8")
    (root / PLAY).unlink()
    assert read(root, tmp_path) == read(root)
    assert read(root, tmp_path) == read(root)
