"""The PDFs: a playbook for each persona, one of everything, those that the team has planned, and one for each play."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from msgspec.structs import replace

from playbook.library import version_of_all
from playbook.model.bodies import AssetBody, Chapter, EntryBody, PlaybookBody
from playbook.model.content import Asset
from playbook.model.coverage_bodies import CoverageBody
from playbook.model.journey import Signal
from playbook.model.kinds import KINDS
from playbook.model.knowledge import Campaign, Claim, Competitor, Objection, Request, Term
from playbook.model.pages import Page
from playbook.model.people import Persona
from playbook.model.plays import Play
from playbook.model.shapes import default_of
from playbook.select.agreement_page import agreement_papers
from playbook.select.bodies import asset_body, entry_body, play_body
from playbook.select.campaigns import campaigns_for
from playbook.select.cards import HEADINGS
from playbook.select.chapters import chapters
from playbook.select.closed import paper_page
from playbook.select.closing import prose_of
from playbook.select.covering import coverage, matrices
from playbook.select.cutting import cut
from playbook.select.handouts import handout_papers
from playbook.select.journeys import journeys
from playbook.select.new_rep import new_rep_papers
from playbook.select.plans import Plan, plans, wanted
from playbook.select.said import said
from playbook.select.selection import Selection
from playbook.select.shelves import Stocked, shelves
from playbook.select.site_pages import persona_body
from playbook.select.situations import situations

SHORT = 5
"""Up to so many plays and uses, a playbook is a leaflet, in which what buyers say stands with the play and the persona."""
MORE = (Signal, Competitor, Campaign, Claim, Request)


OF_THE_AUTHORS = frozenset("owner reviewed review_every approved_by tags agreed".split())
"""Fields of a term that say how it is kept: the glossary of the site has them."""
OF_THE_HEADS = (
    frozenset("period currency revenue_target deal_size shares influenced_share funnel marketing scoring capacity targets signed".split())
    | OF_THE_AUTHORS
)
"""Fields of the agreement that two heads of department settle between them: its own page and PDF have them."""
SECTIONS = {
    "start": ("situations",),
    "people": ("persona", "people"),
    "journey": ("journeys",),
    "coverage": ("coverage", "matrices"),
    "stages": ("chapters", "fits_nowhere"),
    "they-say": ("said",),
    "rules": ("rules_of_the_road",),
    "glossary": ("terms",),
    "campaigns": ("campaigns",),
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
    yield from new_rep_papers(chosen)
    for plan in plans(chosen.library):
        yield from _playbook_pages(chosen, plan)


def _play_page(chosen: Selection, play: Play) -> Page:
    return paper_page(chosen, f"plays/{play.id}.pdf", "pdf/play.html", play.title_text, play_body(chosen, play))


def _playbook_pages(chosen: Selection, plan: Plan) -> Iterator[Page]:
    """One file, or several where one would be too thick."""
    for path, body in cut(_only(_playbook_body(chosen, plan), plan.wanted.sections), plan.path):
        yield paper_page(chosen, path, "pdf/playbook.html", plan.title, body, frozenset(_inside(body)))


def _playbook_body(chosen: Selection, plan: Plan) -> PlaybookBody:
    library, personas = chosen.library, plan.wanted.personas
    ranked = wanted(library, chosen.ranked, plan.wanted)
    people = tuple(each for each in library.of(Persona) if each.is_live and (each.id in personas or not personas))
    persona = people[0] if len(personas) == 1 and people else None
    stocked = [each for each in shelves(library, ranked, persona.id if persona else "") if _is_asked(each, plan.wanted.stages)]
    known = journeys(chosen)
    told_at_length = tuple(chapters(chosen, stocked, known))
    told = {one.entry.id: one.entry for each in stocked for one in each.candidates}
    short = len(ranked) <= SHORT and not library.of(Objection)
    return PlaybookBody(
        title=plan.title,
        version=version_of_all(library, tuple(library.all()) if plan.is_everything else (*people, *told.values())),
        one_line=library.settings.messages.one_line if library.settings.messages else "",
        persona=persona_body(chosen, persona) if persona else None,
        situations=situations(library, ranked, personas),
        chapters=told_at_length,
        coverage=_coverage(chosen, plan) if not short else None,
        short=short,
        said=() if short else said(library, personas),
        people=() if persona else tuple(entry_body(chosen, each) for each in people),
        rules_of_the_road=tuple(_rules(chosen)),
        terms=_terms(chosen, told_at_length, plan.is_everything),
        more=tuple(_more(chosen)) if plan.is_everything else (),
        fits_nowhere=_fits_nowhere(chosen) if plan.is_everything else (),
        campaigns=campaigns_for(chosen, persona.id) if persona else (),
        journeys=() if short else known.journeys,
        matrices=matrices(chosen, persona) if persona and chosen.for_reps and not short else (),
    )


def _rules(chosen: Selection) -> Iterator[EntryBody]:
    """The agreement, where the edition leaves anything of it that a rep drives by."""
    if chosen.library.agreement:
        rules = entry_body(chosen, chosen.library.agreement, skip=OF_THE_HEADS)
        yield from [rules] if rules.rows.rows else []


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


def _terms(chosen: Selection, told: tuple[Chapter, ...], everything: bool) -> tuple[EntryBody, ...]:
    """The terms: all of them, or those whose words stand in the chapters of a playbook and in what explains these."""
    if everything:
        terms = [term for term in chosen.library.of(Term) if term.is_live]
    else:
        used = chosen.glossary.used(prose_of(chosen.library, told))
        terms = list({term.id: term for term in (*used, *chosen.glossary.used(text for term in used for text in term.means))}.values())
    return tuple(entry_body(chosen, term, skip=OF_THE_AUTHORS) for term in sorted(terms, key=lambda term: term.title_text.casefold()))


def _more(chosen: Selection) -> Iterator[tuple[str, tuple[EntryBody, ...]]]:
    for of in MORE:
        entries = [entry for entry in chosen.library.of(of) if entry.is_live]
        if entries:
            heading = next(HEADINGS[name] for name, known in KINDS.items() if known.of is of)
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
