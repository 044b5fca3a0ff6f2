"""`playbook fmt` writes one form, or says what is in another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from playbook.problems import ExitCode

Run = Callable[..., Any]  # the fixture `run` of conftest.py
ASSET = "content_library/assets/cost-of-waiting.yaml"


@pytest.fixture
def library(library: Path) -> Path:
    """A library with a tag on the line of its field, where `fmt` writes a list."""
    with (library / ASSET).open("a", encoding="utf-8") as asset:
        asset.write("tags: delay\n")
    return library


def test_check_names_files_and_fails_until_they_are_formatted(run: Run, library: Path) -> None:
    """Exit 1 with the names; then the difference is written, and all is in the one form."""
    told = run("fmt", "--check", at=library)
    assert told.code == ExitCode.CONTENT
    assert f"{ASSET}\n" in told.out
    assert run("fmt", "personas", "--check", at=library).out == "All in the one form.\n"
    assert "+  - delay" in run("fmt", "--yes", at=library).out.splitlines()
    assert run("fmt", "--check", at=library).code == ExitCode.FINE
    assert run("fmt", "--yes", at=library).out == "Everything is written so already.\n"
    assert run("check", "--date", "2026-11-22", at=library).out.startswith("Nothing is wrong")


def test_a_broken_file_is_left_and_named(run: Run, library: Path) -> None:
    """The others are formatted."""
    (library / "personas/operations-director.yaml").write_text("name: 'a\n", "utf-8")
    told = run("fmt", "--yes", at=library)
    assert told.err == "personas/operations-director.yaml is left as it is: it cannot be read.\n"
    assert f"+++ {ASSET}" in told.out
