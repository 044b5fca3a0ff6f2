"""Which folders a build takes, and what of other people's it leaves alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from publish_jobs import build, inodes, job, texts

from playbook.problems import PlaybookError, UsageError
from playbook.publish.record import RECORD, Entry, Record, record_bytes


@pytest.fixture(params=[False, True], ids=["exchange", "in place"])
def in_place(request: pytest.FixtureRequest) -> bool:
    """Return how the site is put in place; what must hold holds both ways."""
    return bool(request.param)


def test_strangers_stay(out: Path, in_place: bool) -> None:
    """Files and links that no job made are carried over, folders and all, as the very same files."""
    build(texts(index="hello"), out)
    (out / "CNAME").write_text("play.example.com")
    (out / ".nojekyll").touch()
    (out / "deep/er").mkdir(parents=True)
    (out / "deep/er/mine.txt").write_text("mine")
    (out / "link").symlink_to("nowhere")
    before = inodes(out)
    build(texts(index="again", plays__a="a"), out, in_place=in_place)
    build(texts(plays__a="a"), out, in_place=in_place)
    theirs = {".nojekyll", "CNAME", "deep", "deep/er", "deep/er/mine.txt", "link"}
    assert set(inodes(out)) == {*theirs, ".", RECORD, "plays", "plays/a.html"}
    assert os.readlink(out / "link") == "nowhere"
    assert all(inodes(out)[path][0] == before[path][0] for path in ("CNAME", ".nojekyll", "deep/er/mine.txt", "link"))


def test_a_job_takes_a_strangers_path(out: Path, in_place: bool) -> None:
    """Where a job makes the path of a stranger's file, the job's file is there, and is ours from then on."""
    build(texts(index="hello"), out)
    (out / "CNAME").write_text("theirs")
    build([*texts(index="hello"), job("CNAME", "ours")], out, in_place=in_place)
    assert (out / "CNAME").read_text() == "ours"
    build(texts(index="hello"), out, in_place=in_place)
    assert not (out / "CNAME").exists()


@pytest.mark.parametrize("stranger", ["plays", "index.html/notes.txt"])
def test_a_stranger_in_the_way_stops_the_build(out: Path, in_place: bool, stranger: str) -> None:
    """A stranger's file where a folder must go, or in a folder where a file must go, is named, and nothing is lost."""
    build(texts(other="hello"), out)
    (out / stranger).parent.mkdir(exist_ok=True)
    (out / stranger).write_text("theirs")
    before = inodes(out)
    with pytest.raises(UsageError, match=f"{stranger} in .* is in the way"):
        build(texts(index="hello", plays__a="a"), out, in_place=in_place)
    assert inodes(out) == before


def test_a_link_to_a_folder_is_no_way_out(out: Path, tmp_path: Path, in_place: bool) -> None:
    """A folder of the site that was replaced by a link elsewhere stops the build: nothing is written through it."""
    build(texts(index="hello", plays__a="a"), out)
    (tmp_path / "elsewhere").mkdir()
    (out / "plays/a.html").unlink()
    (out / "plays").rmdir()
    (out / "plays").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UsageError, match=r"plays in .* is in the way"):
        build(texts(index="hello", plays__a="new"), out, in_place=in_place)
    assert os.listdir(tmp_path / "elsewhere") == []


def test_nothing_is_pruned_behind_a_link(out: Path, tmp_path: Path, in_place: bool) -> None:
    """Where a folder with old pages was replaced by a link, the files behind the link are somebody's, whatever their names."""
    build(texts(index="hello", plays__a="a"), out)
    (out / "plays").rename(tmp_path / "elsewhere")
    (out / "plays").symlink_to(tmp_path / "elsewhere")
    build(texts(index="hello"), out, in_place=in_place)
    assert os.listdir(tmp_path / "elsewhere") == ["a.html"]
    assert (out / "plays").is_symlink()


def test_a_record_that_names_files_outside_is_refused(out: Path, tmp_path: Path, in_place: bool) -> None:
    """Nobody can have a build delete files outside the site by writing their names into its record."""
    build(texts(index="hello"), out)
    (tmp_path / "precious").touch()
    planted = Record("", {"../precious": Entry("f")})
    (out / RECORD).write_bytes(record_bytes(planted))
    with pytest.raises(PlaybookError, match="No file of the site can be called"):
        build(texts(index="hello"), out, in_place=in_place)
    assert (tmp_path / "precious").exists()


@pytest.mark.parametrize("git", [".git/HEAD", ".git", "docs/.git"])
def test_a_git_project_is_refused(out: Path, in_place: bool, git: str) -> None:
    """A folder with .git in it, as folder or file, at the top or below, is never built into, though it has a record of ours."""
    build(texts(index="hello"), out)
    (out / git).parent.mkdir(exist_ok=True)
    (out / git).write_text("ref: refs/heads/main")
    before = inodes(out)
    with pytest.raises(UsageError, match=r"Git project .*Name another folder"):
        build(texts(index="again"), out, in_place=in_place)
    assert inodes(out) == before


@pytest.mark.parametrize("theirs", ["report.docx", "src/main.c", ".config/settings"])
def test_somebodys_folder_is_refused(out: Path, theirs: str) -> None:
    """A folder that holds files and no record of ours is left alone, with a sentence on what to do."""
    (out / theirs).parent.mkdir(parents=True)
    (out / theirs).write_text("theirs")
    before = inodes(out)
    with pytest.raises(UsageError, match=r"no build of ours wrote.* Name an empty or a new folder"):
        build(texts(index="hello"), out)
    assert inodes(out) == before


def test_an_empty_folder_and_hidden_files_at_its_top_will_do(out: Path) -> None:
    """An empty folder is taken, and one that holds nothing but files such as .nojekyll, which stay."""
    out.mkdir()
    (out / ".nojekyll").touch()
    assert build(texts(index="hello"), out).swapped
    assert sorted(os.listdir(out)) == [".nojekyll", RECORD, "index.html"]


def test_the_sites_own_permissions_stay(out: Path) -> None:
    """A site that others may not enter stays so."""
    build(texts(index="hello"), out)
    out.chmod(0o750)
    build(texts(index="again"), out)
    assert out.stat().st_mode & 0o777 == 0o750


def test_a_link_and_a_file_are_refused(out: Path, tmp_path: Path) -> None:
    """A link as the site, also a broken one, and a file as the site are refused in a sentence."""
    out.symlink_to(tmp_path / "nowhere")
    with pytest.raises(UsageError, match="is a link"):
        build(texts(index="hello"), out)
    out.unlink()
    out.write_text("a file")
    with pytest.raises(UsageError, match="is a file"):
        build(texts(index="hello"), out)
    assert out.read_text() == "a file"


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"format": 99, "stamp": "", "files": {}}', '{"format": 1, "stamp": "", "files": {"a": 3}}']
)
def test_a_damaged_record_is_said(out: Path, content: str) -> None:
    """Where the record cannot be read nobody knows whose files these are: the build stops and says what to do."""
    build(texts(index="hello"), out)
    (out / RECORD).write_text(content)
    with pytest.raises(UsageError, match=r"cannot be read.*delete .* and build again"):
        build(texts(index="hello"), out)
    assert (out / "index.html").read_bytes() == b"hello"


def test_the_current_folder_may_be_the_site(out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative name is taken from where the command runs, and dots in it mean what they always mean."""
    monkeypatch.chdir(tmp_path)
    build(texts(index="hello"), Path("there/../site"))
    assert (out / "index.html").read_bytes() == b"hello"
