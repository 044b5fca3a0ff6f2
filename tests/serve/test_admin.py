"""A marketer opens the form editor in a browser, changes an asset, adds to it, and saves: the file says so, and nobody else was asked."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from playbook.edit import start
from playbook.pipeline import check

ASSET = "content_library/assets/cost-of-vacancy.yaml"
PATIENCE = 60
pytestmark = pytest.mark.prove


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the sample, with a remark of its author's."""
    start(tmp_path / "library", small=False)
    file = tmp_path / "library" / ASSET
    file.write_text("# asked for by the north\n" + file.read_text("utf-8"), "utf-8")
    return tmp_path / "library"


@pytest.fixture
def address(root: Path) -> Iterator[str]:
    """Return the address of a preview that runs."""
    command = [sys.executable, "-m", "playbook", "serve", "--port", "18700", "--date", "2026-11-22", "--library", str(root)]
    log = root.parent / "log.txt"
    with log.open("w") as told:
        process = subprocess.Popen(command, stdout=told, stderr=subprocess.STDOUT)
    deadline = time.monotonic() + PATIENCE
    while not (found := re.search(r"http://127\.0\.0\.1:\d+/", log.read_text())) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert found, log.read_text()
    yield found[0]
    process.terminate()
    process.wait(PATIENCE)


@pytest.fixture
def page(address: str) -> Iterator[Page]:
    """Return a browser's page; at the end, none of its requests may have gone to another host."""
    others: list[str] = []
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        found = browser.new_page(viewport={"width": 1280, "height": 1000})
        found.on("request", lambda asked: others.append(asked.url) if not asked.url.startswith((address, "blob:", "data:")) else None)
        yield found
        browser.close()
    assert others == []


def save(page: Page) -> None:
    """Save what the form holds and wait for the answer."""
    with page.expect_response("**/api/v1") as answered:
        page.get_by_role("button", name="Save").first.click()
        page.get_by_text("Save into the file").first.click()
    assert answered.value.ok


def test_an_asset_is_edited_in_the_browser(page: Page, address: str, root: Path) -> None:
    """Saved twice in one tab, two lines are others; the remark stays, and the library still has no problem."""
    before = (root / ASSET).read_text("utf-8").splitlines()
    page.goto(f"{address}admin/#/collections/assets/entries/cost-of-vacancy")
    title = page.get_by_label("Title").first
    expect(title).to_have_value("What an empty seat costs", timeout=PATIENCE * 1000)
    title.fill("What an empty seat costs a week")
    save(page)
    expect(page.get_by_text("Saved in the file")).to_be_visible(timeout=PATIENCE * 1000)
    page.get_by_label("Buyer question").first.fill("What does waiting cost us?")
    save(page)
    expect(page.get_by_text("Saved in the file")).to_be_visible(timeout=PATIENCE * 1000)
    after = (root / ASSET).read_text("utf-8").splitlines()
    assert [line for line in after if line not in before] == [
        "title: What an empty seat costs a week",
        "buyer_question: What does waiting cost us?",
    ]
    assert len(after) == len(before)
    assert after[0] == "# asked for by the north"
    assert check(root, today=date(2026, 11, 22)).problems == ()


def test_what_others_name_is_not_deleted(page: Page, address: str, root: Path) -> None:
    """Nobody is asked to sign in, the status is seen at once, and a refusal says in words who names the entry and what to do instead."""
    page.goto(f"{address}admin/#/collections/assets/entries/cost-of-vacancy")
    expect(page.get_by_text("draft keeps it off the reps' pages").first).to_be_visible(timeout=PATIENCE * 1000)
    expect(page.get_by_text("Login")).to_have_count(0)
    expect(page.get_by_text(re.compile(r"^publish(ed)?( now)?$", re.IGNORECASE))).to_have_count(0)
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_text("Delete the file").first.click()
    expect(page.get_by_text(re.compile(r"^Not deleted\. It is named by .+ \(content_library/.+\).* Set Status to retired"))).to_be_visible()
    assert (root / ASSET).exists()
