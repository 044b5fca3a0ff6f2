"""`playbook explain` tells at length what a problem means."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import playbook
from playbook.cli.commands import NAMES
from playbook.codes import CODES
from playbook.problems import ExitCode
from playbook.shipped import examples_file

EXAMPLES = set(re.findall(r"^\S+:\d+:\d+  \w+ (PB\d+)  ", examples_file().read_text("utf-8"), re.MULTILINE))
Run = Callable[..., Any]  # the fixture `run` of conftest.py


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_is_explained(run: Run, tmp_path: Path, code: str) -> None:
    """Each code has its level, its short name and a paragraph; small letters do."""
    told = run("explain", code.lower(), at=tmp_path)
    assert told.code == ExitCode.FINE
    assert told.out.split()[:2] == [code, CODES[code].level]
    explained, _, example = told.out.partition("\nFor example:\n")
    assert " ".join(explained.split()).endswith(" ".join(CODES[code].explanation.split()))
    assert (f" {code}  {CODES[code].what}" in example) is (code in EXAMPLES)


def test_without_a_code_all_are_listed(run: Run, tmp_path: Path) -> None:
    """The list has one line a code."""
    lines = run("explain", at=tmp_path).out.splitlines()
    assert [line.split()[0] for line in lines] == list(CODES)


def test_no_text_names_a_command_or_option_that_there_is_not() -> None:
    """What reading and explanations tell people to run is there: every command by its name, every option by its."""
    folder = Path(playbook.__file__).parent
    texts = "".join(
        path.read_text(encoding="utf-8")
        for path in [folder / "codes.py", *(folder / "load").glob("*.py"), *(folder / "validate").rglob("*.py")]
    )
    assert set(re.findall(r"`playbook ([a-z]+)", texts)) <= set(NAMES)
    assert "`--fix" not in texts
