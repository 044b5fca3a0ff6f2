"""Building again: nothing is made twice, an edit makes the pages that show it and no others, and the site ends as a clean build's."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from e2e_libraries import Seen, clean, copied_sample, copied_twelve, differences, digests, html, whole
from e2e_walk import pages


def wrong_with_a_second_build(root: Path, site: Path, seen: Seen) -> list[str]:
    """Build a library twice, the second time in vain, and return what differs from a site that was built from it once."""
    first = html(root, site)
    stats = {path: path.stat().st_mtime_ns for path in site.rglob("*")}
    second = html(root, site)
    assert (second.published.made, second.published.swapped) == ((), False)
    assert second.published.kept == len(first.published.made)
    assert second.problems == first.problems
    assert {path: path.stat().st_mtime_ns for path in site.rglob("*")} == stats
    return differences(site, seen.site)


def test_a_second_build_makes_nothing_and_says_the_same(twelve: Path, tmp_path: Path, short: Seen) -> None:
    """Nothing changed: no page is made, no file touched, and all problems are told again with their places."""
    assert wrong_with_a_second_build(twelve, tmp_path / "site", short) == []


@pytest.mark.prove
def test_a_second_build_of_the_sample_makes_nothing(tmp_path: Path, sample: Seen) -> None:
    """The same of the sample, which has every sort of page."""
    assert wrong_with_a_second_build(copied_sample(tmp_path / "library"), tmp_path / "site", sample) == []


def test_a_second_build_of_the_case_says_the_same(tmp_path: Path, case: Seen) -> None:
    """Of a library full of mistakes, every problem is told again: none hides in a cache."""
    again = html(case.root, case.site)
    assert again.published.made == ()
    assert again.problems == case.problems
    assert len(again.problems) > 100


OF_THE_SAMPLE = [
    ("content_library/plays/gone-quiet.yaml", "Call with something new", "Call with zanzibar", 0),
    ("content_library/terms/no-show.yaml", "term: ", "term: Zanzibar ", 5),
    ("personas/hr-director.yaml", "summary: ", "summary: Zanzibar. ", 0),
    ("content_library/objections/hire-ourselves.yaml", "you_say: ", "you_say: Zanzibar. ", 0),
]


@pytest.mark.parametrize(
    ("lay", "file", "old", "new", "in_vain"),
    [
        (copied_twelve, "content_library/plays/seal.yaml", "let them ask", "let them ask for zanzibar", 0),
        *(pytest.param(copied_sample, *edit, marks=pytest.mark.prove) for edit in OF_THE_SAMPLE),
    ],
)
def test_an_edit_makes_the_pages_that_show_it(
    tmp_path: Path, lay: Callable[[Path], Path], file: str, old: str, new: str, in_vain: int
) -> None:
    """Every page that shows the new words is made; every page that is made differs, and the others are the old files.

    A page knows the terms of all its texts, even of one that its template shows only in part: some are made `in_vain`.
    """
    root, site = lay(tmp_path / "library"), tmp_path / "site"
    html(root, site)
    text = (root / file).read_text()
    assert old in text
    (root / file).write_text(text.replace(old, new, 1))
    before = digests(site)
    built = html(root, site)
    changed = {path for path in digests(site) if digests(site)[path] != before.get(path)}
    showing = {path for path, page in pages(site).items() if "zanzibar" in page.text.casefold()}
    made = set(built.published.made)
    assert showing
    assert showing <= made
    assert len(made - changed) <= in_vain
    assert len(made) < len(before) / 3
    assert differences(clean(root, tmp_path / "clean")[1], site) == []


def test_a_touched_file_is_no_edit(twelve: Path, tmp_path: Path) -> None:
    """A file that is saved again with the same words makes no page."""
    html(twelve, tmp_path / "site")
    for file in twelve.rglob("*.yaml"):
        os.utime(file, (1, 1))
        file.write_bytes(file.read_bytes())
    assert html(twelve, tmp_path / "site").published.made == ()


def test_a_page_that_was_spoilt_is_made_again(twelve: Path, tmp_path: Path) -> None:
    """A page that somebody overwrote, cut short or deleted in the site comes back, and nothing else is made."""
    site = tmp_path / "site"
    html(twelve, site)
    before = digests(site)
    (site / "index.html").write_text("spoilt")
    (site / "glossary.html").unlink()
    assert set(html(twelve, site).published.made) == {"index.html", "glossary.html"}
    assert digests(site) == before


def test_an_edit_makes_only_the_pdfs_that_show_it(twelve: Path, tmp_path: Path) -> None:
    """After one play is edited the PDF of the other play, and of the persona that it is not for, are the old bytes."""
    site = tmp_path / "site"
    first = whole(twelve, site, workers=1)
    file = twelve / "content_library/plays/seal.yaml"
    file.write_text(file.read_text().replace("let them ask", "let them ask twice"))
    before, built = digests(site), whole(twelve, site, workers=1)
    changed = {path for path in before if path.endswith(".pdf") and digests(site)[path] != before[path]}
    assert {path for path in built.published.made if path.endswith(".pdf")} == changed
    assert changed == {"plays/seal.pdf", "personas/engineer.pdf", "playbook.pdf"}
    assert differences(clean(twelve, tmp_path / "clean", whole)[1], site) == []
    assert first.problems == built.problems


def test_a_spoilt_site_would_be_noticed(twelve: Path, tmp_path: Path) -> None:
    """One wrong byte in one file, a file too many or too few: the comparison of two sites names it."""
    html(twelve, tmp_path / "site")
    html(twelve, tmp_path / "other")
    assert differences(tmp_path / "site", tmp_path / "other") == []
    page = tmp_path / "other/index.html"
    page.write_bytes(page.read_bytes()[:-1] + b"\r")
    (tmp_path / "other/more.html").write_text("")
    (tmp_path / "other/glossary.html").unlink()
    assert differences(tmp_path / "site", tmp_path / "other") == ["glossary.html", "index.html", "more.html"]
