"""How complete a library is: does each use say all that a rep needs, and does the content follow the revenue plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from playbook.library.library import Library
from playbook.model.agreement import Target
from playbook.model.content import Asset
from playbook.model.figures import Answer, IndustryShare, Mismatch, Untold

TOLD = ("when", "not_when", "how", "say", "follow_up")
"""What each use of an asset has to say."""


def live_assets(library: Library, today: date) -> tuple[Asset, ...]:
    """Return the assets that reps are offered: neither drafts nor retired, and not expired."""
    return tuple(asset for asset in library.of(Asset) if asset.is_live and not _is_expired(asset, today))


def untold(asset: Asset) -> Iterator[Untold]:
    """Yield what an asset does not say yet: use by use, or that nobody has written a use."""
    if not asset.uses:
        yield Untold(asset.id, "", ("uses",))
    for use in asset.uses:
        if missing := tuple(name for name in TOLD if not getattr(use, name)):
            yield Untold(asset.id, use.key, missing)


def mismatch(library: Library, today: date) -> Answer[Mismatch] | None:
    """Return how far the live content is from the revenue plan, industry by industry; None where there is no agreement to tell of one.

    An asset counts once, in equal parts for each industry that it or one of its uses names.
    """
    if library.agreement is None:
        return None
    targets = [target for target in library.agreement.targets if target.industry and (target.revenue or 0) > 0]
    if not targets:
        return Answer(needs=("targets.industry", "targets.revenue") if library.agreement.targets else ("targets",))
    named = [_industries(asset) for asset in live_assets(library, today)]
    if not any(named):
        return Answer(needs=("industries",), why="no-industries")
    return Answer(_compared(targets, [industries for industries in named if industries], named.count(frozenset())))


def _compared(targets: Iterable[Target], named: list[frozenset[str]], silent: int) -> Mismatch:
    revenue: defaultdict[str, float] = defaultdict(float)
    effort: defaultdict[str, float] = defaultdict(float)
    content: defaultdict[str, float] = defaultdict(float)
    for target in targets:
        revenue[target.industry] += target.revenue or 0
        if target.effort is not None:
            effort[target.industry] += target.effort
    for industries in named:
        for industry in industries:
            content[industry] += 1 / len(industries)
    whole, order = sum(revenue.values()), [*revenue, *sorted(content.keys() - revenue.keys())]
    rows = (IndustryShare(each, revenue[each] / whole, content[each] / len(named), effort.get(each)) for each in order)
    return Mismatch(tuple(rows), len(named), silent)


def _industries(asset: Asset) -> frozenset[str]:
    return frozenset((*asset.industries, *(industry for use in asset.uses for industry in use.industries)))


def _is_expired(asset: Asset, today: date) -> bool:
    return asset.expires is not None and asset.expires.last is not None and asset.expires.last < today
