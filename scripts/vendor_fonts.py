"""Fetch the theme's fonts as npm packages and write them, cut to what we print and show, to templates/fonts/.

Run it in the development environment, with npm at hand: `.venv/bin/python scripts/vendor_fonts.py`.
Equal versions of the packages, fontTools and Brotli give equal bytes. What it writes is committed.
"""

from __future__ import annotations

import copy
import hashlib
import io
import json
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent.parent / "templates" / "fonts"


@dataclass(frozen=True)
class Face:
    """One file of a package, what ours is called, and how style sheets ask for it."""

    member: str
    stem: str
    weight: int = 400
    style: str = "normal"


@dataclass(frozen=True)
class Package:
    """A package, its licence, its family as our style sheets name it, and which signs each use of it keeps."""

    name: str
    version: str
    typeface: str
    family: str
    licence: str
    licence_member: str
    licence_file: str
    uses: dict[str, str]
    faces: tuple[Face, ...]
    features: tuple[str, ...] = ("kern", "mark", "mkmk", "ccmp", "locl", "liga")
    renamed: bool = False


# Signs by Unicode range. Screens get what web pages of a European company use; browsers have fonts of their own for the rest.
_SCREEN = (
    "20-7E A0-17F 192 218-21B 2C6 2C7 2DA 2DC 300-304 306-308 30A-30C 327 328 1E9E 2002-200B 2010-2016 2018-2022 2026 202F 2030 2032 2033 "
    "2039 203A 2044 2070 2074-2079 2080-2089 20AC 20B9 20BD 20BF 2116 2122 2150-215E 2190-2193 2196-2199 21D2 2212 221E 2248 2260 "
    "2264 2265 25A0 25A1 25B2 25B6 25BC 25C0 25C6 25CB 25CF 2605 2606 2610-2612 2713 2717"
)
_LETTERS = "20-7E A0-24F 259 2B9-2DD 300-36F 370-3FF 400-52F 1E00-1EFF 2000-206F 2070-209F 20A0-20CF 2100-218F FB00-FB06 FFFD"
_SYMBOLS = "2190-23FF 2460-24FF 2500-27BF 27F0-27FF 2900-297F 2B00-2BFF"
_PRINT = f"{_LETTERS} {_SYMBOLS}"

PACKAGES = (
    Package(
        "inter-ui",
        "4.1.1",
        "Inter",
        "Inter",
        "OFL-1.1",
        "LICENSE.txt",
        "Inter-LICENSE.txt",
        {"print": _PRINT, "screen": _SCREEN},
        (
            Face("web/Inter-Regular.woff2", "Inter-Regular"),
            Face("web/Inter-Italic.woff2", "Inter-Italic", style="italic"),
            Face("web/Inter-SemiBold.woff2", "Inter-SemiBold", 600),
            Face("web/Inter-Bold.woff2", "Inter-Bold", 700),
        ),
        # "calt" stays out: it draws "->" as an arrow and the x of "4x4" as a multiplication sign, which nobody wrote
        ("kern", "mark", "mkmk", "ccmp", "locl", "tnum"),
    ),
    Package(
        "source-serif",
        "4.5.1",
        "Source Serif 4",
        "Playbook Serif",
        "OFL-1.1",
        "LICENSE.md",
        "PlaybookSerif-LICENSE.md",
        {"print": _PRINT, "screen": _SCREEN},
        (
            Face("TTF/SourceSerif4-Regular.ttf", "PlaybookSerif-Regular"),
            Face("TTF/SourceSerif4-It.ttf", "PlaybookSerif-Italic", style="italic"),
            Face("TTF/SourceSerif4-Semibold.ttf", "PlaybookSerif-SemiBold", 600),
        ),
        renamed=True,  # its licence reserves the word "Source" for the unchanged font
    ),
    Package(
        "dejavu-fonts-ttf",
        "2.37.3",
        "DejaVu Sans Mono",
        "DejaVu Sans Mono",
        "Bitstream-Vera",
        "LICENSE",
        "DejaVu-LICENSE.txt",
        {"print": _PRINT},
        (Face("ttf/DejaVuSansMono.ttf", "DejaVuSansMono"),),
    ),
    Package(
        "dejavu-fonts-ttf",
        "2.37.3",
        "DejaVu Sans",
        "DejaVu Sans",
        "Bitstream-Vera",
        "LICENSE",
        "DejaVu-LICENSE.txt",
        {"print": f"20 A0 2B9-2DD 370-3FF 400-52F 2000-218F {_SYMBOLS} FFFD"},
        (Face("ttf/DejaVuSans.ttf", "DejaVuSans-Symbols"),),
    ),
)
_SUFFIX = {"print": ".ttf", "screen": ".woff2"}
_NAMED_BY_MAKER = (7, 8, 9, 10, 11, 12, 18, 21, 22, 25)


