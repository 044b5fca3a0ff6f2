"""The menu of the site: five places, and everything else in groups under "More"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import TypeVar

from playbook.library import Library
from playbook.model.content import Asset
from playbook.model.entries import Entry
from playbook.model.journey import Stage
from playbook.model.knowledge import Competitor
from playbook.model.pages import MenuItem
from playbook.model.people import Persona
from playbook.model.plays import Play
from playbook.model.theme_words import ThemeWords
from playbook.select.addresses import COLLECTIONS

E = TypeVar("E", bound=Entry)

# The menu: label, page, and what there must be for it: a kind with entries, or a word that NEEDS knows.
PLACES = (
    (ThemeWords("What now"), "index.html", "sellers"),
    (ThemeWords("Start"), "index.html", "buyers"),
    (ThemeWords("Plays"), "plays/index.html", "play"),
    (ThemeWords("Content"), "assets/index.html", ""),
    (ThemeWords("They say"), "they-say.html", "rep"),
    (ThemeWords("People"), "personas/index.html", "persona"),
)
NEWS = (ThemeWords("What’s new"), "changes.html")
PRINTS = (ThemeWords("Is my print current?"), "current.html")
HANDOFFS = "handoffs.html"
MORE = (
    (ThemeWords("Find"), "find.html", "finder"),
    (ThemeWords("Deal kit"), "kit.html", "kit"),
    (ThemeWords("Journey"), "stages/index.html", "stage"),
    (ThemeWords("Signals"), "signals.html", "signal"),
    (ThemeWords("Questions"), "questions.html", "questions"),
    (ThemeWords("Messages"), "messages.html", "messages"),
    (ThemeWords("Battlecards"), "competitors/index.html", "competitor"),
    (ThemeWords("Campaigns"), "campaigns/index.html", "campaign"),
    (ThemeWords("Glossary"), "glossary.html", "term"),
    (ThemeWords("Claims"), "claims.html", "claim"),
    (ThemeWords("New here"), "new-rep.html", "rep"),
    (ThemeWords("Agreement"), "agreement.html", "agreement"),
    (ThemeWords("Hand-offs"), HANDOFFS, "handoffs"),
    (ThemeWords("Coverage"), "coverage.html", "rep"),
    (ThemeWords("Requests"), "requests.html", "request"),
    (ThemeWords("For authors"), "authors.html", "rep"),
    (ThemeWords("Search"), "search.html", ""),
    (ThemeWords("All pages"), "sitemap.html", ""),
)


def menu(library: Library, edition: str, *, is_news: bool = False, is_printed: bool = False) -> tuple[MenuItem, ...]:
    """Return the places of the menu, then what stands under "More": only pages that there are.

    First stands what is new, where that is told, and last whether a print is current, where there are PDFs.
    """
    places = [MenuItem(label, href) for label, href, need in PLACES if _is_there(need, library, edition)]
    more = [MenuItem(label, href, more=True) for label, href, need in MORE if _is_there(need, library, edition)]
    first, last = ([MenuItem(*page, more=True)] if there else [] for page, there in ((NEWS, is_news), (PRINTS, is_printed)))
    return (*places, *first, *more, *last)


def _is_there(need: str, library: Library, edition: str) -> bool:
    """Whether a library has what a page of the menu is about, and the edition may show it."""
    if need in NEEDS:
        return NEEDS[need](library, edition)
    if need in ("play", "persona") and edition == "rep":  # our own people are told what to write first
        return True
    entries = library.entries[need].values()
    return any(entry.is_live for entry in entries) if need in COLLECTIONS else bool(entries)


def _has_messages(library: Library, _edition: str) -> bool:
    return library.settings.messages is not None or any(persona.messages for persona in _live(library, Persona))


def _has_questions(library: Library, _edition: str) -> bool:
    asked = (persona.questions for persona in _live(library, Persona)), (play.questions for play in _live(library, Play))
    return any(chain(*asked)) or any(competitor.landmines for competitor in _live(library, Competitor))


def _has_kit(library: Library, edition: str) -> bool:
    return edition != "buyer" and any(asset.may_be_sent and asset.public_addresses for asset in _live(library, Asset))


def _has_finder(library: Library, edition: str) -> bool:
    """Our own reps have the finder where anything is offered; what happened in a deal is told to nobody else."""
    return edition == "rep" and any(chain(_live(library, Play), (asset for asset in _live(library, Asset) if asset.uses)))


NEEDS: Mapping[str, Callable[[Library, str], bool]] = {
    "": lambda _library, _edition: True,
    "rep": lambda _library, edition: edition == "rep",
    "sellers": lambda _library, edition: edition != "buyer",
    "buyers": lambda _library, edition: edition == "buyer",
    "agreement": lambda library, edition: library.agreement is not None and edition == "rep",
    "handoffs": lambda library, _edition: any(stage.handoff for stage in _live(library, Stage)),
    "messages": _has_messages,
    "finder": _has_finder,
    "kit": _has_kit,
    "questions": _has_questions,
}


def _live(library: Library, of: type[E]) -> Iterator[E]:
    return (entry for entry in library.of(of) if entry.is_live)
