"""An SVG from anybody may be published only where it draws and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from playbook.load import read

PLAIN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>Onward</title><path d="M0 0h9v9z" fill="#075985"/></svg>'


def _read(root: Path, drawing: str) -> tuple[list[str], list[str]]:
    """The files that may be published, and the codes of the problems."""
    (root / "content_library/files").mkdir(parents=True)
    (root / "enablement.yaml").write_text("name: A\n", encoding="utf-8")
    (root / "content_library/files/logo.svg").write_text(drawing, encoding="utf-8")
    loaded = read(root)
    return [file.name for file in loaded.files], [found.code for found in loaded.problems]


def test_a_plain_drawing_is_a_file_like_any_other(tmp_path: Path) -> None:
    """Shapes, titles and colours are what a logo is made of."""
    assert _read(tmp_path, PLAIN) == (["logo.svg"], [])


@pytest.mark.parametrize(
    "active",
    ["<script>alert(1)</script>", '<g onload="x()"/>', "<foreignObject/>", '<a href="javascript:x"/>', '<use href="#a"/>', "<svg:script/>"],
)
def test_a_drawing_that_does_more_is_left_out_and_told(tmp_path: Path, active: str) -> None:
    """It is no file of the site, whatever names it, and its problem says so."""
    assert _read(tmp_path, PLAIN.replace("</svg>", active + "</svg>")) == ([], ["PB128"])
