"""Coverage by persona, stage and industry: which cells are required, and what counts where."""

from __future__ import annotations

from datetime import date

import pytest

from playbook.library import Cell, assemble, cells
from playbook.model.content import Asset, Use
from playbook.model.entries import Entry
from playbook.model.journey import Stage
from playbook.model.people import Persona
from playbook.model.plays import Play, Variant
from playbook.model.settings import Settings
from playbook.model.values import DayValue

TWO = Settings(name="Two", industries={"food": "Food", "care": "Care"})
NAMED = {"personas": ("p",), "stages": ("s",)}
PLAY = Play(id="play", title="Play", **NAMED)


def by_industry(*entries: Entry, settings: Settings = TWO, industries: tuple[str, ...] = (), today: date | None = None) -> dict[str, Cell]:
    """The cells of one persona at one stage, by industry."""
    persona, stage = Persona(id="p", name="P", industries=industries), Stage(id="s", name="S", order=1)
    return {cell.industry: cell for cell in cells(assemble(settings, [persona, stage, *entries]), today)}


@pytest.mark.parametrize(
    ("settings", "industries", "required"),
    [(TWO, (), ["food", "care"]), (TWO, ("care",), ["care"]), (Settings(), (), [""]), (Settings(), ("own",), ["own"])],
)
def test_required_cells(settings: Settings, industries: tuple[str, ...], required: list[str]) -> None:
    """A persona needs its own industries, else all that are declared, else one cell without any."""
    assert list(by_industry(settings=settings, industries=industries)) == required


def test_what_names_no_industry_is_for_all_and_what_names_one_for_that_alone() -> None:
    """An asset for food does not cover care; a silent play covers both."""
    found = by_industry(PLAY, Asset(id="a", title="A", industries=("food",), uses=(Use(**NAMED),)))
    assert {name: (cell.assets, cell.plays, cell.own, cell.state) for name, cell in found.items()} == {
        "food": (1, 1, 1, "covered"),
        "care": (0, 1, 0, "part"),
    }


def test_a_use_decides_before_its_asset() -> None:
    """The industries of a use take the place of the asset's."""
    use = Use(**NAMED, industries=("care",))
    found = by_industry(Asset(id="a", title="A", industries=("food",), uses=(use,)))
    assert [cell.assets for cell in found.values()] == [0, 1]


def test_a_variant_makes_a_play_for_an_industry_and_limits_it_to_none() -> None:
    """A play with a variant for food serves care too, and counts as made for food."""
    found = by_industry(Play(id="play", title="Play", **NAMED, variants=(Variant(industries=("food",)),)))
    assert {name: (cell.plays, cell.own) for name, cell in found.items()} == {"food": (1, 1), "care": (1, 0)}


def test_what_has_expired_does_not_count_on_that_day() -> None:
    """With a day, an asset counts until the end of its last day."""
    asset = Asset(id="a", title="A", uses=(Use(**NAMED),), expires=DayValue("2026-11-21", date(2026, 11, 21), date(2026, 11, 21)))
    assert [cell.assets for cell in by_industry(asset).values()] == [1, 1]
    assert [cell.assets for cell in by_industry(asset, today=date(2026, 11, 21)).values()] == [1, 1]
    assert [cell.assets for cell in by_industry(asset, today=date(2026, 11, 22)).values()] == [0, 0]


def test_the_four_states() -> None:
    """Covered needs both, one of them is a part, only what leaves persona or stage open is general, else a gap."""
    asset = Asset(id="a", title="A", uses=(Use(**NAMED),))
    general = Play(id="g", title="G", stages=("s",))
    libraries: list[tuple[Entry, ...]] = [(asset, PLAY), (asset,), (general,), ()]
    assert [by_industry(*entries, settings=Settings())[""].state for entries in libraries] == ["covered", "part", "general", "gap"]
