"""What a build leaves on disk, and what it does not do again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from publish_jobs import build, inodes, job, texts, tree

from playbook.publish import Published


@pytest.fixture(params=[False, True], ids=["exchange", "in place"])
def in_place(request: pytest.FixtureRequest) -> bool:
    """Return how the site is put in place; what must hold holds both ways."""
    return bool(request.param)


@pytest.fixture(params=[False, True], ids=["stateless", "state"])
def state(request: pytest.FixtureRequest, tmp_path: Path) -> Path | None:
    """Return where hashes are remembered, if they are."""
    return tmp_path / "state" if request.param else None


def clean(jobs: list, tmp_path: Path) -> dict[str, bytes | None]:
    """Return what a first build of the jobs leaves."""
    build(jobs, tmp_path / "clean")
    return tree(tmp_path / "clean")


def test_a_first_build_writes_every_page(out: Path) -> None:
    """All jobs run, their bytes lie at their paths, and the parent folders of the site are made."""
    done = build(texts(index="hello", plays__a="a"), out / "deeper")
    assert done == Published(made=("index.html", "plays/a.html"), swapped=True)
    assert (out / "deeper/plays/a.html").read_bytes() == b"a"


def test_two_clean_builds_are_equal(tmp_path: Path) -> None:
    """The same jobs give the same tree, record included, also in another order."""
    jobs = texts(index="hello", plays__a="a", plays__b="b")
    build(jobs, tmp_path / "one")
    build(jobs[::-1], tmp_path / "two")
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_nothing_changed_touches_nothing(out: Path, in_place: bool, state: Path | None) -> None:
    """With nothing to do no job runs, and no file, folder or time on the site's side is another."""
    jobs = texts(index="hello", plays__a="a")
    build(jobs, out, state=state)
    before = inodes(out)
    assert build(jobs, out, in_place=in_place, state=state) == Published(kept=2)
    assert inodes(out) == before


def test_an_edit_makes_one_page(out: Path, tmp_path: Path, in_place: bool, state: Path | None) -> None:
    """Only the edited page is made; the others keep their inode; the site equals a clean build."""
    build(texts(index="hello", plays__a="a", plays__b="b"), out, state=state)
    before = inodes(out)
    jobs = texts(index="hello", plays__a="edited", plays__b="b")
    assert build(jobs, out, in_place=in_place, state=state) == Published(made=("plays/a.html",), kept=2, swapped=True)
    assert tree(out) == clean(jobs, tmp_path)
    assert inodes(out)["plays/b.html"][0] == before["plays/b.html"][0]


def test_what_no_job_makes_is_pruned(out: Path, tmp_path: Path, in_place: bool, state: Path | None) -> None:
    """A page without a job goes, and so does the folder that it leaves empty."""
    build(texts(index="hello", plays__old__a="a"), out, state=state)
    jobs = texts(index="hello")
    assert build(jobs, out, in_place=in_place, state=state) == Published(kept=1, removed=("plays/old/a.html",), swapped=True)
    assert tree(out) == clean(jobs, tmp_path)


@pytest.mark.parametrize(("first", "then"), [("a", "a/b"), ("a/b", "a"), ("a/b/c", "a/b"), ("a/b", "a/b/c")])
def test_a_file_becomes_a_folder_and_back(out: Path, tmp_path: Path, in_place: bool, first: str, then: str) -> None:
    """A path may turn from a file into a folder and back from one build to the next."""
    build([job(first, "old"), job("z", "old")], out)
    jobs = [job(then, "new")]
    build(jobs, out, in_place=in_place)
    assert tree(out) == clean(jobs, tmp_path)


@pytest.mark.parametrize("harm", ["edit", "same size", "delete", "folder", "link", "half"])
def test_what_a_hand_did_to_a_page_is_put_right(out: Path, tmp_path: Path, in_place: bool, state: Path | None, harm: str) -> None:
    """A page that was altered, cut, deleted or replaced by hand is made again, though its fingerprint is the same."""
    jobs = texts(index="hello", plays__a="a page")
    build(jobs, out, state=state)
    build(jobs, out, state=state)
    page = out / "plays/a.html"
    if harm == "same size":
        page.write_bytes(b"A page")
    elif harm == "edit":
        page.write_bytes(b"a longer page")
    elif harm == "half":
        os.truncate(page, 3)
    else:
        page.unlink()
    if harm == "folder":
        page.mkdir()
    if harm == "link":
        page.symlink_to(out / "index.html")
    done = build(jobs, out, in_place=in_place, state=state)
    assert (done.made, done.kept) == (("plays/a.html",), 1)
    assert tree(out) == clean(jobs, tmp_path)
    assert not page.is_symlink()


