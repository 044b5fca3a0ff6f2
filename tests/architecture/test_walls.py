"""Imports point down only, rooms of one line never import one another, nothing runs in a ring, and no room stands outside."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter on the package that lies in the folder, by the contracts in its pyproject.toml."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo"]
    environment = os.environ | {"COLUMNS": "200"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_walls_stand(root: Path) -> None:
    """The package as it is breaks no contract."""
    result = lint_imports(root)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("module", "line", "sign"),
    [
        pytest.param("model/planted.py", "import playbook.cli", "playbook.model is not allowed to import playbook.cli", id="upward"),
        pytest.param(
            "text/planted.py", "from playbook import pipeline", "playbook.text is not allowed to import playbook.pipeline", id="pipeline"
        ),
        pytest.param("select/planted.py", "import playbook.load", "playbook.select is not allowed to import playbook.load", id="sibling"),
        pytest.param("codes.py", "import playbook.problems", "playbook.codes is not allowed to import playbook.problems", id="lowest"),
        pytest.param(
            "library/planted.py",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import playbook.render",
            "playbook.library is not allowed to import playbook.render",
            id="for-types-only",
        ),
        pytest.param("attic.py", "", "attic", id="unlisted-room"),
    ],
)
def test_a_planted_import_is_found(copy: Path, module: str, line: str, sign: str) -> None:
    """An import against the walls, or a room that the contract does not list, fails and is named."""
    with (copy / "playbook" / module).open("a", encoding="utf-8") as planted:
        planted.write(f"\n{line}\n")
    result = lint_imports(copy)
    assert result.returncode == 1
    assert sign in result.stdout


def test_a_planted_ring_is_found(copy: Path) -> None:
    """Two modules of one room that import each other fail."""
    (copy / "playbook/model/hen.py").write_text("import playbook.model.egg\n", encoding="utf-8")
    (copy / "playbook/model/egg.py").write_text("import playbook.model.hen\n", encoding="utf-8")
    result = lint_imports(copy)
    assert result.returncode == 1
    assert "no rings" in result.stdout
