"""A suggestion is made where a slip of the finger is really likely, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from playbook.validate.near import nearest

LONG = st.text("abcdefgh", min_size=6, max_size=12)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("awarness", "awareness"),
        ("titel", "title"),
        ("consideraton", "consideration"),
        ("Plant Manager", "plant-manager"),
        ("plant_manager", "plant-manager"),
        ("plantmanager", "plant-manager"),
        ("PLANT-MANAGER", "plant-manager"),
        ("plant-managers", "plant-manager"),
        ("plnat-manager", "plant-manager"),
        ("café-owner", "cafe-owner"),
        ("“plant-manager”", "plant-manager"),
    ],
)
def test_a_slip_of_the_finger_is_understood(word: str, meant: str) -> None:
    """One letter missing, added, wrong or swapped, or the same letters with other signs between them."""
    assert nearest(word, [meant, "something-else"]) == meant


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("devops-sre", "dev"),
        ("github-copilot", "github"),
        ("devs", "dev"),
        ("a-bc", "abcd"),
        ("mql", "sql"),
        ("plan-a", "plan-b"),
        ("west-1", "west-2"),
        ("launch-large-l1", "launch-large-l2"),
        ("inbound", "outbound"),
        ("c++", "c"),
        ("", "dev"),
        ("kythe", "elasticsearch"),
    ],
)
def test_another_word_is_another_word(word: str, known: str) -> None:
    """What may well be something else gets no suggestion, in neither direction."""
    assert nearest(word, [known]) == ""
    assert nearest(known, [word]) == ""


def test_two_words_equally_near_are_no_suggestion() -> None:
    """Where two are as likely, neither is named."""
    assert nearest("buyers", ["buyer", "buyerss"]) == ""
    assert nearest("buyers", ["buyer", "seller"]) == "buyer"


@given(LONG, st.integers(0, 11), st.lists(LONG, max_size=5))
def test_a_missing_letter_is_found_wherever_it_is_missing(word: str, at: int, others: list[str]) -> None:
    """Taking out any one letter leads back to the word, if no other word is as near."""
    slip = word[: at % len(word)] + word[at % len(word) + 1 :]
    assume(all(abs(len(other) - len(slip)) > 1 or not set(other) <= set(word) for other in others))
    assume(slip not in others)
    assert nearest(slip, [word, *others]) in {word, *others}
    assert nearest(slip, [word]) == word
