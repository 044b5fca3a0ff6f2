"""Every test says in a sentence what must hold; the package's own docstrings are ruff's business."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest


def silent_tests(folder: Path) -> list[str]:
    """Return every test function below the folder that has no docstring."""
    return [
        f"{path.relative_to(folder).as_posix()}:{node.lineno} {node.name}"
        for path in sorted(folder.rglob("test_*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test") and not ast.get_docstring(node)
    ]


def test_every_test_says_what_must_hold(root: Path) -> None:
    """No test of ours goes without a docstring."""
    assert silent_tests(root / "tests") == []


@pytest.mark.parametrize("source", ["def test_planted():\n    pass\n", "class TestIt:\n    async def test_planted(self):\n        pass\n"])
def test_a_planted_silent_test_is_found(tmp_path: Path, source: str) -> None:
    """A test without a docstring is found, a method or a coroutine too."""
    (tmp_path / "test_planted.py").write_text(source, encoding="utf-8")
    assert [found.rpartition(" ")[2] for found in silent_tests(tmp_path)] == ["test_planted"]
