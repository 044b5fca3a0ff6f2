"""The PDFs: a playbook for each persona, one of everything, those that the team has planned, and one for each play."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any

from playbook.library import version_of_all
from playbook.model.bodies import AssetBody, Chapter, EntryBody, PlaybookBody
from playbook.model.content import Asset, Use
from playbook.model.coverage_bodies import CoverageBody
from playbook.model.journey import Signal, Stage
from playbook.model.kinds import KINDS, SETTINGS_FILE
from playbook.model.knowledge import Campaign, Claim, Competitor, Objection, Request, Term
from playbook.model.pages import Page
from playbook.model.parts import Rows
from playbook.model.people import Persona
from playbook.model.plays import Play
from playbook.model.shapes import default_of
from playbook.select.addresses import anchor
from playbook.select.agreement_page import agreement_papers
from playbook.select.bodies import asset_body, entry_body, play_body
from playbook.select.campaigns import campaigns_for
from playbook.select.closed import paper_page
from playbook.select.closing import prose_of
from playbook.select.covering import coverage
from playbook.select.handouts import handout_papers
from playbook.select.plans import Plan, plans, wanted
from playbook.select.ranking import Candidate
from playbook.select.rows import rows
from playbook.select.said import said
from playbook.select.selection import Selection
from playbook.select.shelves import Stocked, shelves
from playbook.select.site_pages import persona_body
from playbook.select.situations import situations

SHORT = 5
"""Up to so many plays and uses, a playbook is a leaflet, in which what buyers say stands with the play and the persona."""
MORE = (Signal, Competitor, Campaign, Claim, Request)


SECTIONS = {
    "start": ("situations",),
    "people": ("persona", "people"),
    "coverage": ("coverage",),
    "stages": ("chapters", "fits_nowhere"),
    "campaigns": ("campaigns",),
    "they-say": ("said",),
    "rules": ("rules_of_the_road",),
    "glossary": ("terms",),
    "more": ("more",),
}
"""What `sections` of a planned playbook calls the parts of its body."""


def pdf_pages(chosen: Selection) -> Iterator[Page]:
    """Yield every PDF: plays, persona playbooks, planned playbooks, and the one of everything."""
    for play in chosen.library.of(Play):
        if play.is_live:
            yield _play_page(chosen, play)
    yield from agreement_papers(chosen)
    yield from handout_papers(chosen)
    for plan in plans(chosen.library):
        yield _playbook_page(chosen, plan)


def _play_page(chosen: Selection, play: Play) -> Page:
    return paper_page(chosen, f"plays/{play.id}.pdf", "pdf/play.html", play.title_text, play_body(chosen, play))


def _playbook_page(chosen: Selection, plan: Plan) -> Page:
    body = _only(_playbook_body(chosen, plan), plan.wanted.sections)
    return paper_page(chosen, plan.path, "pdf/playbook.html", plan.title, body, frozenset(_inside(body)))


def _playbook_body(chosen: Selection, plan: Plan) -> PlaybookBody:
    library, personas = chosen.library, plan.wanted.personas
    ranked = wanted(library, chosen.ranked, plan.wanted)
    people = tuple(each for each in library.of(Persona) if each.is_live and (each.id in personas or not personas))
    persona = people[0] if len(personas) == 1 and people else None
    stocked = [each for each in shelves(library, ranked, persona.id if persona else "") if _is_asked(each, plan.wanted.stages)]
    chapters = tuple(_chapters(chosen, stocked))
    told = {one.entry.id: one.entry for each in stocked for one in each.candidates}
    short = len(ranked) <= SHORT and not library.of(Objection)
    return PlaybookBody(
        title=plan.title,
        version=version_of_all(library, tuple(library.all()) if plan.is_everything else (*people, *told.values())),
        one_line=library.settings.messages.one_line if library.settings.messages else "",
        persona=persona_body(chosen, persona) if persona else None,
        situations=situations(library, ranked, personas),
        chapters=chapters,
        coverage=_coverage(chosen, plan) if not short else None,
        short=short,
        said=() if short else said(library, personas),
        people=() if persona else tuple(entry_body(chosen, each) for each in people),
        rules_of_the_road=(entry_body(chosen, library.agreement),) if library.agreement else (),
        terms=_terms(chosen, chapters, plan.is_everything),
        more=tuple(_more(chosen)) if plan.is_everything else (),
        fits_nowhere=_fits_nowhere(chosen) if plan.is_everything else (),
        campaigns=campaigns_for(chosen, persona.id) if persona else (),
    )


def _only(body: PlaybookBody, sections: Collection[str]) -> PlaybookBody:
    """Leave out the parts that were not asked for."""
    left_out = [part for name, parts in SECTIONS.items() if sections and name not in sections for part in parts]
    nothing: dict[str, Any] = {part: default_of(PlaybookBody, part) for part in left_out}
    return replace(body, **nothing)


def _coverage(chosen: Selection, plan: Plan) -> CoverageBody | None:
    """The coverage of one persona or of all; a playbook that was put together has none of its own."""
    if not chosen.for_reps or not (plan.is_everything or len(plan.wanted.personas) == 1):
        return None
    return coverage(chosen, next(iter(plan.wanted.personas), ""))


def _is_asked(stocked: Stocked, stages: Collection[str]) -> bool:
    stage = stocked.shelf.stage
    return not stages or stage is None or stage.id in stages


def _chapters(chosen: Selection, stocked: Iterable[Stocked]) -> Iterator[Chapter]:
    """A chapter a shelf. A play or a use is told at full length where it comes first, later only named."""
    told: set[tuple[str, str]] = set()
    for each in stocked:
        new = [one for one in each.candidates if (one.entry.id, one.offer.use) not in told]
        chapter = _chapter(chosen, each, new, {asset for asset, use in told if use})
        told.update((one.entry.id, one.offer.use) for one in new)
        yield chapter


def _chapter(chosen: Selection, stocked: Stocked, new: list[Candidate], seen: set[str]) -> Chapter:
    stage = chosen.library.get("stage", stocked.shelf.stage.id) if stocked.shelf.stage else None
    anchor_ = anchor("stage", stage.id) if stage else "any-time"
    has_file = isinstance(stage, Stage) and stage.file != SETTINGS_FILE  # what is only a name has no more to tell
    return Chapter(
        stage=stocked.shelf.stage,
        anchor=anchor_,
        rows=rows(chosen.library, stage, skip={"name", "order", "journey"}) if has_file else Rows(),
        shelf=stocked.shelf,
        plays=tuple(play_body(chosen, one.entry) for one in new if isinstance(one.entry, Play)),
        assets=tuple(_told(chosen, new, seen, anchor_)),
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


def _terms(chosen: Selection, chapters: tuple[Chapter, ...], everything: bool) -> tuple[EntryBody, ...]:
    """The terms: all of them, or those whose words stand in the chapters of a playbook and in what explains these."""
    if everything:
        terms = [term for term in chosen.library.of(Term) if term.is_live]
    else:
        used = chosen.glossary.used(prose_of(chapters))
        terms = list({term.id: term for term in (*used, *chosen.glossary.used(text for term in used for text in term.means))}.values())
    return tuple(entry_body(chosen, term) for term in sorted(terms, key=lambda term: term.title_text.casefold()))


def _more(chosen: Selection) -> Iterator[tuple[str, tuple[EntryBody, ...]]]:
    for of in MORE:
        entries = [entry for entry in chosen.library.of(of) if entry.is_live]
        if entries:
            heading = next(known.plural.capitalize() for known in KINDS.values() if known.of is of)
            yield heading, tuple(entry_body(chosen, entry) for entry in entries)


def _fits_nowhere(chosen: Selection) -> tuple[AssetBody, ...]:
    return tuple(asset_body(chosen, asset) for asset in chosen.library.of(Asset) if asset.is_live and not asset.uses)


def _inside(body: PlaybookBody) -> Iterator[tuple[str, str]]:
    """The entries that have a place in the document itself."""
    for chapter in body.chapters:
        if chapter.stage:
            yield "stage", chapter.stage.id
        yield from (("play", each.play.id) for each in chapter.plays)
        yield from (("asset", each.asset.id) for each in chapter.assets)
    yield from (("asset", each.asset.id) for each in body.fits_nowhere)
    yield from (("term", each.anchor.removeprefix("term-")) for each in body.terms)
