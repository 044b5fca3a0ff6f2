"""Lighthouse on the served sample, as a telephone with a slow network sees it: nothing to complain of, quick, light, and no other host."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from conftest import ARGUMENTS, CHROMIUM
from e2e_libraries import Seen
from e2e_served import served

pytestmark = [pytest.mark.prove, pytest.mark.xdist_group("browser")]
LIGHTHOUSE = Path(sys.prefix) / "lighthouse/node_modules/lighthouse/cli/index.js"
PAGES = ("index.html", "personas/plant-manager.html", "plays/not-now.html", "assets/cost-of-vacancy.html")
RUNS = 5
ALLOWED = 150_000
"""Bytes that come over the wire for home, fonts included, packed with gzip."""


def looked_at(address: str) -> dict[str, Any]:
    """Return Lighthouse's report of a page on a telephone; that search engines stay away is meant and not asked about."""
    node = shutil.which("node")
    if not node or not LIGHTHOUSE.exists():
        pytest.fail("Lighthouse or Node is missing: ./dev prove fetches the one and says how to get the other")
    categories = "performance,accessibility,best-practices,seo"
    flags = " ".join(["--headless=new", *ARGUMENTS])
    command = [node, str(LIGHTHOUSE), address, "--output=json", "--quiet", f"--only-categories={categories}"]
    command += ["--skip-audits=is-crawlable", f"--chrome-flags={flags}"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=180, env={**os.environ, "CHROME_PATH": CHROMIUM})
    assert ran.returncode == 0, ran.stderr
    report: dict[str, Any] = json.loads(ran.stdout)
    return report


def score(report: dict[str, Any], category: str) -> float:
    """Return the score of a category, in parts of one."""
    return float(report["categories"][category]["score"])


def faults(report: dict[str, Any], root: str) -> list[str]:
    """Return what keeps a page from being without fault, and each request to another host."""
    wanted = ("accessibility", "best-practices", "seo")
    audits = [each["id"] for name in wanted for each in report["categories"][name]["auditRefs"]]
    found = [name for name in audits if report["audits"][name]["score"] not in (None, 1)]
    urls = [each["url"] for each in report["audits"]["network-requests"]["details"]["items"]]
    return found + [url for url in urls if not url.startswith((root, "data:"))]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_without_fault_and_quick(sample: Seen, path: str) -> None:
    """Accessibility, best practices and SEO have full marks, no other host is asked, and the middle of five speeds is 95 at least."""
    with served(sample.site) as root:
        reports = [looked_at(root + path) for _ in range(RUNS)]
        assert faults(reports[0], root) == []
    assert all(score(reports[0], name) == 1 for name in ("accessibility", "best-practices", "seo"))
    speeds = sorted(score(report, "performance") for report in reports)
    assert median(speeds) >= 0.95, speeds


def test_home_is_light(sample: Seen) -> None:
    """All that home needs, with its fonts, is at most 150 kB on the wire."""
    with served(sample.site) as root:
        requests = looked_at(f"{root}index.html")["audits"]["network-requests"]["details"]["items"]
    sizes = {each["url"].removeprefix(root): each["transferSize"] for each in requests}
    assert any(name.endswith(".woff2") for name in sizes)
    assert sum(sizes.values()) <= ALLOWED, sizes


def test_a_planted_offender_is_seen(tmp_path: Path) -> None:
    """A page without a description, with a picture that has no words and comes from another host, is found out."""
    picture = '<img src="http://127.0.0.2:9/x.png">'
    (tmp_path / "index.html").write_text(f"<!DOCTYPE html><html lang=en><title>x</title><body><main><h1>x</h1>{picture}</main>")
    with served(tmp_path) as root:
        found = faults(looked_at(f"{root}index.html"), root)
    assert {"image-alt", "meta-description", "http://127.0.0.2:9/x.png"} <= set(found)
