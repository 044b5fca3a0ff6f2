"""What stands in a cell becomes the value it was made of, whatever it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.formats.cells import CellError, as_cell, from_cell, items
from playbook.model.content import Asset, Links
from playbook.model.documents import Data
from playbook.model.settled import OddError, settled
from playbook.model.shapes import Free, Many, Scalar, Shape, Table, shape_of

TEXTS = Many(Scalar("text"))
LINKS = shape_of(Links).fields["public"].shape
TEXT = st.text(st.sampled_from(list("ab|\\: \n#=-é")), max_size=12)


@given(st.lists(TEXT, max_size=4))
def test_lists_come_back_to_the_letter(texts: list[str]) -> None:
    """Paragraphs, empty lines, spaces and backslashes in the items of a list survive a cell."""
    value = settled([*texts], TEXTS)
    assert from_cell(as_cell(value, TEXTS), TEXTS) == value


@given(st.lists(st.fixed_dictionaries({"url": TEXT, "label": TEXT}), max_size=3))
def test_short_groups_come_back_to_the_letter(groups: list[dict[str, Data]]) -> None:
    """Names and addresses with bars in them survive a line of two parts."""
    value = settled([*groups], LINKS)
    one_line = settled([{name: " ".join(str(text).split()) for name, text in group.items()} for group in groups if group["url"]], LINKS)
    assert from_cell(as_cell(one_line, LINKS), LINKS) == one_line
    assert value is None or isinstance(value, list)


@pytest.mark.parametrize(
    ("value", "shape", "cell"),
    [
        (["Ask", "Send"], TEXTS, "Ask\nSend"),
        (["One\n\ntwo", "Three"], TEXTS, "One\n  \n  two\nThree"),
        ([{"url": "https://a.b/?x|y"}, {"url": "https://c.d", "label": "One | two"}], LINKS, "https://a.b/?x|y\nhttps://c.d | One \\| two"),
        ({"PB303": "It never hurts: ask"}, Table(Scalar("text")), "PB303: It never hurts: ask"),
        ({"region": "EMEA", "no": "0123", "more": {"deep": ["a", "b"]}}, Free(), "region: EMEA\nno: 0123\nmore:\n  deep:\n  - a\n  - b"),
        (None, TEXTS, ""),
    ],
)
def test_a_cell_reads_as_a_marketer_writes(value: Data, shape: Shape, cell: str) -> None:
    """One item a line, parts between bars, names before colons; and back."""
    assert as_cell(value, shape) == cell
    assert from_cell(cell, shape) == value


def test_a_line_that_is_typed_loosely_is_read() -> None:
    """Empty lines between items and spaces behind them mean nothing."""
    assert items("One \n\nTwo\n\n  goes on\n") == ["One", "Two\n\ngoes on"]


@pytest.mark.parametrize(
    ("text", "shape", "why"),
    [
        ("a | b | c", LINKS, "3 parts"),
        ("just words", Free(), "no names"),
        ("a: &x 1\nb: *x", Free(), "& and *"),
        ("a: [" * 40, Free(), "too deep"),
        ("a: [1", Free(), "names and values"),
    ],
)
def test_what_a_cell_cannot_be_is_said(text: str, shape: Shape, why: str) -> None:
    """Too many parts, fields without names, and what only YAML understands are refused with a sentence."""
    with pytest.raises(CellError, match=why.replace("*", r"\*")):
        from_cell(text, shape)


def test_what_is_written_short_settles_in_one_form() -> None:
    """One value for a list, a text for a group's main field, an address for links; unknown names and wrong forms are odd."""
    asset = shape_of(Asset)
    assert settled("https://a.b", asset.fields["links"].shape) == {"public": [{"url": "https://a.b"}]}
    assert settled({"url": "https://a.b", "label": "A"}, asset.fields["links"].shape) == {"public": [{"url": "https://a.b", "label": "A"}]}
    assert settled([{"when": "Now", "how": []}, {}], asset.fields["uses"].shape) == [{"when": ["Now"]}]
    for odd in ({"a": "b"}, ["x"]):
        with pytest.raises(OddError):
            settled(odd, asset.fields["title"].shape)
    with pytest.raises(OddError):
        settled({"public": "https://a.b", "publik": "https://c.d"}, asset.fields["links"].shape)
