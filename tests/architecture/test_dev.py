"""`./dev` and `.ci/run` say what is wrong and pass on how it ended."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest


def run(*command: str | Path, **options: str | Path | dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a command and return how it ended, with what it said."""
    return subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, **options)  # type: ignore[call-overload]


@pytest.fixture
def clone(root: Path, tmp_path: Path) -> Path:
    """Return a folder with our scripts, locks that ask for nothing, and no environment."""
    clone = tmp_path / "clone"
    shutil.copytree(root / ".ci", clone / ".ci")
    shutil.copy(root / "dev", clone)
    (clone / "pyproject.toml").touch()
    (clone / "requirements").mkdir()
    (clone / "requirements/run.txt").touch()
    return clone


def test_usage_names_every_command(root: Path) -> None:
    """Called without a command, `./dev` lists all there are and ends as wrong usage."""
    result = run(root / "dev")
    assert result.returncode == 2
    for command in ("build", "playbook", "test", "prove", "lint", "bench", "docs", "lock", "clean"):
        assert f"\n  {command} " in result.stdout


def test_an_unknown_command_is_wrong_usage(root: Path) -> None:
    """A mistyped command is named, does nothing and ends with 2."""
    result = run(root / "dev", "biuld")
    assert result.returncode == 2
    assert "unknown command: biuld" in result.stderr


@pytest.mark.parametrize("command", ["build", "playbook", "test", "lint", "docs"])
def test_a_machine_without_python_is_told_what_it_needs(clone: Path, command: str) -> None:
    """Where there is neither a Python nor a way to install one, one line says so and the code is 3."""
    programs = clone.parent / "bin"
    programs.mkdir()
    for name in ("cat", "cksum", "dirname", "id", "uname"):
        (programs / name).symlink_to(shutil.which(name) or name)
    result = run("/bin/sh", clone / "dev", command, env={"PATH": str(programs)})
    assert result.returncode == 3
    assert result.stderr.splitlines() == ["dev: Python 3.11 or newer is needed (on macOS: brew install python@3.13), then call ./dev again"]


@pytest.mark.parametrize("folder", ["nothing", "shared/cases"])
def test_ci_fails_where_the_real_cases_are_missing(clone: Path, folder: str) -> None:
    """A run without its cases would prove too little to count."""
    (clone.parent / folder).mkdir(parents=True)
    result = run(clone / ".ci/run")
    assert result.returncode == 1
    assert "the real cases are missing" in result.stderr


@pytest.mark.parametrize("code", [0, 1, 5])
def test_ci_names_the_cases_and_passes_the_code_on(clone: Path, code: int) -> None:
    """CI runs `./dev test` with PLAYBOOK_CASES as an absolute path and ends as that ends."""
    cases = clone.parent / "shared/cases"
    (cases / "one").mkdir(parents=True)
    (clone / "dev").write_text(f'#!/bin/sh\necho "$@ $PLAYBOOK_CASES"\nexit {code}\n', encoding="utf-8")
    result = run(clone / ".ci/run", cwd=clone.parent)
    assert (result.returncode, result.stdout) == (code, f"test {cases}\n")
