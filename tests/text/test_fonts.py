"""The theme's own fonts: what fonts.json says of them is true, they may be passed on, and they hold the signs we print."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[2] / "templates" / "fonts"
FACES: list[dict[str, Any]] = json.loads((FONTS / "fonts.json").read_text(encoding="utf-8"))["faces"]
PRINTED = "aAäßéőŞΩДя0–—‐‑−“”‘’…•€£¥×½⅘≤≥→←↑↓✓✗▲▼●○☐☑\N{NO-BREAK SPACE}"
FALLBACK = "DejaVu Sans"


@cache
def signs_of(name: str) -> set[int]:
    """Return the code points that a font file has a glyph for."""
    with TTFont(FONTS / name) as font:
        return set(font.getBestCmap())


def of_use(use: str) -> list[dict[str, Any]]:
    """Return the faces made for print or for the screen."""
    return [face for face in FACES if face["use"] == use]


def test_every_font_is_listed_and_unchanged() -> None:
    """Each font file stands in fonts.json with the hash of its bytes, and no other file claims to be a font."""
    assert {path.name for path in FONTS.iterdir() if path.suffix in {".ttf", ".woff2"}} == {face["file"] for face in FACES}
    for face in FACES:
        assert hashlib.sha256((FONTS / face["file"]).read_bytes()).hexdigest() == face["sha256"], face["file"]


def test_every_font_comes_with_its_licence() -> None:
    """The text of the licence that lets us pass a font on lies beside it."""
    for face in FACES:
        licence = (FONTS / face["licence_file"]).read_text(encoding="utf-8")
        assert "SIL Open Font License" in licence if face["licence"] == "OFL-1.1" else "Bitstream Vera" in licence, face["file"]


def test_a_reserved_name_is_not_used() -> None:
    """A font that we cut carries no name that its licence reserves for the unchanged one."""
    for face in FACES:
        with TTFont(FONTS / face["file"]) as font:
            names = " ".join(str(record) for record in font["name"].names if record.nameID in {1, 3, 4, 6, 16})
        assert "Source" not in names, face["file"]


@pytest.mark.parametrize("family", sorted({face["family"] for face in of_use("print")} - {FALLBACK}))
def test_print_has_every_sign_we_use(family: str) -> None:
    """Each print family, with the fallback behind it, has a glyph for every sign that sales texts hold; else a PDF shows boxes."""
    fallback = next(signs_of(face["file"]) for face in of_use("print") if face["family"] == FALLBACK)
    for face in of_use("print"):
        if face["family"] == family:
            missing = [sign for sign in PRINTED if ord(sign) not in signs_of(face["file"]) | fallback]
            assert not missing, face["file"]


def test_print_fonts_are_static_truetype() -> None:
    """Print gets TrueType outlines without variation axes: woff2 is decoded at each render, and variable fonts upset accessible PDFs."""
    for face in of_use("print"):
        with TTFont(FONTS / face["file"]) as font:
            assert font.flavor is None, face["file"]
            assert "glyf" in font, face["file"]
            assert "fvar" not in font, face["file"]
            assert font["OS/2"].usWeightClass == face["weight"], face["file"]


def test_each_printed_sign_has_a_glyph_of_its_own() -> None:
    """No two signs share a glyph in print, or a hyphen copied out of a PDF would come out as another sign, and a search for it fail."""
    for face in of_use("print"):
        with TTFont(FONTS / face["file"]) as font:
            glyphs = list(font.getBestCmap().values())
        assert len(glyphs) == len(set(glyphs)), face["file"]


def test_screen_fonts_are_small() -> None:
    """A page loads each of its fonts in at most 30 kB, and every screen family writes Western and Central European words."""
    for face in of_use("screen"):
        assert (FONTS / face["file"]).stat().st_size <= 30_000, face["file"]
        assert {ord(sign) for sign in "aäßéőŞ€“”’–—→✓×"} <= signs_of(face["file"]), face["file"]


def test_nothing_is_drawn_that_nobody_wrote() -> None:
    """No font turns "->" into an arrow or the x of "4x4" into a multiplication sign, as Inter's contextual alternates do."""
    for face in FACES:
        with TTFont(FONTS / face["file"]) as font:
            features = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord} if "GSUB" in font else set()
        assert not features & {"calt", "dlig"}, face["file"]


def test_the_whole_folder_is_light() -> None:
    """All fonts together stay under 3 MB, since every print bundle reads them."""
    assert sum(path.stat().st_size for path in FONTS.iterdir()) <= 3_000_000
