"""What a script adds in a browser: merge fields filled, steps ticked, dates for a calendar, the deal kit, a word on how it went."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from e2e_libraries import Seen, copied_sample, html
from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.filterwarnings("ignore::ResourceWarning")]


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    """A page on a desk, whose browser may save files."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    yield context.new_page()
    context.close()


def test_a_field_is_filled_once_for_every_message(desk: Page, sample: Seen) -> None:
    """What is typed for a merge field stands in every message of the page, is copied, and is there again after a reload."""
    desk.goto((sample.site / "plays/not-now.html").as_uri())
    desk.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    name = desk.locator("[data-fills]").first.get_attribute("data-fills") or ""
    assert name
    desk.locator("[data-fills]").first.fill("Zanzibar & <b>Co</b>")
    places = desk.locator(f'.merge[data-field="{name}"]')
    assert places.count() >= 1
    assert {places.nth(number).inner_text() for number in range(places.count())} == {"Zanzibar & <b>Co</b>"}
    desk.reload()
    assert desk.locator(f'.merge[data-field="{name}"]').first.text_content() == "Zanzibar & <b>Co</b>"
    desk.evaluate("localStorage.clear()")
    desk.reload()
    assert desk.locator(".merge").first.text_content() == name


def test_a_link_in_a_message_says_what_it_counts(sample: Seen) -> None:
    """The address in a ready message names asset, use and version; the asset's own address on its page stays as it was written."""
    found = re.findall(r"https://[^\s<\"]+pb_asset=[^\s<\"]+", (sample.site / "plays/not-now.html").read_text(encoding="utf-8"))
    assert found
    asked = parse_qs(urlsplit(found[0].replace("&amp;", "&")).query)
    assert re.fullmatch(r"[0-9a-f]{8}", asked["pb_version"][0])
    assert (sample.site / f"assets/{asked['pb_asset'][0]}.html").exists()
    assert asked["pb_use"][0].startswith("not-now/")


def test_steps_are_ticked_and_remembered(desk: Page, sample: Seen) -> None:
    """A ticked step is ticked after a reload, and starting again clears all of them."""
    desk.goto((sample.site / "plays/gone-quiet.html").as_uri())
    desk.get_by_label("Step 2 is done").check()
    desk.reload()
    assert desk.locator("tr.done").count() == 1
    assert desk.get_by_label("Step 2 is done").is_checked()
    desk.get_by_role("button", name="Start again").click()
    desk.reload()
    assert desk.locator("tr.done").count() == 0


def test_a_play_s_dates_are_a_calendar_file(desk: Page, sample: Seen, tmp_path: Path) -> None:
    """Each dated step is an event; business days leave out weekends and agreed holidays, and no line is longer than 75 bytes."""
    desk.goto((sample.site / "plays/champion-gone.html").as_uri())
    desk.fill("input[type=date]", "2026-12-23")
    with desk.expect_download() as waiting:
        desk.get_by_role("button", name="Dates for my calendar").click()
    waiting.value.save_as(tmp_path / "play.ics")
    raw = (tmp_path / "play.ics").read_bytes()
    assert max(map(len, raw.split(b"\r\n"))) <= 75
    text = raw.decode().replace("\r\n ", "")
    # day 0 is 23 December; 24, 25 and 31 December and 1 January are holidays: two business days on is 29 December, five is 5 January
    assert re.findall(r"DTSTART;VALUE=DATE:(\d+)", text) == ["20261223", "20261223", "20261229", "20261229", "20270105"]
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    assert len(set(re.findall(r"UID:(.*)\r", text))) == 5


def test_a_kit_stands_in_its_address(desk: Page, sample: Seen) -> None:
    """Ticked content stands in the address; opened elsewhere the same is ticked, and on paper nothing else is left."""
    desk.goto((sample.site / "kit.html").as_uri())
    for number in (0, 3):
        desk.locator("[data-kit-tick]").nth(number).check()
    address = desk.url
    assert "#kit=" in address
    assert desk.inner_text("[data-kit-count]").startswith("2 ")
    desk.goto("about:blank")
    desk.goto(address)
    assert desk.locator(".in-kit").count() == 2
    desk.emulate_media(media="print")
    visible = desk.evaluate("[...document.querySelectorAll('.kit-item')].filter(each => each.offsetParent !== null).length")
    assert visible == 2


def test_a_word_on_how_it_went_names_entry_step_and_version(desk: Page, tmp_path: Path) -> None:
    """With an address for feedback, each play offers three answers that name the entry, its version and the last step that was ticked."""
    root = copied_sample(tmp_path / "library")
    settings = root / "enablement.yaml"
    text = settings.read_text(encoding="utf-8")
    added = "feedback: mailto:marketing@example.com\nrepository: https://github.com/example/library\n"
    settings.write_text(f"{text}\n{added}", encoding="utf-8")
    html(root, tmp_path / "site")
    desk.goto((tmp_path / "site/plays/gone-quiet.html").as_uri())
    assert desk.locator("[data-tell]").count() == 3
    desk.get_by_label("Step 2 is done").check()
    link = desk.locator("[data-tell]").first
    link.evaluate("each => { each.addEventListener('click', event => event.preventDefault()); each.click() }")
    told = unquote((link.get_attribute("href") or "").replace("+", " "))
    key = desk.locator("tr.done").get_attribute("data-key")
    assert re.search(r"Entry: play:gone-quiet, version [0-9a-f]{8}", told)
    assert f"Step: {key}" in told
    edit = desk.get_by_role("link", name="Change what is written here").get_attribute("href")
    assert edit == "https://github.com/example/library/edit/main/content_library/plays/gone-quiet.yaml"
