"""The ways between stages: onward, ahead, lost, back, later again, and out into another journey."""

from __future__ import annotations

from playbook.library import moves
from playbook.model.journey import Stage


def stage(id_: str, *goes_to: str, recycle_to: str = "", outcome: str = "open") -> Stage:
    """A stage with its ways out."""
    return Stage(id=id_, name=id_.upper(), goes_to=goes_to, recycle_to=recycle_to, outcome=outcome)


def test_each_way_has_its_sort() -> None:
    """The order of the stages says what is next, ahead or back; what is no stage of the journey leads out of it."""
    stages = [stage("a", "b", "c", "elsewhere"), stage("b", "a", "lost"), stage("c", "c"), stage("lost", outcome="lost")]
    found = {(move.source, move.target): move.sort for move in moves(stages)}
    assert found == {
        ("a", "b"): "next",
        ("a", "c"): "ahead",
        ("a", "elsewhere"): "out",
        ("b", "a"): "back",
        ("b", "lost"): "lost",
        ("c", "c"): "back",
    }


def test_recycling_is_told_once() -> None:
    """A stage that may go to where it recycles has one way there, and to recycle to itself is a loop."""
    found = moves([stage("a", recycle_to="a"), stage("b", "a", "a", recycle_to="a"), stage("c", recycle_to="gone")])
    assert [(move.source, move.target, move.sort) for move in found] == [("a", "a", "again"), ("b", "a", "again"), ("c", "gone", "out")]


def test_a_way_back_to_a_lost_stage_is_a_way_back() -> None:
    """Only what lies ahead is an end."""
    assert [move.sort for move in moves([stage("lost", outcome="lost"), stage("a", "lost")])] == ["back"]
