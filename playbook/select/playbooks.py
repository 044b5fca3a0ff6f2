"""The PDFs: a playbook for each persona, one of everything, those that the team has planned, and one for each play."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from playbook.model.bodies import AssetBody, Chapter, CoverageBody, EntryBody, PlaybookBody
from playbook.model.content import Asset, Use
from playbook.model.journey import Signal, Stage
from playbook.model.kinds import KINDS, SETTINGS_FILE
from playbook.model.knowledge import Campaign, Claim, Competitor, Objection, Request, Term
from playbook.model.pages import Page
from playbook.model.parts import Rows
from playbook.model.people import Persona
from playbook.model.plays import Play
from playbook.model.settings import PlaybookPlan
from playbook.model.walk import values
from playbook.select.addresses import anchor
from playbook.select.bodies import asset_body, entry_body, play_body
from playbook.select.closed import paper_page
from playbook.select.covering import coverage
from playbook.select.ranking import Candidate
from playbook.select.rows import rows
from playbook.select.said import said
from playbook.select.selection import Selection
from playbook.select.shelves import Stocked, shelves
from playbook.select.site_pages import PLAYBOOK_PDF, persona_body
from playbook.select.situations import situations
from playbook.select.versions import version_of_all
from playbook.text import plain

SHORT = 5
"""Up to so many plays and uses, a playbook is a leaflet, in which what buyers say stands with the play and the persona."""
MORE = (Signal, Competitor, Campaign, Claim, Request)


@dataclass(frozen=True)
class _Plan:
    """One playbook to make: its file, its title, for whom, out of what, and at which stages; left empty, for everybody and at all."""

    path: str
    title: str
    ranked: tuple[Candidate, ...]
    personas: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    is_everything: bool = False


def pdf_pages(chosen: Selection) -> Iterator[Page]:
    """Yield every PDF: plays, persona playbooks, planned playbooks, and the one of everything."""
    for play in chosen.library.of(Play):
        if play.is_live:
            yield _play_page(chosen, play)
    for plan in _plans(chosen):
        yield _playbook_page(chosen, plan)


def _plans(chosen: Selection) -> Iterator[_Plan]:
    for persona in chosen.library.of(Persona):
        if persona.is_live:
            yield _Plan(f"personas/{persona.id}.pdf", persona.title_text, chosen.ranked, (persona.id,))
    for planned in chosen.library.settings.playbooks:
        yield _planned(chosen, planned)
    yield _Plan(PLAYBOOK_PDF, chosen.frame.name, chosen.ranked, is_everything=True)


def _planned(chosen: Selection, planned: PlaybookPlan) -> _Plan:
    """A playbook that the team has put together: what is not asked for is left out."""
    campaigns = [chosen.library.get("campaign", id_) for id_ in planned.campaigns]
    named = {*planned.plays, *planned.assets}
    for campaign in campaigns:
        named.update((*campaign.plays, *campaign.assets) if isinstance(campaign, Campaign) else ())
    ranked = tuple(each for each in chosen.ranked if _is_wanted(each, planned, named))
    return _Plan(f"playbooks/{planned.id}.pdf", planned.title or planned.id, ranked, planned.personas, planned.stages)


def _is_wanted(candidate: Candidate, planned: PlaybookPlan, named: Collection[str]) -> bool:
    for_them = _meets(candidate.personas, planned.personas) and _meets(candidate.industries, planned.industries)
    return for_them and (not named or candidate.entry.id in named)


def _meets(given: Iterable[str], wanted: tuple[str, ...]) -> bool:
    """What names nobody is for everybody."""
    given = set(given)
    return not given or not wanted or bool(given.intersection(wanted))


def _play_page(chosen: Selection, play: Play) -> Page:
    return paper_page(chosen, f"plays/{play.id}.pdf", "pdf/play.html", play.title_text, play_body(chosen, play))


def _playbook_page(chosen: Selection, plan: _Plan) -> Page:
    body = _playbook_body(chosen, plan)
    return paper_page(chosen, plan.path, "pdf/playbook.html", plan.title, body, frozenset(_inside(body)))


def _playbook_body(chosen: Selection, plan: _Plan) -> PlaybookBody:
    library = chosen.library
    people = tuple(each for each in library.of(Persona) if each.is_live and (each.id in plan.personas or not plan.personas))
    persona = people[0] if len(plan.personas) == 1 and people else None
    stocked = [each for each in shelves(library, plan.ranked, persona.id if persona else "") if _is_asked(each, plan)]
    chapters = tuple(_chapters(chosen, stocked))
    told = {one.entry.id: one.entry for each in stocked for one in each.candidates}
    short = len(plan.ranked) <= SHORT and not library.of(Objection)
    return PlaybookBody(
        title=plan.title,
        version=version_of_all(library, tuple(library.all()) if plan.is_everything else (*people, *told.values())),
        one_line=library.settings.messages.one_line if library.settings.messages else "",
        persona=persona_body(chosen, persona) if persona else None,
        situations=situations(library, plan.ranked, plan.personas),
        chapters=chapters,
        coverage=_coverage(chosen, plan) if not short else None,
        short=short,
        said=() if short else said(library, plan.personas),
        people=() if persona else tuple(entry_body(chosen, each) for each in people),
        rules_of_the_road=(entry_body(chosen, library.agreement),) if library.agreement else (),
        terms=_terms(chosen, chapters, plan.is_everything),
        more=tuple(_more(chosen)) if plan.is_everything else (),
        fits_nowhere=_fits_nowhere(chosen) if plan.is_everything else (),
    )


def _coverage(chosen: Selection, plan: _Plan) -> CoverageBody | None:
    """The coverage of one persona or of all; a playbook that was put together has none of its own."""
    if not chosen.for_reps or not (plan.is_everything or len(plan.personas) == 1):
        return None
    return coverage(chosen, next(iter(plan.personas), ""))


def _is_asked(stocked: Stocked, plan: _Plan) -> bool:
    stage = stocked.shelf.stage
    return not plan.stages or stage is None or stage.id in plan.stages


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
    """The terms: all of them, or those whose words stand in the plays and uses of a playbook."""
    terms = sorted((term for term in chosen.library.of(Term) if term.is_live), key=lambda term: term.title_text.casefold())
    if not everything:
        words = _words(chapters)
        terms = [term for term in terms if any(f" {word.casefold()} " in words for word in (term.term, *term.also))]
    return tuple(entry_body(chosen, term) for term in terms)


def _words(chapters: tuple[Chapter, ...]) -> str:
    """All words of the plays and uses, lower-case, each between blanks."""
    plays = [value for chapter in chapters for body in chapter.plays for value in (body.play.title, *_texts(body.play))]
    uses = [text for chapter in chapters for body in chapter.assets for use in body.uses for text in _texts(use.use)]
    text = " ".join(plain(value).casefold() for value in [*plays, *uses])
    return " " + " ".join("".join(sign if sign.isalnum() or sign in "-&/" else " " for sign in text).split()) + " "


def _texts(thing: Any) -> Iterator[str]:
    return (value.value for value in values(thing) if value.scalar.sort in {"text", "lines"})


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
