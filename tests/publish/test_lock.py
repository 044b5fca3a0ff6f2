"""Two builds never write one site at once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from publish_jobs import build, in_child, texts, tree

from playbook.problems import UsageError
from playbook.publish.lock import locked


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


def test_a_lock_that_its_owner_removed_is_no_lock(tmp_path: Path) -> None:
    """Whoever opened the file just before its owner removed it takes a new one, so that the next to come meets it."""
    lock = tmp_path / "lock"
    with locked(lock, tmp_path):
        lock.unlink()
        with locked(lock, tmp_path), pytest.raises(UsageError), locked(lock, tmp_path):
            pass
