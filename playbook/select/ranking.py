"""The one order of everything that is offered to a rep, and the reasons for it.

Explicit before general, then by how many dimensions are named, then fresh before stale, then by id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from playbook.library import Library
from playbook.model.content import Asset, Use
from playbook.model.entries import Entry
from playbook.model.kinds import kind_of
from playbook.model.parts import Offer, Reason
from playbook.model.plays import Play
from playbook.model.reviews import due_on
from playbook.select.addresses import link

VERIFIED, CHANGED, UNREVIEWED, STALE = "verified", "changed", "unreviewed", "stale"
FRESHEST_FIRST = {VERIFIED: 0, CHANGED: 1, UNREVIEWED: 1, STALE: 2}
"""What changed since its review is as good as never reviewed: both stand between what holds and what has run out."""


class Candidate(Struct, frozen=True):
    """A play, or one use of an asset, with the dimensions it names and its place in the one order."""

    entry: Play | Asset
    use: Use | None
    offer: Offer
    personas: tuple[str, ...]
    stages: tuple[str, ...]
    industries: tuple[str, ...]
    signals: tuple[str, ...]
    rank: tuple[bool, bool, int, int, str, str]


def candidates(library: Library, today: date) -> tuple[Candidate, ...]:
    """Return everything live in the one order; plays come before uses of assets."""
    plays = [_of_play(library, play, today) for play in library.of(Play) if play.is_live]
    uses = [_of_use(library, asset, use, today) for asset in library.of(Asset) if asset.is_live for use in asset.uses]
    return tuple(sorted([*plays, *uses], key=lambda each: each.rank))


def plays_for(ranked: Iterable[Candidate], persona: str) -> list[Candidate]:
    """Return the plays for a person, in the one order: those that name them, then those for everybody."""
    fit = [each for each in ranked if each.use is None and (persona in each.personas or not each.personas)]
    return sorted(fit, key=lambda each: not each.personas)


def freshness(library: Library, entry: Entry, today: date) -> str:
    """Return VERIFIED, CHANGED since its review, UNREVIEWED (never looked at) or STALE.

    A review holds until its interval has run out or what it saw has changed; an expired entry is stale.
    """
    expires = getattr(entry, "expires", None)
    if expires is not None and expires.last is not None and expires.last < today:
        return STALE
    if entry.reviewed is None or entry.reviewed.first is None:
        return UNREVIEWED
    if f"{kind_of(entry).name}/{entry.id}" in library.changed:
        return CHANGED
    due = due_on(entry)
    return STALE if due is not None and due < today else VERIFIED


def _of_play(library: Library, play: Play, today: date) -> Candidate:
    offer = Offer(link=link(library, "play", play.id), when=play.when, summary=play.promise or play.objective)
    return _ranked(library, play, play, offer, today)


def _of_use(library: Library, asset: Asset, use: Use, today: date) -> Candidate:
    offer = Offer(
        link=link(library, "asset", asset.id),
        asset_type=library.settings.label("asset_types", asset.type),
        use=use.key,
        when=use.when,
        summary=use.benefit or asset.summary,
    )
    return _ranked(library, asset, use, offer, today)


def _ranked(library: Library, entry: Play | Asset, named: Play | Use, offer: Offer, today: date) -> Candidate:
    """Put an offer in its place: the parts of a rank are compared from the left, the smallest first."""
    use = named if isinstance(named, Use) else None
    industries = named.industries or entry.industries
    general = not (named.personas and named.stages)
    dimensions = sum(map(bool, (named.personas, named.stages, industries, named.signals)))
    fresh = freshness(library, entry, today)
    reasons = tuple(_reasons(library, named, industries, entry, fresh))
    told = replace(offer, reasons=reasons, general=general, external=entry.may_be_sent)
    rank = (use is not None, general, -dimensions, FRESHEST_FIRST[fresh], entry.id, offer.use)
    return Candidate(entry, use, told, named.personas, named.stages, industries, named.signals, rank)


def _reasons(library: Library, named: Play | Use, industries: tuple[str, ...], entry: Entry, fresh: str) -> Iterator[Reason]:
    for code, kind, ids in (
        ("names-persona", "persona", named.personas),
        ("names-stage", "stage", named.stages),
        ("signal", "signal", named.signals),
    ):
        if ids:
            yield Reason(code, ", ".join(link(library, kind, id_).title for id_ in ids))
    if industries:
        yield Reason("names-industry", ", ".join(library.settings.label("industries", id_) for id_ in industries))
    if not (named.personas and named.stages):
        yield Reason("general")
    if fresh in (VERIFIED, STALE):
        yield Reason(fresh, entry.reviewed or "")
