"""Killed at any step, readers have the old site or the new one, the record tells the truth, and the next build ends like a clean one."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest
from publish_jobs import build, in_child, job, texts, tree

from playbook.problems import UsageError
from playbook.publish.record import RECORD, Entry, Record, read_record, record_bytes

OLD = [*texts(index="old", plays__a="a", plays__gone="gone", away__x="x"), job("was", "file"), job("a.pdf", ("k", "paper"), "keyed")]
NEW = [
    *texts(index="new!", plays__a="a", plays__b="b", people__ann="ann"),
    job("was/folder.html", "f"),
    job("a.pdf", ("k2", "ink"), "keyed"),
]
STRANGERS = {"CNAME": b"play.example.com", "theirs": None, "theirs/notes.txt": b"notes"}
DULL = {"fspath", "stat", "lstat", "access", "getpid", "urandom", "register_at_fork"}
Build = Callable[[list, Path], object]


def kill_at(step: int) -> Callable[[FrameType, str, object], None]:
    """Return a profile function that kills this process before its n-th call that may touch a disk."""
    left = [step]

    def watch(frame: FrameType, event: str, call: object) -> None:
        if event == "c_call" and _touches_disk(call):
            left[0] -= 1
            if left[0] < 0:
                os.kill(os.getpid(), signal.SIGKILL)

    return watch


def _touches_disk(call: object) -> bool:
    """Tell calls of the operating system, of open and of open files from all other calls."""
    module = getattr(call, "__module__", None) or type(getattr(call, "__self__", None)).__module__
    return module in {"posix", "_io", "io", "fcntl"} and getattr(call, "__name__", "") not in DULL


def killed(step: int, work: Callable[[], object]) -> bool:
    """Do the work in another process and kill it at the step; tell whether it got that far."""

    def watched() -> None:
        sys.setprofile(kill_at(step))
        work()
        sys.setprofile(None)

    code = in_child(watched)
    assert code in {0, -signal.SIGKILL}
    return code != 0


def lies(site: Path) -> list[str]:
    """Return the paths for which the record vouches and that hold something else."""
    try:
        record = read_record(site) if site.exists() else None
    except UsageError:
        return ["everything: it cannot be read"]
    files = record.files.items() if record else []
    return [path for path, entry in files if entry.fingerprint and _digest(site / path) != entry.sha256]


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def findings(folder: Path, before: list, after: list, make: Build, *, whole: bool) -> tuple[int, list[str]]:
    """Kill a build at each of its steps; return how many there are, and all that was wrong after one."""
    start, clean, wrong, step = folder / "start/site", folder / "clean/site", [], 0
    if before:
        make(before, start)
        _lay_strangers(start)
    make(after, clean)
    if before:
        _lay_strangers(clean)
    while True:
        here = folder / f"step-{step}"
        here.mkdir()
        if start.exists():
            shutil.copytree(start, here / "site")
        got_far = killed(step, lambda at=here / "site": make(after, at))
        wrong += [f"step {step}: {what}" for what in _wrong(here / "site", start, clean, whole=whole)]
        make(after, here / "site")
        wrong += [f"step {step}: the next build ends otherwise"] * (tree(here) != tree(clean.parent))
        shutil.rmtree(here)
        if not got_far:
            return step, wrong
        step += 1


def _lay_strangers(site: Path) -> None:
    (site / "theirs").mkdir()
    for path, content in STRANGERS.items():
        if content is not None:
            (site / path).write_bytes(content)


def _wrong(site: Path, start: Path, clean: Path, *, whole: bool) -> list[str]:
    """Return what a reader or the next build would stumble over right after the kill."""
    seen, old, new = (tree(folder) if folder.exists() else {} for folder in (site, start, clean))
    wrong = [f"the record lies about {path}" for path in lies(site)]
    if whole and seen not in (old, new):
        wrong.append("neither the old site nor the new one")
    for path, content in seen.items():
        if (
            content is not None
            and path != RECORD
            and not path.startswith(".playbook-new")
            and content not in (old.get(path), new.get(path))
        ):
            wrong.append(f"{path} is neither old nor new")
    return wrong + [f"{path} is lost" for path in STRANGERS if path in old and path not in seen]


@pytest.mark.parametrize("state", [False, pytest.param(True, marks=pytest.mark.prove)], ids=["stateless", "state"])
@pytest.mark.parametrize(
    ("before", "in_place"),
    [([], True), *(pytest.param(*each, marks=pytest.mark.prove) for each in ((OLD, False), ([], False), (OLD, True)))],
    ids=["first build in place", "edit by exchange", "first build by exchange", "edit in place"],
)
def test_killed_at_every_step(tmp_path: Path, before: list, in_place: bool, state: bool) -> None:
    """After each call that may touch the disk nothing lies or is lost; the next build ends byte-equal to a clean one, without leftovers.

    With an exchange, readers see all of the old site or all of the new one; file by file, each file is whole.
    """

    def make(jobs: list, out: Path) -> object:
        return build(jobs, out, in_place=in_place, state=tmp_path / "state" if state else None)

    steps, wrong = findings(tmp_path / "kills", before, NEW, make, whole=not in_place)
    assert wrong == []
    assert steps >= 30


def careless(jobs: list, out: Path) -> None:
    """Publish as one does without thinking: prune, write the record, then each file over the old one."""
    for path in out.glob("*.html"):
        path.unlink()
    contents = {found.path: str(found.data).encode() for found in jobs}
    entries = {found.path: Entry(found.fingerprint, hashlib.sha256(contents[found.path]).hexdigest()) for found in jobs}
    out.mkdir(parents=True, exist_ok=True)
    (out / RECORD).write_bytes(record_bytes(Record("", entries)))
    for path, content in contents.items():
        (out / path).write_bytes(content)


def test_the_proof_would_find_a_careless_build(tmp_path: Path) -> None:
    """A build that writes in the wrong order is caught lying, showing half a site, and cutting files short."""
    _, wrong = findings(tmp_path / "kills", texts(a="old", b="old"), texts(a="new"), careless, whole=True)
    text = " ".join(wrong)
    assert "the record lies about a.html" in text
    assert "neither the old site nor the new one" in text
    assert "a.html is neither old nor new" in text


@pytest.mark.prove
def test_killed_at_any_moment(tmp_path: Path) -> None:
    """A real build with workers, killed with its whole group at random moments and run again on what is left, ends like a clean one."""
    script = tmp_path / "build.py"
    script.write_text(f"""
