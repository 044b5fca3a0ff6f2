"""Prints that know how old they are: a mark on every PDF, and the page that says of each whether it is current."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any
from urllib.parse import quote

from msgspec.structs import replace

from playbook.library import version_of_words
from playbook.model.bodies import EntryBody
from playbook.model.changes import ChangedEntry
from playbook.model.entries import Entry
from playbook.model.kinds import KINDS, kind_of
from playbook.model.pages import Page
from playbook.model.parts import Link
from playbook.model.prints import CurrentBody, Printed, PrintMark
from playbook.model.theme_words import ThemeWords
from playbook.model.values import DayValue
from playbook.select.addresses import anchor
from playbook.select.closed import screen_page
from playbook.select.closing import names_of, texts_of
from playbook.select.selection import Selection
from playbook.select.whats_new import changed_entries

CURRENT_PAGE = "current.html"
Key = tuple[str, str]


def marked(chosen: Selection, papers: Iterable[Page]) -> Iterator[Page]:
    """Give every PDF the mark that its print is known by. No day of the build is in it: that would make every PDF anew each day."""
    site = chosen.frame.site_url.rstrip("/")
    for page in papers:
        version = _version(page)
        address = f"{site}/{CURRENT_PAGE}#of={quote(page.path)}&v={version}" if site else ""
        yield replace(page, mark=PrintMark(version, _newest_review(page.body), address))


def current_pages(chosen: Selection, papers: tuple[Page, ...], before: tuple[Page, ...]) -> Iterator[Page]:
    """Yield the page that says whether a print is current, where there are PDFs. `before` are the PDFs of the earlier library."""
    if chosen.pdf:
        known = {page.path: page for page in before}
        news = changed_entries(chosen)
        printed = tuple(_printed(page, known.get(page.path), news) for page in papers)
        body = CurrentBody(printed, chosen.earlier.name if chosen.earlier else "")
        yield screen_page(chosen, CURRENT_PAGE, "current.html", ThemeWords("Is my print current?"), body)


def _printed(page: Page, before: Page | None, news: Mapping[Key, ChangedEntry]) -> Printed:
    version, was = _version(page), _version(before) if before else ""
    told = {key for each in (page, before) if each for key in _keys(each)}
    anchors = {part.anchor for part in _parts(page.body) if isinstance(part, EntryBody)}
    changed = (entry for key, entry in news.items() if key in told or anchor(*key) in anchors)
    mark = PrintMark(version, page.mark.reviewed if page.mark else None)
    return Printed(Link("page", page.path, page.title, quote(page.path)), mark, was, tuple(changed) if was not in {"", version} else ())


def _version(page: Page) -> str:
    """The version that the document itself names; where it names none, one that follows from its texts."""
    return str(getattr(page.body, "version", "")) or version_of_words(texts_of(page.body))


def _newest_review(body: Any) -> DayValue | None:
    days = [each.reviewed for each in _parts(body) if isinstance(each, Entry) and each.reviewed and each.reviewed.first]
    return max(days, key=lambda day: day.first or date.min, default=None)


def _keys(page: Page) -> Iterator[Key]:
    """The kind and id of each entry that a document tells or names."""
    yield from ((kind_of(part).name, part.id) for part in _parts(page.body) if isinstance(part, Entry))
    yield from ((each.kind, each.id) for each in page.links if each.kind in KINDS)


def _parts(body: Any) -> Iterator[Any]:
    """The parts that a body is put together from, down to whole entries."""
    if isinstance(body, tuple):
        for item in body:
            yield from _parts(item)
    elif names := names_of(body):
        yield body
        for name in names if not isinstance(body, Entry) else ():
            yield from _parts(getattr(body, name))
