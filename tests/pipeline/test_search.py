"""The search in a real browser: from the disk and served, narrow and wide, by keyboard, sent as an address, and without JavaScript."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from e2e_axe import MODES
from e2e_libraries import Seen
from e2e_screens import EVERYWHERE, at
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.filterwarnings("ignore::ResourceWarning")]
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass
class Opened:
    """A page of a site in a browser, where it is, and what went wrong so far."""

    page: Page
    root: str
    wrong: list[str]

    def go(self, path: str) -> Page:
        """Open a page of the site."""
        self.page.goto(self.root + path)
        return self.page

    def titles(self) -> list[str]:
        """Return the titles of what was found, those with all words before those with some."""
        return self.page.locator(".hit-title").all_inner_texts()

    def ask(self, words: str) -> list[str]:
        """Write words into the field and return what is found."""
        self.page.fill("#search-words", words)
        return self.titles()


def opened(browser: Browser, root: str, width: int = 1440, *, scripts: bool = True) -> Opened:
    """Open a browser's window that notes each complaint, and each request to anybody but the site."""
    page = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=scripts).new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda asked: None if asked.url.startswith(root) else wrong.append(asked.url))
    page.on("response", lambda got: wrong.append(f"{got.status} {got.url}") if got.status >= 400 else None)
    return Opened(page, root, wrong)


@pytest.fixture
def search(browser: Browser, sample: Seen) -> Iterator[Opened]:
    """Return the search of the sample, from the disk; whatever it did, nothing may have gone wrong."""
    yield from watched(browser, sample.site.as_uri() + "/")


@pytest.fixture(params=["disk", "server"])
def search_anywhere(request: pytest.FixtureRequest, browser: Browser, sample: Seen) -> Iterator[Opened]:
    """Return the same from the disk, and then from a server."""
    with at(request.param, sample.site) as address:
        yield from watched(browser, address)


def watched(browser: Browser, root: str) -> Iterator[Opened]:
    """Open the search, and look afterwards at what went wrong."""
    window = opened(browser, root)
    window.go("search.html")
    yield window
    window.page.context.close()
    assert window.wrong == []


@pytest.mark.parametrize(("width", "place"), EVERYWHERE)
def test_a_typo_in_an_objection_finds_the_answer(browser: Browser, sample: Seen, width: int, place: str) -> None:
    """What the buyer said is found first, with the answer at once, from the field or the link in the head of any page."""
    with at(place, sample.site) as address:
        find_with_a_typo(opened(browser, address, width))


def find_with_a_typo(window: Opened) -> None:
    """Ask with a letter too few, follow what is found, and come back to it."""
    page = window.go("plays/renewal.html")
    if page.locator(".search-field input").is_visible():
        page.fill(".search-field input", "to expensve")
        page.press(".search-field input", "Enter")
    else:
        page.click(".search-link")
        page.fill("#search-words", "to expensve")
    first = page.locator(".hits li").first
    expect(first.locator(".hit-title")).to_have_text("You are too expensive.")
    expect(first.locator(".hit-answer")).to_contain_text("Compared with what?")
    assert first.locator(".hit-answer").bounding_box()["y"] < 900  # seen without a scroll
    assert first.locator("mark").all_inner_texts() == ["too", "expensive"]
    assert page.evaluate(WIDER) <= 0
    first.locator("a").click()
    assert page.url.endswith("they-say.html#objection-too-expensive")
    page.go_back()
    expect(page.locator(".hit-title").first).to_have_text("You are too expensive.")
    assert window.wrong == []
    page.context.close()


def test_half_a_word_is_enough(search: Opened) -> None:
    """The beginning of a word finds what has it, and so does a word without its accents."""
    assert "What an empty seat costs" in search.ask("calcul seat")[:2]
    assert search.ask("ÁRE TOÓ éxpens")[0] == "You are too expensive."


