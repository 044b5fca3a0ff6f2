"""`playbook doctor` says what is missing, what it costs and what to do, and fails only where nothing would work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from playbook.cli import doctor
from playbook.problems import ExitCode, MachineError
from playbook.publish import exchanges

Run = Callable[..., Any]  # the fixture `run` of conftest.py


def lacking(out: str) -> list[str]:
    """Return the names of what is said to be missing."""
    return [line.split()[1] for line in out.splitlines() if line.startswith("no ")]


def test_a_machine_that_has_all_of_it_is_told_so(run: Run, library: Path) -> None:
    """Each thing has a line, with its version where it has one, and all is well; the library is as it was."""
    before = sorted(library.rglob("*"))
    told = run("doctor", at=library)
    assert told.code == ExitCode.FINE
    assert "PDFs       WeasyPrint 70" in told.out
    assert sorted(library.rglob("*")) == before


def test_without_git_and_the_extras_packages_it_goes_on(run: Run, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What only one command needs is missing, with the line to install it; the exit code is that of a machine that will do."""
    monkeypatch.setattr(doctor, "find_spec", lambda module: None)
    told = run("doctor", at=library, PATH=str(library))
    assert told.code == ExitCode.FINE
    assert lacking(told.out) == ["serve", "sheets", "git"]
    assert '→ pip install "content-playbook[serve]"' in told.out
    assert '→ pip install "content-playbook[sheets]"' in told.out


def test_without_what_reads_libraries_it_fails(run: Run, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing works without libyaml: that is exit code 3; away from a library nothing of its disk is said."""
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    told = run("doctor", at=library.parent)
    assert told.code == ExitCode.MACHINE
    assert lacking(told.out) == ["PyYAML"]
    assert "publishing" not in told.out


def test_without_the_pdf_engine_it_says_what_to_install(run: Run, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine's own sentence and remedy stand there."""

    def gone() -> str:
        raise MachineError("PDFs cannot be made here.", "Install them: so and so.")

    monkeypatch.setattr("playbook.render.engine", gone)
    told = run("doctor", at=library)
    assert lacking(told.out) == ["PDFs"]
    assert "→ Install them: so and so." in told.out


def test_a_disk_where_nothing_can_be_exchanged_is_told(tmp_path: Path) -> None:
    """The exchange is really tried: it works in a folder of ours, leaves nothing behind, and not where no folder can be made."""
    assert exchanges(tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert not exchanges(Path("/proc"))


def test_a_language_the_theme_has_no_signs_for_needs_a_font(run: Run, library: Path, tmp_path: Path) -> None:
    """A library in such a language is told which fonts of this machine it gets; one in English hears nothing of fonts."""
    assert "fonts" not in run("doctor", at=library).out
    settings = library / "enablement.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "language: ja\n", encoding="utf-8")
    asked = tmp_path / "bin/fc-list"
    asked.parent.mkdir()
    asked.write_text("#!/bin/sh\n", encoding="utf-8")
    asked.chmod(0o755)
    assert "fonts" in lacking(run("doctor", at=library, PATH=str(asked.parent)).out)
    asked.write_text("#!/bin/sh\necho 'IPAexGothic,IPAex'\n", encoding="utf-8")
    assert "yes  fonts      IPAexGothic\n" in run("doctor", at=library, PATH=f"{asked.parent}:/bin:/usr/bin").out
