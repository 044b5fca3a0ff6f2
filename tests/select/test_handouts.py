"""What reps print: battlecards, campaign guides on their calendar, pocket cards, hand-off cards."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from playbook.library import Library, assemble
from playbook.model.agreement import Agreement, BusinessHours, Clock
from playbook.model.bodies import ListBody, PersonaBody, PlaybookBody
from playbook.model.content import Asset, Links, Use
from playbook.model.entries import Entry, ObjectionLine, WebLink
from playbook.model.filenames import fault_of_id
from playbook.model.handouts import BattlecardBody, Box, CalendarBody, CampaignBody, HandoffsBody, PocketBody, Point, Snippet
from playbook.model.journey import Handoff, Signal, Stage
from playbook.model.knowledge import Campaign, Claim, Competitor, Objection
from playbook.model.people import Persona
from playbook.model.plays import Play, Step
from playbook.model.settings import Settings
from playbook.model.values import DayValue, Span, StepDayValue
from playbook.select import pages
from playbook.select.campaigns import state_of
from playbook.select.fitting import Room, fitted, lines, snippet
from playbook.select.weeks import Workdays
from playbook.text import shortened

TODAY = date(2026, 11, 22)
WEEKDAYS = Workdays(frozenset(range(5)), frozenset())
HR = Persona(id="hr", name="HR director")
EARLY = Stage(id="early", name="Early", order=1)
B = TypeVar("B")


def on(text: str) -> DayValue:
    """A single day."""
    return DayValue(text, date.fromisoformat(text), date.fromisoformat(text))


def body(of: type[B], path: str, *entries: Entry, edition: str = "rep", agreement: Agreement | None = None) -> B:
    """The body of one page of a library with a persona, a stage and these entries."""
    found = made(*entries, edition=edition, agreement=agreement)[path].body
    assert isinstance(found, of)
    return found


def made(*entries: Entry, edition: str = "rep", agreement: Agreement | None = None, pdf: bool = True) -> dict[str, Any]:
    """Every page by its path."""
    library: Library = assemble(Settings(name="Test"), [HR, EARLY, *entries], agreement)
    return {each.path: each for each in pages(library, edition=edition, today=TODAY, pdf=pdf)}


def step(day: str = "", *, calendar: bool = False, from_: str = "") -> Step:
    """A step on a day, or without one."""
    return Step(key="1", do="Call", day=StepDayValue(day, int(day), calendar=calendar) if day else None, from_=from_)


@pytest.mark.parametrize(
    ("start", "count", "day"),
    [
        ("2026-10-05", 0, "2026-10-05"),
        ("2026-10-05", 4, "2026-10-09"),
        ("2026-10-05", 5, "2026-10-12"),
        ("2026-10-03", 0, "2026-10-05"),
        ("2026-10-03", 1, "2026-10-06"),
        ("2026-10-05", -1, "2026-10-02"),
    ],
)
def test_business_days_are_counted_from_the_first_day(start: str, count: int, day: str) -> None:
    """Day 0 is the start, or the Monday after a weekend; weekends are no days, in either direction."""
    assert WEEKDAYS.after(date.fromisoformat(start), count) == date.fromisoformat(day)


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(-300, 300))
def test_every_step_falls_on_a_business_day(start: date, count: int) -> None:
    """Whatever the start and the count, the team works on that day, and a later count is a later day."""
    assert WEEKDAYS.has(WEEKDAYS.after(start, count))
    assert WEEKDAYS.after(start, count) < WEEKDAYS.after(start, count + 1)


def test_steps_stand_in_the_weeks_of_their_campaign() -> None:
    """Steps of all its plays by day; holidays and working days are the agreement's; what waits for the buyer stands apart."""
    first = Play(id="a", title="A", steps=(step("0"), step("5"), step("-5", from_="their notice date"), step()))
    second = Play(id="b", title="B", steps=(step("3", calendar=True), step("40")))
    holiday = Agreement(business_hours=BusinessHours(days=("monday", "Tuesday", "wed", "thursday", "friday"), holidays=(on("2026-10-06"),)))
    campaign = Campaign(id="c", name="C", starts=on("2026-10-05"), ends=on("2026-10-30"), plays=("a", "b", "gone"))
    found = body(CampaignBody, "campaigns/c.html", campaign, first, second, agreement=holiday)
    placed = [(week.number, str(each.day), each.play.id, each.after_end) for week in found.weeks for each in week.steps]
    assert placed == [
        (1, "2026-10-05", "a", False),
        (1, "2026-10-08", "b", False),
        (2, "2026-10-13", "a", False),
        (9, "2026-12-01", "b", True),
    ]
    assert [each.step.from_ for each in found.waiting] == ["their notice date", ""]
    assert (found.weeks[0].first, found.weeks[0].last) == (date(2026, 10, 5), date(2026, 10, 11))


