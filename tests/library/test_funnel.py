"""The funnel worked back from the target, and whether both teams have the time for it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from math import ceil, isclose, prod
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from playbook.library import gains, marketing_load, sales_load, waterfall
from playbook.library.funnel import in_line
from playbook.library.period import days_of, earlier, months
from playbook.model.agreement import Agreement, Attempts, Capacity, FunnelStep, MarketingPromise, Period, Shares
from playbook.model.figures import Waterfall
from playbook.model.values import DayValue, Span

NAMES = ("Inquiry", "MQL", "SAL", "SQL", "Won")
CONVERSIONS = (0.15, 0.50, 0.60, 0.25)
LAGS = (Span("14 days", 14, 14, "day"), Span("2 days", 2, 2, "day"), Span("18 days", 18, 18, "day"), Span("28 days", 28, 28, "day"))


def on(text: str) -> DayValue:
    """A single day."""
    return DayValue(text, date.fromisoformat(text), date.fromisoformat(text))


def funnel(conversions: tuple[float, ...] = CONVERSIONS) -> tuple[FunnelStep, ...]:
    """Steps from inquiry to win."""
    ends = pairwise(NAMES)
    return tuple(FunnelStep(one, two, share, lag) for (one, two), share, lag in zip(ends, conversions, LAGS, strict=True))


AGREEMENT = Agreement(
    id="agreement",
    period=Period(on("2026-07-01"), on("2027-06-30")),
    revenue_target=1_000_000,
    deal_size=25_000,
    shares=Shares(0.6, 0.4),
    funnel=funnel(),
    attempts=Attempts(6),
    capacity=Capacity(reps=4, hours_a_week=10, minutes_an_attempt=8),
    marketing=MarketingPromise(pieces=24, hours=14, budget=400),
)
STEPS = st.lists(st.floats(0.01, 1), min_size=4, max_size=4).map(tuple)


def found(agreement: Agreement = AGREEMENT) -> Waterfall:
    """The waterfall of an agreement that has one."""
    value = waterfall(agreement).value
    assert value is not None
    return value


def test_the_check_values_hold() -> None:
    """60 % of 1,000,000 at 25,000 and 25/60/50/15 % takes 24 wins, 96 SQL, 160 SAL, 320 MQL and 2,134 inquiries, rounded up when shown."""
    levels = found().levels
    assert [(level.name, ceil(round(level.marketing or 0, 6))) for level in reversed(levels)] == [
        ("Won", 24),
        ("SQL", 96),
        ("SAL", 160),
        ("MQL", 320),
        ("Inquiry", 2134),
    ]
    assert levels[0].marketing == pytest.approx(2133 + 1 / 3), "nothing is rounded inside"
    assert [round(level.sales or 0, 2) for level in levels] == [1422.22, 213.33, 106.67, 64, 16]
    assert waterfall(AGREEMENT).needs == ()


def test_each_state_is_reached_earlier_by_the_lags_ahead_of_it() -> None:
    """Wins fall into the period; what leads to them, as many days earlier as the steps in between take."""
    windows = {level.name: (str(level.first), str(level.last)) for level in found().levels}
    assert windows == {
        "Won": ("2026-07-01", "2027-06-30"),
        "SQL": ("2026-06-03", "2027-06-02"),
        "SAL": ("2026-05-16", "2027-05-15"),
        "MQL": ("2026-05-14", "2027-05-13"),
        "Inquiry": ("2026-04-30", "2027-04-29"),
    }
    assert found().months == 12


@pytest.mark.parametrize(
    ("changes", "needs"),
    [
        ({"revenue_target": None}, ("revenue_target",)),
        ({"revenue_target": 0.0, "deal_size": None}, ("revenue_target", "deal_size")),
        ({"funnel": ()}, ("funnel",)),
        ({"shares": None}, ("shares.marketing", "shares.sales")),
        ({"funnel": funnel((0.15, 0.0, 0.6, 0.25))}, ("funnel (MQL → SAL).conversion",)),
    ],
)
def test_what_is_missing_gives_no_figure_but_the_field_to_fill(changes: dict[str, Any], needs: tuple[str, ...]) -> None:
    """Without a target, a deal size, a funnel, a conversion or any share there is no waterfall, and it says which field is wanted."""
    answer = waterfall(replace(AGREEMENT, **changes))
    assert (answer.value, answer.needs) == (None, needs)
    assert gains(answer).needs == needs
    assert set(needs) <= set(sales_load(replace(AGREEMENT, **changes), answer).needs)


def test_an_empty_agreement_asks_for_everything() -> None:
    """An agreement in which nothing is written gives no figure at all, and no mistake."""
    empty = Agreement(id="agreement")
    assert waterfall(empty).needs == ("revenue_target", "deal_size", "funnel", "shares.marketing", "shares.sales")
    assert marketing_load(empty).needs == ("marketing.pieces", "marketing.hours", "marketing.budget")
    assert len(sales_load(empty, waterfall(empty)).needs) == 11


def test_one_team_s_share_is_enough_for_that_team() -> None:
    """Where only marketing's share is told, its column is there, the other one is not, and the missing share is named."""
    answer = waterfall(replace(AGREEMENT, shares=Shares(marketing=0.6)))
    assert answer.value is not None
    assert answer.needs == ("shares.sales",)
    assert {level.sales for level in answer.value.levels} == {None}
    other = waterfall(replace(AGREEMENT, shares=Shares(sales=0.4)))
    assert gains(other).value is None
    assert sales_load(AGREEMENT, other).needs == ("shares.marketing",)


