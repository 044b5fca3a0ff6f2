"""The words of a glossary are found where they are meant, and nowhere else."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.text import Terms

GLOSSARY = Terms(["client", "bill rate", "bill", "MQL", "R&D", "hand-off", "C++"])


def forms(html: str) -> list[str]:
    """Return the forms found in HTML, in their order."""
    return [form for _, _, form in GLOSSARY.in_html(html, 0, len(html))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The client asks.", ["client"]),
        ("Client asks. Client pays: Client", ["client", "client", "client"]),
        ("Ask the Client", []),
        ("<p>Client</p><p>\n“Client”</p>", ["client", "client"]),
        ("clients and non-client and client-side", []),
        ("the client's bill rate", ["client", "bill rate"]),
        ("the bill\n  rate, and the bill", ["bill rate", "bill"]),
        ("Mql mql MQL MQLs", ["MQL"]),
        ("in R&amp;D and R&D", ["R&D"]),
        ("C++, (hand-off) hand-off-card", ["C++", "hand-off"]),
        ("{client} [client] me@client client.example #client", []),
        ('<em class="client">the</em> client/MQL', ["client", "MQL"]),
    ],
)
def test_whole_words_in_the_same_case_longest_first(text: str, found: list[str]) -> None:
    """A form is found as a whole word and as it is written, but for a capital at the start of a sentence."""
    assert forms(text) == found


def test_a_text_may_hold_what_its_html_shows() -> None:
    """What is found in the HTML was found in the bare words before."""
    assert GLOSSARY.within("Client, R&D and the bill\nrate") == {"client", "R&D", "bill rate"}
    assert Terms([]).within("anything") == frozenset()
    assert Terms(["", " "]).within(" ") == frozenset()


@given(st.lists(st.text(max_size=8), max_size=6), st.text(max_size=60))
def test_any_words_make_a_pattern_that_tells_true_places(words: list[str], text: str) -> None:
    """Whatever a team calls its terms, each place holds one of them but for its first letter, and the places are in order."""
    last = 0
    for begin, end, form in Terms(words).in_html(text, 0, len(text)):
        assert form in words
        assert last <= begin < end
        last = end


def test_the_time_grows_with_the_texts_and_not_with_their_square() -> None:
    """178 terms in 2,000 texts are found in well under a second, and one text of the same length takes no longer by much."""
    glossary = Terms([f"term {number} of ours" for number in range(170)] + ["client", "MQL", "SQL", "SAL", "ARR", "ACV", "API", "SDK"])
    sentence = "When the client has term 12 of ours in the terms and asks for a term, the MQL goes to whoever knows. "
    started = time.process_time()
    for number in range(2_000):
        glossary.within(f"{number} {sentence}")
    many = time.process_time() - started
    started = time.process_time()
    found = glossary.within(sentence * 2_000)
    assert found == {"client", "term 12 of ours", "MQL"}
    assert many < 2
    assert time.process_time() - started < 2
