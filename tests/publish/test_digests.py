"""Remembered hashes spare work and never make a wrong answer."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest
from publish_jobs import build, texts

from playbook.problems import UsageError
from playbook.publish import digests, publishing
from playbook.publish.site import Site, look


def aged(out: Path, state: Path) -> Path:
    """Build a site whose files are a minute old, remember it, and return where."""
    build(texts(index="hello", plays__a="a"), out, state=state)
    for page in out.rglob("*.html"):
        os.utime(page, (time.time() - 60, time.time() - 60))
    build(texts(index="hello", plays__a="a"), out, state=state)
    (notes,) = state.glob("*.json")
    return notes


def test_what_nobody_touched_is_not_read_again(out: Path, tmp_path: Path) -> None:
    """A remembered file is known by its stat alone; one whose time is another is read, and holds if its bytes do."""
    notes = aged(out, tmp_path / "state")
    known = digests.recall(notes)
    assert sorted(known) == ["index.html", "plays/a.html"]
    assert digests.intact(look(out), known) == ({"index.html", "plays/a.html"}, False)
    os.utime(out / "index.html", (1, 1))
    assert digests.intact(look(out), known) == ({"index.html", "plays/a.html"}, True)


def test_young_files_are_hashed_again(out: Path, tmp_path: Path) -> None:
    """A file changed less than two seconds before it was remembered may have changed once more unseen: it is not remembered."""
    build(texts(index="hello"), out, state=tmp_path / "state")
    (notes,) = (tmp_path / "state").glob("*.json")
    assert json.loads(notes.read_bytes())["files"]
    assert digests.recall(notes) == {}


def test_an_edit_that_keeps_time_and_size_needs_a_new_inode_to_be_seen(out: Path, tmp_path: Path) -> None:
    """A file replaced by one of equal size and time is noticed by its inode."""
    aged(out, tmp_path / "state")
    page = out / "index.html"
    times = page.stat().st_mtime_ns
    (out / "other").write_bytes(b"HELLO")
    os.replace(out / "other", page)
    os.utime(page, ns=(times, times))
    assert build(texts(index="hello", plays__a="a"), out, state=tmp_path / "state").made == ("index.html",)


def test_altered_files_are_never_remembered_as_ours(out: Path, tmp_path: Path) -> None:
    """A build that fails over an altered page does not take its bytes for the recorded ones the next time."""
    from publish_jobs import job

    notes = aged(out, tmp_path / "state")
    (out / "index.html").write_bytes(b"HELLO")
    os.utime(out / "index.html", (1, 1))
    build([*texts(index="hello", plays__a="b"), job("bad.html", "", "breaks")], out, state=tmp_path / "state")
    assert digests.intact(look(out), digests.recall(notes))[0] == {"plays/a.html"}
    assert "index.html" in build(texts(index="hello", plays__a="b"), out, state=tmp_path / "state").made


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        '{"saved": 9000000000000000000, "files": []}',
        '{"saved": 9e30, "files": {"index.html": []}}',
        '{"saved": "x", "files": {"a": [1, 2]}}',
    ],
)
def test_damaged_notes_cost_time_only(out: Path, tmp_path: Path, content: str) -> None:
    """Notes that cannot be read are as good as none."""
    notes = aged(out, tmp_path / "state")
    notes.write_text(content)
    assert build(texts(index="hello", plays__a="a"), out, state=tmp_path / "state").kept == 2
    (out / "index.html").write_bytes(b"HELLO")
    notes.write_text(content)
    assert build(texts(index="hello", plays__a="a"), out, state=tmp_path / "state").made == ("index.html",)


def test_two_sites_share_one_state(tmp_path: Path) -> None:
    """Notes and locks belong to one site each."""
    for name in ("rep", "buyer"):
        build(texts(index=name), tmp_path / name, state=tmp_path / "state")
    assert len(list((tmp_path / "state").glob("*.json"))) == 2
    assert build(texts(index="rep"), tmp_path / "rep", state=tmp_path / "state").kept == 1


@pytest.mark.parametrize("refusal", [OSError(28, "No space left on device"), UsageError("There is a Git project now.")])
def test_what_cannot_be_remembered_stops_no_build(out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusal: Exception) -> None:
    """A site that is in place is told as such, though the look at it afterwards, or the disk of the notes, refuses."""
    build(texts(index="old"), out, state=tmp_path / "state")
    looks = iter([look, None])

    def once(folder: Path) -> Site:
        if seeing := next(looks):
            return seeing(folder)
        raise refusal

    monkeypatch.setattr(publishing, "look", once)
    assert build(texts(index="new"), out, state=tmp_path / "state").swapped
    assert (out / "index.html").read_bytes() == b"new"


def test_notes_without_a_place_stop_no_build(out: Path, tmp_path: Path) -> None:
    """Where the folder for notes cannot be made every build works, and hashes the site again."""
    (tmp_path / "state").write_text("a file")
    for content in ("old", "new"):
        assert build(texts(index=content), out, state=tmp_path / "state").swapped
    assert build(texts(index="new"), out, state=tmp_path / "state").kept == 1


def test_what_changes_while_it_is_looked_at_is_hashed_again(out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Young is what changed shortly before the look began, however long the look and the hashing took."""
    build(texts(index="hello"), out)
    site = look(out)
    monkeypatch.setattr(time, "time_ns", lambda: site.files["index.html"].st_mtime_ns + 60_000_000_000)
    digests.remember(tmp_path / "notes.json", site, site.record.files)
    assert digests.recall(tmp_path / "notes.json") == {}
