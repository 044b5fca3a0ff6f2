"""The journey as the joint funnel of both teams, and each of its stages by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.library import Library, Move, moves, version
from playbook.model.agreement import Clock
from playbook.model.journey import Stage
from playbook.model.journey_bodies import JourneyBody, JourneysBody, MoveBody, StageBody, StagePageBody
from playbook.model.pages import Page
from playbook.model.parts import Card, Link
from playbook.model.people import Persona
from playbook.model.theme_words import ThemeWords
from playbook.select.addresses import anchor, link, page_path
from playbook.select.cards import offer_card, related
from playbook.select.closed import screen_page
from playbook.select.journey_drawing import MOST_LYING, Stop, journey_drawing
from playbook.select.rows import rows
from playbook.select.selection import Selection, index_path
from playbook.select.shelves import Stocked, shelves, stages_of

OWN_NUMBER = re.compile(r"(?i)(?:stage|phase|step)?\s*\d")


def journey_pages(chosen: Selection) -> Iterator[Page]:
    """Yield the page of all journeys, and one for each stage."""
    if not chosen.library.of(Stage):
        return
    yield screen_page(chosen, index_path("stage"), "journey.html", ThemeWords("Journey"), journeys(chosen), "stage")
    for stage in stages_of(chosen.library):
        yield screen_page(chosen, page_path("stage", stage.id), "stage.html", stage.title_text, stage_page(chosen, stage), "stage")


def journeys(chosen: Selection) -> JourneysBody:
    """Return every journey of the library with its live stages."""
    stocked = _stocked(chosen)
    found = (_journey(chosen, name, stages, stocked) for name, stages in live_journeys(chosen.library).items())
    return JourneysBody(tuple(found))


def live_journeys(library: Library) -> dict[str, tuple[Stage, ...]]:
    """Return the live stages of each journey that has any."""
    found = {name: tuple(stage for stage in stages if stage.is_live) for name, stages in library.journeys.items()}
    return {name: stages for name, stages in found.items() if stages}


def stage_page(chosen: Selection, stage: Stage) -> StagePageBody:
    """Return one stage with the messages of the personas, and the plays and content that are offered there."""
    stages = chosen.library.journeys[stage.journey]
    live = [each for each in stages if each.is_live or each is stage]
    place = live.index(stage)
    known, found = moves(live), _stocked(chosen).get(stage.id)
    return StagePageBody(
        at=_stage(chosen, stage, place + 1, known, found),
        anchor=anchor("stage", stage.id),
        version=version(chosen.library, stage),
        rows=rows(chosen.library, stage),
        before=link(chosen.library, "stage", live[place - 1].id) if place else None,
        after=link(chosen.library, "stage", live[place + 1].id) if place + 1 < len(live) else None,
        messages=tuple(_messages(chosen.library, stage)),
        plays=_cards(chosen, found, plays=True),
        assets=_cards(chosen, found, plays=False),
        related=related(chosen.library, stage, skip={"asset", "play", "persona", "stage"}),
    )


def clock_of(library: Library, stage: Stage) -> Clock | None:
    """Return the clock of a stage's hand-off: the agreement's, else what the stage itself says."""
    clocks: tuple[Clock, ...] = library.agreement.clocks if library.agreement else ()
    agreed = next((clock for clock in clocks if clock.handoff == stage.id), None)
    if agreed or not (stage.handoff and stage.handoff.accept_within):
        return agreed
    return Clock(handoff=stage.id, target=stage.handoff.accept_within)


def _stocked(chosen: Selection) -> dict[str, Stocked]:
    return {each.shelf.stage.id: each for each in shelves(chosen.library, chosen.ranked) if each.shelf.stage}


def _journey(chosen: Selection, name: str, stages: tuple[Stage, ...], stocked: dict[str, Stocked]) -> JourneyBody:
    known = moves(stages)
    numbers = _numbers(stages)
    stops = [_stop(chosen.library, stage, number, known) for number, stage in zip(numbers, stages, strict=True)]
    return JourneyBody(
        name=name,
        anchor=anchor("journey", name),
        stages=tuple(_stage(chosen, stage, number, known, stocked.get(stage.id)) for number, stage in zip(numbers, stages, strict=True)),
        wide=journey_drawing(stops, known, standing=len(stops) > MOST_LYING),
        tall=journey_drawing(stops, known, standing=True) if len(stops) <= MOST_LYING else None,
    )


def _numbers(stages: tuple[Stage, ...]) -> list[int]:
    """Return the numbers of stages, 0 for all of them where one of their names brings a number of its own."""
    own = any(OWN_NUMBER.match(stage.title_text) for stage in stages)
    return [0 if own else number for number in range(1, len(stages) + 1)]


def _stop(library: Library, stage: Stage, number: int, known: tuple[Move, ...]) -> Stop:
    clock = clock_of(library, stage)
    return Stop(
        id=stage.id,
        number=number,
        name=stage.title_text,
        role=stage.accountable,
        outcome=stage.outcome,
        handoff=stage.handoff.to if stage.handoff else "",
        clock=clock.target if clock and stage.handoff else None,
        out=tuple(link(library, "stage", move.target).title for move in known if move.source == stage.id and move.sort == "out"),
    )


def _stage(chosen: Selection, stage: Stage, number: int, known: tuple[Move, ...], stocked: Stocked | None) -> StageBody:
    offers = stocked.shelf if stocked else None
    return StageBody(
        stage=stage,
        link=link(chosen.library, "stage", stage.id),
        number=number,
        clock=clock_of(chosen.library, stage),
        comes_from=_told(chosen.library, [move for move in known if move.target == stage.id and move.source != stage.id]),
        leads_to=_told(chosen.library, [move for move in known if move.source == stage.id]),
        plays=len(offers.plays) if offers else 0,
        assets=len({offer.link.id for offer in offers.assets}) if offers else 0,
    )


def _told(library: Library, found: list[Move]) -> tuple[MoveBody, ...]:
    return tuple(MoveBody(link(library, "stage", move.source), link(library, "stage", move.target), move.sort) for move in found)


def _messages(library: Library, stage: Stage) -> Iterator[tuple[Link, str]]:
    for persona in library.of(Persona):
        if persona.is_live:
            yield from ((link(library, "persona", persona.id), each.message) for each in persona.messages if each.stage == stage.id)


def _cards(chosen: Selection, stocked: Stocked | None, *, plays: bool) -> tuple[Card, ...]:
    found = stocked.candidates if stocked else ()
    return tuple(dict.fromkeys(offer_card(chosen, each) for each in found if (each.use is None) == plays))