def test_equal_bytes_keep_the_old_file(out: Path, in_place: bool) -> None:
    """A job that runs for a new fingerprint and gives the same bytes leaves the file as it lies; the next build skips it."""
    build([job("index.html", "hello", fingerprint="one")], out)
    before = (out / "index.html").stat().st_ino
    again = [job("index.html", "hello", fingerprint="two")]
    assert build(again, out, in_place=in_place).made == ("index.html",)
    assert (out / "index.html").stat().st_ino == before
    assert build(again, out).kept == 1


def test_a_key_that_holds_keeps_the_old_file(out: Path, in_place: bool) -> None:
    """A costly job is told its last key and may give nothing; the file, its key and its record stay."""
    build([job("a.pdf", ("k1", "paper"), "keyed", fingerprint="one")], out)
    for round_ in ("two", "three"):
        assert build([job("a.pdf", ("k1", "NOT WRITTEN"), "keyed", fingerprint=round_)], out, in_place=in_place).made == ("a.pdf",)
        assert (out / "a.pdf").read_bytes() == b"paper"
    build([job("a.pdf", ("k2", "other paper"), "keyed")], out, in_place=in_place)
    assert (out / "a.pdf").read_bytes() == b"other paper"


def test_a_key_is_worth_nothing_without_its_file(out: Path) -> None:
    """Where the file was altered, the job is told no key, so that it makes the file again."""
    build([job("a.pdf", ("k1", "paper"), "keyed")], out)
    (out / "a.pdf").write_bytes(b"PAPER")
    build([job("a.pdf", ("k1", "paper"), "keyed")], out)
    assert (out / "a.pdf").read_bytes() == b"paper"


def test_a_job_that_did_not_run_repeats_its_problems(out: Path) -> None:
    """Problems come from the record when the job is skipped: the same ones, in the order of the jobs."""
    jobs = [job("b.html", "b", "worried"), job("a.html", "a", "worried")]
    first = build(jobs, out).problems
    assert [found.why for found in first] == ["about b", "about a"]
    assert build(jobs, out).problems == first
    jobs[1] = job("a.html", "new", "worried")
    assert [found.why for found in build(jobs, out).problems] == ["about b", "about new"]


def test_a_key_that_holds_repeats_the_problems_of_its_file(out: Path) -> None:
    """A costly job that ran and gave nothing has the problems that its file was made with, now and in the next builds."""
    first = build([job("a.pdf", ("k1", "paper"), "keyed_and_worried", fingerprint="one")], out).problems
    assert [found.why for found in first] == ["about k1"]
    for _ in range(2):
        assert build([job("a.pdf", ("k1", "paper"), "keyed_and_worried", fingerprint="two")], out).problems == first


def test_another_stamp_makes_everything_again(out: Path) -> None:
    """A site made by another version of the code is made anew, and is then known by the new stamp."""
    jobs = texts(index="hello")
    build(jobs, out, stamp="1")
    assert build(jobs, out, stamp="2").made == ("index.html",)
    assert build(jobs, out, stamp="2").kept == 1


def test_no_leftovers_lie_beside_the_site(out: Path, in_place: bool) -> None:
    """After a build there is the site and nothing else: no lock, no stage, no old tree."""
    build(texts(index="hello"), out)
    build(texts(index="again"), out, in_place=in_place)
    assert os.listdir(out.parent) == ["site"]
    assert sorted(os.listdir(out)) == [".playbook.json", "index.html"]


def test_progress_hears_every_job_that_runs(out: Path) -> None:
    """Progress hears the number of jobs that run, each label, and the end, also where a job fails."""
    heard: list[object] = []

    class Ear:
        start = advance = staticmethod(heard.append)
        stop = staticmethod(lambda: heard.append("end"))

    build(texts(index="hello"), out, progress=Ear())
    build([*texts(index="hello"), job("b.html", "b", "breaks")], out, progress=Ear())
    assert heard == [1, "index.html", "end", 1, "b.html", "end"]
