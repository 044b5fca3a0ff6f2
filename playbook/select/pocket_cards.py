"""A pocket card for each persona: two small sides, cut by priority to what a rep needs on the way into a call."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from playbook.library import version
from playbook.model.entries import ObjectionLine
from playbook.model.handouts import Box, Column, PocketBody, Point
from playbook.model.knowledge import Objection
from playbook.model.pages import Page
from playbook.model.people import Persona
from playbook.model.plays import Play
from playbook.select.closed import paper_page
from playbook.select.fitting import Room, fitted, lines, snippet
from playbook.select.ranking import plays_for
from playbook.select.selection import Selection
from playbook.select.shelves import shelves
from playbook.text import shortened

A5 = Room(lines=43, ems=18.5, heading=2.7, gap=0.35)
SIDES = {"a4": A5, "letter": replace(A5, ems=17.2)}
"""A column of half a sheet in 8.8 points, for each paper."""
LONGEST = 150
"""The letters that one text may have."""
MARK, MARK_WITH_CODE = 1.5, 5.0
"""Lines that a print's mark takes of the second side, without and with a code."""
SAID = 360
"""The letters that the first words to say may have."""
PLAYS = 3
SENT = 2
"""How many pieces of content a card names for each stage."""


def pocket_path(persona: Persona) -> str:
    """Return the file of a persona's pocket card."""
    return f"personas/{persona.id}-pocket.pdf"


def has_pocket_card(chosen: Selection, persona: Persona) -> bool:
    """Whether there is a card: for those who sell, and not for buyers."""
    return persona.is_live and chosen.pdf and chosen.frame.edition != "buyer"


def pocket_papers(chosen: Selection) -> Iterator[Page]:
    """Yield the pocket card of each persona."""
    for persona in chosen.library.of(Persona):
        if has_pocket_card(chosen, persona):
            yield paper_page(chosen, pocket_path(persona), "pdf/pocket.html", persona.title_text, pocket_card(chosen, persona))


def pocket_card(chosen: Selection, persona: Persona) -> PocketBody:
    """Return what stands on the two sides of a persona's card; the head takes some of the first side."""
    summary, titles = snippet(persona.summary, 230), shortened(" · ".join(persona.titles), 110)
    side = SIDES[chosen.frame.paper]
    taken = 2 + 1.5 * lines(persona.title_text, 22) + 0.8 * lines(titles, 49) + lines(summary.text if summary else "", 42)
    return PocketBody(
        persona=persona,
        version=version(chosen.library, persona),
        summary=summary,
        titles=titles,
        sides=(_who_they_are(chosen, persona, replace(side, lines=side.lines - taken)), _what_to_say(chosen, persona, side)),
    )


def _who_they_are(chosen: Selection, persona: Persona, room: Room) -> tuple[Column, ...]:
    words = Box("words", tuple(Point(name=each.says, text=snippet(each.means, 90)) for each in persona.vocabulary))
    reach = Box("reach", tuple(Point(name=each.channel, text=snippet(each.note, 90)) for each in persona.channels))
    about = (_texts("pains", persona.pains), _texts("measured", persona.measured_by), reach, words)
    return fitted((*_first(chosen, persona), _plays(chosen, persona)), room), fitted(about, room)


def _first(chosen: Selection, persona: Persona) -> Iterator[Box]:
    """What to do and to say first, and the step after, of the best play; where there are questions, these are what to begin with."""
    for each in plays_for(chosen.ranked, persona.id)[:1] if not persona.questions else ():
        if isinstance(each.entry, Play):
            do, then = (*(step.do for step in each.entry.steps[:1]), ""), [step.title or step.do for step in each.entry.steps[1:2]]
            yield Box("now", (Point(links=(each.offer.link,), text=snippet(do[0], LONGEST)),))
            say = next((step.say for step in each.entry.steps[:1]), "") or each.entry.say
            yield _texts("say", (say,) if say else (), SAID)
            yield _texts("then", tuple(then))


def _what_to_say(chosen: Selection, persona: Persona, side: Room) -> tuple[Column, ...]:
    asked = Box(
        "questions", tuple(Point(text=snippet(each.ask, LONGEST), answer=snippet(each.listen_for, 90)) for each in persona.questions)
    )
    answered = [line for line in (*persona.objections, *_objections(chosen, persona)) if line.you_say]
    said = Box("objections", tuple(Point(text=snippet(line.they_say, LONGEST), answer=snippet(line.you_say, 220)) for line in answered))
    left = (asked, _texts("avoid", persona.avoid), _texts("wins", persona.deal_makers), _texts("loses", persona.deal_breakers))
    room = replace(side, lines=side.lines - (MARK_WITH_CODE if chosen.frame.site_url else MARK))
    return fitted(left, room), fitted((said, _content(chosen, persona)), room)


def _objections(chosen: Selection, persona: Persona) -> Iterator[ObjectionLine]:
    for entry in chosen.library.of(Objection):
        if entry.is_live and persona.id in entry.personas:
            yield ObjectionLine(entry.they_say, entry.you_say)


def _texts(code: str, texts: tuple[str, ...], longest: int = LONGEST) -> Box:
    return Box(code, tuple(Point(text=snippet(each, longest)) for each in texts))


def _plays(chosen: Selection, persona: Persona) -> Box:
    """The first plays in the one order that are for this person."""
    fit = plays_for(chosen.ranked, persona.id)
    points = (Point(links=(each.offer.link,), text=snippet(next(iter(each.offer.when), each.offer.summary), 120)) for each in fit[:PLAYS])
    return Box("plays", tuple(points), more=len(fit[PLAYS:]))


def _content(chosen: Selection, persona: Persona) -> Box:
    """What may be sent at each stage: the first pieces in the one order."""
    points = []
    for stocked in shelves(chosen.library, chosen.ranked, persona.id):
        found = {offer.link.id: offer.link for offer in stocked.shelf.assets if offer.external}
        if found and stocked.shelf.stage:
            points.append(Point(name=stocked.shelf.stage.title, links=tuple(found.values())[:SENT]))
    return Box("content", tuple(points))