def main() -> None:
    """Write every font, its licence and the list of them all."""
    if HERE.exists():
        shutil.rmtree(HERE)
    HERE.mkdir(parents=True)
    faces = [face for package in PACKAGES for face in vendor(package)]
    listed = json.dumps({"faces": faces}, indent=2, ensure_ascii=False) + "\n"
    (HERE / "fonts.json").write_text(listed, encoding="utf-8", newline="\n")
    print(f"{len(faces)} fonts, {sum(path.stat().st_size for path in HERE.iterdir()) // 1024} KiB in {HERE.name}/")


def vendor(package: Package) -> Iterator[dict[str, Any]]:
    """Write the fonts of a package with its licence, and yield what fonts.json says about each."""
    members = fetched(package)
    (HERE / package.licence_file).write_bytes(members[package.licence_member].replace(b"\r\n", b"\n"))
    for use, ranges in package.uses.items():
        for face in package.faces:
            written = cut(members[face.member], package, face, ranges, use)
            name = face.stem + _SUFFIX[use]
            (HERE / name).write_bytes(written)
            print(f"{name:32} {len(written) // 1024:4} KiB")
            yield told(package, face, use, name, written)


def fetched(package: Package) -> dict[str, bytes]:
    """Return the files of a package that we need, by their path in it."""
    wanted = {f"package/{name}" for name in (package.licence_member, *(face.member for face in package.faces))}
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", f"{package.name}@{package.version}"], cwd=folder, check=True, capture_output=True)
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as archive:
            found = {name: archive.extractfile(name) for name in sorted(wanted)}
            return {name.removeprefix("package/"): file.read() for name, file in found.items() if file}


def cut(source: bytes, package: Package, face: Face, ranges: str, use: str) -> bytes:
    """Return a font with the signs of the ranges alone, as TrueType for print and as woff2 for the screen."""
    font = TTFont(io.BytesIO(source), recalcTimestamp=False)
    subsetter = Subsetter(_options(package))
    subsetter.populate(unicodes=signs(ranges))
    subsetter.subset(font)
    if package.renamed:
        rename(font, package.family, face)
    if use == "print":
        unshare(font)
    font.flavor = "woff2" if use == "screen" else None
    written = io.BytesIO()
    font.save(written, reorderTables=True)
    return written.getvalue()


def _options(package: Package) -> Options:
    options = Options()
    options.layout_features = list(package.features)
    options.hinting = False  # for low screens; on paper it only weighs
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.drop_tables += ["FFTM", "MATH", "kern", "gasp"]
    return options


def signs(ranges: str) -> set[int]:
    """Return the code points of ranges like "20-7E A0"."""
    pairs = [(part.split("-")[0], part.split("-")[-1]) for part in ranges.split()]
    return {sign for first, last in pairs for sign in range(int(first, 16), int(last, 16) + 1)}


def unshare(font: TTFont) -> None:
    """Give each sign a glyph of its own: a PDF knows one sign for each glyph, and a shared hyphen would be copied as U+2010."""
    best, order, seen = font.getBestCmap(), font.getGlyphOrder(), set[str]()
    for sign, glyph in sorted(best.items()):
        if glyph not in seen:
            seen.add(glyph)
            continue
        own = f"uni{sign:04X}.own"
        order.append(own)
        font["glyf"].glyphs[own] = copy.deepcopy(font["glyf"][glyph])
        font["hmtx"][own] = font["hmtx"][glyph]
        for table in font["cmap"].tables:
            if sign in table.cmap:
                table.cmap[sign] = own
    font.setGlyphOrder(order)


def rename(font: TTFont, family: str, face: Face) -> None:
    """Give a changed font a name of its own, as its licence asks; the copyright and the licence stay in it."""
    cut_name = face.stem.partition("-")[2]
    own = {1: family, 2: cut_name, 3: face.stem, 4: f"{family} {cut_name}", 6: face.stem, 16: family, 17: cut_name}
    table = font["name"]
    for record in list(table.names):
        if record.nameID in own:
            table.setName(own[record.nameID], record.nameID, record.platformID, record.platEncID, record.langID)
        elif record.nameID in _NAMED_BY_MAKER or record.nameID > 255:
            table.removeNames(record.nameID, record.platformID, record.platEncID, record.langID)


def told(package: Package, face: Face, use: str, name: str, written: bytes) -> dict[str, Any]:
    """Return what fonts.json says about a font."""
    return {
        "file": name,
        "use": use,
        "family": package.family,
        "weight": face.weight,
        "style": face.style,
        "made_from": package.typeface,
        "package": package.name,
        "version": package.version,
        "licence": package.licence,
        "licence_file": package.licence_file,
        "sha256": hashlib.sha256(written).hexdigest(),
    }


if __name__ == "__main__":
    main()
