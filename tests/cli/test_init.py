"""`playbook init` starts a library and says what comes next; edit/ holds what it writes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from playbook.problems import ExitCode

Run = Callable[..., Any]  # the fixture `run` of conftest.py


@pytest.mark.parametrize(
    ("folder", "steps"),
    [("new", ["cd new", "playbook build"]), ("a b", ['cd "a b"', "playbook build"]), (".", ["playbook check", "playbook build"])],
)
def test_it_ends_with_the_next_two_commands(run: Run, tmp_path: Path, folder: str, steps: list[str]) -> None:
    """What to type next stands in the last two lines, ready to be copied."""
    told = run("init", folder, "--small", at=tmp_path)
    assert told.code == ExitCode.FINE
    assert told.out.startswith("Wrote 7 files to ")
    assert told.out.splitlines()[1:] == [f"  {step}" for step in steps]
    assert (tmp_path / folder / "enablement.yaml").is_file()


def test_a_second_time_it_touches_nothing(run: Run, tmp_path: Path) -> None:
    """What somebody has changed since stays as it is."""
    run("init", "new", "--small", at=tmp_path)
    settings = tmp_path / "new/enablement.yaml"
    settings.write_text("name: Mine\n", encoding="utf-8")
    told = run("init", "new", at=tmp_path)
    assert told.code == ExitCode.USAGE
    assert "enablement.yaml" in told.err
    assert settings.read_text(encoding="utf-8") == "name: Mine\n"


def test_where_nothing_may_be_written_the_machine_is_at_fault(run: Run, tmp_path: Path) -> None:
    """A path that leads through a file is exit 3, with nothing left behind."""
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    told = run("init", "file/new", at=tmp_path)
    assert told.code == ExitCode.MACHINE
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
