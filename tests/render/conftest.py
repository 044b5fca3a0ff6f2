"""The shipped theme, read once, and what WeasyPrint needs to be there."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from playbook.model.jobs import Bundle
from playbook.render import read_bundle

sys.path.insert(0, str(Path(__file__).parent))

ROOT = Path(__file__).parents[2]
THEME = ROOT / "templates"


@pytest.fixture(scope="session")
def theme() -> Path:
    """Return the folder of the shipped theme."""
    return THEME


@pytest.fixture(scope="session")
def bundle() -> Bundle:
    """Return the shipped theme without anything of a team's."""
    return read_bundle(THEME)
