"""Page → bytes: HTML and PDF. It writes nothing, and `pdf.py` alone knows WeasyPrint.

`read_bundle` reads the theme, a team's own templates and its files, once. `jobs` says what is to be made of pages;
`page_html` and `page_pdf` make it, in whatever process they are called. `engine` tells which PDF engine there is.
"""

from __future__ import annotations

from playbook.model.jobs import Bundle, Made
from playbook.render.bundle import read_bundle
from playbook.render.planning import jobs

__all__ = ["engine", "jobs", "page_html", "page_pdf", "read_bundle"]


def page_html(page: object, bundle: Bundle, last_key: str) -> Made:
    """Make the HTML of a Page; raises PlaybookError where a template is broken."""
    from playbook.render import html

    return html.make(page, bundle, last_key)


def page_pdf(page: object, bundle: Bundle, last_key: str) -> Made:
    """Make the PDF of a Page, or say that the one at hand still holds; raises PlaybookError and MachineError."""
    from playbook.render import pdf

    return pdf.make(page, bundle, last_key)


def engine() -> str:
    """Return the PDF engine with its version; raises MachineError that says what to install where it does not load."""
    from playbook.render import pdf

    return pdf.engine()
