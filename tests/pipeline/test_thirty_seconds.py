"""On a telephone, each page of a play, a piece of content, a persona or a competitor begins with what to do and what to say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from e2e_libraries import Seen
from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.filterwarnings("ignore::ResourceWarning")]

FIRST = 700
"""Pixels of a page that a telephone shows before anybody scrolls, with the bars of its browser taken off."""
SAY = ".glance :is(.say, .act .you)"
NEXT = ".glance :is(.ready, .follow-up, .then, .strip)"
BEGINS = {"personas": (".glance .now", ".glance .best-play a", ".jump")}
"""What a page begins with, in its order, where that is not what to do, to say and what is next: of a persona what to ask, then a play."""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page on a telephone."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    yield context.new_page()
    context.close()


def edges(phone: Page, selector: str) -> tuple[float, float]:
    """Return where the first block of a sort begins and ends, in pixels from the top."""
    box = phone.locator(selector).first.bounding_box()
    assert box, selector
    return box["y"], box["y"] + box["height"]


def late(phone: Page, files: list[Path], begins: tuple[str, str, str] = (".glance .now", SAY, NEXT)) -> dict[str, str]:
    """Return the pages on which what to do ends, or what to say begins, too far down; or where these are out of order."""
    found = {}
    for file in files:
        phone.goto(file.as_uri())
        do, say, then = (edges(phone, selector) for selector in begins)
        if not (do[1] <= say[0] < then[0] and do[1] <= FIRST and say[0] <= FIRST):
            found[file.name] = f"do {do}, say {say}, next {then}"
    return found


@pytest.mark.parametrize("folder", ["plays", "assets", "personas", "competitors"])
def test_do_and_say_are_seen_at_once(folder: str, phone: Page, sample: Seen) -> None:
    """On each of these pages of the sample what to do, what to say and what is next follow one another, the first two at once."""
    files = [file for file in sorted((sample.site / folder).glob("*.html")) if file.name != "index.html"]
    assert len(files) > 3
    assert late(phone, files, *([BEGINS[folder]] if folder in BEGINS else [])) == {}


CUT = "all => all.filter(row => row.scrollWidth > row.clientWidth).map(row => row.textContent)"


@pytest.mark.parametrize(
    ("planted", "cut"), [("p {}", False), (".page-head > .badges { white-space: nowrap; flex-wrap: nowrap; overflow-x: auto }", True)]
)
def test_nothing_of_the_facts_on_top_is_cut_off(browser: Browser, sample: Seen, planted: str, cut: bool) -> None:
    """Whom it is for and who may see it is read at once, however many facts there are; a row that were to be pushed aside would be seen."""
    found = []
    phone = browser.new_page(viewport={"width": 390, "height": 844})
    for file in sorted((sample.site / "plays").glob("*.html")):
        phone.goto(file.as_uri())
        phone.add_style_tag(content=planted)
        found += phone.locator(":is(.page-head, .best) > .badges").evaluate_all(CUT)
    phone.close()
    assert bool(found) is cut


def test_a_late_page_is_found(phone: Page, sample: Seen, tmp_path: Path) -> None:
    """A page whose head has grown by half a screen is noticed."""
    page = (sample.site / "plays/not-now.html").read_text().replace("<h1>", '<div style="height:400px"></div><h1>')
    planted = sample.site / "plays/zz-late.html"
    planted.write_text(page)
    try:
        assert list(late(phone, [planted])) == ["zz-late.html"]
    finally:
        planted.unlink()
