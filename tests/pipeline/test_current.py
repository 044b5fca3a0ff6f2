"""In a browser, the address on a print gets one clear answer; without JavaScript the table has it all."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser

from playbook.library import assemble
from playbook.model.people import Persona
from playbook.model.plays import Play
from playbook.model.prints import CurrentBody
from playbook.model.settings import Settings
from playbook.render import page_html, read_bundle
from playbook.select import Earlier, pages
from playbook.shipped import theme_dir

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.filterwarnings("ignore::ResourceWarning")]
PLAY = Play(id="quiet", title="Gone quiet", promise="An answer", personas=("hr",))
HR = Persona(id="hr", name="HR director")


@pytest.fixture(scope="module")
def current(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """Return the page in a folder with its script, the version of a play now and the one before."""
    folder = tmp_path_factory.mktemp("site")
    before = assemble(Settings(name="Test"), [HR, replace(PLAY, promise="A call back")])
    found = pages(
        assemble(Settings(name="Test"), [HR, PLAY]), edition="rep", today=date(2026, 11, 22), pdf=True, earlier=Earlier(before, "May")
    )
    page = next(page for page in found if page.path == "current.html")
    assert isinstance(page.body, CurrentBody)
    told = next(each for each in page.body.printed if each.link.id == "plays/quiet.pdf")
    (folder / "_theme").mkdir()
    shutil.copytree(theme_dir() / "js", folder / "_theme/js")
    (folder / "current.html").write_bytes(page_html(page, read_bundle(theme_dir()), "").content or b"")
    return folder / "current.html", told.mark.version, told.before


def answered(browser: Browser, file: Path, asked: str, *, scripts: bool = True) -> str:
    """Return the words of the answer to an address, "" where none is shown."""
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"{file.as_uri()}#{asked}")
    answer = page.locator("#answer")
    words = answer.inner_text() if answer.is_visible() else ""
    context.close()
    return " ".join(words.split())


def test_a_current_print_is_told_so(browser: Browser, current: tuple[Path, str, str]) -> None:
    """One sentence with title and version, and nothing else to read."""
    file, now, _ = current
    assert answered(browser, file, f"of=plays/quiet.pdf&v={now}") == f"You hold version {now} of “Gone quiet”: it is current."


def test_an_older_print_is_told_what_changed(browser: Browser, current: tuple[Path, str, str]) -> None:
    """The entries that changed are listed under the sentence, and the new PDF is one tap away."""
    file, now, before = current
    words = answered(browser, file, f"of=plays/quiet.pdf&v={before}")
    assert words.startswith(f"You hold version {before} of “Gone quiet”: it is not the newest.")
    assert "Changed Gone quiet · Promise" in words
    assert words.endswith(f"Open the new PDF: Gone quiet, version {now}")


def test_a_version_that_nobody_knows_is_told_so(browser: Browser, current: tuple[Path, str, str]) -> None:
    """An older print than the earlier library gets the new PDF; markup in an address stays words."""
    file, now, _ = current
    words = answered(browser, file, "of=plays/quiet.pdf&v=%3Cb%3E99%3C/b%3E")
    assert words.startswith("You hold version <b>99</b> of “Gone quiet”: it is another than the newest")
    assert words.endswith(f"version {now}")


def test_a_document_that_is_gone_is_told_so(browser: Browser, current: tuple[Path, str, str]) -> None:
    """What is no longer printed is not called current."""
    assert answered(browser, current[0], "of=plays/old.pdf&v=1") == "This document is not printed any more. Look for it in the list."


def test_who_asks_nothing_sees_the_table(browser: Browser, current: tuple[Path, str, str]) -> None:
    """Without an address to ask for, or without JavaScript, the table stands alone."""
    assert answered(browser, current[0], "") == ""
    assert answered(browser, current[0], "of=plays/quiet.pdf&v=1", scripts=False) == ""
