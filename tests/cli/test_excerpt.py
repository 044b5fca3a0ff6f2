"""The marks stand under the part that is meant, whatever letters the line holds and however little room there is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.cli.excerpt import _columns, excerpt
from playbook.problems import Place


@pytest.mark.parametrize(
    ("source", "place", "marks"),
    [
        pytest.param("name: Anna", Place(1, 7, 1, 11), "      ^^^^", id="a-word"),
        pytest.param("name: Anna", Place(1, 7), "      ^", id="a-place-without-an-end"),
        pytest.param("name: Anna", Place(1, 11, 1, 11), "          ^", id="behind-the-end"),
        pytest.param("name: Anna", Place(1, 99, 1, 120), "          ^", id="far-behind-the-end"),
        pytest.param("say: |", Place(1, 6, 3, 4), "     ^", id="several-lines"),
        pytest.param("\tname: x", Place(1, 2, 1, 6), " ^^^^", id="a-tab-is-one-column"),
        pytest.param("名前: x", Place(1, 5, 1, 6), "      ^", id="wide-letters"),
        pytest.param("e\u0301a: x", Place(1, 5, 1, 6), "   ^", id="an-accent-of-its-own"),
    ],
)
def test_marks_stand_under_the_part(source: str, place: Place, marks: str) -> None:
    """Columns are counted as a terminal shows them."""
    assert excerpt(source, place) == (source.replace("\t", " "), marks)


@given(source=st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs", "Mn", "So"]), max_size=400), data=st.data())
def test_every_line_fits_and_begins_to_be_marked_where_it_should(source: str, data: st.DataObject) -> None:
    """However long a line is and wherever the part stands: both lines fit, and the first mark is under the part's first letter."""
    start = data.draw(st.integers(1, max(1, len(source))))
    end = data.draw(st.integers(start, len(source) + 1))
    columns = data.draw(st.integers(30, 90))
    shown, marks = excerpt(source, Place(1, start, 1, end), columns)
    assert _columns(shown) <= columns
    assert len(marks) <= columns
    before = marks.index("^")
    letters = [sign for at, sign in enumerate(shown) if _columns(shown[:at]) == before]
    assert not source or source[start - 1] in letters
