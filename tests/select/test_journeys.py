"""The journey's picture and pages: every way is drawn, nothing lies outside or over something else, and stages know their place."""

from __future__ import annotations

import re
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.library import Move, assemble, moves
from playbook.model.agreement import Agreement, Clock
from playbook.model.bodies import PlaybookBody
from playbook.model.content import Asset, Use
from playbook.model.drawings import Block, Drawing
from playbook.model.journey import CrmNames, Handoff, Stage
from playbook.model.journey_bodies import JourneysBody, StagePageBody
from playbook.model.people import Persona, StageMessage
from playbook.model.plays import Play
from playbook.model.settings import Settings
from playbook.model.values import Span
from playbook.select import pages
from playbook.select.journey_drawing import Stop, journey_drawing
from playbook.select.lettering import lines_of, width_of

HOURS, DAY = Span("4 business hours", 4, 4, "hour", business=True), Span("1 business day", 1, 1, "day", business=True)
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def drawn(count: int, ways: list[tuple[int, int]], *, standing: bool) -> Drawing:
    """The picture of stages with ways from number to number."""
    goes_to = {place: tuple(str(target) for source, target in ways if source == place) for place in range(count)}
    stages = [Stage(id=str(place), name=f"Stage {place}", goes_to=goes_to[place]) for place in range(count)]
    stops = [
        Stop(each.id, place, each.name, "Somebody", handoff="Others" * (place % 2), clock="4 hours") for place, each in enumerate(stages)
    ]
    drawing = journey_drawing(stops, moves(stages), standing=standing)
    assert drawing
    return drawing


def places(path: str) -> list[tuple[float, float]]:
    """The points of a path."""
    numbers = [float(found) for found in NUMBER.findall(path)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def meet(one: Block, other: Block) -> bool:
    """Whether two blocks lie over one another."""
    return one.x < other.x + other.width and other.x < one.x + one.width and one.y < other.y + other.height and other.y < one.y + one.height


@given(st.integers(2, 12), st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=20), st.booleans())
def test_every_journey_can_be_drawn(count: int, ways: list[tuple[int, int]], standing: bool) -> None:
    """Whatever leads where, boxes keep apart, everything lies inside the picture, and each way has a line and an arrow's head."""
    known = sorted({(source % count, target % count) for source, target in ways})
    found = drawn(count, known, standing=standing)
    boxes = [block for block in found.blocks if block.look != "handed"]
    assert len(boxes) == count
    assert not [pair for pair in combinations(boxes, 2) if meet(*pair)]
    assert len(found.lines) == 2 * len(known)
    points = [point for line in found.lines for point in places(line.path)]
    points += [(block.x + width, block.y + height) for block in found.blocks for width, height in ((0, 0), (block.width, block.height))]
    points += [(words.x, words.y) for words in found.words]
    assert all(0 <= x <= found.width and 0 <= y <= found.height for x, y in points)


def test_ways_to_different_stages_do_not_share_a_lane_where_they_meet() -> None:
    """Two ways back over the same stages run beside one another, and two ways to the same stage run together."""
    apart = drawn(4, [(2, 0), (3, 1)], standing=False)
    together = drawn(4, [(2, 0), (3, 0)], standing=False)

    def lanes(found: Drawing) -> set[float]:
        return {max(y for _, y in places(line.path)) for line in found.lines if not line.look.startswith("tip")}

    assert len(lanes(apart)) == 2
    assert len(lanes(together)) == 1


def test_one_stage_is_no_picture() -> None:
    """Where there is nothing to connect, nothing is drawn."""
    assert journey_drawing([Stop("a", 1, "Alone")], [], standing=False) is None


def test_a_way_to_nowhere_is_not_drawn() -> None:
    """What leads out of the journey is told in the box and has no line."""
    found = journey_drawing([Stop("a", 1, "A", out=("After",)), Stop("b", 2, "B")], [Move("a", "x", "out")], standing=True)
    assert found
    assert found.lines == ()
    assert "→ After" in [words.text for words in found.words]


@given(st.text(max_size=80), st.integers(20, 200), st.integers(1, 4))
def test_lines_fit(text: str, width: int, most: int) -> None:
    """No line is wider than its room, and none is there that is not allowed."""
    lines = lines_of(text, width, 10, most)
    assert len(lines) <= most
    assert all(width_of(line) <= max(2, width / 5.6) for line in lines)


