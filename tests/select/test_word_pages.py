"""What buyers say, what to ask them, and the lists of signals, claims, requests, terms and messages."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

import pytest

from playbook.library import Library, assemble
from playbook.model.agreement import Agreement
from playbook.model.content import Asset
from playbook.model.entries import Entry, ObjectionLine, Question
from playbook.model.journey import Signal, Stage
from playbook.model.knowledge import Claim, Competitor, Objection, Request, Term
from playbook.model.people import Persona, StageMessage
from playbook.model.plays import Play
from playbook.model.settings import Messages, Pillar, Settings
from playbook.model.values import DayValue
from playbook.model.word_bodies import (
    ClaimsBody,
    GlossaryBody,
    MessagesBody,
    QuestionsBody,
    RequestsBody,
    SaidPageBody,
    SignalsBody,
)
from playbook.select import pages

TODAY = date(2026, 11, 22)
B = TypeVar("B")


def on(text: str) -> DayValue:
    """A single day."""
    return DayValue(text, date.fromisoformat(text), date.fromisoformat(text))


def library_of(*entries: Entry, settings: Settings | None = None, agreement: Agreement | None = None) -> Library:
    """A library of these entries and two stages."""
    stages = (Stage(id="early", name="Early", order=1), Stage(id="late", name="Late", order=2))
    return assemble(settings or Settings(name="Test"), [*stages, *entries], agreement)


def body(library: Library, path: str, of: type[B], edition: str = "rep") -> B:
    """The body of one page."""
    found = next(each.body for each in pages(library, edition=edition, today=TODAY, pdf=False) if each.path == path)
    assert isinstance(found, of)
    return found


def paths(library: Library, edition: str = "rep") -> set[str]:
    """The pages there are."""
    return {each.path for each in pages(library, edition=edition, today=TODAY, pdf=False)}


HR = Persona(id="hr", name="HR", objections=(ObjectionLine("Too dear"), ObjectionLine("Why now?", "Because", ("c",))))
CFO = Persona(id="cfo", name="CFO", objections=(ObjectionLine("Why  now", "For the money"),))
PLAY = Play(id="p", title="P", personas=("cfo", "hr"), objections=(ObjectionLine("From a play", "Yes"), ObjectionLine("too dear!", "No")))
OWN = Objection(id="o", they_say="No budget", you_say="Later")


def test_everything_buyers_say_stands_once_under_who_says_it_first() -> None:
    """The same words from elsewhere add who says them, where, and another answer; the index names them under everybody."""
    said = body(library_of(HR, CFO, PLAY, OWN), "they-say.html", SaidPageBody)
    told = {topic.who.title: [each.line.they_say for each in topic.said] for topic in said.topics}
    assert told == {"CFO": ["Why  now", "From a play"], "HR": ["Too dear"], "Anybody": ["No budget"]}
    index = {topic.who.title: [jump.name for jump in topic.index] for topic in said.topics}
    assert set(index["HR"]) == set(index["CFO"])
    both = next(each for topic in said.topics for each in topic.said if each.line.they_say == "Why  now")
    assert [line.you_say for line in (both.line, *both.others)] == ["For the money", "Because"]
    assert [link.title for link in both.who] == ["CFO", "HR"]


def test_an_answer_from_elsewhere_fills_the_gap_and_open_ones_are_counted() -> None:
    """Words without an answer take the answer that a play has; what nobody answers is counted."""
    assert body(library_of(HR), "they-say.html", SaidPageBody).unanswered == 1
    said = body(library_of(HR, PLAY), "they-say.html", SaidPageBody)
    assert said.unanswered == 0
    found = next(each for topic in said.topics for each in topic.said if each.line.they_say.casefold().startswith("too dear"))
    assert (found.line.you_say, [link.title for link in found.comes_up]) == ("No", ["P"])


def test_two_entries_with_the_same_words_keep_their_places() -> None:
    """Others may link to either of them."""
    said = body(library_of(OWN, Objection(id="o2", they_say="No budget", you_say="Never")), "they-say.html", SaidPageBody)
    assert {each.anchor for topic in said.topics for each in topic.said} == {"objection-o", "objection-o2"}


def test_questions_by_persona_then_by_play_then_by_competitor() -> None:
    """Each group leads to where its questions come from; those of a play say for whom and at which stage."""
    asked = library_of(
        Persona(id="hr", name="HR", questions=(Question("Who decides?", "To know", "A name"),)),
        Play(id="p", title="P", personas=("hr",), stages=("early",), questions=(Question("Why now?"),)),
        Competitor(id="c", name="C", landmines=("Who answers at six?",)),
    )
    found = body(asked, "questions.html", QuestionsBody)
    assert [(code, [group.source.title for group in groups]) for code, groups in found.parts] == [
        ("persona", ["HR"]), ("play", ["P"]), ("competitor", ["C"])
    ]  # fmt: skip
    play = found.parts[1][1][0]
    assert ([who.title for who in play.who], [stage.title for stage in play.stages]) == (["HR"], ["Early"])
    assert "questions.html" not in paths(library_of(HR))
    assert "questions.html" not in paths(asked, "partner")


def test_signals_by_what_happened_with_the_play_that_answers() -> None:
    """A signal names its own play, or the first play that names it."""
    found = body(
        library_of(
            Signal(id="a", name="A", kind="said", enough_alone=False, enough_with=("b",)),
            Signal(id="b", name="B", kind="did"),
            Signal(id="odd", name="Odd"),
            Play(id="p", title="P", signals=("b",)),
        ),
        "signals.html",
        SignalsBody,
    )
    assert [(kind, [each.anchor for each in group]) for kind, group in found.groups] == [
        ("did", ["signal-b"]), ("said", ["signal-a"]), ("", ["signal-odd"])
    ]  # fmt: skip
    assert found.groups[0][1][0].situation.answer is not None
    assert [link.title for link in found.groups[1][1][0].enough_with] == ["B"]


@pytest.mark.parametrize(
    ("expires", "state"),
    [
        (None, "open"),
        (DayValue("evergreen", None, None), "holds"),
        (on("2026-11-21"), "expired"),
        (on("2026-11-22"), "soon"),
        (on("2027-01-20"), "soon"),
        (on("2027-01-21"), "holds"),
    ],
)
def test_a_claim_holds_until_its_last_day(expires: DayValue | None, state: str) -> None:
    """What ends within sixty days is told before; others than our reps see no state."""
    library = library_of(Claim(id="c", text="C", source="s", expires=expires, audience="external"))
    assert [code for code, _ in body(library, "claims.html", ClaimsBody).groups] == [state]
    assert [code for code, _ in body(library, "claims.html", ClaimsBody, "buyer").groups] == ["open"]


def test_a_claim_says_where_it_is_used() -> None:
    """In entries, and among the messages of the project file."""
    settings = Settings(name="T", messages=Messages(pillars=(Pillar("We keep it", ("c",)),)))
    library = library_of(Claim(id="c", text="C", source="s"), Asset(id="a", title="A", type="deck", claims=("c",)), settings=settings)
    ((_, (claim,)),) = body(library, "claims.html", ClaimsBody).groups
    assert [(group.heading, [link.href for link in group.links]) for group in claim.used_in] == [
        ("Content", ["assets/a.html"]), ("Messages", ["messages.html"])
    ]  # fmt: skip


def test_requests_by_what_became_of_them_the_newest_first() -> None:
    """What is still asked for comes first, what has no state last."""
    library = library_of(
        Request(id="old", wanted="Old", state="asked", asked_on=on("2026-01-01")),
        Request(id="new", wanted="New", state="asked", asked_on=on("2026-10-01")),
        Request(id="done", wanted="Done", state="shipped"),
        Request(id="odd", wanted="Odd"),
    )
    found = body(library, "requests.html", RequestsBody)
    assert [(state, [each.request.id for each in group]) for state, group in found.groups] == [
        ("asked", ["new", "old"]), ("shipped", ["done"]), ("", ["odd"])
    ]  # fmt: skip


def test_the_glossary_by_category_without_mere_plurals() -> None:
    """Categories in the order of the alphabet, words without one last; a plural that links use is no other word."""
    library = library_of(
        Term(id="b", term="rate", also=("rates", "price"), category="Price"),
        Term(id="a", term="company", also=("companies",), category="People"),
        Term(id="c", term="odd"),
    )
    found = body(library, "glossary.html", GlossaryBody)
    assert [(name, [(each.term.id, each.also) for each in group]) for name, group in found.groups] == [
        ("People", [("a", ())]), ("Price", [("b", ("price",))]), ("", [("c", ())])
    ]  # fmt: skip


def test_messages_by_persona_and_stage() -> None:
    """A row for each persona with messages, a column for each stage that has one, and one for what is always said."""
    hr = Persona(id="hr", name="HR", messages=(StageMessage("late", "Sign"), StageMessage("", "Hello"), StageMessage("gone", "Once")))
    found = body(library_of(hr, CFO), "messages.html", MessagesBody)
    assert [stage.title for stage in found.stages] == ["", "Late", "gone"]
    assert [(who.title, cells) for who, cells in found.by_persona] == [("HR", (("Hello",), ("Sign",), ("Once",)))]
    assert "messages.html" not in paths(library_of(CFO))


@pytest.mark.parametrize("edition", ["rep", "partner", "buyer"])
def test_the_menu_names_the_pages_there_are(edition: str) -> None:
    """Full or nearly empty, in every edition: each place of the menu is a page of the site."""
    full = library_of(
        HR, CFO, PLAY, OWN, Competitor(id="c", name="C"), Claim(id="c", text="C", source="s", status="retired"), Term(id="t", term="T"),
        agreement=Agreement(id="agreement", disputes="x"),
    )  # fmt: skip
    for library in (full, assemble(Settings(name="Empty"), [])):
        made = pages(library, edition=edition, today=TODAY, pdf=False)
        assert {item.href for item in made[0].frame.menu} <= {each.path for each in made}
