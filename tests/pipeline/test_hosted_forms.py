"""Authors edit in forms that are published with the site: what the editor writes into the repository reads back as it was meant."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from e2e_served import served
from playwright.sync_api import Browser

from playbook.edit import formatted, start, write
from playbook.load import read
from playbook.pipeline import BuildOptions, build, check
from playbook.problems import UsageError

TODAY = date(2026, 11, 22)
ASSET = "content_library/assets/cost-of-vacancy.yaml"
PATIENCE = 60_000
pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.filterwarnings("ignore::ResourceWarning")]


def kept(root: Path) -> None:
    """Say where the library is kept."""
    with (root / "enablement.yaml").open("a", encoding="utf-8") as file:
        file.write("repository:\n  url: https://github.com/quillhaven/playbook\n  sign_in: https://login.example.com\n")


def tree(root: Path) -> dict[str, Any]:
    """Return the library's files as the editor's repository for trials has them."""
    found: dict[str, Any] = {}
    for document in read(root).documents:
        *folders, name = document.file.split("/")
        at = found
        for folder in folders:
            at = at.setdefault(folder, {})
        at[name] = {"content": (root / document.file).read_text("utf-8")}
    return found


def data(root: Path) -> dict[str, Any]:
    """Return what each file says."""
    return {document.file: document.data for document in read(root).documents}


def test_other_editions_have_no_forms(tmp_path: Path) -> None:
    """Forms show what only authors may see, so partners and buyers are never given them."""
    start(tmp_path / "library", small=True)
    kept(tmp_path / "library")
    with pytest.raises(UsageError, match="no edition for others"):
        build(tmp_path / "library", tmp_path / "site", today=TODAY, options=BuildOptions(edition="buyer", pdf=False, admin=True))
    assert not (tmp_path / "site").exists()


@pytest.mark.prove
def test_what_the_editor_writes_reads_back(browser: Browser, tmp_path: Path) -> None:
    """A title is changed in the browser: the file says the new title, all else it said, and `check` finds nothing; nobody else is asked.

    The service is the editor's own for trials, which keeps the files in the page.
    """
    root, site = tmp_path / "library", tmp_path / "site"
    start(root, small=False)
    kept(root)
    write(root, formatted(root, lambda _: True).changes)
    build(root, site, today=TODAY, options=BuildOptions(pdf=False, admin=True))
    configuration = json.loads((site / "admin/config.yml").read_text("utf-8"))
    trial = json.dumps({**configuration, "backend": {"name": "test-repo"}, "publish_mode": "simple"})
    asked: list[str] = []
    with served(site) as address:
        page = browser.new_context(viewport={"width": 1280, "height": 1000}, service_workers="block").new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.add_init_script("window.repoFiles = " + json.dumps(tree(root)))
        page.route("**/admin/config.yml", lambda route: route.fulfill(body=trial, content_type="text/yaml"))
        page.goto(f"{address}admin/index.html#/collections/assets/entries/cost-of-vacancy")
        page.get_by_role("button", name="Login").click(timeout=PATIENCE)
        page.get_by_label("Title").first.fill("What an empty seat costs a week", timeout=PATIENCE)
        page.get_by_role("button", name="Publish").first.click()
        page.get_by_text("Publish now").first.click()
        content = "window.repoFiles.content_library.assets['cost-of-vacancy.yaml'].content"
        page.wait_for_function(f"{content}.includes('costs a week')", timeout=PATIENCE)
        written = page.evaluate(content)
        page.context.close()
    assert {url for url in asked if not url.startswith((address, "blob:", "data:"))} == set()
    before = data(root)
    (root / ASSET).write_text(written, encoding="utf-8")
    assert data(root)[ASSET] == {**before[ASSET], "title": "What an empty seat costs a week"}
    assert check(root, today=TODAY).problems == ()
    write(root, formatted(root, lambda file: file == ASSET).changes)
    assert list(data(root)[ASSET]["uses"][0]) == list(before[ASSET]["uses"][0])
