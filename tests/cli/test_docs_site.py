"""What the documentation's site needs from its pages, seen without building it; `./dev docs` builds it and checks every link."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TREE = re.compile(r"^```\{toctree\}\n(.*?)^```$", re.M | re.S)


def strays(docs: Path) -> list[str]:
    """Return the pages that no table of contents names: nobody would find them on the site."""
    pages = [path for path in docs.rglob("*.md") if "_build" not in path.parts]
    named = {docs / "index.md"}
    for page in pages:
        for tree in TREE.findall(page.read_text(encoding="utf-8")):
            lines = [line for line in tree.splitlines() if line and not line.startswith(":")]
            named.update(found for line in lines for found in page.parent.glob(f"{line}.md"))
    return sorted(path.relative_to(docs).as_posix() for path in pages if path not in named)


def test_every_page_has_its_place_in_the_contents() -> None:
    """Each page of docs/ stands in a `toctree`."""
    assert strays(ROOT / "docs") == []


def test_a_stray_page_is_found(tmp_path: Path) -> None:
    """A page that no contents name is found; one that a pattern names is not."""
    (tmp_path / "more").mkdir()
    (tmp_path / "index.md").write_text("# Start\n\n```{toctree}\n:hidden:\n:glob:\n\nmore/*\n```\n", encoding="utf-8")
    for name in ("more/one", "stray"):
        (tmp_path / f"{name}.md").write_text("# A page\n", encoding="utf-8")
    assert strays(tmp_path) == ["stray.md"]


def test_the_site_asks_no_other_host() -> None:
    """Neither the settings nor a page loads a style, a script or a picture from elsewhere."""
    sources = [ROOT / "docs/conf.py", *(path for path in (ROOT / "docs").rglob("*.md") if "_build" not in path.parts)]
    loads = re.compile(r"!\[[^]]*\]\((?:https?:)?//|<(?:script|link|img|iframe)\b[^>]*//|html_(?:css|js)_files.*//")
    assert [path.name for path in sources if loads.search(path.read_text(encoding="utf-8"))] == []