import sys; sys.path[:0] = {sys.path!r}
from publish_jobs import EMPTY, job
from playbook.publish import publish
if __name__ == "__main__":
    out, round_ = sys.argv[1:]
    jobs = [job(f"plays/{{n}}.html", f"{{n}} {{round_ if n % 3 else ''}} " * 300, weight=5) for n in range(int(round_) % 5, 400)]
    assert not publish(jobs, out, EMPTY, workers=2).failed
""")
    chance = random.Random(7)
    command = [sys.executable, str(script)]
    took = _time(lambda: subprocess.run([*command, str(tmp_path / "warm"), "0"], check=True))
    kills = 0
    for round_ in range(60):
        started = subprocess.Popen([*command, str(tmp_path / "site"), str(round_)], start_new_session=True)
        time.sleep(chance.uniform(0.05, 1.1 * took))
        kills += started.poll() is None
        os.killpg(started.pid, signal.SIGKILL)
        started.wait()
        assert lies(tmp_path / "site") == []
        if round_ % 4 == 0:
            subprocess.run([*command, str(tmp_path / "site"), str(round_)], check=True)
            subprocess.run([*command, str(tmp_path / f"clean-{round_}"), str(round_)], check=True)
            assert tree(tmp_path / "site") == tree(tmp_path / f"clean-{round_}")
            assert [name for name in os.listdir(tmp_path) if name.startswith(".site")] == []
    assert kills > 20


def _time(work: Callable[[], object]) -> float:
    start = time.monotonic()
    work()
    return time.monotonic() - start
