"""Looks at PDFs as readers' programs do: is it tagged for everybody, whole, with its fonts in it, and does each link arrive."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import page
import pikepdf

STANDARD = "/Helvetica /Times-Roman /Courier /Symbol /ZapfDingbats".split()


def offences(file: Path) -> list[str]:
    """Return all that is wrong with a PDF."""
    try:
        return [*_accessible(file), *_whole(file), *_inside(file)]
    except (page.PageError, pikepdf.PdfError) as wrong:
        return [f"cannot be read: {wrong}"]


def _accessible(file: Path) -> Iterator[str]:
    report = page.validate_pdf(file, profile="ua1")
    yield from sorted({f"PDF/UA-1 {failure.rule_id}: {failure.message}" for failure in report.failures})
    if not report.is_compliant:
        yield "not PDF/UA-1"


def _whole(file: Path) -> Iterator[str]:
    done = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, check=False)
    if done.returncode:
        yield f"qpdf: {done.stdout}{done.stderr}"


def _inside(file: Path) -> Iterator[str]:
    with pikepdf.open(file) as pdf:
        fonts = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font"]
        yield from (f"font {font.get('/BaseFont')} is not in it" for font in fonts if not _is_embedded(font))
        if not fonts:
            yield "no fonts at all"
        if not str(pdf.docinfo.get("/Title", "")).strip():
            yield "no title"
        if not str(pdf.Root.get("/Lang", "")).strip():
            yield "no language"
        names = _names(pdf)
        for number, sheet in enumerate(pdf.pages, start=1):
            for note in sheet.get("/Annots", []):
                yield from (f"page {number}: {what}" for what in _link(note, names))


def _is_embedded(font: pikepdf.Dictionary) -> bool:
    """Tell whether the letters of a font lie in the file; what is made of other fonts has its letters there."""
    if "/DescendantFonts" in font:
        return all(_is_embedded(below) for below in font.DescendantFonts)
    described = font.get("/FontDescriptor", {})
    return font.get("/Subtype") == "/Type3" or any(key in described for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def _names(pdf: pikepdf.Pdf) -> set[str]:
    """Return the places in a PDF that links may lead to."""
    tree = pdf.Root.get("/Names", {}).get("/Dests")
    return {str(name) for name in pikepdf.NameTree(tree)} if tree is not None else set()


def _link(note: pikepdf.Dictionary, names: set[str]) -> Iterator[str]:
    action = note.get("/A", {})
    if action.get("/S") == "/URI" and not str(action.URI).startswith(("https://", "http://", "mailto:", "tel:")):
        yield f"a link to {action.URI}"
    if action.get("/S") not in (None, "/URI", "/GoTo"):
        yield f"a link that does {action.S}"
    to = note.get("/Dest", action.get("/D"))
    if isinstance(to, pikepdf.String) and str(to) not in names:
        yield f"a link to no place, {to}"
