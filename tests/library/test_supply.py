"""What a rep has in hand for a persona, stage by stage, along the way that buyers go; and what could be widened where nothing is."""

from __future__ import annotations

from datetime import date

import pytest

from playbook.library import Gap, Offered, Supply, assemble, dry, live_uses, supplies, way, wideners, wider
from playbook.model.content import Asset, Use
from playbook.model.entries import Entry
from playbook.model.journey import Stage
from playbook.model.people import Persona
from playbook.model.plays import Play, Step, StepAsset
from playbook.model.settings import Settings
from playbook.model.values import DayValue

FIRST = Stage(id="first", name="First", order=1, goes_to=("second", "lost"))
SECOND = Stage(id="second", name="Second", order=2, goes_to=("third", "first"))
THIRD = Stage(id="third", name="Third", order=3, outcome="won")
LOST = Stage(id="lost", name="Lost", order=4, outcome="lost", goes_to=("first",))
APART = Stage(id="apart", name="Apart", order=5, goes_to=("third",))
BUYER = Persona(id="buyer", name="Buyer")
OVER = DayValue("2026-01-01", date(2026, 1, 1), date(2026, 1, 1))


def supply(*entries: Entry, today: date | None = None) -> tuple[Supply, ...]:
    """Return what is there for the buyer on the way through three stages."""
    return supplies(assemble(Settings(name="A"), (FIRST, SECOND, THIRD, BUYER, *entries)), today)["buying", "buyer"]


def asset(id_: str, *uses: Use, **more: object) -> Asset:
    """Return an asset with these uses."""
    return Asset(id=id_, title=id_, type="deck", uses=uses, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("stages", "found"),
    [
        ((FIRST, SECOND, THIRD, LOST, APART), ["first", "second", "third"]),
        ((FIRST, Stage(id="second", order=2, goes_to=("third",), status="draft"), THIRD), ["first"]),
        ((Stage(id="a", order=1), Stage(id="b", order=2), LOST), ["a", "b"]),
        ((), []),
    ],
)
def test_the_way_is_what_buyers_pass(stages: tuple[Stage, ...], found: list[str]) -> None:
    """From the first stage along goes_to: nothing that nobody gets to, no drafts, not where a deal is lost; all where no way is written."""
    assert [stage.id for stage in way(stages)] == found


def test_each_stage_has_what_names_the_persona_there() -> None:
    """Uses and plays that name persona and stage count, the assets of a play's steps too, and what leaves the stage open everywhere."""
    sheet = asset("sheet", Use(personas=("buyer",), stages=("first",)))
    film = asset("film", Use(personas=("buyer",)))
    deck = asset("deck", Use())
    play = Play(id="call", title="Call", personas=("buyer",), stages=("third",), steps=(Step(do="Send", assets=(StepAsset("deck"),)),))
    first, second, third = supply(sheet, film, deck, play)
    assert (first.assets, first.plays, first.is_named) == (("film", "sheet"), (), True)
    assert (second.assets, second.plays, second.is_named) == (("film",), (), False)
    assert (third.assets, third.plays, third.is_named) == (("deck", "film"), ("call",), True)
    assert [each.general for each in (first, second, third)] == [(("asset", "deck"),), (("asset", "deck"),), ()]
    assert [each.count for each in (first, second, third)] == [2, 1, 3]


def test_a_rep_runs_dry_between_two_stages_with_something() -> None:
    """Dry is a stage without an asset from the first to the last that something names; nothing is dry before there is any asset."""
    first, third = (
        asset("sheet", Use(personas=("buyer",), stages=("first",))),
        Play(id="call", title="Call", personas=("buyer",), stages=("third",)),
    )
    assert [each.stage for each in dry(supply(first, third))] == ["second", "third"]
    assert dry(supply(first)) == dry(supply(third)) == dry(()) == ()
    assert dry(supply(first, third, asset("deck", Use()))) == ()


def test_what_reps_are_not_offered_does_not_count() -> None:
    """Drafts and what is retired are no supply; what has expired is none on the day that it is asked for."""
    use = Use(personas=("buyer",), stages=("first",))
    draft, old = asset("draft", use, status="draft"), asset("old", use, expires=OVER)
    play = Play(id="call", title="Call", personas=("buyer",), steps=(Step(do="Send", assets=(StepAsset("draft"),)),))
    assert supply(draft, old, play)[0].assets == ("old",)
    assert supply(draft, old, today=date(2026, 11, 22))[0] == Supply("first", (), (), (), is_named=False)


def test_the_nearest_comes_first_and_each_once() -> None:
    """What leaves the stage open is nearer than what serves the stage before, and that nearer than what is there for somebody else."""
    uses = (
        Offered("asset", "beside", ("buyer",), ("first",)),
        Offered("asset", "others", ("seller",), ("second",)),
        Offered("asset", "open", ("buyer",)),
        Offered("asset", "open", ("seller",), ("second",)),
        Offered("asset", "far", ("buyer",), ("fourth",)),
        Offered("play", "call", ("buyer",)),
    )
    found = wider(wideners(uses), Gap("buyer", "second", ("first", "second", "third", "fourth")), "asset")
    assert [(each.offered.id, each.sort, each.named) for each in found] == [
        ("open", "open", (("persona", "buyer"),)),
        ("beside", "stage", (("stage", "first"),)),
        ("others", "persona", (("persona", "seller"),)),
    ]


def test_uses_of_live_assets_are_offered_with_their_industries() -> None:
    """A use that names no industries has those of its asset; drafts are not offered."""
    whole = assemble(Settings(name="A"), (asset("a", Use(), industries=("food",)), asset("b", Use(), status="draft")))
    assert list(live_uses(whole)) == [Offered("asset", "a", industries=("food",))]
