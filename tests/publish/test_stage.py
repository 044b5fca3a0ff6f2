"""What killed builds leave is swept by the next one: all of ours, and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

from publish_jobs import build, texts, tree

NEIGHBOURS = (".site.new-mine", ".site.new-0123456", ".sitex.new-01234567", "site.new-01234567", ".other.new-01234567")


def test_leftovers_are_swept(out: Path, tmp_path: Path) -> None:
    """A half stage beside the site and one inside it go at the next build, also when there is nothing to do; names like ours stay."""
    build(texts(index="hello"), out)
    for name in (".site.new-01234567", *NEIGHBOURS):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.html").write_text("half")
    (out / ".playbook-new").mkdir()
    (out / ".playbook-new/page.html").write_text("half")
    before = tree(out).keys() - {".playbook-new", ".playbook-new/page.html"}
    assert build(texts(index="hello"), out).kept == 1
    assert tree(out).keys() == before
    assert sorted(os.listdir(tmp_path)) == sorted(("site", *NEIGHBOURS))


def test_a_half_written_record_in_a_leftover_stops_nothing(out: Path, tmp_path: Path) -> None:
    """A stage whose record was cut short by the kill is swept like any other."""
    build(texts(index="hello"), out)
    (tmp_path / ".site.new-01234567").mkdir()
    (tmp_path / ".site.new-01234567/.playbook.json").write_text('{"form')
    build(texts(index="hello"), out)
    assert os.listdir(tmp_path) == ["site"]


def test_what_a_stranger_laid_down_during_the_exchange_is_kept(out: Path, tmp_path: Path) -> None:
    """A file that came into the old tree at the last moment moves to the site, in its folder; our old pages do not come back."""
    build(texts(index="old", gone="gone"), out)
    (out / "theirs").mkdir()
    (out / "theirs/late.txt").write_text("late")
    out.rename(tmp_path / ".site.new-01234567")
    build(texts(index="new"), tmp_path / "first")
    (tmp_path / "first").rename(out)
    build(texts(index="new"), out)
    assert (out / "theirs/late.txt").read_text() == "late"
    assert sorted(tree(out)) == [".playbook.json", "index.html", "theirs", "theirs/late.txt"]
    assert os.listdir(tmp_path) == ["site"]


def test_a_site_that_was_deleted_starts_afresh(out: Path, tmp_path: Path) -> None:
    """Who deletes the site after a killed build gets a clean one: nothing of the old tree comes back."""
    build(texts(index="old"), out)
    (out / "CNAME").write_text("theirs")
    out.rename(tmp_path / ".site.new-01234567")
    build(texts(index="new"), out)
    assert sorted(tree(out)) == [".playbook.json", "index.html"]
    assert os.listdir(tmp_path) == ["site"]


def test_a_stranger_who_comes_during_the_build_is_kept(out: Path) -> None:
    """A file laid into the site while pages are being made is there when the new site is."""
    build(texts(index="old"), out)

    class Stranger:
        def start(self, total: int) -> None:
            (out / "CNAME").write_text("theirs")

        def advance(self, label: str) -> None: ...

        def stop(self) -> None: ...

    build(texts(index="new"), out, progress=Stranger())
    assert (out / "CNAME").read_text() == "theirs"
    assert (out / "index.html").read_bytes() == b"new"
