"""A workbook out and in on the command line: shown first, asked, written whole; in a script only with --yes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from playbook.cli import console
from playbook.problems import ExitCode

Run = Callable[..., Any]  # the fixture `run` of conftest.py
ASSET = "content_library/assets/cost-of-waiting.yaml"


@pytest.fixture
def exported(run: Run, library: Path) -> Path:
    """Return the library's workbook, with another owner for its asset."""
    told = run("export", "xlsx", at=library)
    assert (told.code, told.err) == (0, "")
    assert "playbook import playbook.xlsx" in told.out
    book = openpyxl.load_workbook(library / "playbook.xlsx")
    page = book["assets"]
    page.cell(2, next(cell.column for cell in page[1] if cell.value == "owner")).value = "Anna Berg"
    book.save(library / "playbook.xlsx")
    return library / "playbook.xlsx"


def test_nothing_is_written_unasked(run: Run, library: Path, exported: Path) -> None:
    """A script sees the difference and how to write it; --dry-run too; --yes writes it, once."""
    before = (library / ASSET).read_bytes()
    for flag in ([], ["--dry-run"]):
        told = run("import", str(exported), *flag, at=library)
        assert "+owner: Anna Berg" in told.out
        assert (library / ASSET).read_bytes() == before
        assert ("--yes writes" in told.out) is not flag
    told = run("import", str(exported), "--yes", at=library)
    assert (told.code, "Imported: 0 new, 1 changed" in told.out) == (0, True)
    assert "owner: Anna Berg" in (library / ASSET).read_text("utf-8")
    assert "Everything is written so already." in run("import", str(exported), at=library).out


@pytest.mark.parametrize(("answer", "written"), [("y", True), ("n", False)])
def test_somebody_is_asked(run: Run, library: Path, exported: Path, monkeypatch: pytest.MonkeyPatch, answer: str, written: bool) -> None:
    """At a terminal the question comes after the difference."""
    monkeypatch.setattr(console, "somebody_answers", lambda: True)
    monkeypatch.setattr(console, "ask", lambda _: answer)
    run("import", str(exported), at=library)
    assert ("Anna Berg" in (library / ASSET).read_text("utf-8")) is written


def test_a_file_that_is_there_is_not_written_over(run: Run, library: Path, exported: Path) -> None:
    """Only --force writes over what may hold somebody's work; a folder that is not there is a sentence."""
    assert "is there already" in run("export", "xlsx", at=library).err
    assert run("export", "xlsx", "--force", "--kind", "asset", at=library).code == 0
    assert openpyxl.load_workbook(exported).sheetnames[1] == "assets"
    assert run("export", "xlsx", "no/such.xlsx", at=library).code == ExitCode.MACHINE


def test_problems_stand_with_their_cells(run: Run, library: Path) -> None:
    """A row that cannot be written is named by its cell, and the command fails; the others are brought in."""
    (library / "a.csv").write_text("id,title,type\nNo Id,A,guide\nb,B,guide\n", "utf-8")
    told = run("import", "a.csv", "--yes", at=library)
    assert told.code == ExitCode.CONTENT
    assert 'a.csv  error PB607  row that cannot be written\n  a!A2: "No Id" makes no id.' in told.out
    assert "Imported: 1 new, 0 changed" in told.out
    assert "status: draft" in (library / "content_library/assets/b.yaml").read_text("utf-8")


def test_what_cannot_be_read_is_a_sentence(run: Run, library: Path, monkeypatch: pytest.MonkeyPatch, exported: Path) -> None:
    """No file, no workbook, no openpyxl."""
    (library / "b.xlsx").write_bytes(b"PK\x03\x04")
    assert "cannot be opened" in run("import", "no.xlsx", at=library).err
    told = run("import", "b.xlsx", at=library)
    assert (told.code, "PB601" in told.out) == (ExitCode.USAGE, True)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    for arguments in (("import", str(exported)), ("export", "xlsx", "c.xlsx")):
        told = run(*arguments, at=library)
        assert (told.code, "content-playbook[sheets]" in told.err) == (ExitCode.MACHINE, True)
