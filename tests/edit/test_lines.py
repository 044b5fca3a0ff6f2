"""Lines are changed without touching the others, their ends or a byte order mark."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from playbook.edit.lines import lines_of
from playbook.model.quotes import scalar

TEXTS = st.text(st.sampled_from("ab \n\r#:\"'\\\ufeffé\x85\t-{}[],"), max_size=40)


@given(TEXTS)
def test_what_is_read_is_written(text: str) -> None:
    """Without a change, the bytes are those that were read."""
    assert lines_of(text.encode()).to_bytes() == text.encode()


@pytest.mark.parametrize(
    ("before", "after"),
    [(b"a\r\nb\r\nc", b"a\r\nX\r\nY\r\nc"), (b"a\nb\r\nc\n", b"a\nX\r\nY\nc\n"), (b"\xef\xbb\xbfa\nb\n", b"\xef\xbb\xbfa\nX\nY\n")],
)
def test_new_lines_end_as_the_others(before: bytes, after: bytes) -> None:
    """Two lines in the place of the second take the ends that are usual in the file."""
    assert lines_of(before).with_lines(1, 2, ["X", "Y"]).to_bytes() == after


def test_lines_behind_a_last_one_without_end() -> None:
    """The last line gets the end that it lacks before another follows."""
    assert lines_of(b"a\r\nb").with_lines(2, 2, ["c"]).to_bytes() == b"a\r\nb\r\nc\r\n"


def test_a_piece_of_a_line() -> None:
    """Only the piece changes."""
    assert lines_of(b"on: 2026-01-01  # then\n").with_part(0, 4, 14, "x").to_bytes() == b"on: x  # then\n"


@given(st.text(st.characters(min_codepoint=32, max_codepoint=400, exclude_categories=["Cc"]), min_size=1).map(str.strip).filter(bool))
def test_a_value_is_read_as_it_was_meant(text: str) -> None:
    """Whatever the words, every reader of YAML reads the same text."""
    assert yaml.load(f"- name: {scalar(text)}  # then", Loader=yaml.BaseLoader) == [{"name": text}]