def test_what_has_all_words_comes_first(search: Opened) -> None:
    """Before what has only some of the words stands what has all of them, under a heading of its own."""
    titles = search.ask("calculator wait")
    all_of_them = search.page.locator("ol.hits").first.locator(".hit-title").all_inner_texts()
    assert all_of_them == ["What an empty seat costs"]
    assert len(titles) > 5
    assert search.page.locator("#search-found h2").inner_text().startswith("With only some of the words")
    assert search.page.inner_text("#search-status") == "Found: 1"


def test_a_term_is_found_by_its_other_words(search: Opened) -> None:
    """Another word for a term finds the term, and what is written with the term itself."""
    assert search.ask("hot lead")[0] == "MQL"
    assert search.ask("rate per hour")


def test_the_telling_words_decide(search: Opened) -> None:
    """Where nothing has all words, those that stand everywhere decide nothing; and the words of an id are found as a title's are."""
    assert search.ask("they want to have a discount")[0] == "They say we are too expensive"
    assert search.ask("gone quiet")[0] == "Silence after the offer"


def test_what_was_chosen_narrows_it_down(search: Opened) -> None:
    """Persona, stage, sort and audience each leave out what is not for them; without words, all that is left is listed."""
    page = search.page
    search.ask("shift")
    before = len(search.titles())
    page.select_option("#search-kind", "said")
    assert 0 < len(search.titles()) < before
    assert set(page.locator(".hit").evaluate_all("all => all.map(each => each.className)")) == {"hit hit-said"}
    page.fill("#search-words", "")
    page.select_option("#search-kind", "asset.calculator")
    page.select_option("#search-persona", "finance-director")
    assert search.titles() == ["What an empty seat costs"]
    page.select_option("#search-audience", "internal")
    assert search.titles() == []
    assert page.inner_text("#search-status") == "Nothing found."
    page.click(".show-all")
    assert page.input_value("#search-kind") == ""
    expect(page.locator("#search-words")).to_be_focused()


def test_only_uses_that_fit_count(search: Opened) -> None:
    """Content is for a persona at a stage where one and the same use says so, and its link leads to that use."""
    page = search.page
    uses = {each["t"]: each.get("u", []) for each in page.evaluate("() => playbookSearch.documents") if each["k"] == "asset"}
    page.select_option("#search-kind", "asset")
    page.select_option("#search-persona", "plant-manager")
    page.select_option("#search-stage", "decision")

    def fits(use: dict[str, list[str]], name: str, id_: str) -> bool:
        return not use.get(name) or id_ in use[name]

    wanted = {
        title: [use["h"] for use in all_ if fits(use, "p", "plant-manager") and fits(use, "g", "decision")] for title, all_ in uses.items()
    }
    assert set(search.titles()) == {title for title, hrefs in wanted.items() if hrefs}
    for link in page.locator(".hit-title a").all():
        assert link.get_attribute("href") in wanted[link.inner_text()]


def test_everything_works_by_keyboard(search_anywhere: Opened) -> None:
    """A slash leads to the field, arrows through what was found and back, Enter opens it, Escape empties the field."""
    page = search_anywhere.go("index.html")
    page.keyboard.press("/")
    page.keyboard.type("expensive")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=expensive")
    page.keyboard.press("/")
    expect(page.locator("#search-words")).to_be_focused()
    page.keyboard.type("hire/")
    assert page.input_value("#search-words") == "hire/"
    links = page.locator(".hit-title a")
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#search-words")).to_be_focused()
    page.keyboard.press("Enter")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert page.input_value("#search-words") == ""
    assert search_anywhere.titles() == []
    page.keyboard.type("expensive")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/they-say.html*")


def test_what_is_asked_stands_in_the_address(search_anywhere: Opened) -> None:
    """The address of a search, sent to somebody else, shows them the same; what it names and nobody has is left out."""
    page = search_anywhere.page
    search_anywhere.ask("rate & cost?")
    page.select_option("#search-persona", "finance-director")
    page.select_option("#search-kind", "said")
    titles, address = search_anywhere.titles(), page.url
    assert titles
    page.goto("about:blank")
    page.goto(address)
    assert (search_anywhere.titles(), page.input_value("#search-words"), page.input_value("#search-kind")) == (
        titles,
        "rate & cost?",
        "said",
    )
    search_anywhere.go("search.html?q=expensive&persona=nobody&kind=nothing")
    assert page.input_value("#search-persona") == ""
    assert "You are too expensive." in search_anywhere.titles()
    search_anywhere.go("search.html#q=expensive&kind=said")
    assert search_anywhere.titles()[0] == "You are too expensive."


