"""What the words of a rep find: endings, small words, other words for the same, and never what says when to leave a thing alone."""

from __future__ import annotations

from datetime import date

import pytest

from playbook.library import Library, assemble
from playbook.model.content import Asset, Use
from playbook.model.entries import Entry, ObjectionLine
from playbook.model.knowledge import Objection, Term
from playbook.model.people import Persona
from playbook.model.plays import Play
from playbook.model.settings import Settings
from playbook.select import Known, find
from playbook.select.asking import alike

TODAY = date(2026, 11, 22)


def library_of(*entries: Entry) -> Library:
    """A library of these entries."""
    return assemble(Settings(name="Test"), entries)


def asset(id_: str, title: str, when: str = "", **more: object) -> Asset:
    """Return an asset with one use."""
    return Asset(id=id_, title=title, uses=(Use(key="1", when=(when,) if when else (), **more),))  # type: ignore[arg-type]


def found(words: str, *entries: Entry) -> list[str]:
    """Return the ids of what is offered for words, best first."""
    return [offer.link.id for offer in find(library_of(*entries), Known(), today=TODAY, words=words).offers]


@pytest.mark.parametrize(
    ("wanted", "word", "is_it"),
    [
        ("cheaper", "cheap", True),
        ("cheap", "cheaper", True),
        ("costs", "cost", True),
        ("fees", "fee", True),
        ("preise", "preis", True),
        ("no", "now", True),
        ("n", "now", False),
        ("note", "no", False),
        ("noted", "now", False),
        ("competitor", "comp", False),
        ("\u4fa1\u683c", "\u65b0\u3057\u3044\u4fa1\u683c\u8868", True),
    ],
)
def test_endings_decide_nothing(wanted: str, word: str, is_it: bool) -> None:
    """A word is found with another ending, and where no spaces are written; not by a letter or by half of it."""
    assert alike(wanted, word) is is_it


def test_what_speaks_against_an_entry_does_not_find_it() -> None:
    """A word under not_when finds neither a use nor a play; the same word elsewhere does."""
    against = asset("report", "Analyst report", "They want a third party", not_when=("They only want a price",))
    play = Play(id="pilot", title="Pilot", not_when=("They asked for a price",))
    assert found("price", against, play, asset("list", "Price list")) == ["list"]
    assert found("third", against, play) == ["report"]


def test_what_is_called_so_comes_before_what_speaks_of_it() -> None:
    """First the title, then what it is about, then what it says somewhere."""
    deep = asset("a", "Guide", "Any time", how=("Never name a price here",))
    about = asset("b", "Sheet", "They ask for the price")
    assert found("price", deep, about, asset("c", "Price list")) == ["c", "b", "a"]


def test_small_words_decide_nothing() -> None:
    """A question is answered by its rare word, whatever else has the others."""
    others = [asset(f"n{number}", f"How it is done {number}", "They ask how it goes") for number in range(12)]
    assert found("how much does it cost", *others, asset("z", "What an empty seat costs")) == ["z"]


@pytest.mark.parametrize(("words", "wanted"), [("too expensive", ["z"]), ("zu teuer", []), ("too", ["a"]), ("is it too", [])])
def test_small_words_decide_nothing_in_a_small_library(words: str, wanted: list[str]) -> None:
    """What shares only "too" with a question is no answer to it; who asks for nothing else finds it."""
    assert found(words, asset("a", "Too late"), asset("b", "Zu Hause"), asset("z", "Expensive or not")) == wanted


def test_other_words_for_the_same_find_it() -> None:
    """Tags, titles of the people it is for, and the glossary's other words are words of the library, too."""
    term = Term(id="rate", term="Bill rate", also=("hourly price",))
    chief = Persona(id="finance", name="Finance director", titles=("CFO",))
    entries = (term, chief, asset("sheet", "What a bill rate is made of"), asset("case", "For the board", personas=("finance",)))
    assert found("hourly", *entries) == ["sheet"]
    assert found("cfo", *entries) == ["case"]
    assert found("discount", *entries, Play(id="p", title="Too high", tags=("discount",))) == ["p"]


def test_what_buyers_say_is_found_with_its_answer_and_with_what_answers_it() -> None:
    """An objection of its own leads to its assets; one of a persona is told, though nothing is tied to it."""
    own = Objection(id="cheaper", they_say="Your competitor is cheaper", you_say="Than what?", assets=("sheet",), tags=("discount",))
    theirs = Persona(id="cfo", name="CFO", objections=(ObjectionLine("Too expensive for us", "Compared with what?"),))
    library = library_of(own, theirs, asset("sheet", "Side by side"), asset("other", "Another thing"))
    answers = find(library, Known(), today=TODAY, words="competitor cheap")
    assert [line.line.you_say for line in answers.said] == ["Than what?"]
    assert [offer.link.id for offer in answers.offers] == ["sheet"]
    assert [line.line.you_say for line in find(library, Known(), today=TODAY, words="discount").said] == ["Than what?"]
    assert [line.line.you_say for line in find(library, Known(), today=TODAY, words="too expensive").said] == ["Compared with what?"]


def test_without_words_everything_that_fits_is_offered() -> None:
    """Nothing was asked in words: nobody is quoted, and the order is the one order."""
    library: Library = library_of(asset("a", "One"), asset("b", "Two"))
    answers = find(library, Known(), today=TODAY)
    assert (answers.said, answers.whole, [offer.link.id for offer in answers.offers]) == ((), 2, ["a", "b"])


def test_words_that_nothing_has_are_named() -> None:
    """They keep nothing from being found; where it has only some of the others, it is not said to have all."""
    answers = find(library_of(asset("a", "Price list"), asset("b", "Data sheet")), Known(), today=TODAY, words="price zeppelin")
    assert (answers.nowhere, answers.whole, len(answers.offers)) == (("zeppelin",), 1, 1)
    half = find(library_of(asset("a", "Price list"), asset("b", "Data sheet")), Known(), today=TODAY, words="price data")
    assert (half.whole, [offer.link.id for offer in half.offers]) == (0, ["a", "b"])
