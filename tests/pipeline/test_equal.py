"""Equal input gives equal bytes: whatever the process, the place, the clock, the order of hashing, the number of workers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from e2e_libraries import Seen, clean, copied_sample, differences, digests, whole

COMMAND = [sys.executable, "-m", "playbook", "build"]
# Two machines as unlike as one machine can play them.
ONE = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1795305600"}
OTHER = {"PYTHONHASHSEED": "4242", "TZ": "America/Anchorage", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1795305600"}


def built_by_command(root: Path, environment: dict[str, str], *options: str) -> Path:
    """Build a library with the command, in its own folder, and return its site."""
    inherited = {name: value for name, value in os.environ.items() if name not in {"SOURCE_DATE_EPOCH", "CI", "GITHUB_ACTIONS"}}
    done = subprocess.run([*COMMAND, *options], cwd=root, env={**inherited, **environment}, capture_output=True, text=True, check=False)
    assert done.returncode in {0, 1}, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    return root / "site"


def copies(twelve: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Return two copies of a library under paths of different length, written in different orders."""
    one, other = tmp_path / "a", tmp_path / "another place with a long name" / "b"
    for root, backwards in ((one, False), (other, True)):
        files = sorted((path for path in twelve.rglob("*.yaml")), reverse=backwards)
        for file in files:
            to = root / file.relative_to(twelve)
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_bytes(file.read_bytes())
    return one, other


def test_two_builds_elsewhere_are_byte_equal(twelve: Path, tmp_path: Path) -> None:
    """Another folder, hash seed, time zone and language, one worker against two: every file of the site has the same SHA-256."""
    one, other = copies(twelve, tmp_path)
    left = built_by_command(one, ONE, "--pdf", "--jobs", "1")
    right = built_by_command(other, OTHER, "--pdf", "--jobs", "2")
    assert differences(left, right) == []
    assert sum(path.endswith(".pdf") for path in digests(left)) == 8


def wrong_under_other_seeds(root: Path, site: Path, *seeds: str) -> set[str]:
    """Return the pages that are not the same under other hash seeds: where two things of a set are taken in turn, one seed may hide it."""
    found: set[str] = set()
    for seed in seeds:
        other = built_by_command(root, {**OTHER, "PYTHONHASHSEED": seed}, "--no-pdf", "--jobs", "1", "--out", f"site-{seed}").with_name(
            f"site-{seed}"
        )
        found.update(differences(other, site))
    return found


@pytest.mark.prove
@pytest.mark.parametrize("seeds", ["1", "234"])
def test_the_sample_s_pages_do_not_hang_on_the_hash_seed(tmp_path: Path, sample: Seen, seeds: str) -> None:
    """Every page of the sample is the same under other hash seeds, in another folder, as in this process."""
    assert wrong_under_other_seeds(copied_sample(tmp_path / "library"), sample.site, *seeds) == set()


def test_another_day_is_another_input(twelve: Path, tmp_path: Path) -> None:
    """The day is told from outside: where it changes what is fresh, pages differ, and the clock of the machine has no say."""
    one, other = copies(twelve, tmp_path)
    for root in (one, other):
        file = root / "content_library/assets/story.yaml"
        file.write_text(file.read_text() + "reviewed: 2026-11-01\nreview_every: 6 months\n")
    left = built_by_command(one, {}, "--no-pdf", "--jobs", "1", "--date", "2026-11-22")
    right = built_by_command(other, {}, "--no-pdf", "--jobs", "1", "--date", "2028-11-22")
    assert "index.html" in differences(left, right)


@pytest.mark.prove
def test_the_whole_sample_with_one_worker_and_two(tmp_path: Path, papers: Seen) -> None:
    """All pages and PDFs of the sample are the same bytes, made by two workers or by one, here or there."""

    def alone(root: Path, site: Path) -> object:
        return whole(root, site, workers=1)

    assert differences(clean(papers.root, tmp_path / "clean", alone)[1], papers.site) == []  # type: ignore[arg-type]
