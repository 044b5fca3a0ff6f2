"""Libraries that are not like the sample: without people, without content, with next to nothing, and with far too much."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from e2e_libraries import ROOT, TODAY, html, whole
from e2e_papers import offences as paper_offences
from e2e_walk import offences, pages

from playbook.pipeline import check
from playbook.select import pages as planned_pages

PROJECT = {"enablement.yaml": "name: Odd\nstages: [Awareness, Decision]\n"}
PERSONA = {"personas/ana.yaml": "name: Ana\npains: Too little time\n"}
ASSET = {
    "content_library/assets/guide.yaml": "title: Guide\ntype: guide\nlinks: https://example.com\n"
    "uses: {personas: ana, stages: awareness, when: They ask, not_when: Never, how: Send it}\n"
}
PLAY = {"content_library/plays/call.yaml": "title: They ask\nstages: awareness\nwhen: They ask\nnot_when: Never\nsteps: Call\n"}
TERM = {"content_library/terms/lead.yaml": "term: Lead\nmeans: Somebody who asked\n"}
ODD: Mapping[str, Mapping[str, str]] = {
    "only a project file": PROJECT,
    "no personas": {**PROJECT, **{name: text.replace("personas: ana, ", "") for name, text in {**ASSET, **PLAY}.items()}},
    "no assets": {**PROJECT, **PERSONA, **PLAY},
    "one entry": {**PROJECT, **TERM},
    "one persona": {**PROJECT, **PERSONA},
    "no stages": {"enablement.yaml": "name: Odd\n", **PERSONA},
}


def laid(files: Mapping[str, str], root: Path) -> Path:
    """Write a library."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


@pytest.mark.parametrize("name", ODD)
def test_an_odd_library_builds_and_can_be_walked(tmp_path: Path, name: str) -> None:
    """Whatever is missing, every page is whole, each link arrives, and no page is empty."""
    built = html(laid(ODD[name], tmp_path / "library"), tmp_path / "site")
    assert built.published.failed == ()
    assert offences(tmp_path / "site") == []
    assert [path for path, page in pages(tmp_path / "site").items() if not page.tree.find(".//main").text_content().strip()] == []


@pytest.mark.parametrize("name", ["only a project file", "no personas", "no assets"])
def test_what_is_missing_is_said_with_what_to_do(tmp_path: Path, name: str) -> None:
    """A list without entries says where marketing writes the first one."""
    html(laid(ODD[name], tmp_path / "library"), tmp_path / "site")
    text = " ".join(page.text for page in pages(tmp_path / "site").values())
    missing = {"no personas": ["personas/"], "no assets": ["content_library/assets/"]}
    for folder in missing.get(name, ["personas/", "content_library/assets/", "content_library/plays/"]):
        assert f"in {folder}" in text


def test_the_pdfs_of_odd_libraries_are_for_everybody(tmp_path: Path) -> None:
    """The playbook of everything is there, is accessible and has no empty page, whatever the library lacks."""
    for number, files in enumerate(ODD.values()):
        folder = tmp_path / str(number)
        whole(laid(files, folder / "library"), folder / "site", workers=1)
        found = sorted((folder / "site").rglob("*.pdf"))
        assert folder / "site/playbook.pdf" in found
        assert {file.name: wrong for file in found if (wrong := paper_offences(file))} == {}


@pytest.mark.prove
def test_two_thousand_entries_build_and_can_be_walked(tmp_path: Path) -> None:
    """A library of two thousand entries builds, each page can be reached, and its playbooks are cut to a size that can be read."""
    sys.path.insert(0, str(ROOT / "bench"))
    from _corpus import write_corpus

    write_corpus(tmp_path / "library", 1800)
    built = html(tmp_path / "library", tmp_path / "site")
    assert built.published.failed == ()
    assert offences(tmp_path / "site") == []
    planned = planned_pages(check(tmp_path / "library", today=TODAY).library, edition="rep", today=TODAY, pdf=True)
    assert len([page for page in planned if page.path.startswith("playbook") and page.path.endswith(".pdf")]) > 1
