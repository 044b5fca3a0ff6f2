"""The sample, the real case and a library of twelve entries, each built once a session and looked at by many tests."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from e2e_libraries import DATA, Seen, copied, copied_sample, html, once, whole


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all processes of this session share, and no other session."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def sample(shared: Path) -> Seen:
    """Return the sample with its pages, without PDFs."""
    return once(shared, "sample-pages", html, copied_sample)


@pytest.fixture(scope="session")
def papers(shared: Path) -> Seen:
    """Return the sample with its pages and all its PDFs."""
    return once(shared, "sample-papers", whole, copied_sample)


@pytest.fixture(scope="session")
def case(shared: Path, cases: Path) -> Seen:
    """Return the real case with its pages, without PDFs."""
    return once(shared, "case-pages", html, lambda to: copied(cases / "sourcegraph", to))


@pytest.fixture
def twelve(tmp_path: Path) -> Path:
    """Return a copy of the library of twelve entries, to be changed at will."""
    return copied(DATA / "twelve", tmp_path / "library")
