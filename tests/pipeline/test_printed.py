"""What a print shows is what a telephone and a sheet of paper need: codes that can be scanned, and pages of the size that was asked for."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest
import zxingcpp
from e2e_libraries import Seen, copied_sample, once, whole
from e2e_papers import offences
from PIL import Image

LETTER, HALF_LETTER = (612.0, 792.0), (396.0, 612.0)
WORD = "{http://www.w3.org/1999/xhtml}word"


def laid(to: Path) -> Path:
    """Copy the sample and have it printed on Letter, with the address of its site."""
    root = copied_sample(to)
    settings = root / "enablement.yaml"
    kept = re.sub("^(paper|site_url):.*\n", "", settings.read_text(encoding="utf-8"), flags=re.MULTILINE)
    settings.write_text(f"{kept}\npaper: letter\nsite_url: https://play.example.com/our/book\n", encoding="utf-8")
    return root


@pytest.fixture(scope="session")
def letters(shared: Path) -> Seen:
    """Return the sample with all its PDFs on Letter."""
    return once(shared, "sample-letters", whole, laid)


def codes(file: Path) -> list[str]:
    """Return what a telephone reads on the pages of a PDF that lead to the page on prints."""
    return [found.text for sheet in sheets_with_mark(file) for found in zxingcpp.read_barcodes(drawn(file, sheet))]


def sheets_with_mark(file: Path) -> list[int]:
    """Return the numbers of the pages with the address of the page on prints."""
    with pikepdf.open(file) as pdf:
        return [number for number, sheet in enumerate(pdf.pages, start=1) if any("current.html#" in each for each in addresses(sheet))]


def addresses(sheet: pikepdf.Page) -> list[str]:
    """Return the web addresses that a page links to."""
    return [str(note.A.URI) for note in sheet.get("/Annots", []) if "/A" in note and "/URI" in note.A]


def drawn(file: Path, sheet: int) -> Image.Image:
    """Return a page as poppler draws it for a print."""
    done = subprocess.run(
        ["pdftoppm", "-gray", "-r", "200", "-f", str(sheet), "-l", str(sheet), str(file)], capture_output=True, check=True
    )
    return Image.open(BytesIO(done.stdout))


def beyond(file: Path) -> Iterator[str]:
    """Yield each word of a PDF that begins on its sheet and runs off it."""
    done = subprocess.run(["pdftotext", "-bbox", str(file), "-"], capture_output=True, text=True, check=True)
    clean = re.sub(r"[\x00-\x08\x0b-\x1f]|<title>.*?</title>|<meta[^>]*>", "", done.stdout)
    for number, sheet in enumerate(ElementTree.fromstring(clean).iter("{http://www.w3.org/1999/xhtml}page"), start=1):
        width, height = float(sheet.attrib["width"]), float(sheet.attrib["height"])
        for word in sheet.iter(WORD):
            left, top, right, bottom = (float(word.attrib[name]) for name in ("xMin", "yMin", "xMax", "yMax"))
            if left < 0 or top < 0 or right > width or bottom > height:
                yield f"{file.name}, page {number}: {word.text}"


def sizes(file: Path) -> set[tuple[float, float]]:
    """Return the sizes of the pages of a PDF, in points."""
    with pikepdf.open(file) as pdf:
        boxes = [[float(edge) for edge in sheet.mediabox] for sheet in pdf.pages]
    return {(round(box[2] - box[0], 1), round(box[3] - box[1], 1)) for box in boxes}


@pytest.mark.prove
def test_each_code_leads_to_its_own_print(letters: Seen) -> None:
    """Every PDF of the sample has one code, which says of which file and version it is, with the address that stands beside it."""
    files = sorted(letters.site.rglob("*.pdf"))
    assert len(files) > 15
    for file in files:
        with pikepdf.open(file) as pdf:
            [address] = {each for sheet in pdf.pages for each in addresses(sheet) if "current.html#" in each}
        start = f"https://play.example.com/our/book/current.html#of={file.relative_to(letters.site).as_posix()}&v="
        assert address.startswith(start), file
        assert codes(file) == [address], file


@pytest.mark.prove
def test_the_sample_on_letter(letters: Seen) -> None:
    """Each PDF is Letter, or half of it for a pocket card, is for everybody, has nothing to warn of, and no word runs off its sheet."""
    files = sorted(letters.site.rglob("*.pdf"))
    assert len(files) > 15
    wanted = {file: {HALF_LETTER if "pocket" in file.name else LETTER} for file in files}
    assert {file.name: size for file in files if (size := sizes(file)) != wanted[file]} == {}
    assert {file.name: found for file in files if (found := offences(file))} == {}
    assert [word for file in files for word in beyond(file)] == []
    assert [found for found in letters.problems if found.code.startswith("PB4")] == []


def test_planted_offenders_are_found(tmp_path: Path) -> None:
    """A word that runs off its sheet is noticed, and so is a page without a code."""
    import weasyprint

    file = tmp_path / "wide.pdf"
    style = "<style>@page { size: letter } p { white-space: nowrap; font-size: 90pt }</style>"
    link = '<a href="https://play.example.com/current.html#of=x">mark</a>'
    weasyprint.HTML(string=f"{style}<p>Halfwaythenbeyond</p>{link}").write_pdf(file)
    [found] = beyond(file)
    assert found.startswith("wide.pdf, page 1: Halfway")
    assert sizes(file) == {LETTER}
    assert (sheets_with_mark(file), codes(file)) == ([1], [])
