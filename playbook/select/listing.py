"""The catalogue of a site: its edition of the library, with the page and the PDF of each entry."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from urllib.parse import unquote

from playbook.library import Catalogue, Library, visible
from playbook.model.kinds import AGREEMENT, kind_of
from playbook.model.pages import Page
from playbook.model.parts import Link
from playbook.model.theme_words import ThemeWords
from playbook.select.addresses import link


def catalogue(library: Library, pages: Iterable[Page], *, edition: str, today: date) -> Catalogue:
    """Return what an edition, of which these are the pages, tells machines: nothing that its readers may not see."""
    shown = visible(library, edition)
    pages = tuple(pages)
    there = {page.path for page in pages}
    found = {(kind, entry.id): link(shown, kind, entry.id) for entry in shown.all() for kind in [kind_of(entry).name]}
    links = {key: each for key, each in found.items() if not each.href or _file(each) in there}
    if shown.agreement and "agreement.html" in there:
        links[AGREEMENT.name, shown.agreement.id] = Link(AGREEMENT.name, shown.agreement.id, ThemeWords("Agreement"), "agreement.html")
    printed = {page.path: page.pdf for page in pages if page.pdf}
    pdfs = {key: printed[_file(each)] for key, each in links.items() if "#" not in each.href and _file(each) in printed}
    return Catalogue(edition, today, shown, links, pdfs)


def _file(each: Link) -> str:
    return unquote(each.href.partition("#")[0])
