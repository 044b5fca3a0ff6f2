"""Take the pictures of the guide to the kinds: the sample's pages in the system's Chromium, written to docs/pictures/.

Run it in the development environment after a change of the theme: `.venv/bin/python scripts/pictures.py`, with names of kinds to take
only theirs. What it writes is committed.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from playbook.pipeline import BuildOptions, build, check
from playbook.render import page_pdf, read_bundle
from playbook.select import pages

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


def beside(screen: bytes, paper: bytes) -> bytes:
    """Return the picture of the README: the site, and a page on paper of the same height beside it."""
    left, right = (Image.open(io.BytesIO(each)).convert("RGB") for each in (screen, paper))
    right = right.resize((right.width * left.height // right.height, left.height), Image.Resampling.LANCZOS)
    out = Image.new("RGB", (left.width + right.width + 72, left.height + 48), "#d9d5cc")
    out.paste(left, (24, 24))
    out.paste(right, (left.width + 48, 24))
    written = io.BytesIO()
    out.save(written, "PNG")
    return written.getvalue()


def printed(scratch: Path) -> bytes:
    """Return the first page of a play's PDF as a picture."""
    library = check(scratch, today=TODAY).library
    play = next(page for page in pages(library, edition="rep", today=TODAY, pdf=True) if page.path == "plays/price-objection.pdf")
    bundle = read_bundle(ROOT / "templates", ROOT / "none", scratch / "content_library/files")
    (scratch / "play.pdf").write_bytes(page_pdf(play, bundle, "").content or b"")
    subprocess.run(["pdftoppm", "-png", "-r", "120", "-singlefile", str(scratch / "play.pdf"), str(scratch / "play")], check=True)
    return (scratch / "play.png").read_bytes()


def main(names: list[str]) -> None:
    """Take the pictures of the kinds named, or of all, and that of the README."""
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
        if not names:
            page.goto((site / "index.html").as_uri())
            (ROOT / "docs/pictures/playbook.png").write_bytes(small(beside(page.screenshot(), printed(Path(scratch)))))
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
