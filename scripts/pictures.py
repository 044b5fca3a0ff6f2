"""Take the pictures of the guide to the kinds: the sample's pages in the system's Chromium, written to docs/pictures/kinds/.

Run it in the development environment after a change of the theme: `.venv/bin/python scripts/pictures.py`, with names of kinds to take
only theirs. What it writes is committed.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from playbook.pipeline import BuildOptions, build

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "docs/pictures/kinds"
LIBRARY = ("enablement.yaml", "personas", "content_library")
TODAY = date(2026, 11, 22)
WIDTH, HEIGHT = 900, 720
COLOURS = 96  # enough for text and flat surfaces, and a third of the bytes

# What stands in a picture: a page of the sample, and where on it the picture starts.
SHOWN = {
    "persona": ("personas/plant-manager.html", "main"),
    "stage": ("stages/consideration.html", "main"),
    "asset": ("assets/cost-of-vacancy.html", "main"),
    "play": ("plays/not-now.html", "main"),
    "signal": ("signals.html", "main"),
    "objection": ("they-say.html", "main"),
    "claim": ("claims.html", "main"),
    "competitor": ("competitors/hoproster.html", "main"),
    "campaign": ("campaigns/winter-cover-2026.html", "main"),
    "term": ("glossary.html", "main"),
    "request": ("requests.html", "main"),
    "agreement": ("agreement.html", "main"),
    "project-file": ("index.html", "body"),
}


def sample(scratch: Path) -> Path:
    """Build the sample below `scratch` and return the site's folder."""
    for name in LIBRARY:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, scratch / name)
    build(scratch, scratch / "site", today=TODAY, options=BuildOptions(pdf=False, workers=1))
    return scratch / "site"


def taken(page: Page, address: str, selector: str) -> bytes:
    """Return a picture of a page from where an element starts, down to its end or as far as a picture goes."""
    page.goto(address)
    box = page.locator(selector).first.bounding_box() or {"y": 0, "height": HEIGHT}
    page.evaluate("document.fonts.ready")
    clip = {"x": 0, "y": box["y"], "width": WIDTH, "height": min(box["height"] + 24, HEIGHT)}
    return page.screenshot(clip=clip, full_page=True)  # type: ignore[arg-type]


def small(picture: bytes) -> bytes:
    """Return a picture with few colours, as a PNG of few bytes."""
    out = io.BytesIO()
    Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def main(names: list[str]) -> None:
    """Take the pictures of the kinds named, or of all."""
    chromium = shutil.which("chromium") or sys.exit("scripts/pictures.py needs the system's Chromium")
    HERE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        site = sample(Path(scratch))
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", reduced_motion="reduce")
        for name in names or SHOWN:
            path, selector = SHOWN[name]
            picture = small(taken(page, (site / path).as_uri(), selector))
            (HERE / f"{name}.png").write_bytes(picture)
            print(f"{name}: {len(picture) // 1024} kB")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
