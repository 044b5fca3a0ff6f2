"""A rep's first week: what to read, in which order, and cards to drill it with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from playbook.library import Library
from playbook.model.gaps import is_gap
from playbook.model.knowledge import Term
from playbook.model.pages import Page
from playbook.model.parts import Link
from playbook.model.people import Persona
from playbook.model.plays import Play
from playbook.model.theme_words import ThemeWords
from playbook.model.word_bodies import DrillCard, NewRepBody
from playbook.select.addresses import link
from playbook.select.cards import card
from playbook.select.closed import paper_page, screen_page, with_pdf
from playbook.select.closing import prose_of
from playbook.select.knowledge import term_body
from playbook.select.plans import playbook_of
from playbook.select.said import said
from playbook.select.selection import Selection

TITLE = ThemeWords("Your first week")
PATH, PDF_PATH = "new-rep.html", "new-rep.pdf"
MOST_WORDS = 12  # terms that everybody must know; more are not learned in a day
MOST_PLAYS = 3
NEXT = ("questions.html", "messages.html", "signals.html", "agreement.html", "index.html")


def new_rep_pages(chosen: Selection) -> Iterator[Page]:
    """Yield the page for a new rep; it is for our own people only."""
    if chosen.for_reps:
        yield with_pdf(chosen, screen_page(chosen, PATH, "new-rep.html", TITLE, new_rep(chosen)), PDF_PATH)


def new_rep_papers(chosen: Selection) -> Iterator[Page]:
    """Yield the same as a PDF, with the cards to be cut out."""
    if chosen.for_reps:
        yield paper_page(chosen, PDF_PATH, "pdf/new-rep.html", TITLE, new_rep(chosen))


def new_rep(chosen: Selection) -> NewRepBody:
    """Return the first week: words, the journey, people, the first plays in the one order, and what buyers say."""
    library = chosen.library
    words = must_know(chosen)
    plays = [each.entry for each in chosen.ranked if isinstance(each.entry, Play)][:MOST_PLAYS]
    return NewRepBody(
        words=tuple(term_body(chosen, term) for term in words),
        stages=_first_journey(library),
        people=tuple(card(chosen, each, playbook_of(library, each.id)) for each in library.of(Persona) if each.is_live),
        plays=tuple(card(chosen, play, f"plays/{play.id}.pdf") for play in plays),
        objections=tuple(DrillCard(each.line.they_say, each.line.you_say) for each in said(library) if each.line.you_say),
        terms=tuple(DrillCard(term.term, _meaning(term)) for term in words),
        after=tuple(Link("page", item.href, item.label, item.href) for path in NEXT for item in chosen.frame.menu if item.href == path),
    )


def must_know(chosen: Selection) -> tuple[Term, ...]:
    """Return the terms to learn first: those that both teams agreed on, then those that most entries use."""
    used = Counter(
        term.id for entry in chosen.library.all() if entry.is_live for term in chosen.glossary.used(prose_of(chosen.library, entry))
    )
    terms = [term for term in chosen.library.of(Term) if term.is_live and _meaning(term)]
    return tuple(sorted(terms, key=lambda term: (term.agreed is None, -used[term.id], term.id))[:MOST_WORDS])


def _meaning(term: Term) -> str:
    return next((meaning for meaning in term.means if meaning.strip() and not is_gap(meaning)), "")


def _first_journey(library: Library) -> tuple[tuple[Link, str], ...]:
    stages = next(iter(library.journeys.values()), ())
    return tuple((link(library, "stage", stage.id), stage.buyer_question or stage.definition) for stage in stages if stage.is_live)