MONTH = DayValue("2026-11", date(2026, 11, 1), date(2026, 11, 30))
EVERGREEN = DayValue("evergreen", None, None)


@pytest.mark.parametrize(
    ("starts", "ends", "state"),
    [
        (None, None, ""),
        (on("2026-11-23"), None, "planned"),
        (on("2026-11-22"), on("2026-11-22"), "running"),
        (on("2026-10-01"), on("2026-11-21"), "ended"),
        (on("2026-10-01"), None, "running"),
        (MONTH, MONTH, "running"),
        (EVERGREEN, None, "running"),
        (on("2026-10-01"), EVERGREEN, "running"),
    ],
)
def test_a_campaign_has_a_state_on_a_day(starts: DayValue | None, ends: DayValue | None, state: str) -> None:
    """First and last day count; what names no end runs on; without a first day there is no state."""
    assert state_of(Campaign(id="c", name="C", starts=starts, ends=ends), TODAY) == state


def test_content_stands_in_the_order_of_use_with_the_uses_that_fit() -> None:
    """The campaign's own order, each asset with its uses for these people, one that names nobody included."""
    uses = (Use(key="1", personas=("hr",)), Use(key="2", personas=("ops",)), Use(key="3"), Use(key="4", industries=("food",)))
    campaign = Campaign(id="c", name="C", starts=on("2026-10-05"), assets=("b", "gone", "a"), personas=("hr",), industries=("care",))
    found = body(CampaignBody, "campaigns/c.html", campaign, Asset(id="a", title="A", type="deck", uses=uses), Asset(id="b", title="B"))
    assert [(each.link.id, each.asset and [use.use.key for use in each.asset.uses]) for each in found.assets] == [
        ("b", []),
        ("gone", None),
        ("a", ["1", "3"]),
    ]


def test_the_calendar_shows_each_month_of_each_campaign() -> None:
    """From the first month to the last, with the days of start and end; cards stand under their state; without a day there is no row."""
    found = body(
        CalendarBody,
        "campaigns/index.html",
        Campaign(id="late", name="Late", starts=on("2027-01-04"), ends=on("2027-01-29")),
        Campaign(id="now", name="Now", starts=on("2026-11-09"), ends=on("2027-01-08")),
        Campaign(id="some-day", name="Some day"),
        Campaign(id="old", name="Old", starts=on("2019-01-01"), ends=on("2019-02-01")),
    )
    (table,) = found.tables
    assert [str(month) for month in table.months] == ["2026-11-01", "2026-12-01", "2027-01-01"]
    cells = {link.id: [(month.state, month.first, month.last) for month in months] for link, months in table.rows}
    assert cells == {
        "now": [("starts", 9, 0), ("runs", 0, 0), ("ends", 0, 8)],
        "late": [("", 0, 0), ("", 0, 0), ("within", 4, 29)],
    }
    assert [(section.heading, [card.link.id for card in section.cards]) for section in found.sections] == [
        ("running", ["now"]),
        ("planned", ["late"]),
        ("undated", ["some-day"]),
        ("ended", ["old"]),
    ]


def test_more_than_a_year_is_more_than_one_table() -> None:
    """Twelve months stand side by side, and a campaign only where it runs."""
    one = Campaign(id="a", name="A", starts=on("2026-12-01"), ends=on("2026-12-31"))
    two = Campaign(id="b", name="B", starts=on("2027-12-01"), ends=on("2027-12-31"))
    tables = body(CalendarBody, "campaigns/index.html", one, two).tables
    assert [(len(table.months), [link.id for link, _ in table.rows]) for table in tables] == [(12, ["a"]), (1, ["b"])]


