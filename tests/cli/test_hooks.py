"""The hooks that others put before their commits: each runs, passes a good library and stops a bad one."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from playbook.problems import ExitCode

HOOKS = yaml.safe_load((Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
Run = Callable[..., Any]  # the fixture `run` of conftest.py


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_runs_on_a_library_in_a_folder_of_its_repository(run: Run, library: Path, hook: dict[str, Any]) -> None:
    """With the folder among its arguments each hook finds the library, and a second run has nothing to change."""
    command = [*hook["entry"].split()[1:], "--library", library.name]
    run(*command, at=library.parent)
    assert run(*command, at=library.parent).code == ExitCode.FINE


def test_a_library_that_is_broken_stops_the_commit(run: Run, misspelt: Path) -> None:
    """The hook that checks returns what pre-commit takes for a failure."""
    [check] = [hook for hook in HOOKS if hook["id"] == "playbook-check"]
    assert run(*check["entry"].split()[1:], at=misspelt).code == ExitCode.CONTENT


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_it_runs_for_files_of_a_library_and_no_others(hook: dict[str, Any]) -> None:
    """A change to the library starts it, wherever the library lies; a change to a program beside it does not."""
    starts = [bool(re.search(hook["files"], path)) for path in ("enablement.yaml", "book/personas/a.yaml", "content_library/plays/a.yml")]
    assert starts == [True] * 3
    assert not any(re.search(hook["files"], path) for path in ("app/main.py", "personas.yaml", "docs/enablement.yaml.md"))
