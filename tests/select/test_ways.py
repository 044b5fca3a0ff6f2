"""The ways through the site: the menu, the first week, the page of all pages, and what each edition is told."""

from __future__ import annotations

from datetime import date

from playbook.library import Library, assemble
from playbook.model.content import Asset, Use
from playbook.model.entries import Entry, ObjectionLine
from playbook.model.journey import Stage
from playbook.model.knowledge import Agreed, Term
from playbook.model.pages import Page
from playbook.model.people import Persona
from playbook.model.plays import Play
from playbook.model.settings import PlaybookPlan, Settings
from playbook.model.word_bodies import NewRepBody, SiteMapBody
from playbook.select import pages

TODAY = date(2026, 11, 22)
ENTRIES: tuple[Entry, ...] = (
    Stage(id="late", name="Late", order=2, buyer_question="Will it work?"),
    Stage(id="early", name="Early", order=1, definition="They look around"),
    Persona(id="hr", name="HR", objections=(ObjectionLine("Too dear", "Compared with what?"), ObjectionLine("Why?"))),
    *(Play(id=f"p{number}", title=f"Play {number}") for number in range(4)),
    Play(id="best", title="Best", personas=("hr",), stages=("early",)),
    Asset(id="a", title="A", type="deck", audience="external", uses=(Use("1", when=("A lead, a lead and a deal",)),)),
    Term(id="deal", term="deal", means=("What we want",)),
    Term(id="lead", term="lead", means=("TODO", "Who may buy")),
    Term(id="rare", term="rare", means=("Hardly used",), agreed=Agreed(by=("Sales",))),
    Term(id="empty", term="empty", means=("TBD",)),
)


def library_of(*entries: Entry, settings: Settings | None = None) -> Library:
    """A library of these entries."""
    return assemble(settings or Settings(name="Test"), entries)


def made(library: Library, edition: str = "rep", *, pdf: bool = True) -> dict[str, Page]:
    """Every page of an edition by its path."""
    return {page.path: page for page in pages(library, edition=edition, today=TODAY, pdf=pdf)}


def test_a_first_week_leads_through_the_library() -> None:
    """Agreed words first, the journey in order, people, the three best plays, and a card for each thing that has an answer."""
    body = made(library_of(*ENTRIES))["new-rep.html"].body
    assert isinstance(body, NewRepBody)
    assert [word.term.id for word in body.words] == ["rare", "deal", "lead"]
    assert [(stage.title, said) for stage, said in body.stages] == [("Early", "They look around"), ("Late", "Will it work?")]
    assert [card.link.title for card in body.people] == ["HR"]
    assert [card.link.id for card in body.plays] == ["best", "p0", "p1"]
    assert [(card.front, card.back) for card in body.objections] == [("Too dear", "Compared with what?")]
    assert [(card.front, card.back) for card in body.terms][1:] == [("deal", "What we want"), ("lead", "Who may buy")]


def test_the_first_week_is_for_our_own_people() -> None:
    """It is a page and a PDF of the rep edition, on the first day too, and of no other."""
    for library in (library_of(*ENTRIES), library_of()):
        assert {"new-rep.html", "new-rep.pdf"} <= made(library).keys()
        assert not {"new-rep.html", "new-rep.pdf"} & made(library, "partner").keys()


def test_all_pages_names_every_page_and_every_pdf_once() -> None:
    """A page stands with its PDF, a PDF of its own stands alone, and the counts are those of the site."""
    library = library_of(*ENTRIES, settings=Settings(name="Test", playbooks=(PlaybookPlan(id="own", title="Our own"),)))
    for pdf in (True, False):
        found = made(library, pdf=pdf)
        body = found["sitemap.html"].body
        assert isinstance(body, SiteMapBody)
        cards = [card for _, group in body.groups for card in group]
        named = [card.link.href for card in cards] + [card.pdf for card in cards if card.pdf]
        assert sorted(named) == sorted(found.keys() - {"sitemap.html"})
        assert (body.pages, body.pdfs) == (sum(path.endswith(".html") for path in found), sum(path.endswith(".pdf") for path in found))


def test_a_buyer_is_not_led_to_empty_pages() -> None:
    """Where no play and no persona is theirs to see, the first page shows the content, and nothing leads to empty lists."""
    found = made(library_of(*ENTRIES), "buyer", pdf=False)
    assert not {"plays/index.html", "personas/index.html"} & found.keys()
    assert [item.label for item in found["index.html"].frame.menu if not item.more] == ["Start", "Content"]
    assert [crumb.title for crumb in found["assets/a.html"].crumbs] == ["Start", "Content"]
    assert "A" in repr(found["index.html"].body)


def test_our_own_people_have_five_places_from_the_first_day() -> None:
    """Even of an empty library, whose pages say what to write first."""
    menu = made(library_of())["index.html"].frame.menu
    assert [item.label for item in menu if not item.more] == ["What now", "Plays", "Content", "They say", "People"]
