"""What changed between two libraries, in which fields, and whom that touches."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from playbook.library import Change, Library, assemble, difference
from playbook.model.agreement import Agreement
from playbook.model.content import Asset, Use
from playbook.model.entries import Entry, FollowUp, ObjectionLine
from playbook.model.knowledge import Claim, Competitor, Term
from playbook.model.people import Persona
from playbook.model.plays import Play, Step, StepAsset
from playbook.model.settings import Settings
from playbook.model.values import Span

HR, OPS = Persona(id="hr", name="HR director"), Persona(id="ops", name="Plant manager")
CLAIM = Claim(id="fill", text="We fill 96 of 100.", source="Ours")
USE = Use(key="1", personas=("hr",), when=("They ask",), how=("Open it",))
DECK = Asset(id="deck", title="Deck", type="deck", claims=("fill",), uses=(USE,))
PLAY = Play(
    id="trial", title="Trial", personas=("ops",), steps=(Step(key="1", do="Call"), Step(key="2", do="Send", assets=(StepAsset("deck"),)))
)
ALL = (HR, OPS, CLAIM, DECK, PLAY)


def library_of(*entries: Entry, agreement: Agreement | None = None) -> Library:
    """A library of these entries."""
    return assemble(Settings(name="T"), entries, agreement)


def found(before: tuple[Entry, ...], now: tuple[Entry, ...]) -> dict[str, Change]:
    """Return the changes by "kind/id"."""
    return {f"{each.kind}/{each.id}": each for each in difference(library_of(*before), library_of(*now))}


def instead(*changed: Entry) -> tuple[Entry, ...]:
    """Return all entries with these in the place of their earlier selves."""
    by_id = {entry.id: entry for entry in changed}
    return tuple(by_id.get(entry.id, entry) for entry in ALL)


def told(change: Change) -> list[tuple[str, tuple[Any, ...], tuple[Any, ...]]]:
    """Return the fields of a change: the labels, what went, what came."""
    return [(" > ".join(each.labels), each.gone, each.come) for each in change.fields]


def test_the_same_library_has_no_difference() -> None:
    """Nothing is told of what is as it was; nor of owners and reviews, which are no words of an entry."""
    assert difference(library_of(*ALL), library_of(*ALL)) == ()
    assert found(ALL, instead(replace(DECK, owner="Ida", review_every=Span("1 year", 1, 1, "year")))) == {}


def test_what_is_new_retired_and_removed() -> None:
    """Each sort of change, and nothing of what was retired or a draft before and is so still."""
    retired, draft = replace(DECK, id="old", status="retired"), replace(DECK, id="wip", status="draft")
    before = (HR, OPS, CLAIM, DECK, PLAY, retired, draft)
    now = (HR, CLAIM, replace(DECK, status="retired"), PLAY, Term(id="lead", term="Lead"), replace(retired, title="Older"))
    assert {key: each.sort for key, each in found(before, now).items()} == {
        "persona/ops": "removed",
        "asset/deck": "retired",
        "term/lead": "new",
    }


def test_a_draft_that_is_approved_is_new_and_what_comes_back_too() -> None:
    """New is what was not offered before, whatever lay in the files."""
    for status in ("draft", "retired"):
        assert found((replace(CLAIM, status=status),), (CLAIM,))["claim/fill"].sort == "new"


def test_the_agreement_can_change() -> None:
    """There is one agreement, and it is told of by its fields."""
    before, now = (library_of(agreement=Agreement(id="agreement", disputes=who)) for who in ("Ida", "Ada"))
    (change,) = difference(before, now)
    assert (change.kind, told(change)) == ("agreement", [("Disputes", ("Ida",), ("Ada",))])


@pytest.mark.parametrize(
    ("changed", "fields"),
    [
        (replace(PLAY, minutes=15), [("Minutes", (), (15,))]),
        (replace(PLAY, personas=("ops", "hr")), [("Personas", (), ("hr",))]),
        (replace(PLAY, steps=(*PLAY.steps, Step(key="3", do="Wait"))), [("Steps", (), ("Wait",))]),
        (replace(PLAY, steps=(Step(key="1", do="Think"), *(replace(each, key="x") for each in PLAY.steps))), [("Steps", (), ("Think",))]),
        (replace(PLAY, steps=PLAY.steps[::-1]), [("Steps", (), ())]),
        (replace(PLAY, steps=(PLAY.steps[0], replace(PLAY.steps[1], say="Hello"))), [("Steps > Send > Say", (), ("Hello",))]),
        (replace(PLAY, steps=(replace(PLAY.steps[0], do="Write"), PLAY.steps[1])), [("Steps", ("Call",), ("Write",))]),
        (replace(PLAY, objections=(ObjectionLine("Too dear", "No"),)), [("Objections", (), ("Too dear",))]),
        (replace(PLAY, extra={"video": {"url": "x"}}), [("Extra > Video", (), ("x",))]),
        (replace(DECK, uses=(replace(DECK.uses[0], how=("Send it",)),)), [("Uses > They ask > How", ("Open it",), ("Send it",))]),
        (
            replace(DECK, uses=(replace(DECK.uses[0], follow_up=FollowUp(do="Ring")),)),
            [("Uses > They ask > Follow up > Do", (), ("Ring",))],
        ),
        (replace(DECK, uses=(replace(DECK.uses[0], key="2"),)), []),
    ],
)
def test_each_field_is_told_by_its_labels(changed: Entry, fields: list[Any]) -> None:
    """What went and what came stands at the way to it; a step more does not make the ones behind it new."""
    changes = found(ALL, instead(changed))
    assert [each for change in changes.values() for each in told(change)] == fields


def test_a_step_with_an_id_is_the_same_step_however_it_is_worded() -> None:
    """An id holds what was reworded together."""
    before = replace(PLAY, steps=(Step(key="a", id="a", do="Call"),))
    now = replace(PLAY, steps=(Step(key="a", id="a", do="Write"),))
    assert told(found((before,), (now,))["play/trial"]) == [("Steps > Write > Do", ("Call",), ("Write",))]


def test_a_claim_touches_what_quotes_it_and_the_plays_that_use_that() -> None:
    """From the claim to the asset that quotes it, the play that uses the asset, and the people whom all these are for."""
    change = found(ALL, instead(replace(CLAIM, text="We fill 97 of 100.")))["claim/fill"]
    assert change.touches == {("claim", "fill"), ("asset", "deck"), ("play", "trial"), ("persona", "hr"), ("persona", "ops")}


def test_what_is_only_named_beside_is_not_touched() -> None:
    """A persona touches nobody else, a play not the one it leads to, and an asset not the one that it follows."""
    other = Asset(id="other", title="Other", type="deck", uses=(Use(key="1", follow_up=FollowUp(do="Send", asset="deck")),))
    assert found((*ALL, other), (*instead(replace(HR, name="HR")), other))["persona/hr"].touches == {("persona", "hr")}
    assert ("asset", "other") not in found((*ALL, other), (*instead(replace(DECK, summary="x")), other))["asset/deck"].touches
    assert found(ALL, instead(replace(PLAY, why="x")))["play/trial"].touches == {("play", "trial"), ("persona", "ops")}


def test_what_is_removed_touches_whom_it_touched() -> None:
    """Of what is gone, the earlier library says who used it."""
    rival = Competitor(id="rival", name="Rival")
    before = (HR, OPS, rival, replace(PLAY, competitors=("rival",)))
    now = (HR, OPS, replace(PLAY, competitors=("rival",)))
    assert ("play", "trial") in found(before, now)["competitor/rival"].touches


values = st.sampled_from(["", "One", "Two"])
plays = st.builds(
    Play,
    id=st.sampled_from("abc"),
    title=st.just("T"),
    why=values,
    when=st.lists(values.filter(bool), max_size=3).map(tuple),
    status=st.sampled_from(["", "draft", "retired"]),
    steps=st.lists(st.builds(Step, do=values, say=values), max_size=3).map(tuple),
)
libraries = st.lists(plays, max_size=3, unique_by=lambda play: play.id).map(lambda found: library_of(*found))


@given(libraries, libraries)
def test_every_difference_is_told_and_nothing_else(before: Library, now: Library) -> None:
    """An entry is among the changes if and only if what reps are offered of it differs; a changed one names a field."""
    told_of = {(change.kind, change.id): change for change in difference(before, now)}
    for id_ in "abc":
        old, new = before.get("play", id_), now.get("play", id_)
        was, is_ = (entry if entry and entry.is_live else None for entry in (old, new))
        differs = was != is_ and not (was and is_ and replace(was, status="") == replace(is_, status=""))
        assert (("play", id_) in told_of) == differs
    assert all(change.fields for change in told_of.values() if change.sort == "changed")
