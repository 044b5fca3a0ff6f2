"""The ways to send one message: each with the tools of its channel, one at a time where a script runs, else all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from e2e_libraries import Seen, html
from playwright.sync_api import Browser, Locator, Page

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.filterwarnings("ignore::ResourceWarning")]


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    """A page on a desk."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()


def group_of(desk: Page, file: Path, step: str) -> Locator:
    """Open a play and return the messages of one of its steps."""
    desk.goto(file.as_uri())
    return desk.locator(f"#step-{step} .sends")


def shown(group: Locator) -> list[str]:
    """Return the channels of the messages that are seen."""
    return [each.get_attribute("data-way") or "" for each in group.locator(".send").all() if each.is_visible()]


def test_each_channel_has_its_tools(desk: Page, sample: Seen) -> None:
    """An email is copied and opened in mail, a LinkedIn message copied and counted; what is read out is neither copied nor opened."""
    group = group_of(desk, sample.site / "plays/first-outbound-touch.html", "first-mail")
    assert shown(group) == ["email"]
    tools = {}
    for name in ("Email", "LinkedIn", "Voicemail"):
        group.get_by_role("tab", name=name, exact=True).click()
        panel = group.get_by_role("tabpanel")
        tools[name] = panel.locator(".send-actions > :is(a, button)").all_inner_texts()
    assert tools == {"Email": ["Copy", "Open in mail"], "LinkedIn": ["Copy"], "Voicemail": []}
    assert re.fullmatch(r"about \d+ seconds", group.locator(".aloud").inner_text())
    group.get_by_role("tab", name="LinkedIn").click()
    told = group.get_by_role("tabpanel").locator(".send-length").inner_text()
    assert re.fullmatch(r"1\d\d characters: short enough for an invitation", told)


def test_a_linkedin_message_is_copied_without_format(desk: Page, sample: Seen) -> None:
    """What goes where no format is kept is copied as plain words, an email with its paragraphs as well."""
    group = group_of(desk, sample.site / "plays/first-outbound-touch.html", "first-mail")
    desk.evaluate("""() => {
        const set = DataTransfer.prototype.setData;
        DataTransfer.prototype.setData = function (type, words) { window.copied.push(type); return set.call(this, type, words); };
    }""")
    for name, types in (("Email", ["text/plain", "text/html"]), ("LinkedIn", ["text/plain"])):
        group.get_by_role("tab", name=name, exact=True).click()
        desk.evaluate("() => { window.copied = []; }")
        group.get_by_role("tabpanel").get_by_role("button", name="Copy").click()
        assert desk.evaluate("window.copied") == types


def test_a_text_message_opens_with_its_words(desk: Page, sample: Seen) -> None:
    """The link of a text message holds the words as they are filled in, and how many text messages they take is told."""
    group = group_of(desk, sample.site / "plays/gone-quiet.html", "close-file")
    group.get_by_role("tab", name="Text message").click()
    panel = group.get_by_role("tabpanel")
    assert panel.locator(".send-length").inner_text().endswith("text messages: 1")
    panel.locator("summary").click()
    panel.locator('[data-fills="{first_name}"]').fill("Zoë 漢")
    link = unquote(panel.locator(".send-text").get_attribute("href") or "")
    assert link.startswith("sms:?&body=Hi Zoë 漢, on ")
    assert panel.locator(".send-length").inner_text().endswith("text messages: 2")


def test_text_messages_are_counted_as_they_are_paid(desk: Page, sample: Seen) -> None:
    """One holds 160 signs of the GSM alphabet, of which some count twice, or 70 of any other; several hold 153 and 67 each."""
    group = group_of(desk, sample.site / "plays/gone-quiet.html", "close-file")
    told = {}
    for text, parts in {
        "a" * 160: 1,
        "a" * 161: 2,
        "€" * 80: 1,
        "€" * 81: 2,
        "漢" * 70: 1,
        "漢" * 71: 2,
        "a" * 307: 3,
        "漢" * 135: 3,
    }.items():
        group.locator('[data-way="text"] .lines').evaluate(
            "(place, words) => { place.innerHTML = '<span class=merge>' + words + '</span>' }", text
        )
        desk.evaluate("document.querySelector('[data-fills]').dispatchEvent(new Event('input', { bubbles: true }))")
        told[f"{len(text)} characters, text messages: {parts}"] = group.locator('[data-way="text"] .send-length').text_content()
    assert len(told) == 8
    assert [*told] == [*told.values()]


def test_the_channel_is_remembered(desk: Page, sample: Seen) -> None:
    """The channel that was chosen is shown first on every page that has it; a message without it shows its first."""
    group = group_of(desk, sample.site / "plays/gone-quiet.html", "close-file")
    group.get_by_role("tab", name="Voicemail").click()
    assert shown(group) == ["voicemail"]
    assert shown(desk.locator("#step-smaller-step .sends")) == ["text"]
    group = group_of(desk, sample.site / "plays/not-now.html", "number")
    assert shown(group) == ["voicemail"]
    group.get_by_role("tab", name="Voicemail").press("ArrowRight")
    assert shown(group) == ["email"]


def test_all_channels_stand_there_without_a_script(browser: Browser, sample: Seen) -> None:
    """Without a script every way to send is seen, headed by its channel, without tools that only a script has; the same on paper."""
    context = browser.new_context(java_script_enabled=False)
    group = group_of(context.new_page(), sample.site / "plays/gone-quiet.html", "close-file")
    assert shown(group) == ["email", "text", "voicemail"]
    assert group.locator(".channel").all_inner_texts() == ["Email", "Text message", "Voicemail"]
    assert group.locator("button, a.button").count() == 0
    context.close()
    context = browser.new_context()
    page = context.new_page()
    group = group_of(page, sample.site / "plays/gone-quiet.html", "close-file")
    page.emulate_media(media="print")
    assert shown(group) == ["email", "text", "voicemail"]
    context.close()


def test_the_finder_has_the_channels(desk: Page, sample: Seen) -> None:
    """The answer of the finder offers the same channels."""
    desk.goto((sample.site / "find.html").as_uri() + "#happened=signal:said-not-now&persona=")
    desk.click("[data-best] .ready summary")
    best = desk.locator("[data-best] .sends")
    assert best.get_by_role("tab").all_inner_texts() == ["Email", "Text message", "Voicemail"]


def test_a_channel_of_one_s_own_is_shown_as_written(desk: Page, twelve: Path, tmp_path: Path) -> None:
    """A channel that the pages do not know keeps its name and is copied; known ones have one name however they are written."""
    file = twelve / "content_library/plays/seal.yaml"
    text = file.read_text(encoding="utf-8")
    sends = "id: write, send: [{channel: Pigeon, body: Coo}, {channel: SMS, body: Hi}], do:"
    file.write_text(text.replace("do:", sends), encoding="utf-8")
    html(twelve, tmp_path / "site")
    group = group_of(desk, tmp_path / "site/plays/seal.html", "write")
    assert group.get_by_role("tab").all_inner_texts() == ["Pigeon", "Text message"]
    assert group.get_by_role("tabpanel").locator(".send-actions > *").all_inner_texts() == ["Copy"]
