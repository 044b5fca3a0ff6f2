"""The shipped theme, read once, and the sample PDFs, made once for all tests and all processes of a session."""

from __future__ import annotations

import fcntl
import pickle
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from playbook.model.jobs import Bundle, Made
from playbook.render import page_pdf, read_bundle

sys.path.insert(0, str(Path(__file__).parent))

from sample_pages import page

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


@pytest.fixture(scope="session")
def paper(bundle: Bundle, shared: Path) -> Callable[[str], Made]:
    """Return a function: a template → the PDF of its sample page, which the process that asks first makes."""

    @cache
    def made(template: str) -> Made:
        kept = shared / f"paper-{Path(template).stem}"
        with kept.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not kept.exists():
                kept.write_bytes(pickle.dumps(page_pdf(page(template), bundle, "")))
        found: Made = pickle.loads(kept.read_bytes())
        return found

    return made
