"""Libraries to build in these tests, and sites that are built once for all tests of a session, whichever process asks first."""

from __future__ import annotations

import fcntl
import hashlib
import os
import pickle
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from playbook.pipeline import BuildOptions, Built, Edition, build
from playbook.problems import Problem
from playbook.publish import Published

TODAY = date(2026, 11, 22)
ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests/data/pipeline"
PARTS = ("enablement.yaml", "personas", "content_library", "templates")


@dataclass(frozen=True)
class Seen:
    """A library, the site that was built from it, and what the build said."""

    root: Path
    site: Path
    problems: tuple[Problem, ...]
    published: Published


def copied(source: Path, to: Path, parts: tuple[str, ...] = PARTS) -> Path:
    """Copy what a team owns of a library, and nothing of what lies beside it."""
    to.mkdir(parents=True)
    for part in parts:
        if (source / part).is_dir():
            shutil.copytree(source / part, to / part, symlinks=True)
        elif (source / part).exists():
            shutil.copy2(source / part, to / part)
    return to


def copied_sample(to: Path) -> Path:
    """Copy the sample as `playbook init` does: without templates, which are the theme here."""
    return copied(ROOT, to, PARTS[:3])


def copied_twelve(to: Path) -> Path:
    """Copy the library of twelve entries."""
    return copied(DATA / "twelve", to)


def html(root: Path, site: Path) -> Built:
    """Build the pages of a library, without PDFs, in this process."""
    return build(root, site, today=TODAY, options=BuildOptions(pdf=False, workers=1))


def for_whom(edition: Edition) -> Callable[[Path, Path], Built]:
    """Return what builds the pages of a library in one edition, without PDFs."""
    return lambda root, site: build(root, site, today=TODAY, options=BuildOptions(edition=edition, pdf=False, workers=1))


def opened(to: Path, audience: str) -> Path:
    """Copy the sample and open every entry of it to an audience, so that an edition has every sort of page it can have."""
    root = copied_sample(to)
    for file in [*root.glob("personas/*.yaml"), *root.glob("content_library/*/*.yaml")]:
        text = re.sub("^audience:.*\n", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
        file.write_text(f"audience: {audience}\n{text}", encoding="utf-8")
    return root


def edited(root: Path) -> Path:
    """Change a play, retire an asset and take a draft's word away."""
    _reword(root / "content_library/plays/gone-quiet.yaml", "minutes: 40", "minutes: 30")
    _reword(root / "content_library/assets/contract-faq.yaml", "status: approved", "status: retired\nreplaced_by: compliance-faq")
    _reword(root / "content_library/assets/first-day-video.yaml", "status: draft", "status: approved")
    return root


def _reword(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def whole(root: Path, site: Path, workers: int = 2) -> Built:
    """Build the pages and the PDFs of a library."""
    return build(root, site, today=TODAY, options=BuildOptions(pdf=True, workers=workers))


def clean(root: Path, folder: Path, make: Callable[[Path, Path], Built] = html) -> tuple[Built, Path]:
    """Build a library as if nothing had ever been built: a copy elsewhere, without caches, into a new folder."""
    return make(copied(root, folder / "library"), folder / "site"), folder / "site"


def digests(site: Path) -> dict[str, str]:
    """Return the SHA-256 of every file of a site, its record included."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def differences(one: Path, other: Path) -> list[str]:
    """Return the files that are not the same, byte for byte, in two sites."""
    left, right = digests(one), digests(other)
    return sorted(path for path in left.keys() | right.keys() if left.get(path) != right.get(path))


def in_child(work: Callable[[], object]) -> int:
    """Do something in a process of its own and return how that ended: 0, or minus the signal that killed it."""
    pid = os.fork()
    if not pid:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def once(shared: Path, name: str, make: Callable[[Path, Path], Built], lay: Callable[[Path], Path]) -> Seen:
    """Lay a library and build it, where no other process of this session has done so yet."""
    folder = shared / name
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = folder / "done"
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            built = make(lay(folder / "library"), folder / "site")
            done.write_bytes(pickle.dumps((built.problems, built.published)))
        problems, published = pickle.loads(done.read_bytes())
    return Seen(folder / "library", folder / "site", problems, published)
