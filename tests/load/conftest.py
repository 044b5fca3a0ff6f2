"""What the tests of reading share: a small library on the disk."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

Write = Callable[[Mapping[str, "str | bytes"]], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that writes files below a library's root, beside a project file, and returns the root."""
    root = tmp_path / "library"

    def _write(files: Mapping[str, str | bytes]) -> Path:
        for name, content in {"enablement.yaml": "name: Ours\n", **files}.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return root

    return _write
