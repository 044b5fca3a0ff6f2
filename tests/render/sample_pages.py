"""Pages to render: entries with every field filled, each with a word of its own, so that a lost field is seen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from sample_parts import GAP, RELATED, ROWS, SAID, SITUATIONS, filled, links_for
from word_pages import WORD_BODIES

from playbook.model.agreement import Clock
from playbook.model.bodies import (
    AssetBody,
    Chapter,
    EntryBody,
    HomeBody,
    ListBody,
    Part,
    PersonaBody,
    PlayBody,
    PlaybookBody,
    UseBody,
)
from playbook.model.changes import ChangedEntry, ChangedField
from playbook.model.content import Asset
from playbook.model.coverage_bodies import CellBody, CoverageBody, CoverageRow, CoverageTable, GapBody, Matrix, MatrixCell, Widening
from playbook.model.drawings import Block, Dot, Drawing, Line, Words
from playbook.model.finder_bodies import FinderAnswer, FinderBody, FinderGroup, FinderOption
from playbook.model.handouts import (
    BattlecardBody,
    Box,
    CalendarBody,
    CalendarTable,
    CampaignBody,
    CampaignMonth,
    GuideAsset,
    HandoffCard,
    HandoffsBody,
    PlannedStep,
    PocketBody,
    Point,
    Proof,
    Snippet,
    Week,
)
from playbook.model.journey import Handoff, Stage
from playbook.model.journey_bodies import JourneyBody, JourneysBody, MoveBody, StageBody, StagePageBody
from playbook.model.kept_body import KeptBody
from playbook.model.kit_body import KitBody, KitItem
from playbook.model.knowledge import Campaign, Competitor
from playbook.model.pages import Body, Frame, MenuItem, Page
from playbook.model.parts import Card, Figure, Link, Offer, Reason, Rows, Section, Shelf
from playbook.model.people import Persona
from playbook.model.plays import Play
from playbook.model.prints import CurrentBody, Printed, PrintMark
from playbook.model.search import SearchBody
from playbook.model.settings import Fonts
from playbook.model.values import DayValue

MENU = (
    MenuItem("What now", "index.html"),
    MenuItem("Plays", "plays.html"),
    MenuItem("Content", "content.html"),
    MenuItem("They say", "they-say.html"),
    MenuItem("People", "people.html"),
    MenuItem("Journey", "journey.html", more=True),
    MenuItem("Coverage", "coverage.html", more=True),
)
FRAME = Frame(
    name="Quillhaven sales playbook",
    company="Quillhaven Staffing",
    language="en",
    edition="rep",
    accent="#0B5C7A",
    logo="",
    fonts=Fonts(),
    footer="All figures are invented",
    site_url="",
    menu=MENU,
)


PLAY = replace(filled(Play), status="approved", audience="internal")
ASSET = replace(filled(Asset), status="approved", audience="external")
PERSONA = replace(filled(Persona), status="approved", audience="internal", portrait="")
OFFER = Offer(
    Link("asset", "cost", "What an empty seat costs", "assets/cost.html"),
    "Calculator",
    "1",
    ("They can wait",),
    "A daily price",
    (Reason("names-persona"), Reason("step-of", "Price play"), Reason("odd", "Something new")),
    external=True,
)
CARD = Card(
    Link("play", "not-now", "They want to wait", "plays/not-now.html"),
    "Put a price on waiting",
    ("Plant manager", "15 minutes"),
    pdf="pdf/not-now.pdf",
)
CONTENT = Card(Link("asset", "cost", "What an empty seat costs", "assets/cost.html"), "A daily price", ("Calculator",), external=True)
BARE = Card(Link("asset", "bare", "A deck nobody explained"), missing=("when", "how"))
SHELVES = (
    Shelf(
        Link("stage", "awareness", "Awareness", "stages/awareness.html"),
        "Do we have a problem?",
        (replace(OFFER, asset_type="", use="", external=False),),
        (OFFER,),
    ),
    Shelf(Link("stage", "decision", "Decision", "stages/decision.html"), gap=True),
    Shelf(None, assets=(replace(OFFER, general=True, external=False),)),
)
ENTRY = EntryBody("term-mql", "MQL", "a1b2c3d4", ROWS, (Section("Used in", (CARD,), "A note", ""),), RELATED)
AWARENESS = Link("stage", "awareness", "Awareness", "stages/awareness.html")
PLANT, DECISION = Link("persona", "plant", "Plant manager"), Link("stage", "decision", "Decision")
CELLS = (CellBody(PLANT, AWARENESS, 1, 2, 0, "covered", 1), CellBody(PLANT, DECISION, 0, 0, 1, "gap"))
WIDER = tuple(Widening(CARD.link, sort, "Here") for sort in ("open", "industry", "stage", "persona"))
COVERAGE = CoverageBody(
    (
        CoverageTable(
            "buying",
            (AWARENESS, DECISION),
            (CoverageRow(PLANT, CELLS, ("Food",), whole=False), CoverageRow(PLANT, CELLS, ("Logistics", "Healthcare"), whole=False)),
            1,
            2,
            (GapBody(PLANT, DECISION, ("play", "asset"), ("Food",), WIDER), GapBody(PLANT, AWARENESS, ("asset",))),
        ),
    ),
    (BARE,),
    (BARE,),
)
DRAWING = Drawing(
    200,
    100,
    (Block(0, 0, 90, 80, "won"), Block(0, 60, 90, 20, "handed")),
    (Line("M90 40L110 40", "next"), Line("M110 40L104 37L104 43Z", "tip next")),
    (Dot(150, 40, 4, "hollow"),),
    (Words(8, 20, "1 Awareness", "name"), Words(8, 70, "Hand-off to", "label"), Words(150, 50, "won", "outcome", middle=True)),
)
PLAY_BODY = PlayBody(PLAY, "a1b2c3d4", "play-full", SITUATIONS[0].situations, RELATED, "", DRAWING, DRAWING)
ASSET_BODY = AssetBody(
    ASSET,
    "b2c3d4e5",
    tuple(UseBody(use) for use in ASSET.uses),
    "asset-full",
    Link("asset", ASSET.replaced_by, f"Title of {ASSET.replaced_by}"),
    RELATED,
)
PERSONA_BODY = PersonaBody(PERSONA, "c3d4e5f6", ROWS, SHELVES, RELATED)
STAGE = replace(filled(Stage), status="approved", audience="internal", outcome="won")
MOVE = MoveBody(AWARENESS, Link("stage", "decision", "Decision", "stages/decision.html"), "next")
AT = StageBody(STAGE, AWARENESS, 1, Clock(handoff="awareness", target=STAGE.time_limit), (MOVE,), (MOVE,), 1, 0)
JOURNEY = JourneyBody("buying", "journey-buying", (AT,), DRAWING, DRAWING)
FULL = MatrixCell("covered", (CARD.link,), (CONTENT.link,))
MATRIX = Matrix(
    "buying", (("Food",), ("Logistics", "Healthcare")), ((AWARENESS, (FULL, FULL)), (DECISION, (FULL, MatrixCell("gap")))), 3, 4
)
FINDER = FinderBody(
    (
        FinderGroup(
            "said", (FinderOption("said:dear", "You are too dear", Link("page", "dear", "Too dear", "they-say.html#dear"), line=GAP.line),)
        ),
        FinderGroup(
            "silent",
            (FinderOption("signal:quiet", "Quiet", AWARENESS, SITUATIONS[1].situations[0], None, "play:a", CARD.link, (CARD.link,)),),
        ),
    ),
    (PLANT,),
    (AWARENESS, DECISION),
    (Link("industries", "food", "Food"),),
    (
        FinderAnswer("play:a", OFFER, ("plant",), ("decision",), (), ("signal:quiet",), play=PLAY),
        FinderAnswer("asset:b:1", OFFER, (), (), ("food",), (), use=UseBody(ASSET.uses[0])),
    ),
    "find-anywhere.html",
)
BODIES: Mapping[str, Body] = {
    **WORD_BODIES,
    "find.html": FINDER,
    "find-anywhere.html": FINDER,
    "kept.html": KeptBody((Link("page", "index.html", "What now", "index.html"),)),
    "kit.html": KitBody(
        (("Guide", (KitItem(OFFER.link, Link("web", "a", "example.com/a", "https://example.com/a"), "What it is", "Why?"),)),)
    ),
    "home.html": HomeBody(SITUATIONS, (CARD,), (CARD,), (Figure("Plays with a next step", 3, 4),), "Checked people on your shifts"),
    "play.html": PLAY_BODY,
    "asset.html": ASSET_BODY,
    "persona.html": PERSONA_BODY,
    "entry.html": ENTRY,
    "list.html": ListBody((Section("Content", (CONTENT, BARE)), Section("Nothing", empty="Write the first one"))),
    "coverage.html": COVERAGE,
    "journey.html": JourneysBody(
        (
            JOURNEY,
            JourneyBody("lifecycle", "journey-lifecycle", (replace(AT, stage=Stage(id="bare", name="Bare"), leads_to=()),)),
        )
    ),
    "stage.html": StagePageBody(AT, "stage-page", "e5f6a7b8", ROWS, AWARENESS, AWARENESS, ((AWARENESS, "Look"),), (CARD,)),
    "search.html": SearchBody(
        ("said", "play", "asset", "page"),
        (Link("persona", "plant", "Plant manager"),),
        (AWARENESS,),
        (("deck", "Deck"), ("guide", "Guide")),
        ("external", "internal"),
        (Link("page", "they-say.html", "They say", "they-say.html"),),
        Link("page", "requests.html", "Requests", "requests.html"),
    ),
    "pdf/play.html": PLAY_BODY,
    "pdf/playbook.html": PlaybookBody(
        "Plant manager",
        "d4e5f6a7",
        "Checked people on your shifts",
        PERSONA_BODY,
        SITUATIONS,
        (
            Chapter(Link("stage", "awareness", "Awareness"), "stage-awareness", ROWS, SHELVES[0], (PLAY_BODY,), (ASSET_BODY,), AT),
            Chapter(None, "any-time", Rows(), SHELVES[2]),
        ),
        COVERAGE,
        False,
        (SAID, GAP),
        (replace(ENTRY, anchor="people-1"),),
        (replace(ENTRY, anchor="rules-1"),),
        (ENTRY,),
        (("Claims", (replace(ENTRY, anchor="claim-1"),)),),
        (replace(ASSET_BODY, anchor="asset-nowhere"),),
        journeys=(JOURNEY,),
        matrices=(MATRIX,),
        parts=(Part(1, Link("pdf", "part-1.pdf", "part-1.pdf"), ("Awareness", ""), ("They want to wait",), ()),),
        part=(2, 3),
    ),
}
COMPETITOR = replace(filled(Competitor), status="approved", audience="internal")
CAMPAIGN = replace(filled(Campaign), status="approved", audience="partner")
STAGE = replace(filled(Stage), status="approved")
PROOF = Link("claim", "fill-rate", "We filled 96 of every 100 confirmed shifts")
POINTS = (
    Point(text=Snippet("A *short* point"), answer=Snippet("What to answer")),
    Point(name="short", text=Snippet("Fewer people than the line ne…", whole=False), links=(OFFER.link,)),
)
BATTLECARD = BattlecardBody(
    COMPETITOR,
    "e5f6a7b8",
    "competitor-full",
    Snippet("The beginning of a long summary…", whole=False),
    (
        (Box("we-win", POINTS, 2), Box("proof", POINTS)),
        (Box("landmines", POINTS, 1), Box("traps", POINTS, 1), Box("objections", POINTS, 1)),
    ),
    COMPETITOR.objections,
    (Proof(PROOF, "The monthly report", "2026-10-12"),),
    (CONTENT, BARE),
    (CARD,),
    RELATED,
    ROWS,
)
STEP = PlannedStep(Link("play", "not-now", "They want to wait", "plays/not-now.html"), PLAY.steps[0], date(2026, 10, 5))
PACKAGE = CampaignBody(
    CAMPAIGN,
    "f6a7b8c9",
    "campaign-full",
    "running",
    "EUR",
    (GuideAsset(Link("asset", "full", "An asset"), ASSET_BODY), GuideAsset(Link("asset", "gone", "gone", state="missing"), None)),
    (CARD,),
    (
        Week(1, date(2026, 10, 5), date(2026, 10, 11), (STEP,)),
        Week(4, date(2026, 10, 26), date(2026, 11, 1), (replace(STEP, after_end=True),)),
    ),
    (replace(STEP, step=PLAY.steps[1], day=None),),
    RELATED,
    ROWS,
)
HANDOFFS = HandoffsBody(
    (
        HandoffCard(
            STAGE, Link("stage", "full", "A stage", "stages/full.html"), "handoff-full", "4 hours", "1 day", (PROOF,), (OFFER.link,)
        ),
        HandoffCard(Stage(id="bare", name="Bare", handoff=Handoff(to="Sales")), Link("stage", "bare", "Bare"), "handoff-bare"),
    )
)
HANDOUTS: Mapping[str, Body] = {
    "battlecard.html": BATTLECARD,
    "campaign.html": PACKAGE,
    "calendar.html": CalendarBody(
        (
            CalendarTable(
                (date(2026, 12, 1), date(2027, 1, 1)),
                ((Link("campaign", "winter", "Winter"), (CampaignMonth("starts", 5), CampaignMonth("ends", 0, 29))),),
            ),
            CalendarTable(
                (date(2027, 2, 1), date(2027, 3, 1)),
                ((Link("campaign", "spring", "Spring"), (CampaignMonth("within", 1, 9), CampaignMonth())),),
            ),
        ),
        (Section("running", (CARD,)), Section("undated", (CARD,))),
    ),
    "handoffs.html": HANDOFFS,
    "pdf/battlecard.html": BATTLECARD,
    "pdf/campaign.html": PACKAGE,
    "pdf/handoffs.html": HANDOFFS,
    "pdf/pocket.html": PocketBody(
        PERSONA,
        "a7b8c9d0",
        Snippet("Runs the lines"),
        "Plant manager · Works manager",
        (((Box("pains", POINTS, 1),), (Box("plays", POINTS),)), ((Box("questions", POINTS),), (Box("content", POINTS),))),
    ),
}
BODIES = {**BODIES, **HANDOUTS}
PATHS = {
    "play.html": "plays/full.html",
    "asset.html": "assets/full.html",
    "persona.html": "personas/full.html",
    "pdf/play.html": "pdf/full.pdf",
    "pdf/playbook.html": "pdf/playbook.pdf",
}

TITLES = {"play.html": PLAY.title, "pdf/play.html": PLAY.title, "asset.html": ASSET.title}

MARK = PrintMark(
    "a1b2c3d4",
    DayValue("2026-11-02", date(2026, 11, 2), date(2026, 11, 2)),
    "https://play.example.com/current.html#of=pdf/full.pdf&v=a1b2c3d4",
)
CURRENT = CurrentBody(
    (
        Printed(Link("page", "pdf/full.pdf", "A play", "pdf/full.pdf"), MARK, "a1b2c3d4"),
        Printed(
            Link("page", "pdf/playbook.pdf", "Everything", "pdf/playbook.pdf"),
            PrintMark("b2c3d4e5"),
            "00c3d4e5",
            (ChangedEntry("changed", CARD.link, (ChangedField(("Promise",)),)), ChangedEntry("removed", Link("asset", "old", "Old deck"))),
        ),
        Printed(Link("page", "pdf/new.pdf", "A new one", "pdf/new.pdf"), PrintMark("c3d4e5f6")),
    ),
    "2026-11-01",
)
BODIES = {**BODIES, "current.html": CURRENT}


def page(template: str, **changes: Any) -> Page:
    """Return the sample page of a template."""
    body, on_paper = BODIES[template], template.startswith("pdf/")
    links = links_for(PLAY, ASSET, PERSONA, COMPETITOR, CAMPAIGN, STAGE)
    if on_paper:
        links = tuple(replace(link, href="") for link in links)
        body = _emptied(body)
    shown = Page(
        PATHS.get(template, template),
        template,
        TITLES.get(template, "A sample page"),
        FRAME,
        body,
        links,
        (Link("page", "plays", "Plays", "plays.html"),),
        "" if on_paper else "pdf/sample.pdf",
        mark=MARK if on_paper else None,
    )
    return replace(shown, **changes)


def _emptied(thing: Any) -> Any:
    """Return a body as a PDF gets it: links lead nowhere but to the web."""
    if isinstance(thing, Link):
        return thing if thing.href.startswith("http") else replace(thing, href="")
    if isinstance(thing, tuple):
        return tuple(_emptied(each) for each in thing)
    if isinstance(thing, Struct):
        return replace(thing, **{name: _emptied(getattr(thing, name)) for name in thing.__struct_fields__})
    return thing
