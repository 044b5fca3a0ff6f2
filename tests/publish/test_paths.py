"""Paths that one site cannot have are refused before anything is touched."""

from __future__ import annotations

from pathlib import Path

import pytest
from publish_jobs import build, job

from playbook.problems import PlaybookError
from playbook.publish.paths import check_paths

OUTSIDE = ["", "/", "/etc/passwd", "..", "../a", "a/../b", "a/..", "./a", "a/.", "a//b", "a/", "a\\b", "a\0b", "a\nb"]
OURS = [".playbook.json", ".playbook-new", ".playbook-new/a", ".git/config", "docs/.git"]


@pytest.mark.parametrize("path", [*OUTSIDE, *OURS])
def test_a_path_that_leaves_the_site_is_refused(out: Path, path: str) -> None:
    """Absolute paths, dots as steps, empty parts, backslashes, control signs, our own names and Git's are refused."""
    with pytest.raises(PlaybookError, match="No file of the site can be called"):
        build([job(path)], out)
    assert not out.exists()


@pytest.mark.parametrize(
    ("paths", "said"),
    [
        (["a.html", "a.html"], "the same file: a.html"),
        (["plays/a.html", "plays/A.html"], "plays/a.html and plays/A.html are the same"),
        (["plays/a", "Plays/b"], "plays and Plays are the same"),
        (["caf\u00e9", "cafe\u0301"], "are the same file"),
        (["a", "a/b"], "a would be a file, and a folder for a/b"),
        (["a/b/c", "a"], "a would be a file, and a folder for a/b/c"),
    ],
)
def test_paths_that_meet_are_refused(paths: list[str], said: str) -> None:
    """Two jobs for one file, spellings that many disks cannot tell apart, and a file that is a folder too are refused."""
    with pytest.raises(PlaybookError, match=said):
        check_paths(paths)


def test_common_paths_pass() -> None:
    """Hidden files, dots in names, spaces and other scripts are paths like any other."""
    check_paths(["index.html", ".nojekyll", "a.b/c..d/…e", "plays/a b.html", "людям/план.html", "a-/b", "a/b", ".well-known/x", "x.git"])
