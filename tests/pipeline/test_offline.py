"""A served site on a telephone: installed, there without a network as far as it was opened, and never old where there is one."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from e2e_libraries import Seen, html
from e2e_served import served
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.filterwarnings("ignore::ResourceWarning")]
IN_A_TEST = [{"errorId": "in-incognito", "errorArguments": []}]  # a browser that forgets everything installs nothing, whatever the site
CONTROLLED = "async () => Boolean(navigator.serviceWorker.controller)"
BUILDS = "async () => (await caches.keys()).map(name => name.split(' ').pop())"
KEPT = """async part => {
    for (const name of await caches.keys()) if ((await (await caches.open(name)).keys()).some(each => each.url.endsWith(part))) return true
    return false
}"""


@pytest.fixture
def telephone(browser: Browser) -> Iterator[BrowserContext]:
    """A telephone that may lose its network."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context
    context.close()


@pytest.fixture
def publication(sample: Seen, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The sample published in a folder of a server, to be changed at will: its address, and where it lies."""
    site = tmp_path / "www/team/playbook"
    shutil.copytree(sample.site, site)
    with served(tmp_path / "www") as root:
        yield f"{root}team/playbook/", site


def until(page: Page, asked: str, wanted: object, about: str = "") -> None:
    """Wait until a question about what is kept has the wanted answer."""
    for _ in range(200):
        if page.evaluate(asked, about) == wanted:
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never {wanted}: {asked} {about}")


def visited(telephone: BrowserContext, address: str, *paths: str) -> Page:
    """Open pages one after the other, and wait until they are kept."""
    page = telephone.new_page()
    for path in paths:
        page.goto(address + path)
        until(page, CONTROLLED, True)
        until(page, KEPT, True, path)
    return page


def test_what_was_opened_is_there_without_a_network(telephone: BrowserContext, publication: tuple[str, Path]) -> None:
    """Home, finder, search and the opened play are read without a network, with their looks and their scripts; each says so."""
    address, _ = publication
    page = visited(telephone, address, "plays/not-now.html")
    telephone.set_offline(True)
    page.reload()
    assert page.inner_text("h1")
    expect(page.locator(".kept-notice")).to_contain_text(re.compile(r"as it was kept on \d+/\d+/\d{4}"))
    assert page.locator(".send-actions button").count()
    page.goto(address)
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('1em Inter'))")
    page.click(".find-now a")
    page.click("summary:has-text('They said')")
    page.click("[data-choose='signal:said-not-now']")
    assert page.locator("[data-step='persona']").is_visible()
    page.goto(address + "search.html?q=to+expensve")
    expect(page.locator(".hit-title").first).to_have_text("You are too expensive.")


def test_what_was_never_opened_says_so(telephone: BrowserContext, publication: tuple[str, Path]) -> None:
    """Without a network an unopened page says that it is not kept, leads to what is, and opens when there is one again."""
    address, _ = publication
    page = visited(telephone, address, "index.html", "plays/not-now.html")
    telephone.set_offline(True)
    page.goto(address + "plays/gone-quiet.html?from=chat")
    assert page.url == address + "kept.html#plays/gone-quiet.html"
    expect(page.locator("[data-kept-missing]")).to_contain_text("not kept on this device yet")
    kept = page.locator("[data-kept-list] a")
    expect(kept).to_have_count(4)
    assert {each.get_attribute("href") for each in kept.all()} == {
        address + path for path in ("index.html", "find.html", "search.html", "plays/not-now.html")
    }
    telephone.set_offline(False)
    page.click("[data-kept-missing] a")
    assert page.url == address + "plays/gone-quiet.html"
    assert page.locator(".kept-notice").count() == 0


def test_a_new_build_is_seen_at_once_and_kept(telephone: BrowserContext, publication: tuple[str, Path]) -> None:
    """One visit after a new build that build is kept, with what was opened before as it is now, and the old one is gone."""
    address, site = publication
    page = visited(telephone, address, "index.html", "plays/not-now.html")
    [before] = page.evaluate(BUILDS)
    play, worker = site / "plays/not-now.html", site / "service-worker.js"
    play.write_text(play.read_text(encoding="utf-8").replace("</h1>", " Zanzibar</h1>"), encoding="utf-8")
    (site / "plays/gone-quiet.html").unlink()
    worker.write_text(worker.read_text(encoding="utf-8").replace(before, "0123456789abcdef"), encoding="utf-8")
    page.goto(address + "index.html")
    until(page, BUILDS, ["0123456789abcdef"])
    telephone.set_offline(True)
    page.goto(address + "plays/not-now.html")
    assert page.inner_text("h1").endswith("Zanzibar")


def test_with_a_network_old_advice_is_never_shown(telephone: BrowserContext, publication: tuple[str, Path]) -> None:
    """A page that changed is seen changed on the next visit, and one that is gone is gone, whatever is kept."""
    address, site = publication
    page = visited(telephone, address, "index.html", "plays/not-now.html", "plays/gone-quiet.html")
    play = site / "plays/not-now.html"
    play.write_text(play.read_text(encoding="utf-8").replace("</h1>", " Zanzibar</h1>"), encoding="utf-8")
    (site / "plays/gone-quiet.html").unlink()
    page.goto(address + "plays/not-now.html")
    assert page.inner_text("h1").endswith("Zanzibar")
    gone = page.goto(address + "plays/gone-quiet.html")
    assert gone
    assert gone.status == 404
    page.goto(address + "index.html")
    until(page, KEPT, False, "plays/gone-quiet.html")


def test_it_can_be_installed(telephone: BrowserContext, publication: tuple[str, Path]) -> None:
    """Chromium finds nothing against installing the site; its manifest has the team's name and colour, and icons of their size."""
    address, site = publication
    page = visited(telephone, address, "index.html")
    session = telephone.new_cdp_session(page)
    found = session.send("Page.getAppManifest")
    assert (found["url"], found["errors"]) == (address + "site.webmanifest", [])
    assert session.send("Page.getInstallabilityErrors")["installabilityErrors"] == IN_A_TEST
    manifest = json.loads(found["data"])
    assert (manifest["name"], manifest["theme_color"]) == ("Quillhaven sales playbook", "#0b5c7a")
    for icon in manifest["icons"]:
        head = (site / icon["src"]).read_bytes()[:24]
        assert icon["sizes"] == f"{int.from_bytes(head[16:20], 'big')}x{int.from_bytes(head[20:24], 'big')}"


def test_a_manifest_without_icons_cannot_be_installed(telephone: BrowserContext, publication: tuple[str, Path]) -> None:
    """The question put to Chromium above is one that can be answered with no."""
    address, site = publication
    manifest = site / "site.webmanifest"
    manifest.write_text(json.dumps({**json.loads(manifest.read_text(encoding="utf-8")), "icons": []}), encoding="utf-8")
    page = visited(telephone, address, "index.html")
    errors = telephone.new_cdp_session(page).send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert "manifest-missing-suitable-icon" in [each["errorId"] for each in errors]


def test_from_a_folder_nothing_is_kept(browser: Browser, sample: Seen) -> None:
    """From the disk there is no manifest, no service worker, no complaint; the page of what is kept says that everything is there."""
    page = browser.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto((sample.site / "index.html").as_uri(), wait_until="load")
    assert page.locator("link[rel=manifest]").count() == 0
    page.goto((sample.site / "kept.html").as_uri() + "#plays/not-now.html")
    assert not page.locator("[data-kept-missing]").is_visible()
    assert page.locator("[data-kept-list] a").count() == 3
    assert wrong == []
    page.close()


def test_an_edit_makes_the_worker_anew_and_no_other_page(twelve: Path, tmp_path: Path) -> None:
    """An edit gives the worker another stamp, and makes no page anew that does not show it; without one, nothing is made."""
    html(twelve, tmp_path / "site")
    worker = tmp_path / "site/service-worker.js"
    before = worker.read_bytes()
    assert html(twelve, tmp_path / "site").published.made == ()
    play = twelve / "content_library/plays/price.yaml"
    play.write_text(play.read_text(encoding="utf-8") + "why: Zanzibar.\n", encoding="utf-8")
    made = html(twelve, tmp_path / "site").published.made
    assert {"plays/price.html", "service-worker.js"} <= set(made)
    assert "plays/seal.html" not in made
    assert worker.read_bytes() != before


def test_buyers_devices_keep_nothing(buyer: Seen) -> None:
    """A buyer's edition has an icon, but neither a manifest nor a service worker: nothing of it stays on a buyer's device."""
    assert (buyer.site / "_theme/icon-192.png").exists()
    for name in ("site.webmanifest", "service-worker.js", "kept.html"):
        assert not (buyer.site / name).exists()
    assert "data-worker" not in (buyer.site / "index.html").read_text(encoding="utf-8")