def test_nothing_found_says_so_and_leads_on(search: Opened) -> None:
    """Where nothing has all words, that is said, what is near is shown, and the way to marketing's requests."""
    page = search.page
    assert search.ask("nobody invoices penguins")
    assert page.inner_text("#search-status") == "The closest answers"
    assert page.inner_text("#search-found h2") == "Perhaps one of these"
    assert search.ask("xyzzyqq") == []
    assert page.inner_text("#search-status") == "Nothing found."
    page.click("#search-ask a")
    assert page.url.endswith("requests.html")


def test_words_are_never_markup(browser: Browser, sample: Seen, tmp_path: Path) -> None:
    """Whatever stands in the index or in the address is shown as it is written, also in languages without spaces."""
    documents = [
        {"k": "said", "t": "<img src=x onerror=alert(1)> too dear", "h": "they-say.html#a", "l": "<b>No</b>", "p": [], "g": []},
        {"k": "said", "t": "価格が高すぎます。", "h": "they-say.html#b", "l": "何と比べてですか。", "p": [], "g": []},
        {"k": "term", "t": "Löhne", "h": "glossary.html#c", "s": ["Straße"], "l": "it’s pay"},
    ]
    for path in sample.site.rglob("*"):
        if path.is_file() and (path.name == "search.html" or "js" in path.parts):
            to = tmp_path / path.relative_to(sample.site)
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_bytes(path.read_bytes())
    (tmp_path / "search-index.js").write_text(
        f"window.playbookSearch={json.dumps({'format': 1, 'documents': documents})};", encoding="utf-8"
    )
    window = opened(browser, tmp_path.as_uri() + "/")
    page = window.go("search.html?q=%3Cimg+dear")
    assert window.titles() == ["<img src=x onerror=alert(1)> too dear"]
    assert page.locator("#search-found :is(img, b)").count() == 0
    assert page.locator("mark").all_inner_texts() == ["img", "dear"]
    assert window.ask("高すぎ") == ["価格が高すぎます。"]
    assert page.locator("mark").all_inner_texts() == ["高すぎ"]
    assert window.ask("lohne") == window.ask("STRASSE") == window.ask("its pay") == window.ask("it's pay") == ["Löhne"]
    page.context.close()


@pytest.mark.parametrize(("width", "place"), EVERYWHERE)
def test_without_javascript_it_leads_to_every_page(browser: Browser, sample: Seen, width: int, place: str) -> None:
    """Without JavaScript the field leads to a page that says what is needed, and where everything is listed."""
    with at(place, sample.site) as address:
        read_without_scripts(opened(browser, address, width, scripts=False))


def read_without_scripts(window: Opened) -> None:
    """Open the search without JavaScript and follow where it leads."""
    page = window.go("search.html?q=expensive")
    assert "needs JavaScript" in page.inner_text("main")
    assert not page.locator("#search").is_visible()
    assert page.evaluate(WIDER) <= 0
    page.click("main a[href='sitemap.html']")
    assert page.inner_text("h1") == "All pages"
    page.context.close()


@pytest.mark.parametrize("mode", ["narrow", *(pytest.param(mode, marks=pytest.mark.prove) for mode in MODES if mode != "narrow")])
def test_axe_finds_nothing_in_what_was_found(browser: Browser, sample: Seen, mode: str) -> None:
    """What the search shows can be read by everybody: marked words, the answer, what has only some of the words, and what was chosen."""
    page = browser.new_context(**MODES[mode]).new_page()
    for asked in ("q=too+expensive+rate&persona=finance-director", "q=nobody+turns+up", "q=xyzzyqq&kind=play", ""):
        page.goto((sample.site / "search.html").as_uri() + "?" + asked)
        assert [each["id"] for each in Axe().run(page).response["violations"]] == []
    page.context.close()