def test_a_persona_s_playbook_tells_of_its_campaigns() -> None:
    """Those that run, then those that are planned; neither those that have ended nor those for others."""
    soon, now = (Campaign(id=id_, name=id_, starts=on(day), personas=("hr",)) for id_, day in (("a", "2027-02-01"), ("b", "2026-10-01")))
    ended = Campaign(id="c", name="C", starts=on("2026-01-01"), ends=on("2026-02-01"), personas=("hr",))
    others = Campaign(id="d", name="D", starts=on("2026-01-01"), personas=("ops",))
    found = body(PlaybookBody, "personas/hr.pdf", soon, now, ended, others)
    assert [(each.campaign.id, each.state) for each in found.campaigns] == [("b", "running"), ("a", "planned")]


def test_a_battlecard_gathers_what_stands_against_them() -> None:
    """Its own lines first, then what names the competitor; only what is live; every claim with its source, each once."""
    rival = Competitor(id="x", name="X", objections=(ObjectionLine("Own", "Answer", ("c",)),), assets=("a",), claims=("c", "gone"))
    found = body(
        BattlecardBody,
        "competitors/x.html",
        rival,
        Claim(id="c", text="We *fill* it", source="The report"),
        Objection(id="o", they_say="Theirs", you_say="Ours", competitors=("x",)),
        Objection(id="p", they_say="Retired", competitors=("x",), status="retired"),
        Asset(id="a", title="A", type="deck"),
        Asset(id="b", title="B", type="deck", competitors=("x",)),
        Play(id="against", title="Against", competitors=("x",)),
        Play(id="other", title="Other"),
    )
    assert [line.they_say for line in found.objections] == ["Own", "Theirs"]
    proof = [(each.link.title, each.source, each.link.state) for each in found.proof]
    assert proof == [("We fill it", "The report", ""), ("gone", "", "missing")]
    assert [card.link.id for card in found.content] == ["a", "b"]
    assert [card.link.id for card in found.plays] == ["against"]


def test_a_retired_competitor_keeps_its_page_and_loses_its_pdf() -> None:
    """Nothing offers it any more, and who has its address still finds it."""
    found = made(Competitor(id="x", name="X", status="retired"))
    assert "competitors/x.pdf" not in found
    assert found["competitors/x.html"].pdf == ""
    listed = found["competitors/index.html"].body
    assert isinstance(listed, ListBody)
    assert listed.sections[0].cards == ()


def test_the_agreement_s_clock_goes_before_the_stage_s_own() -> None:
    """A hand-off is accepted within what both teams agreed on, else within what the stage says, else nothing is said."""
    hours, days = Span("4 hours", 4, 4, "hour"), Span("1 day", 1, 1, "day")
    own = Stage(id="own", name="Own", order=2, handoff=Handoff(to="Sales", accept_within=days))
    agreed = Stage(id="agreed", name="Agreed", order=3, handoff=Handoff(to="Sales", accept_within=days))
    bare = Stage(id="bare", name="Bare", order=4, handoff=Handoff(to="Sales"))
    clocks = Agreement(clocks=(Clock(handoff="agreed", target=hours, limit=days),))
    found = body(HandoffsBody, "handoffs.html", own, agreed, bare, agreement=clocks)
    told = [(card.link.id, str(card.target or ""), str(card.limit or "")) for card in found.cards]
    assert told == [("own", "1 day", ""), ("agreed", "4 hours", "1 day"), ("bare", "", "")]


def test_a_hand_off_knows_what_may_have_happened() -> None:
    """The signals of its stage, and what may be sent there, are there to tick."""
    handing = replace(EARLY, id="handing", order=2, handoff=Handoff(to="Sales"))
    uses = (Use(key="1", stages=("handing",)), Use(key="2", stages=("handing",)))
    sent, own = Asset(id="a", title="A", audience="external", body="Dear you", uses=uses), Asset(id="b", title="B", uses=uses)
    asked = Signal(id="asked", name="They asked", means="Need", stages=("handing",))
    (card,) = body(HandoffsBody, "handoffs.html", handing, sent, own, asked).cards
    assert ([each.id for each in card.signals], [each.id for each in card.content]) == (["asked"], ["a"])


