"""Pages as people with a screen reader, a keyboard, a dark room or a phone meet them: axe looks at each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

MODES: Mapping[str, Mapping[str, Any]] = {
    "light": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "narrow": {"viewport": {"width": 390, "height": 800}, "color_scheme": "light"},
    "narrow and dark": {"viewport": {"width": 390, "height": 800}, "color_scheme": "dark"},
}


def violations(browser: Browser, files: Iterable[Path], mode: str) -> list[str]:
    """Return what axe finds on pages in one mode: the page, the rule and the places."""
    context = browser.new_context(**MODES[mode])
    page, axe = context.new_page(), Axe()
    found = [f"{file.name} ({mode}): {what}" for file in files for what in _violations(page, axe, file)]
    context.close()
    return found


def _violations(page: Page, axe: Axe, file: Path) -> list[str]:
    page.goto(file.as_uri())
    response = axe.run(page).response
    return [f"{each['id']}: {[node['target'] for node in each['nodes']][:4]}" for each in response["violations"]]
