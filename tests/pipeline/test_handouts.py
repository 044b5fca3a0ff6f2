"""What reps print holds its sides: one side for a battlecard, two for a pocket card, one for each hand-off, however hard the texts."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace

from playbook.library import assemble
from playbook.model.entries import Channel, Entry, ObjectionLine, Question
from playbook.model.handouts import BattlecardBody
from playbook.model.jobs import Bundle
from playbook.model.journey import Handoff, Stage
from playbook.model.knowledge import Competitor, Trap
from playbook.model.pages import Page
from playbook.model.people import Persona, Saying
from playbook.model.settings import Settings
from playbook.pipeline import check
from playbook.render import page_pdf, read_bundle
from playbook.select import pages

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
BOXES = ["When we win", "When we lose", "Landmines: ask this", "Their traps, your answers", "They say, you say", "Proof"]
HARD = {
    "words": "Somebody who plans shifts for several wards and never forgives a mistake in the papers of a nurse. ",
    "capitals": "OVERTIME THAT BURNS OUT THE WHOLE MANAGEMENT COMMUNITY AND MORE MEMBERS ",
    "figures": "1,240,000 of 11,708 in 2026-10-05; 50,000 of 100,000 in 2027. ",
    "one word": "Donaudampfschifffahrtsgesellschaftskapitaenswitwenrentenauszahlungsstelle",
    "broad": "WWWWMMMM@@ mmmm wwww ",
    "short": "No. ",
    "Greek": "Η βάρδια ξεκινά γεμάτη και οι άνθρωποι είναι ενημερωμένοι από πριν. ",
    "Cyrillic": "Смена начинается вовремя, и люди знают своё дело заранее, без ошибок. ",
    "Markdown": "**Everything** they *say* [about us](https://example.com/an-address/that/is/not/shown) ",
}
SOME_HARD = {"capitals", "one word"}
"""Those of the default run; all others are long proofs."""


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    """The shipped theme."""
    return read_bundle(ROOT / "templates")


def sides(page: Page, bundle: Bundle) -> list[list[str]]:
    """Return the bookmarks that lead to each page of a PDF: the headings that stand there."""
    made = page_pdf(page, bundle, "")
    with pikepdf.open(io.BytesIO(made.content or b"")) as pdf:
        found: list[list[str]] = [[] for _ in pdf.pages]
        ids = {sheet.objgen: number for number, sheet in enumerate(pdf.pages)}
        with pdf.open_outline() as outline:
            waiting = list(outline.root)
            while waiting:
                item = waiting.pop(0)
                found[ids[item.destination[0].objgen]].append(item.title)
                waiting += item.children
    return found


def papers(*entries: Entry) -> dict[str, Page]:
    """Return the PDFs of a library of these entries, or of the sample."""
    library = assemble(Settings(name="Hard"), list(entries), None) if entries else check(ROOT, today=TODAY).library
    return {page.path: page for page in pages(library, edition="rep", today=TODAY, pdf=True) if page.path.endswith(".pdf")}


@pytest.mark.parametrize("most", [1, pytest.param(99, marks=pytest.mark.prove)])
def test_the_sample_s_cards_hold_their_sides(most: int, bundle: Bundle) -> None:
    """Each pocket card has two pages; a battlecard's boxes stand on its first; a hand-off has a page to itself: the fullest, and all."""
    found = papers()
    pocket = fullest(page for path, page in found.items() if path.endswith("-pocket.pdf"))
    assert len(pocket) == 5
    assert {len(sides(page, bundle)) for page in pocket[:most]} == {2}
    rivals = fullest(page for path, page in found.items() if path.startswith("competitors/"))
    assert len(rivals) == 4
    for page in rivals[:most]:
        first, *rest = sides(page, bundle)
        assert {*BOXES} <= set(first)
        assert rest[0][0] == "Strengths and weaknesses"
    assert [len(side) for side in map(_titles, sides(found["handoffs.pdf"], bundle))] == [1, 1, 1]


def fullest(made: Iterable[Page]) -> list[Page]:
    """Return pages with the one that has the most to say first."""
    return sorted(made, key=lambda page: -len(repr(page.body)))


def _titles(headings: list[str]) -> list[str]:
    return [heading for heading in headings if "hand over to" in heading]


@pytest.mark.parametrize("times", [1, pytest.param(9, marks=pytest.mark.prove)])
@pytest.mark.parametrize("kind", [kind if kind in SOME_HARD else pytest.param(kind, marks=pytest.mark.prove) for kind in HARD])
def test_hard_texts_stay_on_their_sides(kind: str, times: int, bundle: Bundle) -> None:
    """Broad signs, long words, other scripts and far too much of everything: two sides and one side all the same."""
    found = papers(*_hard(HARD[kind], times))
    assert len(sides(found["personas/p-pocket.pdf"], bundle)) == 2
    rival = found["competitors/c.pdf"]
    assert isinstance(rival.body, BattlecardBody)
    card = replace(rival, body=replace(rival.body, is_thin=False))
    assert sides(card, _without_depth(bundle))[1:] == [["Behind it"]]


def _without_depth(bundle: Bundle) -> Bundle:
    """The theme with one heading behind the first side of a battlecard: all that would stand there takes long to lay out."""
    short = b'{% extends "theme/pdf/battlecard.html" %}{% block depth %}<h2>Behind it</h2>{% endblock %}'
    return replace(bundle, files={**bundle.files, "team/pdf/battlecard.html": short}, digest=f"{bundle.digest} without depth")


def _hard(sign: str, times: int) -> tuple[Entry, Entry]:
    """A persona and a competitor with twelve of everything, all saying the same."""
    text = (sign * times).strip()
    texts = (text,) * 12
    lines, name = (ObjectionLine(text, text),) * 12, (sign * 2)[:90].strip()
    persona = Persona(
        id="p", name=name, titles=texts, summary=text, pains=texts, measured_by=texts, avoid=texts, deal_makers=texts, deal_breakers=texts,
        vocabulary=(Saying(sign[:40], text),) * 12, channels=(Channel(sign[:30], text),) * 12, questions=(Question(text, text, text),) * 12,
        objections=lines,
    )  # fmt: skip
    rival = Competitor(
        id="c", name=name, relation=sign[:60], summary=text, strengths=texts, they_say=texts, we_win=texts, we_lose=texts, landmines=texts,
        traps=(Trap(text, text),) * 12, objections=lines,
    )  # fmt: skip
    return persona, rival


def test_day_one_has_cards_too(bundle: Bundle) -> None:
    """Names alone make cards that say what is missing: two sides, one side, and a form with lines."""
    stage = Stage(id="s", name="S", order=1, handoff=Handoff(to="Sales"))
    found = papers(Persona(id="p", name="P"), Competitor(id="c", name="C"), stage)
    assert len(sides(found["personas/p-pocket.pdf"], bundle)) == 2
    assert len(sides(found["handoffs.pdf"], bundle)) == 1
    assert sides(found["competitors/c.pdf"], bundle)[0][0] == "C"


def test_a_form_has_boxes_that_can_be_ticked(bundle: Bundle) -> None:
    """Each box is a field with a name of its own and words for it, and brings its looks along, ticked and not."""
    made = page_pdf(papers()["handoffs.pdf"], bundle, "")
    with pikepdf.open(io.BytesIO(made.content or b"")) as pdf:
        form = pdf.Root.AcroForm
        assert not form.NeedAppearances
        fields = list(form.Fields)
        assert len({str(field.T) for field in fields}) == len(fields) > 40
        assert all(str(field.TU) and "/on" in field.AP.N for field in fields)
