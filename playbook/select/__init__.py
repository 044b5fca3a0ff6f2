"""From a library to its pages: what to use, when and how, for whom, and in which order."""

from __future__ import annotations

from datetime import date

from playbook.library import Library
from playbook.model.pages import Page
from playbook.select.finding import find
from playbook.select.leaks import leaks
from playbook.select.listing import catalogue
from playbook.select.playbooks import pdf_pages
from playbook.select.selection import selection
from playbook.select.site_pages import site_pages

__all__ = ["catalogue", "find", "leaks", "pages"]


def pages(library: Library, *, edition: str, today: date, pdf: bool) -> tuple[Page, ...]:
    """Return every page of an edition, and (with `pdf`) every PDF. The same library and day give the same pages."""
    chosen = selection(library, edition=edition, today=today, pdf=pdf)
    return (*site_pages(chosen), *(pdf_pages(chosen) if pdf else ()))
