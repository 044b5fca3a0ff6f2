"""Coverage as pages show it: industries that say the same together, gaps with what could be widened, one persona's content by name."""

from __future__ import annotations

from datetime import date
from typing import Any

from playbook.library import assemble
from playbook.model.content import Asset, Use
from playbook.model.coverage_bodies import CoverageTable, GapBody
from playbook.model.entries import Entry
from playbook.model.journey import Stage
from playbook.model.people import Persona
from playbook.model.plays import Play
from playbook.model.settings import Settings
from playbook.select.covering import coverage, matrices
from playbook.select.selection import Selection, selection

INDUSTRIES = {"food": "Food", "care": "Care", "steel": "Steel"}


def chosen(*entries: Entry) -> Selection:
    """A library of two personas and three stages with these entries."""
    people = [Persona(id="hr", name="HR"), Persona(id="ops", name="Ops", industries=("food",))]
    stages = [Stage(id=id_, name=id_.title(), order=order) for order, id_ in enumerate(["early", "middle", "late"])]
    library = assemble(Settings(name="T", industries=INDUSTRIES), [*people, *stages, *entries])
    return selection(library, edition="rep", today=date(2026, 11, 22), pdf=False)


def play(id_: str, personas: str = "", stages: str = "", **fields: Any) -> Play:
    """A play for these personas at these stages."""
    return Play(id=id_, title=id_.upper(), personas=tuple(personas.split()), stages=tuple(stages.split()), **fields)


def asset(id_: str, personas: str, stages: str, *industries: str) -> Asset:
    """An asset with one use."""
    use = Use(key="1", personas=tuple(personas.split()), stages=tuple(stages.split()), industries=industries)
    return Asset(id=id_, title=id_.upper(), type="deck", uses=(use,))


def table(*entries: Entry) -> CoverageTable:
    """The coverage of the only journey."""
    (found,) = coverage(chosen(*entries)).tables
    return found


def gap(persona: str, stage: str, *entries: Entry) -> list[GapBody]:
    """The gaps of a persona at a stage."""
    return [each for each in table(*entries).gaps if (each.persona.id, each.stage.id) == (persona, stage)]


def test_industries_that_say_the_same_share_a_row() -> None:
    """Only what differs is told apart; a row says whether it stands for all of a persona's industries."""
    found = table(play("p", "hr ops", "early"), asset("a", "hr", "early", "food"))
    assert [(row.persona.id, row.industries, row.whole) for row in found.rows] == [
        ("hr", ("Food",), False),
        ("hr", ("Care", "Steel"), False),
        ("ops", ("Food",), True),
    ]
    assert (found.covered, found.required) == (1, 12)


def test_a_gap_says_what_is_missing_and_where() -> None:
    """Industries that lack the same are one gap; a gap in all of them names none."""
    found = gap("hr", "early", play("p", "hr", "early"), asset("a", "hr", "early", "food"))
    assert [(each.missing, each.industries) for each in found] == [(("asset",), ("Care", "Steel"))]
    (nothing,) = gap("hr", "late")
    assert (nothing.missing, nothing.industries, nothing.wider) == (("play", "asset"), (), ())


def test_what_is_near_is_proposed_first_and_three_at_most() -> None:
    """What names the stage and nobody goes before what the same person has elsewhere, and that before what others have there."""
    plays = [play("open", "", "middle"), play("near", "hr", "late"), play("far", "ops", "middle"), play("more", "ops", "middle")]
    (found,) = gap("hr", "middle", *plays, asset("a", "hr", "middle"))
    assert [(each.link.id, each.sort, each.named) for each in found.wider] == [
        ("open", "open", "Middle"),
        ("near", "stage", "Late"),
        ("far", "persona", "Ops"),
    ]


def test_only_what_is_missing_is_proposed_and_nothing_two_stages_away() -> None:
    """Where a play is missing no asset is named; a stage that is no neighbour is no help."""
    (found,) = gap("hr", "early", asset("a", "hr", "early"), asset("b", "hr", "middle"), play("far", "hr", "late"))
    assert (found.missing, found.wider) == (("play",), ())


def test_what_is_there_for_other_industries_is_near() -> None:
    """A play for food at the same place is the first to widen to care."""
    (found,) = gap("hr", "early", play("p", "hr", "early", industries=("food",)), asset("a", "hr", "early"))
    assert found.industries == ("Care", "Steel")
    assert [(each.link.id, each.sort) for each in found.wider] == [("p", "industry")]


def test_a_persona_s_content_stands_by_name() -> None:
    """Stages down, industries across; a column for industries in which all is the same."""
    library = chosen(play("p", "hr", "early"), asset("a", "hr", "early", "food"), asset("b", "ops", "early"))
    (found,) = matrices(library, Persona(id="hr", name="HR"))
    assert found.columns == (("Food",), ("Care", "Steel"))
    stage, (food, others) = found.rows[0]
    assert stage.id == "early"
    assert ([each.id for each in food.plays], [each.id for each in food.assets], food.state) == (["p"], ["a"], "covered")
    assert (others.assets, others.state) == ((), "part")


def test_nothing_to_cover_is_no_table() -> None:
    """Without personas or stages there is no coverage, and no crash."""
    empty = selection(assemble(Settings(name="T"), []), edition="rep", today=date(2026, 11, 22), pdf=False)
    assert coverage(empty).tables == ()
