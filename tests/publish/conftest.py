"""Puts the job functions of these tests where workers find them too, and says what several tests ask."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return where a site may go; nothing is there yet."""
    return tmp_path / "site"
