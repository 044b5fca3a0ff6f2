"""What a failed job does to the site: nothing, or a notice if the team wants to go on."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from publish_jobs import build, inodes, job, texts, tree


@pytest.fixture(params=[False, True], ids=["exchange", "in place"])
def in_place(request: pytest.FixtureRequest) -> bool:
    """Return how the site is put in place; what must hold holds both ways."""
    return bool(request.param)


def test_a_failure_leaves_the_old_site_whole(out: Path, in_place: bool) -> None:
    """If one job fails the site is what it was, page by page, and all failures are told at once."""
    build(texts(index="old", gone="gone"), out)
    before = inodes(out)
    jobs = [*texts(index="new"), job("a.html", 1, "breaks"), job("b.html", 2, "breaks")]
    done = build(jobs, out, in_place=in_place)
    assert (done.failed, done.removed, done.swapped) == (("a.html", "b.html"), (), False)
    assert [found.what for found in done.problems] == ["a.html could not be made", "b.html could not be made"]
    changed = {path for path, found in inodes(out).items() if found != before[path]}
    assert changed <= ({"."} if in_place else set())


def test_keep_going_puts_a_notice_in_its_place(out: Path, in_place: bool) -> None:
    """A page that failed says so in words, with its name made harmless; the rest is new."""
    build(texts(index="old", a="a page"), out)
    bad = job("a.html", "<script>", "breaks")
    done = build([*texts(index="new"), bad], out, keep_going=True, in_place=in_place)
    assert (done.failed, done.swapped, done.removed) == (("a.html",), True, ())
    notice = (out / "a.html").read_text(encoding="utf-8")
    assert "<h1>This page is missing for now</h1>" in notice
    assert "“a.html” could not be made" in notice
    assert (out / "index.html").read_bytes() == b"new"


def test_a_label_in_a_notice_is_text(out: Path) -> None:
    """What an author wrote as a title cannot become markup."""
    build([replace(job("a.html", "", "breaks"), label="<b>R&D</b>")], out, keep_going=True)
    assert "&lt;b&gt;R&amp;D&lt;/b&gt;" in (out / "a.html").read_text(encoding="utf-8")


def test_keep_going_leaves_other_files_out(out: Path, in_place: bool) -> None:
    """A PDF that failed is not there, not even the old one, which would no longer be true."""
    build([job("a.pdf", "old paper"), *texts(index="old")], out)
    done = build([job("a.pdf", "", "breaks"), *texts(index="old")], out, keep_going=True, in_place=in_place)
    assert (done.failed, done.removed) == (("a.pdf",), ("a.pdf",))
    assert not (out / "a.pdf").exists()


def test_what_failed_is_tried_again(out: Path, tmp_path: Path, in_place: bool) -> None:
    """The next build runs a failed job again though its fingerprint is the same, and once it succeeds nothing tells of the notice."""
    broken = [job("a.html", "", "breaks", fingerprint="f"), job("a.pdf", "", "breaks", fingerprint="f")]
    build(broken, out, keep_going=True)
    before = tree(out)
    again = build(broken, out, keep_going=True, in_place=in_place)
    assert (again.made, again.swapped, tree(out)) == (("a.html", "a.pdf"), False, before)
    mended = [job("a.html", "page", fingerprint="f"), job("a.pdf", "paper", fingerprint="f")]
    build(mended, out, in_place=in_place)
    build(mended, tmp_path / "clean")
    assert tree(out) == tree(tmp_path / "clean")


def test_a_notice_is_ours(out: Path) -> None:
    """A notice whose job is gone is pruned like any page."""
    build([*texts(index="hello"), job("a.html", "", "breaks")], out, keep_going=True)
    assert build(texts(index="hello"), out).removed == ("a.html",)
    assert not (out / "a.html").exists()
