"""The commit that the library stands at, for `build.json`."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

GIVEN_BY_CI = ("GITHUB_SHA", "CI_COMMIT_SHA")


def revision(root: Path) -> str:
    """Return the commit of the library's repository: what CI says, else what git says; empty where there is none."""
    for name in GIVEN_BY_CI:
        if given := os.environ.get(name):
            return given
    try:
        asked = subprocess.run(["git", "-C", str(root), "rev-parse", "HEAD"], capture_output=True, text=True, check=False)  # noqa: S607  git is wherever the PATH has it
    except OSError:
        return ""
    return asked.stdout.strip() if asked.returncode == 0 else ""
