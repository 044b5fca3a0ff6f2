"""A copy of the sample library, to be changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from playbook.edit import start


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """Return a folder with the sample library."""
    start(tmp_path / "sample", small=False)
    return tmp_path / "sample"
