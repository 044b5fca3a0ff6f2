"""The overrides that the guide to templates shows do what it says, on the small library."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from playbook.edit import start
from playbook.model.pages import Page
from playbook.pipeline import BuildOptions, build, check
from playbook.render import read_bundle
from playbook.render.html import rendered
from playbook.select import pages

ROOT = Path(__file__).parents[2]
EXAMPLE = re.compile(r"^```(?:jinja|css)\n(?:\{#|/\*) (templates/\S+) (?:#\}|\*/)\n(.*?)^```$", re.M | re.S)
TODAY = date(2026, 11, 22)
PLAY, PERSONA = "plays/gone-quiet-after-proposal", "personas/operations-director"


@pytest.fixture(scope="module")
def examples() -> dict[str, str]:
    """Return the examples of the guide by the file that each is for."""
    return dict(EXAMPLE.findall((ROOT / "docs/templates.md").read_text(encoding="utf-8")))


@pytest.fixture
def dressed(tmp_path: Path, examples: dict[str, str]) -> Path:
    """Return a small library with all the overrides of the guide."""
    start(tmp_path / "library", small=True)
    for name, text in examples.items():
        place = tmp_path / "library" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return tmp_path / "library"


def printed(library: Path, path: str, overrides: Path | None) -> str:
    """Return what is printed for one PDF, with or without the overrides."""
    made: dict[str, Page] = {page.path: page for page in pages(check(library, today=TODAY).library, edition="rep", today=TODAY, pdf=True)}
    return rendered(made[path], read_bundle(ROOT / "templates", overrides), paper=True)


def test_three_overrides_are_shown(examples: dict[str, str]) -> None:
    """The guide shows a block, a cover and a style, each with the file that it is."""
    assert list(examples) == ["templates/play.html", "templates/pdf/playbook.html", "templates/css/team.css"]


def test_another_cover_takes_the_place_of_the_themes(dressed: Path) -> None:
    """The playbook's head is the team's, and what follows is the theme's."""
    ours = printed(dressed, f"{PERSONA}.pdf", dressed / "templates")
    theirs = printed(dressed, f"{PERSONA}.pdf", None)
    assert "Questions? enablement@example.com" in ours
    assert "Questions? enablement@example.com" not in theirs
    assert ours.partition("<main>")[2] == theirs.partition("<main>")[2] != ""


def test_a_house_style_and_a_block_reach_the_site(dressed: Path, examples: dict[str, str]) -> None:
    """The team's sheet lies in the site and is linked after the theme's, and the play says the sentence more."""
    site = dressed / "site"
    build(dressed, site, today=TODAY, options=BuildOptions(pdf=False, workers=1))
    page = (site / f"{PLAY}.html").read_text(encoding="utf-8")
    assert "Ask in the channel #plays" in page
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)">', page)
    assert [Path(sheet).name for sheet in sheets] == ["screen.css", "team.css"]
    assert (site / PLAY).parent.joinpath(sheets[1]).resolve().read_text(encoding="utf-8") == examples["templates/css/team.css"]


def test_the_style_names_what_the_theme_has(examples: dict[str, str]) -> None:
    """Each name that the example gives a value is one that the theme declares and uses."""
    theme = (ROOT / "templates/css/screen.css").read_text(encoding="utf-8")
    names = set(re.findall(r"(--[\w-]+):", examples["templates/css/team.css"]))
    assert names
    assert [name for name in sorted(names) if f"{name}:" not in theme or f"var({name})" not in theme] == []
