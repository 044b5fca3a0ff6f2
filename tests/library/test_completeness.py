"""What uses still have to tell, and how far the content is from the plan."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from playbook.library import Library, assemble, live_assets, mismatch, untold
from playbook.model.agreement import Agreement, Target
from playbook.model.content import Asset, Use
from playbook.model.entries import FollowUp
from playbook.model.figures import Mismatch, Untold
from playbook.model.settings import Settings
from playbook.model.values import DayValue

TODAY = date(2026, 11, 22)
TOLD: dict[str, Any] = {"when": ("a",), "not_when": ("b",), "how": ("c",), "say": "d", "follow_up": FollowUp(do="e")}
INDUSTRIES = st.sampled_from(["food", "care", "steel", "ships"])


def until(text: str) -> DayValue:
    """A day on which something expires."""
    return DayValue(text, date.fromisoformat(text), date.fromisoformat(text))


def about(*industries: str, **fields: Any) -> Asset:
    """A live asset for these industries."""
    return Asset(id="-".join(industries) or "any", title="A", type="deck", industries=industries, **fields)


def library_of(*assets: Asset, targets: tuple[Target, ...] = ()) -> Library:
    """A library with these assets and targets."""
    numbered = [replace(asset, id=f"a{number}") for number, asset in enumerate(assets)]
    return assemble(Settings(), numbered, Agreement(id="agreement", targets=targets))


def compared(library: Library) -> Mismatch:
    """The mismatch of a library that has one."""
    answer = mismatch(library, TODAY)
    assert answer is not None
    assert answer.value is not None
    return answer.value


def test_a_use_says_all_that_a_rep_needs_or_is_listed() -> None:
    """When, not when, how, say and follow-up in every use; one field less is named with its use; no use at all is a gap of its own."""
    asset = about("food", uses=(Use(key="1", **TOLD), Use(key="two", **{**TOLD, "say": "", "not_when": ()})))
    assert list(untold(asset)) == [Untold("food", "two", ("not_when", "say"))]
    assert list(untold(about("food", uses=(Use(key="1", **TOLD),)))) == []
    assert list(untold(about("food"))) == [Untold("food", "", ("uses",))]


@given(st.sets(st.sampled_from(sorted(TOLD))))
def test_exactly_what_is_left_out_is_missing(left_out: set[str]) -> None:
    """Whatever is taken from a complete use is what is listed."""
    use = Use(key="1", **{name: value for name, value in TOLD.items() if name not in left_out})
    assert {name for found in untold(about(uses=(use,))) for name in found.fields} == left_out


def test_live_is_neither_draft_nor_retired_nor_expired() -> None:
    """An asset is live through the day on which it expires."""
    library = library_of(
        about("draft", status="draft"),
        about("retired", status="retired"),
        about("past", expires=until("2026-11-21")),
        about("last-day", expires=until("2026-11-22")),
        about("evergreen", expires=DayValue("evergreen", None, None)),
    )
    assert [asset.industries[0] for asset in live_assets(library, TODAY)] == ["last-day", "evergreen"]


def test_the_plan_is_compared_industry_by_industry() -> None:
    """Half the sum of the differences; an asset counts once, in parts for its industries and those of its uses; what is live counts."""
    targets = (Target("food", "x", 300, 0.2), Target("food", "y", 300, 0.1), Target("care", "", 400), Target("", "", 9), Target("ships"))
    library = library_of(
        about("food"),
        about("food", "steel"),
        about(uses=(Use(industries=("steel",)),)),
        about("steel", uses=(Use(industries=("steel",)),)),
        about(),
        about("care", status="draft"),
        about("care", expires=until("2026-01-01")),
        targets=targets,
    )
    found = compared(library)
    assert [(each.industry, each.revenue, each.content) for each in found.industries] == [
        ("food", 0.6, 0.375),
        ("care", 0.4, 0),
        ("steel", 0, 0.625),
    ]
    assert [each.effort for each in found.industries] == [pytest.approx(0.3), None, None]
    assert found.share == pytest.approx((0.225 + 0.4 + 0.625) / 2)
    assert (found.assets, found.silent) == (4, 1)


@given(st.lists(st.sets(INDUSTRIES, min_size=1), min_size=1), st.dictionaries(INDUSTRIES, st.floats(1, 1e6), min_size=1))
def test_a_mismatch_lies_between_nothing_and_the_whole(named: list[set[str]], plan: dict[str, float]) -> None:
    """Both shares add up to one, and the mismatch is never below 0 or above 1."""
    targets = tuple(Target(industry, "", revenue) for industry, revenue in plan.items())
    found = compared(library_of(*(about(*sorted(each)) for each in named), targets=targets))
    assert -1e-9 <= found.share <= 1 + 1e-9
    assert sum(each.revenue for each in found.industries) == pytest.approx(1)
    assert sum(each.content for each in found.industries) == pytest.approx(1)


def test_content_that_follows_the_plan_has_no_mismatch_and_content_for_others_has_nothing_in_common() -> None:
    """The ends of the scale."""
    targets = (Target("food", "", 2), Target("care", "", 1))
    assert compared(library_of(about("food"), about("food"), about("care"), targets=targets)).share == pytest.approx(0)
    assert compared(library_of(about("steel"), targets=targets)).share == pytest.approx(1)


@pytest.mark.parametrize(
    ("assets", "targets", "needs"),
    [
        ((about("food"),), (), ("targets",)),
        ((about("food"),), (Target("food"),), ("targets.industry", "targets.revenue")),
        ((about("food"),), (Target("", "", 5),), ("targets.industry", "targets.revenue")),
        ((about(),), (Target("food", "", 5),), ("industries",)),
        ((), (Target("food", "", 5),), ("industries",)),
    ],
)
def test_without_a_plan_or_content_there_is_no_figure(
    assets: tuple[Asset, ...], targets: tuple[Target, ...], needs: tuple[str, ...]
) -> None:
    """What is missing is named, and nothing is guessed; without an agreement nothing is asked for."""
    answer = mismatch(library_of(*assets, targets=targets), TODAY)
    assert answer is not None
    assert (answer.value, answer.needs) == (None, needs)
    assert mismatch(assemble(Settings(), assets), TODAY) is None
