"""Figures and fields as templates show them."""

from __future__ import annotations

import pytest
from sample_pages import PERSONA

from playbook.model.parts import Leaf, Row, Rows
from playbook.model.values import number
from playbook.render.facts import Columns, as_table, without
from playbook.render.language import Language
from playbook.render.translation import Translation

ENGLISH = Language("en", Translation())


def group(**fields: str) -> Rows:
    """Return a group with short fields."""
    return Rows(tuple(Row(label, (Leaf("name", value),)) for label, value in fields.items()))


@pytest.mark.parametrize(("value", "shown"), [(1000000, "1,000,000"), (25.5, "25.5"), (100.0, "100"), (0, "0"), (3.0, "3")])
def test_numbers(value: float, shown: str) -> None:
    """Thousands stand apart, and needless decimals are left out."""
    assert number(value) == ENGLISH.number(value) == shown


def test_fields_shown_elsewhere_are_left_out() -> None:
    """Only the named fields go, by the label that the model gives them."""
    rows = Rows((Row("Goals", (Leaf("text", "a"),)), Row("Story", (Leaf("text", "b"),))))
    assert [row.label for row in without(rows, PERSONA, ["goals"]).rows] == ["Story"]


def test_like_groups_become_a_table() -> None:
    """Groups with the same fields become lines under common labels; a field that one lacks is an empty cell."""
    made = as_table((group(From="MQL", To="SAL"), group(From="SAL")))
    assert isinstance(made, Columns)
    assert made.labels == ("From", "To")
    assert [[[leaf.text for leaf in cell] for cell in line] for line in made.lines] == [[["MQL"], ["SAL"]], [["SAL"], []]]


@pytest.mark.parametrize(
    "values",
    [
        (group(a="1", b="2"),),
        (group(a="1"), group(a="2")),
        (group(a="1", b="2"), Leaf("text", "loose")),
        (group(a="1", b="x" * 200), group(a="1", b="2")),
        (group(a="1", b="2", c="3"), group(d="1", e="2", f="3")),
        (Leaf("text", "a"), Leaf("text", "b")),
    ],
    ids=["one group", "one field", "a loose value", "long text", "unlike groups", "no groups"],
)
def test_what_reads_better_otherwise_is_no_table(values: tuple[Leaf | Rows, ...]) -> None:
    """One group, one field, long texts and unlike groups stay as they are."""
    assert as_table(values) is None


@pytest.mark.parametrize(
    ("value", "shown"),
    [(24.0, "24"), (24.000000000000004, "24"), (24.001, "25"), (2133.33, "2,134"), (0.0, "0"), (float("inf"), "–"), (float("nan"), "–")],
)
def test_what_is_needed_is_rounded_up_and_never_by_a_slip_of_arithmetic(value: float, shown: str) -> None:
    """A part of a lead is one more; the last digit of a division is not; what no number can hold is a dash."""
    assert ENGLISH.rounded_up(value) == shown


@pytest.mark.parametrize(("value", "shown"), [(0.6, "60%"), (0.125, "12.5%"), (0.40909, "40.9%"), (1.0, "100%"), (0.0, "0%")])
def test_shares_are_percentages(value: float, shown: str) -> None:
    """With one decimal where there is one."""
    assert ENGLISH.share(value) == shown