@pytest.fixture(scope="module")
def site() -> dict[str, object]:
    """The bodies of a small library's pages: two journeys, a draft, and an agreement with a clock."""
    handoff = Handoff("Rep", accept_within=DAY)
    library = assemble(
        Settings(name="Test"),
        [
            Stage(id="a", name="A", order=1, goes_to=("b", "on"), handoff=handoff, accountable="Marketing"),
            Stage(id="b", name="B", order=2, goes_to=("a",), handoff=handoff),
            Stage(id="idea", name="Idea", order=3, status="draft"),
            Stage(id="on", name="On", order=1, journey="lifecycle"),
            Persona(id="hr", name="HR", messages=(StageMessage("b", "Look here"), StageMessage("a", "Not there"))),
            Play(id="p", title="P", stages=("b",)),
            Asset(id="x", title="X", type="deck", uses=(Use(key="1", stages=("b",)), Use(key="2", stages=("b",)))),
        ],
        Agreement(clocks=(Clock(handoff="a", target=HOURS),)),
    )
    return {page.path: page.body for page in pages(library, edition="rep", today=date(2026, 11, 22), pdf=False)}


def test_journeys_stand_side_by_side(site: dict[str, object]) -> None:
    """Each journey has its live stages, with how much there is to use and where they lead."""
    body = site["stages/index.html"]
    assert isinstance(body, JourneysBody)
    assert [(journey.name, [each.link.title for each in journey.stages]) for journey in body.journeys] == [
        ("buying", ["A", "B"]),
        ("lifecycle", ["On"]),
    ]
    first, second = body.journeys[0].stages
    assert [(move.target.title, move.sort) for move in first.leads_to] == [("B", "next"), ("On", "out")]
    assert (second.plays, second.assets) == (1, 1)
    assert body.journeys[1].wide is None


@pytest.mark.parametrize(("names", "numbers"), [(("A", "B 2"), [1, 2]), (("0. Start", "End"), [0, 0]), (("Stage 1 - Look", "End"), [0, 0])])
def test_names_with_numbers_get_no_second_number(names: tuple[str, ...], numbers: list[int]) -> None:
    """Where one stage's name begins with a number, none of the journey's is numbered again."""
    stages = [Stage(id=str(order), name=name, order=order) for order, name in enumerate(names)]
    found = {
        page.path: page.body for page in pages(assemble(Settings(name="T"), stages), edition="rep", today=date(2026, 11, 22), pdf=False)
    }
    body = found["stages/index.html"]
    assert isinstance(body, JourneysBody)
    assert [each.number for each in body.journeys[0].stages] == numbers


def test_the_clock_of_a_hand_off_is_the_agreement_s(site: dict[str, object]) -> None:
    """Where the agreement has a clock it holds; else what the stage says."""
    body = site["stages/index.html"]
    assert isinstance(body, JourneysBody)
    assert [str(each.clock and each.clock.target) for each in body.journeys[0].stages] == ["4 business hours", "1 business day"]


def test_a_playbook_for_a_persona_has_the_journey_and_leaves_the_crm_out() -> None:
    """A rep's playbook draws the journey and tells each stage's rules; what the CRM calls it is no field of a chapter."""
    crm = CrmNames("Prospecting", "appointmentscheduled")
    stages = [Stage(id="a", name="A", order=1, crm=crm, kpis=("Leads",), activities=("Webinar",)), Stage(id="b", name="B", order=2)]
    plays = [Play(id=f"p{number}", title="P", stages=("a",)) for number in range(9)]
    library = assemble(Settings(name="Test"), [*stages, Persona(id="hr", name="HR"), *plays])
    found = {page.path: page.body for page in pages(library, edition="rep", today=date(2026, 11, 22), pdf=True)}
    body = found["personas/hr.pdf"]
    assert isinstance(body, PlaybookBody)
    assert [journey.name for journey in body.journeys] == ["buying"]
    chapter = body.chapters[0]
    assert chapter.at
    assert chapter.at.stage.id == "a"
    assert [row.label for row in chapter.rows.rows] == ["Activities"]
    assert [(matrix.covered, matrix.required) for matrix in body.matrices] == [(0, 2)]


def test_a_stage_knows_its_neighbours_and_messages(site: dict[str, object]) -> None:
    """A stage's page leads to the stages before and after it, and holds what to say to whom there."""
    body = site["stages/b.html"]
    assert isinstance(body, StagePageBody)
    assert (body.before and body.before.title, body.after) == ("A", None)
    assert [(who.title, message) for who, message in body.messages] == [("HR", "Look here")]
    assert [(move.source.title, move.sort) for move in body.at.comes_from] == [("A", "next")]
