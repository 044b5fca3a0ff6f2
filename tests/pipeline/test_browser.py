"""A real browser opens every sort of page, from the disk and from a server: wide and narrow, with JavaScript and without."""

from __future__ import annotations

from pathlib import Path

import pytest
from e2e_libraries import Seen
from e2e_screens import EVERYWHERE, at
from e2e_walk import pages
from playwright.sync_api import Browser, Page

WIDER = "() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - document.documentElement.clientWidth"
WORDS = """() => {
    document.querySelectorAll("main :is(button, .channels, .send-length, .fill-in, .step-tools, .step-done)").forEach(each => each.remove())
    document.querySelectorAll(".other-channel").forEach(each => each.classList.remove("other-channel"))
    return document.querySelector("main").innerText.replace(/[^\\S\\n]+/g, " ").replace(/\\s*\\n\\s*/g, "\\n").trim()
}"""
ANSWERING = {
    "find.html",
    "find-anywhere.html",
    "search.html",
    "kit.html",
}  # what they show depends on what was asked; see test_finder.py, test_search.py, test_work.py
LEFT = "net::ERR_ABORTED"  # a browser fetches a page's icon after the page, and stops when the next page is asked for
HIDDEN = "() => [...document.querySelectorAll('main *')].filter(e => getComputedStyle(e).visibility === 'hidden').length"
# Runs once for the module's tests: a browser for each process would be slower than all of them in one.
pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.filterwarnings("ignore::ResourceWarning")]


def chosen(site: Path) -> list[str]:
    """Return a page of every sort: of each folder the list, the longest and the one with the longest word; and all pages beside them."""
    folders: dict[str, list[str]] = {}
    seen = pages(site)
    for path in seen:
        folders.setdefault(path.rpartition("/")[0], []).append(path)
    found = set(folders.pop(""))
    for folder, paths in folders.items():
        ones = [path for path in paths if path != f"{folder}/index.html"] or paths
        longest_word = max(ones, key=lambda path: max(map(len, seen[path].text.split())))
        found |= {f"{folder}/index.html", max(ones, key=lambda path: len(seen[path].source)), longest_word}
    return sorted(found)


def looked_at(browser: Browser, address: str, paths: list[str], width: int, *, scripts: bool) -> tuple[list[str], dict[str, str]]:
    """Open pages of the site at an address; return what is wrong with them, and the words that each one shows."""
    context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=scripts)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(f"console: {message.text}") if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
    page.on("request", lambda request: None if request.url.startswith(address) else wrong.append(f"asks for {request.url}"))
    page.on("requestfailed", lambda request: None if request.failure == LEFT else wrong.append(f"does not get {request.url}"))
    shown = {}
    for path in paths:
        page.goto(address + path)
        wrong += [f"{path} at {width}: {what}" for what in faults(page)]
        shown[path] = page.evaluate(WORDS)
    context.close()
    return wrong, shown


def faults(page: Page) -> list[str]:
    """Return what a reader of an open page would stumble over."""
    wider, hidden = page.evaluate(WIDER), page.evaluate(HIDDEN)
    found = [f"{wider} px too wide"] if wider > 0 else []
    return found + ([f"{hidden} hidden elements"] if hidden else [])


@pytest.mark.parametrize(("width", "place"), EVERYWHERE)
def test_every_sort_of_page_in_a_browser(browser: Browser, sample: Seen, width: int, place: str) -> None:
    """Without JavaScript no page is wider than the screen, complains, hides anything, or asks for anything outside the site."""
    with at(place, sample.site) as address:
        read_without_scripts(browser, sample, address, width)


@pytest.mark.parametrize("width", [390, pytest.param(1440, marks=pytest.mark.prove)])
def test_every_sort_of_page_of_the_real_case(browser: Browser, case: Seen, width: int) -> None:
    """The same holds for the pages of the real case, from the disk."""
    read_without_scripts(browser, case, case.site.as_uri() + "/", width)


def read_without_scripts(browser: Browser, seen: Seen, address: str, width: int) -> None:
    """Open a page of every sort without JavaScript and find nothing wrong."""
    paths = chosen(seen.site)
    wrong, without = looked_at(browser, address, paths, width, scripts=False)
    assert wrong == []
    assert len(paths) >= 20
    assert all(without.values())


@pytest.mark.prove
def test_scripts_add_nothing_that_is_to_be_read(browser: Browser, sample: Seen) -> None:
    """With JavaScript a page shows the same words as without, but for its tools: nothing to be read depends on it."""
    address, paths = sample.site.as_uri() + "/", [path for path in chosen(sample.site) if path not in ANSWERING]
    wrong, plain = looked_at(browser, address, paths, 1440, scripts=False)
    complaints, scripted = looked_at(browser, address, paths, 1440, scripts=True)
    assert wrong + complaints == []
    assert scripted == plain


@pytest.mark.parametrize(
    ("planted", "sign"),
    [
        ('<div style="width:2000px">wide</div>', "px too wide"),
        (f"<p>{'unbroken' * 60}</p>", "px too wide"),
        ('<p style="visibility:hidden">gone</p>', "1 hidden elements"),
        ('<img src="gone.png" alt="gone">', "does not get file://"),
        ('<img src="http://127.0.0.1:9/x.png" alt="away">', "asks for http://127.0.0.1:9/x.png"),
        ("<script>console.error('oh')</script>", "console: oh"),
        ("<script>nothing.there()</script>", "error: nothing is not defined"),
    ],
)
def test_a_planted_offender_is_seen(browser: Browser, tmp_path: Path, planted: str, sign: str) -> None:
    """The browser notices each offence on a page that has it."""
    page = tmp_path / "page.html"
    page.write_text(f"<!DOCTYPE html><html lang=en><title>x</title><body><main><h1>x</h1>{planted}</main></body></html>")
    wrong, _ = looked_at(browser, tmp_path.as_uri() + "/", [page.name], 390, scripts="script" in planted)
    assert any(sign in what for what in wrong)
