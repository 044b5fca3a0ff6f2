"""Two builds never write one site at once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from publish_jobs import build, in_child, texts, tree

from playbook.problems import UsageError
from playbook.publish.lock import _still_there, locked


@pytest.mark.parametrize("state", [None, "state"])
def test_a_second_build_is_told_to_wait(out: Path, tmp_path: Path, state: str | None) -> None:
    """While one build runs, another of the same site stops with a sentence; the first one ends as if alone."""
    folder = state and tmp_path / state
    said: list[str] = []

    class Second:
        def start(self, total: int) -> None:
            with pytest.raises(UsageError, match=r"Another build is writing .*Wait until it ends") as stopped:
                build(texts(index="second"), out, state=folder)
            said.append(str(stopped.value))

        def advance(self, label: str) -> None: ...

        def stop(self) -> None: ...

    build(texts(index="first"), out, progress=Second(), state=folder)
    assert said
    assert tree(out)["index.html"] == b"first"
    assert build(texts(index="third"), out, state=folder).swapped


def test_two_checkouts_never_write_one_site_at_once(out: Path, tmp_path: Path) -> None:
    """The lock belongs to the site: a build from another checkout, with notes of its own or none, is told to wait."""
    said: list[str] = []

    class Other:
        def start(self, total: int) -> None:
            for state in (tmp_path / "there", None):
                with pytest.raises(UsageError, match="Another build is writing") as stopped:
                    build(texts(index="other"), out, state=state)
                said.append(str(stopped.value))

        def advance(self, label: str) -> None: ...

        def stop(self) -> None: ...

    build(texts(index="first"), out, progress=Other(), state=tmp_path / "here")
    assert len(said) == 2
    assert tree(out)["index.html"] == b"first"
    assert not list(tmp_path.rglob("*.lock"))


def test_where_nothing_may_lie_beside_the_site_the_lock_lies_with_the_notes(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A site in a folder that may not be written, such as a mounted one, can be built, and one build waits for the other."""
    build(texts(index="old"), out, state=tmp_path / "state")
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != out.parent)
    locks: list[Path] = []

    class Ear:
        def start(self, total: int) -> None:
            locks.extend(tmp_path.rglob("*.lock"))

        def advance(self, label: str) -> None: ...

        def stop(self) -> None: ...

    build(texts(index="new"), out, progress=Ear(), state=tmp_path / "state")
    assert [lock.parent for lock in locks] == [tmp_path / "state"]


def test_a_lock_ends_with_its_owner(tmp_path: Path) -> None:
    """A lock file that a killed build left behind stops nobody, and goes."""
    lock = tmp_path / "lock"

    def die() -> None:
        with locked(lock, tmp_path):
            os._exit(0)

    assert in_child(die) == 0
    assert lock.exists()
    with locked(lock, tmp_path):
        assert lock.exists()
    assert not lock.exists()


def test_whoever_opened_a_removed_lock_takes_a_new_one(tmp_path: Path) -> None:
    """A build that opened the file just before its owner removed it holds nothing that the next would meet: it must open anew."""
    lock = tmp_path / "lock"
    opened = os.open(lock, os.O_RDWR | os.O_CREAT)
    assert _still_there(lock, opened)
    lock.unlink()
    assert not _still_there(lock, opened)
    lock.touch()
    assert not _still_there(lock, opened)
    os.close(opened)


def test_builds_that_race_for_the_lock_never_hold_it_together(tmp_path: Path) -> None:
    """Four processes that take the lock and let it go as fast as they can, removing its file each time, count to a sum without a loss."""
    count = tmp_path / "count"
    count.write_text("0")
    script = f"""
import sys; sys.path[:0] = {sys.path!r}
from contextlib import suppress
from pathlib import Path
from playbook.problems import UsageError
from playbook.publish.lock import _still_there, locked
count, done = Path({str(count)!r}), 0
while done < 500:
    with suppress(UsageError), locked(count.with_name("lock"), count):
        count.write_text(str(int(count.read_text()) + 1))
        done += 1
"""
    racers = [subprocess.Popen([sys.executable, "-c", script]) for _ in range(4)]
    assert [racer.wait() for racer in racers] == [0] * 4
    assert count.read_text() == "2000"
