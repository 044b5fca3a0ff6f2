"""Libraries in Arabic and Japanese, and texts of any length: every sign is there, the side is right, and everything stays in its place."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pikepdf
import pytest
from e2e_axe import violations
from e2e_libraries import DATA, ROOT, TODAY, Seen, copied, html, once, whole
from e2e_papers import offences
from e2e_walk import pages
from playwright.sync_api import Browser

from playbook.pipeline import check
from playbook.render import page_pdf, read_bundle
from playbook.select import pages as planned

WIDER = "() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - document.documentElement.clientWidth"
SAMPLES = {"arabic": ('lang="ar" dir="rtl"', "Amiri", "بعد عطل ليلي"), "japanese": ('lang="ja" style', "IPAexGothic", "夜間故障のあとに")}
LONG_WORD = "Donaudampfschifffahrt" * 10
pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.filterwarnings("ignore::ResourceWarning")]


@pytest.fixture(params=SAMPLES)
def built(request: pytest.FixtureRequest, shared: Path) -> Seen:
    """Return each of the two libraries with its pages and PDFs."""
    name: str = request.param
    return once(shared, f"language-{name}", whole, lambda to: copied(DATA / "languages" / name, to))


def expected(seen: Seen) -> tuple[str, str, str]:
    """Return what a library's pages must say of their language, the font of its signs, and the title of its play."""
    source = (seen.site / "index.html").read_text(encoding="utf-8")
    return next(each for each in SAMPLES.values() if each[0] in source)


def overflowing(browser: Browser, site: Path) -> dict[str, int]:
    """Return the pages that are wider than a phone, with by how much."""
    tab = browser.new_page(viewport={"width": 390, "height": 800})
    found = {}
    for path in pages(site):
        tab.goto((site / path).as_uri())
        found[path] = int(tab.evaluate(WIDER))
    tab.close()
    return {path: by for path, by in found.items() if by > 0}


def test_every_page_and_pdf_is_made_and_says_its_language(built: Seen) -> None:
    """No sign is missing, nothing is reported, and each page begins on the side of its language."""
    tag, _, title = expected(built)
    assert built.problems == ()
    assert all(f"<html {tag}" in page.source for page in pages(built.site).values())
    assert title in (built.site / "plays/night-failure.html").read_text(encoding="utf-8")


def test_the_pdfs_are_for_everybody_and_in_a_font_of_the_script(built: Seen) -> None:
    """PDF/UA has nothing to say, and the signs come from a font that is made for them."""
    _, font, _ = expected(built)
    files = sorted(built.site.rglob("*.pdf"))
    assert len(files) > 3
    assert {file.name: offences(file) for file in files if offences(file)} == {}
    with pikepdf.open(built.site / "plays/night-failure.pdf") as pdf:
        names = {str(each.get("/BaseFont", "")) for page in pdf.pages for each in page.Resources.Font.values()}
    assert any(font in name or "Noto" in name for name in names), names


def test_words_in_a_picture_on_paper_are_whole(shared: Path) -> None:
    """Letters join in the picture of a play as in the text around it: its words can be found there, too."""
    seen = once(shared, "language-arabic", whole, lambda to: copied(DATA / "languages/arabic", to))
    command = ["pdftotext", "-enc", "UTF-8", str(seen.site / "plays/night-failure.pdf"), "-"]
    told = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    assert told.count("أرسل الحاسبة") == 3  # in the steps at a glance, in the picture, and above the step


def test_no_page_is_wider_than_a_phone(browser: Browser, built: Seen) -> None:
    """In either direction every page fits."""
    assert overflowing(browser, built.site) == {}


def test_axe_finds_nothing(browser: Browser, built: Seen) -> None:
    """Labels, contrast and order hold in these languages, too."""
    names = ("index.html", "plays/night-failure.html", "personas/plant.html", "stages/index.html", "they-say.html")
    assert violations(browser, [built.site / name for name in names], "narrow") == []


def test_a_long_word_and_a_long_text_stay_in_their_place(browser: Browser, twelve: Path, tmp_path: Path) -> None:
    """A word of 210 letters and a text of 5,000 words stand whole on the screen and on paper, and push nothing aside."""
    asset = next((twelve / "content_library/assets").glob("*.yaml"))
    text = " ".join(f"word{number}" for number in range(5000))
    with asset.open("a", encoding="utf-8") as file:
        file.write(f"\nextra:\n  long: {LONG_WORD}\n  much: |\n    {text} {LONG_WORD}\n")
    site = tmp_path / "site"
    html(twelve, site)
    page = next(path for path, each in pages(site).items() if path.startswith("assets/") and "word4999" in each.source)
    assert LONG_WORD in (site / page).read_text(encoding="utf-8")
    assert overflowing(browser, site) == {}
    [paper] = (
        page for page in planned(check(twelve, today=TODAY).library, edition="rep", today=TODAY, pdf=True) if page.path == "playbook.pdf"
    )
    printed = tmp_path / "playbook.pdf"
    printed.write_bytes(page_pdf(paper, read_bundle(ROOT / "templates"), "").content or b"")
    assert offences(printed) == []
