"""How heavy the search of a thousand entries is, and how soon its first result is there in Chromium, from the disk.

Run it with `./dev bench`, or alone with `.venv/bin/python bench/search.py`; needs Chromium and Playwright. Times are in the browser's own
milliseconds: the first search of a page that was opened with words in its address, and each later one, as words are typed.
"""

from __future__ import annotations

import gzip
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from shutil import which

from _corpus import WORDS, write_corpus
from playwright.sync_api import Page, sync_playwright

ENTRIES = 1_000
RUNS = 5
ASKED = ("price", "night shift rate", "agncy offr", "contract when they ask", "sh", "zzz nothing like it")
TYPED = """words => {
  const field = document.getElementById('search-words');
  field.value = words;
  const began = performance.now();
  field.dispatchEvent(new Event('input', {bubbles: true}));
  return performance.now() - began;
}"""
FIRST = """() => {
  const entry = performance.getEntriesByType('navigation')[0];
  return [window.firstHit - entry.domInteractive, window.firstHit - entry.startTime];
}"""
WATCH = """new MutationObserver(() => {
  if (!window.firstHit && document.querySelector('.hit-title')) window.firstHit = performance.now();
}).observe(document, {childList: true, subtree: true});"""


def main() -> None:
    """Build a site of a thousand entries and print one table."""
    with tempfile.TemporaryDirectory() as folder:
        site = _built(Path(folder))
        index = (site / "search-index.js").read_bytes()
        print(f"{ENTRIES} entries: index {len(index) / 1000:.0f} kB, {len(gzip.compress(index, 9)) / 1000:.0f} kB gz")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=which("chromium"), args=["--no-sandbox", "--disable-gpu"])
            page = browser.new_page()
            page.add_init_script(WATCH)
            _opened(page, site)
            _typed(page, site)
            browser.close()


def _built(root: Path) -> Path:
    """Nine in ten entries are content, the rest plays, personas and stages."""
    write_corpus(root, ENTRIES * 9 // 10)
    build = ("build", "--library", str(root), "--out", str(root / "site"), "--no-pdf", "--jobs", "1", "--quiet", "--fail-on", "never")
    subprocess.run((sys.executable, "-m", "playbook", *build), check=True, stdout=subprocess.DEVNULL)
    return root / "site"


def _opened(page: Page, site: Path) -> None:
    times = []
    for _ in range(RUNS):
        page.goto("about:blank")
        page.goto(f"{(site / 'search.html').as_uri()}?q={WORDS[0]}+{WORDS[3]}")
        page.wait_for_selector(".hit-title")
        times.append(page.evaluate(FIRST))
    parsed, opened = (statistics.median(each) for each in zip(*times, strict=True))
    print(
        f"  opened with words in its address: first result {parsed:.0f} ms after the page was read, {opened:.0f} ms after it was asked for"
    )


def _typed(page: Page, site: Path) -> None:
    page.goto((site / "search.html").as_uri())
    page.evaluate(TYPED, WORDS[5])  # from here on the index is made
    for words in ASKED:
        median = statistics.median(page.evaluate(TYPED, words) for _ in range(RUNS))
        status = page.inner_text("#search-status")
        print(f"  {words!r:28} {median:6.1f} ms   {status}")


if __name__ == "__main__":
    main()
