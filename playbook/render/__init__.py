"""Page → bytes: HTML and PDF. It writes nothing, and `pdf.py` alone knows WeasyPrint.

`read_bundle` reads the theme, a team's own templates and its files, once. `jobs` says what is to be made of pages, and
`offline_jobs` what devices need to keep them; `page_html`, `page_pdf`, `app_icon` and `site_file` make it, in whatever process they are
called. `engine` tells which PDF engine there is.
"""

from __future__ import annotations

from playbook.model.jobs import Bundle, Made
from playbook.render.bundle import read_bundle
from playbook.render.offline import AppIcon, icon, offline_jobs
from playbook.render.planning import jobs

__all__ = ["app_icon", "engine", "jobs", "offline_jobs", "page_html", "page_pdf", "read_bundle", "site_file"]


def page_html(page: object, bundle: Bundle, last_key: str) -> Made:
    """Make the HTML of a Page; raises PlaybookError where a template is broken."""
    from playbook.render import html

    return html.make(page, bundle, last_key)


def page_pdf(page: object, bundle: Bundle, last_key: str) -> Made:
    """Make the PDF of a Page, or say that the one at hand still holds; raises PlaybookError and MachineError."""
    from playbook.render import pdf

    return pdf.make(page, bundle, last_key)


def app_icon(data: object, bundle: Bundle, last_key: str) -> Made:  # noqa: ARG001 - every job's function takes the last key
    """Draw the icon that a device shows for an installed site."""
    if not isinstance(data, AppIcon):
        raise TypeError(f"an AppIcon is needed, not {type(data).__name__}")
    return Made(icon(data, bundle))


def site_file(data: object, bundle: Bundle, last_key: str) -> Made:  # noqa: ARG001 - every job's function takes all three
    """Return the file that a job carries with it."""
    if not isinstance(data, bytes):
        raise TypeError(f"bytes are needed, not {type(data).__name__}")
    return Made(data)


def engine() -> str:
    """Return the PDF engine with its version; raises MachineError that says what to install where it does not load."""
    from playbook.render import pdf

    return pdf.engine()
