"""The commit in `build.json`."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from playbook.cli.revision import GIVEN_BY_CI, revision


def test_the_revision_is_what_ci_says_else_what_git_says_else_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build always knows the commit where there is one, and goes on where there is none."""
    for name in GIVEN_BY_CI:
        monkeypatch.delenv(name, raising=False)
    assert revision(tmp_path) == ""
    git = ["git", "-C", str(tmp_path), "-c", "user.name=x", "-c", "user.email=x@example.com"]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "commit", "-q", "--allow-empty", "-m", "first"], check=True)
    assert len(revision(tmp_path)) == 40
    monkeypatch.setenv("GITHUB_SHA", "abc")
    assert revision(tmp_path) == "abc"
