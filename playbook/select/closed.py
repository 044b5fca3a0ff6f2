"""Closed pages: a body in its frame, with every link that it may need; on the screen and on paper."""

from __future__ import annotations

from msgspec.structs import replace

from playbook.model.pages import Body, Page
from playbook.model.parts import Link
from playbook.select.addresses import anchor
from playbook.select.cards import HEADINGS
from playbook.select.closing import links_of, prose_of, rewritten
from playbook.select.selection import Selection, index_path


def screen_page(chosen: Selection, path: str, template: str, title: str, body: Body, crumb: str = "") -> Page:
    """Close a page of the site; `crumb` is the kind it belongs to."""
    crumbs = [Link("page", "index.html", chosen.frame.menu[0].label, "index.html")] if path != "index.html" else []
    if crumb and path != index_path(crumb):
        crumbs.append(Link("page", crumb, HEADINGS[crumb], index_path(crumb)))
    links = links_of(chosen.library, (body, chosen.frame, chosen.library.settings.brand))
    return Page(
        path, template, title, chosen.frame, body, links, tuple(crumbs), terms=chosen.glossary.linked(prose_of(chosen.library, body))
    )


def with_pdf(chosen: Selection, page: Page, path: str) -> Page:
    """Let a page offer its PDF, where PDFs are made."""
    return replace(page, pdf=path) if chosen.pdf else page


def paper_page(
    chosen: Selection, path: str, template: str, title: str, body: Body, inside: frozenset[tuple[str, str]] = frozenset()
) -> Page:
    """Close a PDF, or a page that is read away from the site.

    A link leads within the document, to the site where its address is known, or is only words.
    Terms are linked only where the document has a glossary of its own.
    `inside` names the entries, by kind and id, that have a place in the document itself.
    """

    def on_paper(each: Link) -> Link:
        if (each.kind, each.id) in inside:
            return replace(each, href=f"#{anchor(each.kind, each.id)}")
        if each.kind in {"web", "page", "file"} or not each.href:
            return each
        site = chosen.frame.site_url
        return replace(each, href=f"{site.rstrip('/')}/{each.href}" if site else "")

    links = links_of(chosen.library, (body, chosen.frame, chosen.library.settings.brand))
    terms = chosen.glossary.linked(prose_of(chosen.library, body)) if inside else ()
    anchors = {anchor(kind, id_) for kind, id_ in inside}
    there = tuple(replace(term, href=f"#{term.anchor}") for term in terms if term.anchor in anchors)
    return Page(path, template, title, chosen.frame, rewritten(body, on_paper), tuple(map(on_paper, links)), terms=there)
