"""Edit after edit, drawn by chance: each time the site ends byte-equal to a clean build's, with the same problems, and no job twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from e2e_edits import Editor
from e2e_libraries import DATA, clean, copied, copied_sample, differences, html, whole

from playbook.pipeline import Built

Make = Callable[[Path, Path], Built]


def wrong_after(edits: int, root: Path, folder: Path, seed: int, make: Make) -> list[str]:
    """Edit a library so often, building each time; return what was not as after a clean build."""
    editor, site, wrong = Editor(root, seed), folder / "site", []
    make(root, site)
    for number in range(edits):
        edit = editor.edit()
        built = make(root, site)
        fresh, expected = clean(root, folder / f"clean-{number}", make)
        wrong += [f"{edit}: {path}" for path in differences(site, expected)]
        wrong += [f"{edit}: other problems"] * (built.problems != fresh.problems)
        wrong += [f"{edit}: {path} failed" for path in built.published.failed]
        again = make(root, site)
        wrong += [f"{edit}: {path} made twice" for path in again.published.made]
    return wrong


@pytest.mark.prove
def test_an_edit_of_the_sample(tmp_path: Path) -> None:
    """After an edit the pages are those of a clean build."""
    assert wrong_after(1, copied_sample(tmp_path / "library"), tmp_path, 3, html) == []


def test_six_edits_of_twelve_entries(twelve: Path, tmp_path: Path) -> None:
    """The same of six edits of the library of twelve entries."""
    assert wrong_after(6, twelve, tmp_path, 5, html) == []


@pytest.mark.prove
@pytest.mark.parametrize("seed", [1, 2])
def test_thirty_edits_of_the_sample(tmp_path: Path, seed: int) -> None:
    """The same of thirty edits in a row."""
    assert wrong_after(30, copied_sample(tmp_path / "library"), tmp_path, seed, html) == []


@pytest.mark.prove
@pytest.mark.parametrize("seed", [1, 2])
def test_thirty_edits_with_pdfs(tmp_path: Path, seed: int) -> None:
    """The same of thirty edits of the library of twelve entries, PDFs and all."""
    assert wrong_after(30, copied(DATA / "twelve", tmp_path / "library"), tmp_path, seed, whole) == []


def test_a_build_that_forgets_is_caught(twelve: Path, tmp_path: Path) -> None:
    """A build that keeps pages it should make again does not pass: the proof sees what is stale."""
    made: set[Path] = set()

    def forgetful(root: Path, site: Path) -> Built:
        if site in made:
            return html(tmp_path / "frozen", site)
        made.add(site)
        return html(root, site)

    copied(twelve, tmp_path / "frozen")
    wrong = wrong_after(2, twelve, tmp_path, 5, forgetful)
    assert any(".html" in what for what in wrong)
