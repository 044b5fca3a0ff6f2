"""What only the passing of time makes wrong: reviews that are due, what has expired, and campaigns that are over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from playbook.library import Library
from playbook.model.agreement import Agreement
from playbook.model.content import Asset
from playbook.model.entries import Entry
from playbook.model.kinds import kind_of
from playbook.model.knowledge import Campaign, Claim
from playbook.model.reviews import due_on
from playbook.problems import Problem
from playbook.validate.rules.finding import finding, some


def overdue_reviews(library: Library, today: date) -> Iterator[Problem]:
    """The time that a review holds for has run out."""
    everything = (*library.all(), library.agreement) if library.agreement else tuple(library.all())
    for entry in everything:
        due = due_on(entry)
        if entry.is_live and due is not None and due < today:
            yield finding(
                entry,
                "PB308",
                ("reviewed",),
                ageing=True,
                why=f"It was reviewed on {entry.reviewed} and is to be looked at every {entry.review_every}: that was due on {due}.",
                remedy=f"Read it through and correct it. Then: {_review(entry)}",
            )


def _review(entry: Entry) -> str:
    return "write today's date under reviewed." if isinstance(entry, Agreement) else f"playbook review {kind_of(entry).name} {entry.id}"


def changed_since_review(library: Library, _today: date) -> Iterator[Problem]:
    """A review holds while what it saw is unchanged."""
    for key, changed in library.changed.items():
        kind, _, id_ = key.partition("/")
        entry = library.get(kind, id_)
        if entry and entry.is_live:
            what = some("its own words" if each == key else each.replace("/", " ") for each in changed)
            yield finding(
                entry,
                "PB327",
                ("reviewed",),
                why=f"What its review saw was changed since: {what}. So it no longer counts as verified.",
                remedy=f"Read it through again. If it is still true: playbook review {kind} {id_}",
            )


def expired(library: Library, today: date) -> Iterator[Problem]:
    """An asset or a claim is past the last day it holds for."""
    dated: tuple[Asset | Claim, ...] = (*library.of(Asset), *library.of(Claim))
    for entry in dated:
        if entry.is_live and entry.expires and entry.expires.last and entry.expires.last < today:
            yield finding(
                entry,
                "PB309",
                ("expires",),
                ageing=True,
                why=f"It expired on {entry.expires}, and reps are still offered it.",
                remedy="Bring it up to date and write a later day, or write status: retired.",
            )


def ended_campaigns(library: Library, today: date) -> Iterator[Problem]:
    """A campaign is past its last day, and its guide is still among those that reps run."""
    for campaign in library.of(Campaign):
        if campaign.is_live and campaign.ends and campaign.ends.last and campaign.ends.last < today:
            yield finding(
                campaign,
                "PB341",
                ("ends",),
                ageing=True,
                why=f"It ended on {campaign.ends}, and reps still find it among the campaigns.",
                remedy="Write status: retired, or a later day if it goes on.",
            )
