"""Lines that tests reach are counted in every worker, and too few are told."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HALF = """\
def reached(is_so: bool) -> int:
    if is_so:
        return 1
    return 2


def forgotten() -> int:
    one = 1
    return one
"""
SETTINGS = '[tool.slipcover]\nbranch = true\nsource = ["half"]\n[tool.pytest.ini_options]\nfilterwarnings = ["ignore::RuntimeWarning"]\n'


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return what was counted, as `./dev test` counts it, where a worker reaches four of seven lines and one of two branches."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "half").mkdir()
    (folder / "half/__init__.py").write_text(HALF, "utf-8")
    (folder / "pyproject.toml").write_text(SETTINGS, "utf-8")
    (folder / "test_half.py").write_text("from half import reached\n\n\ndef test_it():\n    assert reached(True) == 1\n", "utf-8")
    workers = ("-p", "slipcover.pytest_plugin", "-p", "xdist", "-n", "1")
    _slipcover(folder, "--json", "--out", ".coverage", "-m", "pytest", "-q", *workers, "-p", "no:cacheprovider", check=True)
    return folder


def _slipcover(folder: Path, *arguments: str, check: bool = False) -> int:
    command = [sys.executable, "-m", "slipcover", *arguments]
    ours = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}  # it is no worker of this run
    ours["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # what else is installed counts nothing, and takes its time
    return subprocess.run(command, cwd=folder, env=ours, capture_output=True, check=check).returncode


@pytest.mark.parametrize(("enough", "code"), [("40", 0), ("90", 2)])
def test_too_little_is_told(counted: Path, enough: str, code: int) -> None:
    """What a worker reached is counted, so a low bar is passed; lines and branches that no test reaches fail a high one."""
    assert _slipcover(counted, "--fail-under", enough, "--json", "--merge", ".coverage", "--out", "again") == code