@pytest.mark.parametrize(
    ("changes", "needs", "dated"),
    [
        ({"period": None}, ("period.from", "period.to"), []),
        ({"period": Period(on("2026-07-01"), DayValue("evergreen", None, None))}, ("period.to",), []),
        ({"period": Period(on("2026-07-01"), on("2026-06-30"))}, ("period.to",), []),
        ({"funnel": (*funnel()[:2], replace(funnel()[2], lag=None), funnel()[3])}, ("funnel (SAL → SQL).lag",), ["SQL", "Won"]),
    ],
)
def test_without_a_period_or_a_lag_there_are_counts_but_no_days(changes: dict[str, Any], needs: tuple[str, ...], dated: list[str]) -> None:
    """The counts stay; a day that cannot be told is left out, and the field that it waits for is named."""
    answer = waterfall(replace(AGREEMENT, **changes))
    assert answer.value is not None
    assert answer.needs == needs
    assert [level.name for level in answer.value.levels if level.first] == dated


@pytest.mark.parametrize(
    "steps",
    [
        (FunnelStep("Outbound", "SAO", 0.5), FunnelStep("Inbound", "SAO", 0.75)),
        (FunnelStep("A", "B", 0.5), FunnelStep("A", "C", 0.5)),
        (FunnelStep("A", "B", 0.5), FunnelStep("B", "A", 0.5)),
        (FunnelStep("A", "B", 0.5), FunnelStep("C", "D", 0.5)),
        (FunnelStep("A", "B", 0.5), FunnelStep("C", "D", 0.5), FunnelStep("D", "C", 0.5)),
        (FunnelStep("A", "A", 0.5),),
    ],
)
def test_a_funnel_that_is_no_line_gives_no_waterfall(steps: tuple[FunnelStep, ...]) -> None:
    """Where steps fork, part or go round in a circle, no figure is guessed."""
    answer = waterfall(replace(AGREEMENT, funnel=steps))
    assert (answer.value, answer.needs, answer.why) == (None, ("funnel",), "no-line")
    assert sales_load(AGREEMENT, answer).why == "no-line"


@given(st.permutations(funnel()))
def test_the_order_in_which_steps_are_written_does_not_matter(steps: list[FunnelStep]) -> None:
    """A funnel is put in line by its names, whatever their case and blanks."""
    written = (replace(step, from_=f" {step.from_.upper()}") for step in steps)
    assert [step.to for step in in_line(tuple(written))] == [*NAMES[1:]]
    assert found(replace(AGREEMENT, funnel=tuple(steps))) == found()


