"""Show all components of the theme on one page, for those who change it: `python scripts/gallery.py` writes gallery/index.html.

The parts are those of the tests, with every field filled, so what is shown here is what the tests look at.
"""

from __future__ import annotations

import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from msgspec.structs import replace

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests/render"))

from sample_pages import ASSET_BODY, BODIES, CARD, COVERAGE, GAP, PLAY_BODY, ROWS, SAID, SHELVES, SITUATIONS, page  # noqa: E402

from playbook.model.jobs import Bundle  # noqa: E402
from playbook.render import page_html, read_bundle  # noqa: E402


@dataclass(frozen=True)
class Parts:
    """What the gallery shows: the theme's tokens by name, and parts of pages."""

    colours: tuple[str, ...]
    sizes: tuple[str, ...]
    rows: Any = ROWS
    cards: Any = (CARD, CARD)
    shelves: Any = SHELVES
    situations: Any = SITUATIONS
    said: Any = (SAID, GAP)
    asset: Any = ASSET_BODY
    play: Any = PLAY_BODY
    coverage: Any = COVERAGE


def tokens(css: str) -> Parts:
    """Return the parts, with the names of the colours and sizes that a style sheet declares."""
    root = css.partition(":root {")[2].partition("}")[0]
    declared = re.findall(r"(--[a-z0-9-]+):\s*([^;]+);", root)
    colours = [name for name, value in declared if value.startswith("#") or "accent" in name]
    sizes = [name for name, value in declared if re.match(r"[.\d]+rem$|clamp", value) and not re.match(r"--(s\d|radius)", name)]
    return Parts(tuple(colours), tuple(sizes))


def gallery(bundle: Bundle) -> bytes:
    """Return the page of all components."""
    source = (ROOT / "scripts/gallery.html").read_bytes()
    with_it = replace(bundle, files={**bundle.files, "team/gallery.html": source}, digest=f"{bundle.digest} gallery")
    parts: Any = tokens((ROOT / "templates/css/screen.css").read_text(encoding="utf-8"))
    changes = {"template": "gallery.html", "path": "index.html", "title": "The theme, part by part", "pdf": "", "crumbs": ()}
    shown = replace(page("list.html"), **changes, body=parts)
    return page_html(shown, with_it, "").content or b""


def main(folder: Path = ROOT / "gallery") -> int:
    """Write the gallery, and a page of every template beside it."""
    bundle = read_bundle(ROOT / "templates")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "templates/css", folder / "_theme/css")
    shutil.copytree(ROOT / "templates/fonts", folder / "_theme/fonts")
    (folder / "index.html").write_bytes(gallery(bundle))
    for template in BODIES:
        if not template.startswith("pdf/"):
            (folder / template).write_bytes(page_html(replace(page(template), path=template), bundle, "").content or b"")
    print(f"The gallery: {folder / 'index.html'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
