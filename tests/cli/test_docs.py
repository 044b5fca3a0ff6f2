"""What the documentation shows is what happens: its commands are run, its examples are read, its links lead somewhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from playbook.cli.commands import NAMES
from playbook.edit import start
from playbook.problems import ExitCode

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / name for name in ("README.md", "CONTRIBUTING.md")]
DOCUMENTS += [path for path in sorted((ROOT / "docs").rglob("*.md")) if "_build" not in path.parts]
BLOCK = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.M | re.S)
LINK = re.compile(r"\]\((?!https?:|#)([^)#]*)(?:#([^)]*))?\)")

Run = Callable[..., Any]  # the fixture `run` of conftest.py


def named(path: Path) -> str:
    """Return a document's name in a report."""
    return path.relative_to(ROOT).as_posix()


def blocks(document: Path, kind: str) -> list[str]:
    """Return the fenced blocks of one kind in a document."""
    return [text for name, text in BLOCK.findall(document.read_text(encoding="utf-8")) if name == kind]


def runnable() -> list[Path]:
    """Return the documents that show commands to be run."""
    return [document for document in DOCUMENTS if blocks(document, "sh runnable")]


def run_script(script: str, at: Path) -> subprocess.CompletedProcess[str]:
    """Run lines of a shell as a reader would type them, up to the first that fails."""
    paths = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.run(
        ["sh", "-eu", "-c", script], cwd=at, env={**os.environ, "PATH": paths}, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("document", runnable(), ids=named)
def test_the_commands_that_are_shown_work(document: Path, tmp_path: Path) -> None:
    """A reader who types a document's commands one after the other, in an empty folder, meets no failure."""
    told = run_script("\n".join(blocks(document, "sh runnable")), tmp_path)
    assert told.returncode == 0, told.stdout + told.stderr


def test_a_command_that_fails_is_seen(tmp_path: Path) -> None:
    """The guard itself: a wrong command in the middle fails the whole."""
    assert run_script("playbook explain\nplaybook chekc\nplaybook explain", tmp_path).returncode == ExitCode.USAGE


def test_the_tour_is_run() -> None:
    """The README's tour, the page for marketers and the list of commands are among what is run."""
    assert {document.name for document in runnable()} >= {"README.md", "authoring.md", "commands.md"}


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_links_lead_somewhere(document: Path) -> None:
    """Every link to a file of this repository finds it, with the heading it names; what stands in a fenced block is no link."""
    for path, heading in LINK.findall(BLOCK.sub("", document.read_text(encoding="utf-8"))):
        target = (document.parent / path) if path else document
        assert target.exists(), f"{path} is not there"
        if heading:
            headings = re.findall(r"^#+ (.*)$", target.read_text(encoding="utf-8"), re.M)
            assert heading in {each.lower().replace(" ", "-") for each in headings}


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_yaml_that_is_shown_can_be_read(document: Path) -> None:
    """Every example is YAML, however short."""
    for example in blocks(document, "yaml"):
        assert yaml.load(example, Loader=yaml.BaseLoader)


def test_the_problem_in_the_readme_is_the_one_that_is_shown(run: Run, misspelt: Path) -> None:
    """The README shows to the letter what `playbook check` says after a slip of the finger."""
    told = run("check", at=misspelt)
    (shown,) = (text for text in blocks(ROOT / "README.md", "") if "error PB" in text)
    assert told.out.startswith(shown)


def test_every_command_and_exit_code_is_listed() -> None:
    """The page of commands names each command, and each exit code that there is."""
    text = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
    assert [name for name in NAMES if f"| `playbook {name}" not in text] == []
    assert [code for code in ExitCode if f"\n| {int(code)} | " not in text] == []


def test_the_template_that_a_new_library_shows_changes_a_page(run: Run, library: Path) -> None:
    """The example of an override in a new library adds its sentence to a play and keeps the rest."""
    (example,) = blocks(library / "templates/README.md", "jinja")
    (library / "templates/play.html").write_text(example, encoding="utf-8")
    assert run("build", "--no-pdf", at=library).code == ExitCode.FINE
    page = (library / "site/plays/gone-quiet-after-proposal.html").read_text(encoding="utf-8")
    assert "Ask in the channel #plays" in page
    assert "Send the cost of waiting" in page


def test_the_starters_are_libraries_without_problems(run: Run, tmp_path: Path) -> None:
    """Both libraries that `init` writes pass our own check, warnings and notes included."""
    for small in (True, False):
        folder = tmp_path / ("small" if small else "sample")
        start(folder, small=small)
        assert run("check", "--date", "2026-11-22", at=folder).out.startswith("Nothing is wrong")
