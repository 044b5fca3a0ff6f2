"""The chapters of a playbook: stage by stage the plays and assets, each told at full length where it comes first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from playbook.model.bodies import AssetBody, Chapter
from playbook.model.content import Asset, Use
from playbook.model.journey_bodies import JourneysBody, StageBody
from playbook.model.kinds import SETTINGS_FILE
from playbook.model.parts import Rows
from playbook.model.plays import Play
from playbook.select.addresses import anchor
from playbook.select.bodies import asset_body, play_body
from playbook.select.ranking import Candidate
from playbook.select.rows import rows
from playbook.select.selection import Selection
from playbook.select.shelves import Stocked

WITH_A_PLACE = {
    "name", "order", "journey", "definition", "buyer_job", "buyer_question", "accountable", "supporting", "enter_when", "leave_when",
    "checklist", "outcome", "goes_to", "recycle_to", "handoff", "time_limit", "probability", "expected", "kpis", "lost_reasons", "crm",
    "owner", "reviewed", "review_every", "approved_by",
}  # fmt: skip
"""What a chapter or the journey shows of a stage in its own way; what only the CRM and the teams' heads need stands on the journey page."""


def chapters(chosen: Selection, stocked: Iterable[Stocked], known: JourneysBody) -> Iterator[Chapter]:
    """Yield a chapter for each shelf. A play or a use is told at full length where it comes first, later only named."""
    stages = {each.stage.id: each for journey in known.journeys for each in journey.stages}
    told: set[tuple[str, str]] = set()
    for each in stocked:
        new = [one for one in each.candidates if (one.entry.id, one.offer.use) not in told]
        chapter = _chapter(chosen, each, new, {asset for asset, use in told if use}, stages)
        told.update((one.entry.id, one.offer.use) for one in new)
        yield chapter


def _chapter(chosen: Selection, stocked: Stocked, new: list[Candidate], seen: set[str], stages: Mapping[str, StageBody]) -> Chapter:
    link = stocked.shelf.stage
    anchor_ = anchor("stage", link.id) if link else "any-time"
    at = stages.get(link.id) if link else None
    has_file = at is not None and at.stage.file != SETTINGS_FILE  # what is only a name has no more to tell
    return Chapter(
        stage=link,
        anchor=anchor_,
        rows=rows(chosen.library, at.stage, skip=WITH_A_PLACE) if at and has_file else Rows(),
        shelf=stocked.shelf,
        plays=tuple(play_body(chosen, one.entry) for one in new if isinstance(one.entry, Play)),
        assets=tuple(_told(chosen, new, seen, anchor_)),
        at=at if has_file else None,
    )


def _told(chosen: Selection, new: list[Candidate], seen: set[str], chapter: str) -> Iterator[AssetBody]:
    """Each asset once, with the uses that are new here; a second chapter about it has an anchor of its own."""
    uses: dict[str, tuple[Asset, list[Use]]] = {}
    for one in new:
        if one.use is not None and isinstance(one.entry, Asset):
            uses.setdefault(one.entry.id, (one.entry, []))[1].append(one.use)
    for asset, shown in uses.values():
        body = asset_body(chosen, asset, shown)
        yield replace(body, anchor=f"{body.anchor}-{chapter}") if asset.id in seen else body
