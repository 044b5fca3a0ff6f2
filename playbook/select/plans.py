"""Which playbooks are made as PDFs: those that the team has planned, or one for each persona and one of everything."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from msgspec import Struct

from playbook.library import Library
from playbook.model.knowledge import Campaign
from playbook.model.people import Persona
from playbook.model.settings import PlaybookPlan
from playbook.select.ranking import Candidate


class Plan(Struct, frozen=True):
    """One playbook to make: its file, its title, and what goes into it."""

    path: str
    title: str
    wanted: PlaybookPlan

    @property
    def is_everything(self) -> bool:
        """Whether it is cut down to nothing: it is for everybody, at all stages, out of all there is."""
        wanted = self.wanted
        return not (wanted.personas or wanted.stages or wanted.campaigns or wanted.plays or wanted.assets or wanted.industries)


def plans(library: Library) -> tuple[Plan, ...]:
    """Return the playbooks of a library, each of which is one PDF."""
    if library.settings.playbooks:
        return tuple(Plan(f"playbooks/{plan.id}.pdf", plan.title or plan.id, plan) for plan in library.settings.playbooks)
    people = [persona for persona in library.of(Persona) if persona.is_live]
    of_people = [Plan(f"personas/{each.id}.pdf", each.title_text, PlaybookPlan(each.id, personas=(each.id,))) for each in people]
    name = library.settings.name or library.settings.company or "Playbook"
    return (*of_people, Plan("playbook.pdf", name, PlaybookPlan("playbook")))


def playbook_of(library: Library, persona: str) -> str:
    """Return the file of the playbook for a persona: its own, else the first that it shares; empty where there is none."""
    found = [plan for plan in plans(library) if persona in plan.wanted.personas]
    return min(found, key=lambda plan: len(plan.wanted.personas)).path if found else ""


def playbook_of_all(library: Library) -> str:
    """Return the file of the playbook of everything; empty where there is none."""
    return next((plan.path for plan in plans(library) if plan.is_everything), "")


def wanted(library: Library, ranked: Iterable[Candidate], plan: PlaybookPlan) -> tuple[Candidate, ...]:
    """Return what a playbook is made of, in its order. What names nobody is for everybody."""
    campaigns = [library.get("campaign", id_) for id_ in plan.campaigns]
    named = {*plan.plays, *plan.assets}
    for campaign in campaigns:
        named.update((*campaign.plays, *campaign.assets) if isinstance(campaign, Campaign) else ())
    return tuple(each for each in ranked if _is_wanted(each, plan, named))


def _is_wanted(candidate: Candidate, plan: PlaybookPlan, named: Collection[str]) -> bool:
    for_them = _meets(candidate.personas, plan.personas) and _meets(candidate.industries, plan.industries)
    return for_them and (not named or candidate.entry.id in named)


def _meets(given: Iterable[str], asked_for: tuple[str, ...]) -> bool:
    given = set(given)
    return not given or not asked_for or bool(given.intersection(asked_for))
