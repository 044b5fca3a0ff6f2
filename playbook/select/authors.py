"""The page for authors: drafts, owners and freshness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from playbook.model.author_bodies import AuthorsBody, OwnerBody, ReviewRow
from playbook.model.entries import Entry
from playbook.model.kinds import SETTINGS_FILE, kind_of
from playbook.model.knowledge import Claim, Request
from playbook.model.pages import Page
from playbook.model.reviews import due_on
from playbook.model.theme_words import ThemeWords
from playbook.model.values import DayValue
from playbook.select.addresses import link
from playbook.select.closed import screen_page
from playbook.select.selection import Selection

AUTHORS_PAGE = "authors.html"
STATES = ("expired", "overdue", "changed", "never", "verified")
"""From what needs somebody now to what needs nobody."""


def authors_page(chosen: Selection) -> Page:
    """Return the page for authors."""
    return screen_page(chosen, AUTHORS_PAGE, "authors.html", ThemeWords("For authors"), _body(chosen))


def _body(chosen: Selection) -> AuthorsBody:
    by_owner: dict[str, list[ReviewRow]] = {}
    for entry in _reviewed(chosen):
        by_owner.setdefault(entry.owner.strip(), []).append(_row(chosen, entry))
    names = sorted(by_owner, key=lambda name: (not name, name.casefold(), name))
    owners = tuple(_owner(name, f"owner-{number}", by_owner[name]) for number, name in enumerate(names, start=1))
    return AuthorsBody(chosen.drafts, owners)


def _reviewed(chosen: Selection) -> Iterator[Entry]:
    """What somebody answers for: all that is live and has a file, but for requests, which are asked and not kept."""
    entries = (entry for entry in chosen.library.all() if entry.is_live and entry.file != SETTINGS_FILE)
    yield from (entry for entry in entries if not isinstance(entry, Request))


def _owner(name: str, anchor: str, rows: list[ReviewRow]) -> OwnerBody:
    counts = Counter(row.state for row in rows)
    ordered = sorted(rows, key=lambda row: (STATES.index(row.state), row.day or date.max, row.link.title.casefold(), row.link.id))
    return OwnerBody(name, anchor, tuple(ordered), tuple((state, counts[state]) for state in STATES))


def _row(chosen: Selection, entry: Entry) -> ReviewRow:
    state, day = _state(chosen, entry)
    kind = kind_of(entry).name
    return ReviewRow(link(chosen.library, kind, entry.id), kind, state, day, _looked_at(entry), entry.review_every)


def _looked_at(entry: Entry) -> DayValue | None:
    """When somebody last looked at it: of a claim, too, when its figure was checked."""
    return entry.reviewed or (entry.checked if isinstance(entry, Claim) else None)


def _state(chosen: Selection, entry: Entry) -> tuple[str, date | None]:
    """How fresh an entry is on the build's day, and the day on which that turned or turns."""
    expires, due = getattr(entry, "expires", None), due_on(entry)
    if expires and expires.last and expires.last < chosen.today:
        return "expired", expires.last
    looked_at = _looked_at(entry)
    if looked_at is None or looked_at.first is None:
        return "never", None
    if f"{kind_of(entry).name}/{entry.id}" in chosen.library.changed:
        return "changed", None
    if due and due < chosen.today:
        return "overdue", due
    ends = [day for day in (due, expires and expires.last) if day]
    return "verified", min(ends, default=None)
