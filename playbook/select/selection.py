"""What every page is chosen from: the visible library, everything offered in the one order, and the frame around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import TypeVar

from playbook.library import Library, agreed_hash
from playbook.model.author_bodies import Draft
from playbook.model.entries import Entry
from playbook.model.journey import Stage
from playbook.model.knowledge import Competitor
from playbook.model.pages import Frame, MenuItem
from playbook.model.people import Persona
from playbook.model.plays import Play
from playbook.select.addresses import COLLECTIONS, FOLDERS, file_link
from playbook.select.drafts import drafts
from playbook.select.earlier import Earlier
from playbook.select.editions import visible
from playbook.select.ranking import Candidate, candidates
from playbook.select.terms import Glossary, glossary

E = TypeVar("E", bound=Entry)

# The menu: label, page, and what there must be for it: a kind with entries, or one of the words that `_is_there` knows.
PLACES = (
    ("What now", "index.html", ""),
    ("Plays", "plays/index.html", ""),
    ("Content", "assets/index.html", ""),
    ("They say", "they-say.html", "rep"),
    ("People", "personas/index.html", ""),
)
HANDOFFS = "handoffs.html"
MORE = (
    ("Journey", "stages/index.html", "stage"),
    ("Signals", "signals.html", "signal"),
    ("Questions", "questions.html", "questions"),
    ("Messages", "messages.html", "messages"),
    ("Battlecards", "competitors/index.html", "competitor"),
    ("Campaigns", "campaigns/index.html", "campaign"),
    ("Glossary", "glossary.html", "term"),
    ("Claims", "claims.html", "claim"),
    ("Agreement", "agreement.html", "agreement"),
    ("Hand-offs", HANDOFFS, "handoffs"),
    ("Coverage", "coverage.html", "rep"),
    ("Requests", "requests.html", "request"),
    ("For authors", "authors.html", "rep"),
)


@dataclass(frozen=True)
class Selection:
    """One edition of a library on one day, with everything that is offered in the one order, and its terms.

    `agreed` is the hash of the agreement as it was written, before the edition was cut: what people sign.
    """

    library: Library
    ranked: tuple[Candidate, ...]
    frame: Frame
    glossary: Glossary
    today: date
    pdf: bool
    agreed: str = ""
    drafts: tuple[Draft, ...] = ()
    earlier: Earlier | None = None

    @property
    def for_reps(self) -> bool:
        """Whether our own reps read it; gaps, coverage and figures are shown to nobody else."""
        return self.frame.edition == "rep"


def selection(library: Library, *, edition: str, today: date, pdf: bool, earlier: Earlier | None = None) -> Selection:
    """Return what the pages of an edition are chosen from; of an earlier state, too, only what the edition may show."""
    shown = visible(library, edition)
    agreed = agreed_hash(library.agreement) if library.agreement else ""
    frame = _frame(shown, edition, is_news=earlier is not None)
    waiting = drafts(library) if edition == "rep" else ()
    before = replace(earlier, library=visible(earlier.library, edition)) if earlier else None
    return Selection(shown, candidates(shown, today), frame, glossary(shown), today, pdf, agreed, waiting, before)


def index_path(kind: str) -> str:
    """Return the file of the page that lists a kind."""
    return f"{FOLDERS[kind]}/index.html" if kind in FOLDERS else f"{COLLECTIONS[kind]}.html"


def _frame(library: Library, edition: str, *, is_news: bool) -> Frame:
    settings, brand = library.settings, library.settings.brand
    return Frame(
        name=settings.name or settings.company or "Playbook",
        company=settings.company,
        language=settings.language,
        edition=edition,
        accent=brand.accent if brand else "",
        logo=file_link(library, brand.logo).href if brand and brand.logo else "",
        footer=brand.footer if brand else "",
        site_url=settings.site_url,
        menu=tuple(_menu(library, edition, is_news=is_news)),
    )


def _menu(library: Library, edition: str, *, is_news: bool) -> list[MenuItem]:
    places = [MenuItem(label, href) for label, href, need in PLACES if _is_there(need, library, edition)]
    news = [MenuItem("What’s new", "changes.html", more=True)] if is_news else []
    return places + news + [MenuItem(label, href, more=True) for label, href, need in MORE if _is_there(need, library, edition)]


def _is_there(need: str, library: Library, edition: str) -> bool:
    """Whether a library has what a page of the menu is about, and the edition may show it."""
    match need:
        case "" | "rep":
            return not need or edition == "rep"
        case "agreement":
            return library.agreement is not None and edition == "rep"
        case "handoffs":
            return any(stage.handoff for stage in _live(library, Stage))
        case "messages":
            return library.settings.messages is not None or any(persona.messages for persona in _live(library, Persona))
        case "questions":
            asked = (persona.questions for persona in _live(library, Persona)), (play.questions for play in _live(library, Play))
            return any(chain(*asked)) or any(competitor.landmines for competitor in _live(library, Competitor))
    entries = library.entries[need].values()
    return any(entry.is_live for entry in entries) if need in COLLECTIONS else bool(entries)


def _live(library: Library, of: type[E]) -> Iterator[E]:
    return (entry for entry in library.of(of) if entry.is_live)
