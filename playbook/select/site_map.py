"""Every page and PDF of the site on one page."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath
from urllib.parse import quote

from playbook.model.pages import Page
from playbook.model.parts import Card, Link
from playbook.model.theme_words import ThemeWords
from playbook.model.word_bodies import SiteMapBody
from playbook.select.addresses import FOLDERS
from playbook.select.cards import HEADINGS
from playbook.select.closed import screen_page
from playbook.select.selection import Selection

PATH = "sitemap.html"
_NAMES = {FOLDERS[kind]: HEADINGS[kind] for kind in FOLDERS}


def site_map(chosen: Selection, made: Iterable[Page]) -> Page:
    """Return the page that names all others, kind by kind: a page with its PDF beside it, and PDFs that belong to no page."""
    groups: dict[str, list[Card]] = {}
    pages = [page for page in made if page.path.endswith(".html")]
    papers = {page.path: page for page in made if page.path.endswith(".pdf")}
    of_pages = {page.pdf for page in pages}
    for page in pages:
        groups.setdefault(_group(page.path), []).append(_card(page, page.pdf if page.pdf in papers else ""))
    alone = [_card(paper) for path, paper in papers.items() if path not in of_pages]
    named = [(name, tuple(cards)) for name, cards in groups.items()] + ([(ThemeWords("More PDFs"), tuple(alone))] if alone else [])
    body = SiteMapBody(tuple(named), len(pages) + 1, len(papers))
    return screen_page(chosen, PATH, "sitemap.html", ThemeWords("All pages"), body)


def _group(path: str) -> str:
    folder = PurePosixPath(path).parent.as_posix()
    return ThemeWords("Overviews") if folder == "." else _NAMES.get(folder, folder.replace("-", " ").capitalize())


def _card(page: Page, pdf: str = "") -> Card:
    return Card(Link("page", page.path, page.title, quote(page.path), page.state), pdf=pdf)
