"""Running commands as a person does, and a small library to run them in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from playbook.cli.edge import run as run_command
from playbook.edit import start

MISSPELT = "content_library/plays/gone-quiet-after-proposal.yaml"


@dataclass(frozen=True)
class Ran:
    """What a command left: its exit code, and what it said on both streams."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs a command in a folder; whatever it says, it never shows a traceback."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    def inner(*arguments: str, at: Path, **environment: str) -> Ran:
        monkeypatch.chdir(at)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        code = run_command(arguments)
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return Ran(code, said.out, said.err)

    return inner


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Return a folder with the four short files that `init --small` writes."""
    start(tmp_path / "library", small=True)
    return tmp_path / "library"


@pytest.fixture
def misspelt(library: Path) -> Path:
    """Return a small library with one mistake: a play for a persona that is not there."""
    play = library / MISSPELT
    play.write_text(play.read_text(encoding="utf-8").replace("- operations-director", "- operations-directer"), encoding="utf-8")
    return library
