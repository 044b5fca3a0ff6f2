"""A page holds the terms that its texts use."""

from __future__ import annotations

from datetime import date
from typing import Any

from playbook.library import Library, assemble
from playbook.model.content import Asset, Use
from playbook.model.entries import Send
from playbook.model.knowledge import Term
from playbook.model.pages import Page
from playbook.model.people import Persona
from playbook.model.settings import Settings
from playbook.select import pages

TODAY = date(2026, 11, 22)


def library_of(*terms: Term, **use: Any) -> Library:
    """A library with one asset and these terms."""
    asset = Asset(id="a", title="A", type="deck", uses=(Use("1", **use),))
    return assemble(Settings(name="Test"), [Persona(id="hr", name="HR"), asset, *terms])


def page(library: Library, path: str) -> Page:
    """One page of the site, or one PDF."""
    return next(each for each in pages(library, edition="rep", today=TODAY, pdf=True) if each.path == path)


MQL = Term(id="mql", term="MQL", means=("A *lead* that counts", "Another"), also=("marketing-qualified lead",))
CLIENT = Term(id="client", term="client", means=("Who pays",))


def test_a_page_holds_the_terms_of_its_texts_and_no_others() -> None:
    """A term comes with its forms, its meaning in plain words and its place; what stands only in a message is not looked for."""
    library = library_of(MQL, CLIENT, when=("An MQL asks",), send=(Send(body="Dear client"),))
    assert [(term.anchor, term.forms, term.means, term.href) for term in page(library, "assets/a.html").terms] == [
        ("term-mql", ("MQL", "marketing-qualified lead"), "A lead that counts; Another", "glossary.html#term-mql")
    ]
    assert page(library, "they-say.html").terms == ()


def test_what_is_not_to_be_linked_is_not() -> None:
    """`link: false`, a retired term, a term that says nothing yet, and the second of two with the same word."""
    terms = (
        Term(id="no", term="client", means=("Who pays",), link=False),
        Term(id="old", term="lead", means=("Somebody",), status="retired"),
        Term(id="empty", term="deal", means=("TODO",)),
        Term(id="one", term="MQL", means=("First",)),
        Term(id="two", term="MQL", means=("Second",), also=("qualified",)),
    )
    found = page(library_of(*terms, when=("A client, a lead, a deal, an MQL, a qualified one",)), "assets/a.html").terms
    assert [(term.anchor, term.forms) for term in found] == [("term-one", ("MQL",)), ("term-two", ("qualified",))]


def test_a_playbook_has_a_glossary_of_what_it_says_and_links_within() -> None:
    """The terms of a PDF are those of its texts and of their meanings, and links stay inside the document."""
    terms = (MQL, CLIENT, Term(id="lead", term="lead", means=("Somebody",)), Term(id="other", term="other", means=("Nothing",)))
    playbook = page(library_of(*terms, when=("An MQL asks",)), "personas/hr.pdf")
    assert [each.title for each in playbook.body.terms] == ["lead", "MQL"]  # type: ignore[union-attr]
    assert [term.href for term in playbook.terms] == ["#term-lead", "#term-mql"]
