"""What changed since an earlier library: a page of all of it, and on each page what concerns that page alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from playbook.library import Change, FieldChange, Library, difference
from playbook.model.bodies import PlaybookBody
from playbook.model.changes import ChangedEntry, ChangedField, ChangedHere, ChangesBody
from playbook.model.content import Asset
from playbook.model.kinds import AGREEMENT, KINDS
from playbook.model.pages import Page
from playbook.model.parts import Link
from playbook.model.theme_words import ThemeWords
from playbook.select.addresses import link
from playbook.select.cards import HEADINGS
from playbook.select.closed import screen_page
from playbook.select.closing import links_of, rewritten
from playbook.select.earlier import Earlier
from playbook.select.rows import in_words
from playbook.select.selection import Selection
from playbook.select.subjects import subject
from playbook.text import plain, title_of

Key = tuple[str, str]
SORTS = ("new", "changed", "retired", "removed")
LONGEST = 160
"""Signs of a changed text that are shown: enough to know it again, since the page itself has the whole."""
AROUND = 4
"""Words before and after what was reworded, so that its place is known again."""
CHANGES_PAGE = "changes.html"


class _News(Struct, frozen=True):
    """The difference, ready to show: each change with the entries that it touches."""

    since: str
    entries: tuple[tuple[Change, ChangedEntry], ...]


def with_changes(chosen: Selection, pages: Iterable[Page]) -> Iterator[Page]:
    """Yield the pages, each with what changed on it, and the page of all changes; as they are where nothing is told of an earlier state."""
    if chosen.earlier is None:
        yield from pages
        return
    news = _news(chosen, chosen.earlier)
    yield screen_page(chosen, CHANGES_PAGE, "changes.html", ThemeWords("What’s new"), _body(news))
    for page in pages:
        yield _told(chosen, news, page)


def changed_entries(chosen: Selection) -> dict[Key, ChangedEntry]:
    """Return what happened to each entry since the earlier state, by its kind and id; nothing where no such state is told of."""
    return {(change.kind, change.id): entry for change, entry in _news(chosen, chosen.earlier).entries} if chosen.earlier else {}


def _news(chosen: Selection, earlier: Earlier) -> _News:
    """Others than our reps are told neither what stood there before nor what is gone: it may have been meant for us alone."""

    def found() -> _News:
        changes = [change for change in difference(earlier.library, chosen.library) if chosen.for_reps or change.sort != "removed"]
        return _News(earlier.name, tuple((change, _entry(chosen, earlier.library, change)) for change in changes))

    return chosen.library.once("news", earlier, found)


def _entry(chosen: Selection, before: Library, change: Change) -> ChangedEntry:
    now = chosen.library
    entry = now.get(change.kind, change.id)
    touches = sorted(key for key in change.touches if key[0] in {"persona", "play"} and key != (change.kind, change.id))
    live = [each for key in touches if (each := now.get(*key)) and each.is_live]
    return ChangedEntry(
        sort=change.sort,
        link=_link(chosen, before, change),
        fields=tuple(_field(chosen, before, each) for each in change.fields),
        touches=tuple(link(now, kind, each.id) for kind in ("persona", "play") for each in live if isinstance(each, KINDS[kind].of)),
        replaced_by=link(now, "asset", entry.replaced_by) if isinstance(entry, Asset) and entry.replaced_by else None,
    )


def _link(chosen: Selection, before: Library, change: Change) -> Link:
    if change.kind == AGREEMENT.name:
        return Link(
            change.kind, change.id, ThemeWords("Agreement"), "agreement.html" if chosen.for_reps and chosen.library.agreement else ""
        )
    if change.sort == "removed" and (gone := before.get(change.kind, change.id)):
        return Link(change.kind, change.id, title_of(gone))
    return link(chosen.library, change.kind, change.id)


def _field(chosen: Selection, before: Library, changed: FieldChange) -> ChangedField:
    def told(library: Library, values: tuple[Any, ...]) -> tuple[str, ...]:
        return tuple(plain(in_words(library, value, changed.scalar)) for value in values)

    labels = tuple(label if isinstance(label, ThemeWords) else _short(plain(label)) for label in changed.labels)
    gone, come = told(before, changed.gone), told(chosen.library, changed.come)
    if len(gone) == len(come) == 1:
        gone, come = _where_they_part(gone[0], come[0])
    return ChangedField(labels, tuple(map(_short, gone)) if chosen.for_reps else (), tuple(map(_short, come)))


def _where_they_part(one: str, two: str) -> tuple[tuple[str], tuple[str]]:
    """Return two wordings from shortly before the first word that differs to shortly after the last one."""
    was, is_ = one.split(), two.split()
    same = [left == right for left, right in zip(was, is_, strict=False)]
    first = max((same.index(False) if False in same else len(same)) - AROUND, 0)
    back = [left == right for left, right in zip(was[first:][::-1], is_[first:][::-1], strict=False)]
    last = max((back.index(False) if False in back else len(back)) - AROUND, 0)
    return (_stretch(was, first, last),), (_stretch(is_, first, last),)


def _stretch(words: list[str], first: int, last: int) -> str:
    """The words without so many at both ends, which are told by a sign."""
    inner = words[first : len(words) - last]
    return " ".join([*(["…"] if first else []), *inner, *(["…"] if last else [])])


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rsplit(' ', 1)[0]} …"


def _body(news: _News) -> ChangesBody:
    def heading(entry: ChangedEntry) -> str:
        return HEADINGS.get(entry.link.kind, ThemeWords("Agreement"))

    by_sort = ((sort, [entry for change, entry in news.entries if change.sort == sort]) for sort in SORTS)
    groups = tuple((sort, tuple((name, tuple(found)) for name, found in groupby(each, key=heading))) for sort, each in by_sort if each)
    return ChangesBody(news.since, groups)


def _told(chosen: Selection, news: _News, page: Page) -> Page:
    """Give a page what changed on it. Links to it lead as the page's own links do: in a PDF to a place in it, or nowhere."""
    about, besides = _about(chosen.library, page)
    found = [entry for change, entry in news.entries if not about.isdisjoint(change.touches) or (change.kind, change.id) in besides]
    if not found:
        return page
    whose = about if not isinstance(page.body, PlaybookBody) else set()
    own = next((entry for entry in found if (entry.link.kind, entry.link.id) in whose), None)
    others = tuple(replace(entry, fields=tuple(_fields_only(entry)), touches=()) for entry in found if entry is not own)
    here = ChangedHere(news.since, own and replace(own, touches=()), others)
    if page.path.endswith(".pdf"):
        known = {(each.kind, each.id): each.href for each in page.links}
        return replace(page, changed=rewritten(here, lambda each: replace(each, href=known.get((each.kind, each.id), ""))))
    links = {(each.kind, each.id): each for each in (*links_of(chosen.library, here), *page.links)}
    return replace(page, changed=here, links=tuple(links[key] for key in sorted(links)))


def _fields_only(entry: ChangedEntry) -> Iterator[ChangedField]:
    """Of what stands on a page of its own, the names of the fields are enough."""
    yield from (ChangedField((name,)) for name in dict.fromkeys(each.labels[0] for each in entry.fields))


def _about(library: Library, page: Page) -> tuple[set[Key], set[Key]]:
    """Return the entries a page is about, of which what touches them matters too, and those of which only they themselves do.

    That is the one entry that has the page, the one person whose playbook it is, or all that a playbook of several people tells.
    """
    if not isinstance(page.body, PlaybookBody):
        about = subject(library, page.path)
        return ({(about[0], about[1].id)} if about else set()), set()
    if page.body.persona:
        return {("persona", page.body.persona.persona.id)}, set()
    chapters = page.body.chapters
    told = {("play", each.play.id) for chapter in chapters for each in chapter.plays}
    told |= {("asset", each.asset.id) for chapter in chapters for each in chapter.assets}
    return told, {("persona", each.anchor.removeprefix("persona-")) for each in page.body.people}
