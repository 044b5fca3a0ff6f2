"""What is to be taken in at a glance fits its side of paper, on A4 and on Letter; what does not is measured and told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from e2e_libraries import copied_sample
from msgspec.structs import replace

from playbook import check
from playbook.library import Library, assemble
from playbook.model.entries import Channel, ObjectionLine, Question
from playbook.model.jobs import Bundle
from playbook.model.knowledge import Competitor, Trap
from playbook.model.pages import Page
from playbook.model.people import Persona, Saying
from playbook.model.plays import Play, Step
from playbook.model.settings import Settings
from playbook.problems import Problem
from playbook.render import page_pdf, read_bundle
from playbook.select import pages
from playbook.shipped import theme_dir

TODAY = date(2026, 11, 22)
GLANCES = ("plays/", "competitors/", "personas/")
LONG = "A whole sentence of middling words that a marketer would write about the work of people on a night shift in a plant by the river"


@pytest.fixture(scope="module")
def glance() -> Bundle:
    """Return the theme with plays and battlecards that have their first page only: what follows takes time and moves nothing on it."""
    bundle = read_bundle(theme_dir())
    for name in ("play", "battlecard"):
        source = f'{{% extends "theme/pdf/{name}.html" %}}{{% block depth %}}{{% endblock %}}{{% block mark %}}{{% endblock %}}'
        bundle = replace(bundle, files={**bundle.files, f"team/pdf/{name}.html": source.encode()}, digest="glances only")
    return bundle


def papers(library: Library, paper: str, site_url: str = "https://play.example.com/a/long/way/to/the/book") -> list[Page]:
    """Return the plays, battlecards and pocket cards of a library, for one paper."""
    ours = assemble(replace(library.settings, paper=paper, site_url=site_url), tuple(library.all()), library.agreement)
    found = pages(ours, edition="rep", today=TODAY, pdf=True)
    return [page for page in found if page.path.endswith(".pdf") and page.path.startswith(GLANCES) and "playbook" not in page.template]


def too_long(page: Page, bundle: Bundle) -> list[Problem]:
    """Return what is told of a document that goes over its side."""
    return [found for found in page_pdf(page, bundle, "").problems if found.code == "PB404"]


def fullest(made: list[Page]) -> list[Page]:
    """Return the document of each sort with the most in it."""
    return list({page.template: page for page in sorted(made, key=lambda page: len(repr(page.body)))}.values())


def test_the_fullest_of_the_sample_fit(glance: Bundle, tmp_path: Path) -> None:
    """The play, the battlecard and the pocket card of the sample with most to say fit their side of Letter, which holds less than A4."""
    made = fullest(papers(check(copied_sample(tmp_path / "sample"), today=TODAY).library, "letter"))
    assert len(made) == 3
    assert {page.path: found for page in made if (found := too_long(page, glance))} == {}


@pytest.mark.prove
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_sample_fits(paper: str, glance: Bundle, tmp_path: Path) -> None:
    """Every play, battlecard and pocket card of the sample fits its side."""
    made = papers(check(copied_sample(tmp_path / "sample"), today=TODAY).library, paper)
    assert len(made) > 20
    assert {page.path: found for page in made if (found := too_long(page, glance))} == {}


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        (LONG, "letter"),
        pytest.param(LONG, "a4", marks=pytest.mark.prove),
        (LONG.replace(" ", "") * 2, "a4"),
        pytest.param(LONG.replace(" ", "") * 2, "letter", marks=pytest.mark.prove),
        pytest.param("日本語の文章" * 20, "a4", marks=pytest.mark.prove),
        pytest.param("日本語の文章" * 20, "letter", marks=pytest.mark.prove),
    ],
)
def test_cards_are_cut_to_what_fits(text: str, paper: str, glance: Bundle) -> None:
    """However much there is to say of a competitor or a persona, and in whatever words, their cards take what fits and no more."""
    many, lines = (text,) * 30, (ObjectionLine(text, text),) * 30
    traps, sayings = (Trap(text, text),) * 30, (Saying("No-show", text),) * 30
    channels, questions = (Channel("phone", text),) * 30, (Question(text, text),) * 30
    them = Competitor(
        id="them", name="Them", summary=text, we_win=many, we_lose=many, they_say=many, landmines=many, objections=lines, traps=traps
    )
    whom = Persona(
        id="hr", name="HR director", summary=text, titles=many, pains=many, measured_by=many, avoid=many, deal_makers=many,
        deal_breakers=many, objections=lines, channels=channels, vocabulary=sayings, questions=questions,
    )  # fmt: skip
    made = papers(assemble(Settings(name="Full"), [them, whom]), paper)
    assert [page.path for page in made] == ["competitors/them.pdf", "personas/hr-pocket.pdf"]
    assert {page.path: found for page in made if (found := too_long(page, glance))} == {}


def test_a_play_that_is_too_long_is_told(glance: Bundle) -> None:
    """The longest block is named with its fields, how far it goes over, and about how many words are to go; then it fits."""
    words = [f"{LONG}."] * 60
    play = Play(id="long", file="content_library/plays/long.yaml", title="Long", say=" ".join(words), steps=(Step(key="1", do="Call"),))
    [page] = papers(assemble(Settings(name="Long"), [play]), "a4")
    [found] = too_long(page, glance)
    assert (found.file, found.field, found.entry, str(found.level)) == (play.file, ("say",), "play:long", "warning")
    assert "too long for one side" in found.why
    assert "1561 words: say." in found.why
    away = int(found.remedy.split()[-2])
    shorter = replace(play, say=" ".join(play.say.split()[: 1560 - away]))
    [page] = papers(assemble(Settings(name="Long"), [shorter]), "a4")
    assert too_long(page, glance) == []
    assert away < 1000
