"""Folders trade places where the disk can, and where it cannot the build goes on file by file or says why not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from playbook.publish.exchange import can_exchange, exchange

PRELUDE = f"""
import os, sys
from pathlib import Path
sys.path[:0] = {sys.path!r}
from publish_jobs import EMPTY, build, inodes, job, texts, tree
from playbook.problems import MachineError
from playbook.publish.exchange import can_exchange
here = Path(sys.argv[1])
out = here / "disk/site"
out.parent.mkdir()
"""


def with_own_disks(tmp_path: Path, mount: str, script: str) -> None:
    """Run the script where it may mount disks that nobody else sees: `mount` is a shell line, DISK the folder to mount on."""
    if not shutil.which("unshare") or subprocess.run(["unshare", "-m", "true"], check=False, capture_output=True).returncode:
        pytest.skip("this machine lets nobody mount disks of his own")
    (tmp_path / "script.py").write_text(PRELUDE + f"MOUNT = {mount.replace('DISK', str(tmp_path / 'disk'))!r}\n" + script)
    command = ["unshare", "-m", sys.executable, "-W", "error", str(tmp_path / "script.py"), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_two_folders_trade_places(tmp_path: Path) -> None:
    """After an exchange each name holds what the other held."""
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    assert exchange(tmp_path / "one", tmp_path / "other")
    assert os.listdir(tmp_path / "one") == ["other"]


def test_what_cannot_be_exchanged_stays(tmp_path: Path) -> None:
    """Where the system refuses, the answer is False and nothing has moved."""
    (tmp_path / "one").mkdir()
    assert not exchange(tmp_path / "one", tmp_path / "missing")
    assert os.listdir(tmp_path) == ["one"]


def test_an_ordinary_folder_can_be_exchanged(tmp_path: Path) -> None:
    """A folder with room beside it can; a mount point cannot."""
    assert can_exchange(tmp_path / "site")
    assert not can_exchange(Path("/proc"))


def test_a_mount_point_is_filled_file_by_file(tmp_path: Path) -> None:
    """A site that is a disk of its own, as in a container, is built, edited and pruned in place, and equals any other build."""
    with_own_disks(
        tmp_path,
        "mount -t tmpfs none DISK/site",
        """
out.mkdir()
assert os.system(MOUNT) == 0
assert not can_exchange(out)
build(texts(index="old", gone="gone", plays__a="a"), out)
(out / "CNAME").write_text("theirs")
build(texts(index="new", plays__a="a", plays__b="b"), out)
build(texts(index="new", plays__a="a", plays__b="b"), here / "clean")
(here / "clean/CNAME").write_text("theirs")
assert tree(out) == tree(here / "clean"), tree(out)
assert os.listdir(out.parent) == ["site"]
""",
    )


def test_a_mount_that_does_not_look_like_one_falls_back(tmp_path: Path) -> None:
    """Where only the exchange itself shows that it is impossible (a bound folder of the same disk), the build ends all the same."""
    with_own_disks(
        tmp_path,
        "mount --bind DISK/real DISK/site",
        """
out.mkdir()
(here / "disk/real").mkdir()
assert os.system(MOUNT) == 0
build(texts(index="old", gone="gone", plays__a="a"), out)
(out / "CNAME").write_text("theirs")
build(texts(index="new", plays__a="a", plays__b="b"), out)
build(texts(index="new", plays__a="a", plays__b="b"), here / "clean")
(here / "clean/CNAME").write_text("theirs")
assert tree(here / "disk/real") == tree(here / "clean"), tree(out)
assert sorted(os.listdir(out.parent)) == ["real", "site"]
""",
    )


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    """With no space left the build stops with two sentences, the old site is whole, and nothing is left lying about."""
    with_own_disks(
        tmp_path,
        "mount -t tmpfs -o size=128k none DISK",
        """
assert os.system(MOUNT) == 0
build(texts(index="old"), out)
before = inodes(out)
for in_place in (False, True):
    try:
        build([job("index.html", "new"), *(job(str(n), "x" * 50000) for n in range(5))], out, in_place=in_place)
        raise AssertionError("it found space")
    except MachineError as error:
        assert "No space left" in error.what, error
        assert "free some space" in error.remedy, error
    assert (out / "index.html").read_bytes() == b"old"
    assert os.listdir(out.parent) == ["site"]
    assert sorted(os.listdir(out)) == [".playbook.json", "index.html"]
build(texts(index="new"), out)
assert (out / "index.html").read_bytes() == b"new"
""",
    )


def test_a_disk_that_can_only_be_read_is_said(tmp_path: Path) -> None:
    """Where nothing can be written the build says so and names another way."""
    with_own_disks(
        tmp_path,
        "mount -o remount,ro DISK",
        """
assert os.system(f"mount -t tmpfs none {out.parent}") == 0
build(texts(index="old"), out)
assert os.system(MOUNT) == 0
for jobs in (texts(index="old"), texts(index="new")):
    try:
        build(jobs, out)
        raise AssertionError("it wrote")
    except MachineError as error:
        assert "--out" in error.remedy, error
assert (out / "index.html").read_bytes() == b"old"
""",
    )


def test_a_disk_without_links_gets_copies(tmp_path: Path) -> None:
    """Where hard links fail, as from one disk to another, unchanged files are copied with their times."""
    shared = Path("/dev/shm")
    if not shared.is_dir() or os.stat(shared).st_dev == tmp_path.stat().st_dev:
        pytest.skip("there is no second disk here")
    from playbook.publish.swap import bring

    source = shared / f"playbook-test-{os.getpid()}"
    (source / "deep").mkdir(parents=True)
    try:
        (source / "deep/a.html").write_text("a")
        (source / "link").symlink_to("nowhere")
        os.utime(source / "deep/a.html", ns=(1, 1))
        bring(source, tmp_path, ["deep/a.html", "link"])
    finally:
        shutil.rmtree(source)
    assert (tmp_path / "deep/a.html").read_text() == "a"
    assert (tmp_path / "deep/a.html").stat().st_mtime_ns == 1
    assert os.readlink(tmp_path / "link") == "nowhere"