@given(STEPS, st.floats(1, 1e9), st.floats(1, 1e6), st.floats(0, 1))
def test_nothing_gets_lost_on_the_way_back(conversions: tuple[float, ...], target: float, size: float, share: float) -> None:
    """First contacts × all conversions are the wins, earlier states are never smaller, and both shares together are the target."""
    agreement = replace(AGREEMENT, funnel=funnel(conversions), revenue_target=target, deal_size=size, shares=Shares(share, 1 - share))
    levels = found(agreement).levels
    assert isclose((levels[0].marketing or 0) * prod(conversions), levels[-1].marketing or 0, abs_tol=1e-9)
    assert all((one.marketing or 0) >= (two.marketing or 0) for one, two in pairwise(levels))
    assert isclose(levels[-1].both * size, target)


@given(STEPS)
def test_the_weakest_conversion_saves_the_most(conversions: tuple[float, ...]) -> None:
    """One point more saves something wherever there is room for it, and nowhere more than at the lowest conversion."""
    told = gains(waterfall(replace(AGREEMENT, funnel=funnel(conversions)))).value or ()
    assert len(told) == sum(share <= 0.99 for share in conversions)
    assert all(gain.after < gain.before for gain in told)
    if told:
        assert told[0].conversion == pytest.approx(min(conversions))  # equal but for the last digit saves equally much


def test_the_best_point_of_the_sample_s_funnel() -> None:
    """From 15 to 16 % of inquiries: 2,000 instead of 2,133.3 of them."""
    best = (gains(waterfall(AGREEMENT)).value or ())[0]
    assert (best.from_, best.to) == ("Inquiry", "MQL")
    assert best.after == pytest.approx(2000)


def test_sales_has_the_time_or_is_told_how_much_is_missing() -> None:
    """320 MQL × 6 attempts × 8 minutes are 256 hours, against 4 reps × 10 hours × 52 1/7 weeks."""
    load = sales_load(AGREEMENT, waterfall(AGREEMENT)).value
    assert load is not None
    assert load.needed == pytest.approx(256)
    assert load.available == pytest.approx(4 * 10 * 365 / 7)


def test_marketing_s_load() -> None:
    """24 pieces × 14 hours are 336, against 400; a promise of no piece needs no hour."""
    load = marketing_load(AGREEMENT).value
    assert load is not None
    assert (load.needed, load.available) == (336, 400)
    nothing = marketing_load(replace(AGREEMENT, marketing=MarketingPromise(pieces=0, hours=14, budget=0))).value
    assert nothing is not None
    assert nothing.needed == 0


def test_a_funnel_without_mql_has_no_load_to_tell() -> None:
    """What marketing hands over is known by its name; a name that only contains the letters does not count."""
    renamed = replace(AGREEMENT, funnel=(FunnelStep("Lead", "Smqlo", 0.5), FunnelStep("Smqlo", "Won", 0.5)))
    answer = sales_load(renamed, waterfall(renamed))
    assert (answer.value, answer.needs, answer.why) == (None, ("funnel",), "no-mql")
    longer = replace(
        AGREEMENT, funnel=(FunnelStep("Lead", "Marketing-qualified lead", 0.5), FunnelStep("Marketing-qualified lead", "Won", 0.5))
    )
    assert sales_load(longer, waterfall(longer)).value is not None


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2026-07-01", "2027-06-30", 12),
        ("2026-01-01", "2026-01-31", 1),
        ("2026-01-15", "2026-02-14", 1),
        ("2026-01-31", "2026-02-01", 2 / 31),
        ("2026-01-31", "2026-02-28", 1),
        ("2026-03-01", "2026-03-01", 1 / 31),
    ],
)
def test_months_are_those_of_the_calendar(first: str, last: str, expected: float) -> None:
    """A year has twelve months whatever its days, and part of a month is part of that month."""
    assert months(date.fromisoformat(first), date.fromisoformat(last)) == pytest.approx(expected)


@given(st.dates(), st.dates())
def test_months_are_never_negative(one: date, other: date) -> None:
    """Any period has a length, to the last day there is."""
    assert months(*sorted((one, other))) >= 0


def test_time_is_counted_in_days_of_the_calendar() -> None:
    """Two business days are 2.8 days; of a range the longer end counts; there is no day before the first one."""
    assert days_of(Span("2 business days", 2, 2, "day", business=True)) == pytest.approx(2.8)
    assert days_of(Span("3-4 weeks", 3, 4, "week")) == 28
    assert days_of(Span("4 business hours", 4, 4, "hour", business=True)) == pytest.approx(1 / 6)
    assert earlier(date(2026, 1, 1), 1e9) is None