def test_without_a_hand_off_there_is_no_page_of_them() -> None:
    """Neither page nor PDF nor a place in the menu; other readers than our reps have none either."""
    found = made()
    assert not {"handoffs.html", "handoffs.pdf"} & found.keys()
    assert "handoffs.html" not in [item.href for item in found["index.html"].frame.menu]
    handing = replace(EARLY, id="handing", order=2, audience="external", handoff=Handoff(to="Sales"))
    assert "handoffs.html" in made(handing)
    assert "handoffs.html" not in made(handing, edition="partner")


def test_pocket_cards_are_for_those_who_sell() -> None:
    """Page and list lead to the card where PDFs are made; buyers have none."""
    shown = replace(HR, audience="external")
    for edition, pdf, there in (("rep", True, True), ("partner", True, True), ("buyer", True, False), ("rep", False, False)):
        found = made(shown, edition=edition, pdf=pdf)
        assert ("personas/hr-pocket.pdf" in found) is there
        persona, listed = found["personas/hr.html"].body, found["personas/index.html"].body
        assert isinstance(persona, PersonaBody)
        assert isinstance(listed, ListBody)
        assert {persona.pocket, listed.sections[0].cards[0].pocket} == {"personas/hr-pocket.pdf" if there else ""}


def test_no_persona_takes_the_name_of_a_pocket_card() -> None:
    """A persona called hr-pocket would have its playbook where the card of hr lies."""
    assert "pocket card" in fault_of_id("persona", "hr-Pocket")
    assert fault_of_id("play", "hr-pocket") == fault_of_id("persona", "pocket") == ""


def test_a_pocket_card_has_the_first_plays_and_what_to_send_at_each_stage() -> None:
    """Plays that name the person come before those for everybody, three of them; content may be sent, and stands by stage."""
    plays = [Play(id=f"p{number}", title=f"P{number}", personas=("hr",) if number < 2 else (), when=("Now",)) for number in range(5)]
    use = Use(key="1", personas=("hr",), stages=("early",))
    sent = Asset(id="a", title="A", type="deck", audience="external", links=Links(public=(WebLink("https://example.com"),)), uses=(use,))
    found = body(PocketBody, "personas/hr-pocket.pdf", *plays, sent, Asset(id="b", title="B", type="deck", uses=(use,)))
    boxes = {box.code: box for side in found.sides for column in side for box in column}
    assert [point.links[0].id for point in boxes["plays"].points] == ["p0", "p1", "p2"]
    assert boxes["plays"].more == 2
    assert [(point.name, [link.id for link in point.links]) for point in boxes["content"].points] == [("Early", ["a"])]


def test_what_fits_is_cut_by_priority() -> None:
    """A first point of each box goes before a second of any; what is left out or cut short is counted; empty boxes are gone."""
    points = tuple(Point(text=Snippet(word)) for word in ("one", "two", "three"))
    room = Room(lines=6.5, ems=20, heading=1, gap=0)
    found = fitted([Box("a", points), Box("b", points), Box("c", ())], room)
    assert [(box.code, len(box.points), box.more) for box in found] == [("a", 2, 1), ("b", 2, 1)]
    (cut,) = fitted([Box("a", (Point(text=Snippet("Begi…", whole=False)),))], room)
    assert cut.more == 1
    assert fitted([Box("a", points)], replace(room, lines=0)) == ()


def test_a_text_that_is_too_long_shows_its_beginning() -> None:
    """Short texts keep their Markdown; a list, or a long text, becomes plain words that end with an ellipsis where they were cut."""
    assert snippet("We *fill* it", 40) == Snippet("We *fill* it")
    assert snippet("- one\n- two", 40) == Snippet("one two", whole=False)
    assert snippet("The planner calls before the shift", 20) == Snippet("The planner calls…", whole=False)
    assert snippet("", 20) is None
    assert shortened("Plant manager · Works manager", 20) == "Plant manager…"
    assert shortened("Donaudampfschifffahrt", 10) == "Donaudamp…"


@given(st.text(), st.integers(2, 60))
def test_a_shortened_text_is_never_longer(words: str, longest: int) -> None:
    """Whatever the words, the beginning with its ellipsis keeps to the length."""
    assert len(shortened(words, longest)) <= longest


@given(st.text(), st.floats(5, 50))
def test_narrower_lines_are_never_fewer(words: str, ems: float) -> None:
    """A text takes at least as many lines in half the width, and at least one if it says anything."""
    assert lines(words, ems / 2) >= lines(words, ems) >= bool(words.split())
