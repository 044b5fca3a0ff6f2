"""A battlecard for each competitor: a glance for the call, and the depth behind it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from playbook.library import Library, version
from playbook.model.bodies import ListBody
from playbook.model.content import Asset
from playbook.model.entries import ObjectionLine
from playbook.model.handouts import BattlecardBody, Box, Column, Point, Proof
from playbook.model.knowledge import Claim, Competitor, Objection
from playbook.model.pages import Page
from playbook.model.parts import Card, Section
from playbook.model.plays import Play
from playbook.select.addresses import anchor, link, page_path
from playbook.select.cards import HEADINGS, card, related
from playbook.select.closed import paper_page, screen_page, with_pdf
from playbook.select.fitting import Room, fitted, lines, snippet
from playbook.select.rows import rows
from playbook.select.selection import Selection, index_path

SHOWN = frozenset("name relation summary strengths weaknesses they_say we_win we_lose landmines traps objections assets claims".split())
A4 = Room(lines=55, ems=22.5, heading=2.7, gap=0.5)
SIDES = {"a4": A4, "letter": replace(A4, lines=51, ems=23.2)}
"""A column in 9.8 points, for each paper."""
THIN = 600
"""With fewer letters than this a side would stand nearly empty."""
LONGEST = 190
"""The letters that one text may have on the first side."""
PLAYS = 3
"""How many plays the first side names."""


def battlecard_pages(chosen: Selection) -> Iterator[Page]:
    """Yield the list of competitors and a page for each."""
    found = chosen.library.of(Competitor)
    if not found:
        return
    cards = tuple(_card(chosen, each) for each in found if each.is_live)
    listed = ListBody((Section("", cards, empty="no-competitors"),))
    yield screen_page(chosen, index_path("competitor"), "list.html", HEADINGS["competitor"], listed, "competitor")
    for each in found:
        path = page_path("competitor", each.id)
        page = screen_page(chosen, path, "battlecard.html", each.title_text, battlecard(chosen, each), "competitor")
        yield with_pdf(chosen, page, _pdf(each)) if each.is_live else page


def battlecard_papers(chosen: Selection) -> Iterator[Page]:
    """Yield a PDF for each competitor that we still meet."""
    for each in chosen.library.of(Competitor):
        if each.is_live:
            yield paper_page(chosen, _pdf(each), "pdf/battlecard.html", each.title_text, battlecard(chosen, each))


def battlecard(chosen: Selection, competitor: Competitor) -> BattlecardBody:
    """Return a competitor with everything that stands against them in the library."""
    library = chosen.library
    body = BattlecardBody(
        competitor=competitor,
        version=version(library, competitor),
        anchor=anchor("competitor", competitor.id),
        summary=snippet(competitor.summary, 220),
        columns=(),
        objections=tuple(_objections(library, competitor)),
        proof=tuple(_proof(library, competitor)),
        content=tuple(card(chosen, asset) for asset in _assets(library, competitor)),
        plays=tuple(card(chosen, play, f"plays/{play.id}.pdf") for play in _plays(chosen, competitor)),
        related=related(library, competitor, skip={"asset", "play"}),
        rows=rows(library, competitor, skip=SHOWN),
    )
    columns = _columns(library, body, SIDES[chosen.frame.paper])
    points = [point for column in columns for box in column for point in box.points]
    letters = sum(len(part.text) for point in points for part in (point.text, point.answer) if part)
    return replace(body, columns=columns, is_thin=letters < THIN)


def _card(chosen: Selection, competitor: Competitor) -> Card:
    plain = card(chosen, competitor, _pdf(competitor))
    return replace(plain, badges=(competitor.relation,) if competitor.relation else ())


def _pdf(competitor: Competitor) -> str:
    return f"competitors/{competitor.id}.pdf"


def _objections(library: Library, competitor: Competitor) -> Iterator[ObjectionLine]:
    """What buyers say of them: their own lines, then the objections that name them."""
    yield from competitor.objections
    for entry in library.of(Objection):
        if entry.is_live and competitor.id in entry.competitors:
            yield ObjectionLine(entry.they_say, entry.you_say, entry.claims)


def _proof(library: Library, competitor: Competitor) -> Iterator[Proof]:
    """The claims that the card or one of its own answers names, each once."""
    named = [*competitor.claims, *(id_ for line in competitor.objections for id_ in line.claims)]
    for id_ in dict.fromkeys(named):
        claim = library.get("claim", id_)
        known = claim if isinstance(claim, Claim) else Claim()
        yield Proof(link(library, "claim", id_), known.source, known.checked)


def _assets(library: Library, competitor: Competitor) -> Iterator[Asset]:
    """The content that the card names, then the content that names them."""
    naming = [asset.id for asset in library.of(Asset) if competitor.id in asset.competitors]
    for id_ in dict.fromkeys((*competitor.assets, *naming)):
        asset = library.get("asset", id_)
        if isinstance(asset, Asset) and asset.is_live:
            yield asset


def _plays(chosen: Selection, competitor: Competitor) -> Iterator[Play]:
    """The plays against them, in the one order."""
    for each in chosen.ranked:
        if isinstance(each.entry, Play) and competitor.id in each.entry.competitors:
            yield each.entry


def _columns(library: Library, body: BattlecardBody, side: Room) -> tuple[Column, ...]:
    """The first side: what to ask, say, send and run, and beside it what is so; the head takes some of it."""
    them = body.competitor
    summary = body.summary.text if body.summary else ""
    taken = 5 + 1.85 * lines(them.title_text, 23) + 1.1 * lines(summary, 46) + lines(them.relation, 60)
    room = replace(side, lines=side.lines - taken)
    facts = [_texts("we-win", them.we_win), _texts("we-lose", them.we_lose), _texts("they-say", them.they_say)]
    run = Box("plays", tuple(Point(links=(each.link,), text=snippet(each.line, 110)) for each in body.plays[:PLAYS]))
    traps = Box("traps", tuple(Point(text=snippet(each.trap, LONGEST), answer=snippet(each.answer, LONGEST)) for each in them.traps))
    answered = [line for line in body.objections if line.you_say]
    said = Box("objections", tuple(Point(text=snippet(line.they_say, LONGEST), answer=snippet(line.you_say, LONGEST)) for line in answered))
    proof = Box("proof", tuple(Point(text=snippet(each.link.title, LONGEST), answer=snippet(each.source, 90)) for each in body.proof))
    sent = [each for each in body.content if each.external]
    send = Box("send", tuple(Point(links=(each.link,), text=snippet(_when(library, each.link.id), 110)) for each in sent))
    return fitted([_texts("landmines", them.landmines), said, send, run], room), fitted([*facts, traps, proof], room)


def _texts(code: str, texts: tuple[str, ...]) -> Box:
    return Box(code, tuple(Point(text=snippet(each, LONGEST)) for each in texts))


def _when(library: Library, asset_id: str) -> str:
    asset = library.get("asset", asset_id)
    uses = asset.uses if isinstance(asset, Asset) else ()
    return next((when for use in uses for when in use.when), "")
