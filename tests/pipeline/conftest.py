"""The sample, the real case and a library of twelve entries, each built once a session and looked at by many tests."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).parent))

from e2e_libraries import TODAY, Seen, copied, copied_sample, copied_twelve, edited, for_whom, html, once, opened, whole

from playbook.pipeline import BuildOptions, build

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]


@pytest.fixture(scope="session")
def sample(shared: Path) -> Seen:
    """Return the sample with its pages, without PDFs."""
    return once(shared, "sample-pages", html, copied_sample)


@pytest.fixture(scope="session")
def papers(shared: Path) -> Seen:
    """Return the sample with its pages and all its PDFs."""
    return once(shared, "sample-papers", whole, copied_sample)


@pytest.fixture(scope="session")
def case(shared: Path, cases: Path) -> Seen:
    """Return the real case with its pages, without PDFs."""
    return once(shared, "case-pages", html, lambda to: copied(cases / "sourcegraph", to))


@pytest.fixture(scope="session")
def partner(shared: Path) -> Seen:
    """Return the partner edition of the sample."""
    return once(shared, "partner-pages", for_whom("partner"), copied_sample)


@pytest.fixture(scope="session")
def buyer(shared: Path) -> Seen:
    """Return the buyer edition of the sample."""
    return once(shared, "buyer-pages", for_whom("buyer"), copied_sample)


@pytest.fixture(scope="session")
def open_partner(shared: Path) -> Seen:
    """Return the partner edition of a sample that is all for partners."""
    return once(shared, "open-partner-pages", for_whom("partner"), lambda to: opened(to, "partner"))


@pytest.fixture(scope="session")
def open_buyer(shared: Path) -> Seen:
    """Return the buyer edition of a sample that is all for buyers."""
    return once(shared, "open-buyer-pages", for_whom("buyer"), lambda to: opened(to, "external"))


@pytest.fixture(scope="session")
def news(shared: Path, sample: Seen) -> Seen:
    """Return an edited sample, built to tell what changed since the sample."""
    options = BuildOptions(pdf=False, workers=1, since=str(sample.site))
    return once(
        shared,
        "news-pages",
        lambda root, site: build(root, site, today=TODAY, options=options),
        lambda to: edited(copied_sample(to)),
    )


@pytest.fixture(scope="session")
def short(shared: Path) -> Seen:
    """Return the library of twelve entries with its pages, without PDFs."""
    return once(shared, "short-pages", html, copied_twelve)


@pytest.fixture
def twelve(tmp_path: Path) -> Path:
    """Return a copy of the library of twelve entries, to be changed at will."""
    return copied_twelve(tmp_path / "library")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start the system's Chromium; where there is none the tests are skipped, but never in CI."""
    if not Path(CHROMIUM).exists():
        if os.environ.get("CI") or os.environ.get("PLAYBOOK_CASES"):
            pytest.fail("there is no chromium here, and CI must have one")
        pytest.skip("there is no chromium here: install it to see the pages in a browser")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()
