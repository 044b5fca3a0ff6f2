"""The page that searches everything else, and what can be chosen on it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from playbook.model.bodies import PersonaBody
from playbook.model.journey_bodies import StagePageBody
from playbook.model.pages import MenuItem, Page
from playbook.model.parts import Link
from playbook.model.search import SearchBody
from playbook.model.theme_words import ThemeWords
from playbook.select.closed import screen_page
from playbook.select.findable import findable
from playbook.select.selection import Selection
from playbook.select.subjects import subject

PATH = "search.html"
KINDS = ("said", "play", "asset", "question", "signal", "persona", "stage", "competitor", "campaign", "term", "claim", "request", "page")
AUDIENCES = ("external", "partner", "internal")
BY_HAND = ("they-say.html", "signals.html", "questions.html", "glossary.html", "sitemap.html")


def search_page(chosen: Selection, made: Iterable[Page]) -> Page:
    """Return the page that searches the others; it offers to choose only what some of them are about."""
    pages = tuple(made)
    found = findable(pages)
    places = {item.href: _place(item) for item in chosen.frame.menu}
    types = {each.type for each in found if each.type}
    labels = ((type_, chosen.library.settings.label("asset_types", type_)) for type_ in types)
    audiences = {each.audience for each in found}
    body = SearchBody(
        kinds=tuple(kind for kind in KINDS if any(each.kind == kind for each in found)),
        personas=_named(chosen, pages, PersonaBody, chain.from_iterable(each.personas or () for each in found)),
        stages=_named(chosen, pages, StagePageBody, chain.from_iterable(each.stages or () for each in found)),
        types=tuple(sorted(labels, key=lambda pair: pair[1].casefold())),
        audiences=tuple(word for word in AUDIENCES if word in audiences),
        by_hand=tuple(places[path] for path in BY_HAND if path in places),
        requests=places.get("requests.html"),
        overviews=tuple(Link("page", each.href, each.title, each.href) for each in found if isinstance(each.title, ThemeWords)),
    )
    return screen_page(chosen, PATH, "search.html", ThemeWords("Search"), body)


def _place(item: MenuItem) -> Link:
    return Link("page", item.href, item.label, item.href)


def _named(chosen: Selection, pages: Iterable[Page], of: type, ids: Iterable[str]) -> tuple[Link, ...]:
    """Return those whom something is for, in the order of their pages; who is retired has nothing any more."""
    wanted = frozenset(ids)
    about = (subject(chosen.library, page.path) for page in pages if isinstance(page.body, of) and page.state != "retired")
    return tuple(Link(kind, entry.id, entry.title_text) for kind, entry in filter(None, about) if entry.id in wanted)
