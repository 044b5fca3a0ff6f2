"""What every test may ask for: the real cases that lie outside the repository."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("whatever-else-runs", deadline=None)  # how long an example takes depends on what else the machine does
settings.load_profile("whatever-else-runs")


@pytest.fixture(scope="session")
def cases() -> Path:
    """Return the folder of real libraries that PLAYBOOK_CASES names; unset skips the test, set but empty fails it."""
    named = os.environ.get("PLAYBOOK_CASES")
    if named is None:
        pytest.skip("PLAYBOOK_CASES is not set: no real cases here")
    folder = Path(named)
    if not named or not folder.is_dir() or not any(folder.iterdir()):
        pytest.fail(f"PLAYBOOK_CASES is set, but {named!r} holds no cases")
    return folder


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all processes of this session share, and no other session."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


LONG = {"cli", "pipeline", "publish", "serve"}
"""Folders whose modules take seconds a test."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Deal the modules out, so that each worker begins with some that take long and ends with quick ones: nobody waits for the last."""
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    counted = Counter(item.path for item in items)
    hands: list[list[Path]] = [[] for _ in range(workers)]
    for number, path in enumerate(each for each in counted if each.parent.name in LONG):
        hands[number % workers].append(path)
    for path in sorted((each for each in counted if each.parent.name not in LONG), key=lambda each: -counted[each]):
        min(hands, key=lambda hand: sum(counted[each] for each in hand)).append(path)
    place = {path: number for number, path in enumerate(path for hand in hands for path in hand)}
    items.sort(key=lambda item: place[item.path])


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag that takes what is made now as what is wanted."""
    parser.addoption("--accept", action="store_true", help="take what the golden tests make now as what is wanted")
