"""The page that a reader meets without a network: what this device keeps, and that the page asked for is not among it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from playbook.model.kept_body import KeptBody
from playbook.model.pages import Page
from playbook.model.parts import Link
from playbook.model.theme_words import ThemeWords
from playbook.select.closed import screen_page
from playbook.select.selection import Selection

ALWAYS = ("index.html", "find.html", "search.html")
"""The pages to find everything else with: they are kept before they were ever opened."""


def kept_pages(chosen: Selection, made: Iterable[Page]) -> Iterator[Page]:
    """Yield the page of what is kept, for those whose devices keep anything."""
    if chosen.frame.kept:
        pages = {page.path: page for page in made}
        always = tuple(Link("page", path, pages[path].title, path) for path in ALWAYS if path in pages)
        yield screen_page(chosen, chosen.frame.kept, "kept.html", ThemeWords("Kept on this device"), KeptBody(always))
