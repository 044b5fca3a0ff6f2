"""From a library to its pages: what to use, when and how, for whom, and in which order."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from playbook.library import Library
from playbook.model.coverage_bodies import CoverageBody
from playbook.model.pages import Page
from playbook.select.asking import find
from playbook.select.covering import coverage as covering
from playbook.select.cutting import with_parts
from playbook.select.earlier import Earlier
from playbook.select.findable import findable
from playbook.select.finding import Known
from playbook.select.happening import what_happened
from playbook.select.kept import kept_pages
from playbook.select.leaks import leaks
from playbook.select.listing import catalogue
from playbook.select.playbooks import pdf_pages
from playbook.select.prints import current_pages, marked
from playbook.select.search_page import search_page
from playbook.select.selection import selection
from playbook.select.site_map import site_map
from playbook.select.site_pages import site_pages
from playbook.select.subjects import subject
from playbook.select.whats_new import with_changes

__all__ = [
    "Earlier",
    "Known",
    "catalogue",
    "coverage",
    "find",
    "findable",
    "leaks",
    "pages",
    "what_happened",
]


def pages(library: Library, *, edition: str, today: date, pdf: bool, earlier: Earlier | None = None) -> tuple[Page, ...]:
    """Return every page of an edition, and (with `pdf`) every PDF. The same library and day give the same pages.

    With an `earlier` state of the library they tell what changed since.
    """
    chosen = selection(library, edition=edition, today=today, pdf=pdf, earlier=earlier)
    papers = tuple(marked(chosen, pdf_pages(chosen))) if pdf else ()
    found = (*with_parts(site_pages(chosen), papers), *papers)
    made = tuple(_with_state(chosen.library, page) for page in with_changes(chosen, found))
    made = (*made, search_page(chosen, made))
    made = (*made, *kept_pages(chosen, made))
    made = (*made, *current_pages(chosen, papers, _before(earlier, edition, today) if pdf else ()))
    return (*made, site_map(chosen, made))


def _before(earlier: Earlier | None, edition: str, today: date) -> tuple[Page, ...]:
    """Return the PDFs of the earlier state as they would be made today: their versions are what people hold in print."""
    return tuple(pdf_pages(selection(earlier.library, edition=edition, today=today, pdf=True))) if earlier else ()


def _with_state(library: Library, page: Page) -> Page:
    """Say of the page of a retired entry that it is one."""
    about = subject(library, page.path)
    return replace(page, state="retired") if about and about[1].status == "retired" else page


def coverage(library: Library, *, today: date, persona: str = "") -> CoverageBody:
    """Return what the coverage page of the rep edition shows, for one persona or for all."""
    return covering(selection(library, edition="rep", today=today, pdf=False), persona)
