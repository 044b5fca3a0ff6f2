"""The bodies of single entries: a play, an asset, a persona, and any other entry field by field."""

from __future__ import annotations

from collections.abc import Collection

from playbook.library import version
from playbook.model.bodies import AssetBody, EntryBody, PlayBody, UseBody
from playbook.model.content import Asset, Use
from playbook.model.entries import Entry
from playbook.model.journey import Signal
from playbook.model.kinds import kind_of
from playbook.model.parts import Section
from playbook.model.plays import Play
from playbook.model.walk import present
from playbook.select.addresses import anchor, link
from playbook.select.cards import related
from playbook.select.ranking import freshness
from playbook.select.rows import rows
from playbook.select.selection import Selection
from playbook.select.sending import asset_ready, play_ready
from playbook.select.situations import situation
from playbook.select.timeline import timeline
from playbook.text import title_of

TITLES = ("title", "name", "term", "they_say", "text", "wanted")


def play_body(chosen: Selection, play: Play) -> PlayBody:
    """Return a play with the situations that call for it and what touches it."""
    return chosen.library.once("body", play, lambda: _play_body(chosen, play))


def _play_body(chosen: Selection, play: Play) -> PlayBody:
    signals = [chosen.library.get("signal", id_) for id_ in play.signals]
    return PlayBody(
        play=play_ready(chosen.library, play),
        version=version(chosen.library, play),
        review=freshness(chosen.library, play, chosen.today),
        anchor=anchor("play", play.id),
        situations=tuple(situation(chosen.library, signal) for signal in signals if isinstance(signal, Signal)),
        related=related(chosen.library, play),
        course=timeline(play, narrow=False),
        narrow_course=timeline(play, narrow=True),
    )


def asset_body(chosen: Selection, asset: Asset, uses: Collection[Use] | None = None) -> AssetBody:
    """Return an asset with all of its uses, or with those that matter in one place."""
    ready = chosen.library.once("ready", asset, lambda: asset_ready(chosen.library, asset))
    keys = None if uses is None else {use.key for use in uses}
    shown = (_use_body(chosen, use) for use in _best_first(chosen, asset, ready.uses) if keys is None or use.key in keys)
    return AssetBody(
        asset=ready,
        version=version(chosen.library, asset),
        review=freshness(chosen.library, asset, chosen.today),
        uses=tuple(body for body in shown if body),
        anchor=anchor("asset", asset.id),
        replaced_by=link(chosen.library, "asset", asset.replaced_by) if asset.replaced_by else None,
        related=chosen.library.once("related", asset, lambda: related(chosen.library, asset)),
    )


def entry_body(chosen: Selection, entry: Entry, sections: tuple[Section, ...] = (), skip: Collection[str] = ()) -> EntryBody:
    """Return any entry field by field, but for those in `skip`; its title stands in the heading and not again among the fields."""
    kind = kind_of(entry).name
    title_field = next((name for name in TITLES if getattr(entry, name, "") == entry.title_text), "")
    return EntryBody(
        anchor=anchor(kind, entry.id),
        title=title_of(entry),
        version=version(chosen.library, entry),
        rows=rows(chosen.library, entry, skip={title_field, *skip}),
        sections=sections,
        related=related(chosen.library, entry) if kind != "agreement" else (),
    )


def _best_first(chosen: Selection, asset: Asset, uses: tuple[Use, ...]) -> tuple[Use, ...]:
    """Return the uses with the first in the one order on top and the others as they were written."""
    found = (each.use.key for each in chosen.ranked if each.entry is asset and each.use)
    best = chosen.library.once("best use", asset, lambda: next(found, ""))
    return tuple(sorted(uses, key=lambda use: use.key != best))


def _use_body(chosen: Selection, use: Use) -> UseBody | None:
    """Return a use with what nobody has written yet; others than our reps see no gaps, and no use of which nothing is left."""
    if chosen.for_reps:
        return UseBody(use, missing=tuple(name for name in ("when", "how") if not getattr(use, name)))
    return UseBody(use) if any(present(use)) else None
