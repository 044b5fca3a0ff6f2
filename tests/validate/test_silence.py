"""One entry may be excused from an editorial rule, with a reason; the rule goes on for all others."""

from __future__ import annotations

from collections.abc import Callable

from playbook.problems import Problem

PLAY = "content_library/plays/call.yaml"
OTHER = "content_library/plays/write.yaml"
WHOLE = "title: They ask\nwhen: They ask\nsteps: Call\n"


def test_the_entry_is_excused_and_no_other(problems: Callable[..., list[Problem]]) -> None:
    """Two plays lack the same: only the one that gives no reason is reported."""
    found = problems({PLAY: f"{WHOLE}silence: {{PB303: It never hurts}}", OTHER: WHOLE})
    assert [(each.code, each.file) for each in found] == [("PB303", OTHER)]


def test_a_reason_that_is_missing_excuses_nothing(problems: Callable[..., list[Problem]]) -> None:
    """Without a reason the problem stays, and that the excuse does not count is said."""
    assert [each.code for each in problems({PLAY: f"{WHOLE}silence: {{PB303: ''}}"})] == ["PB303", "PB328"]


def test_a_level_of_the_team_s_holds_for_excuses_too(problems: Callable[..., list[Problem]]) -> None:
    """A needless excuse can be switched off like everything editorial."""
    text = f"{WHOLE}not_when: Never\nsilence: {{PB303: It never hurts}}"
    assert [each.code for each in problems({PLAY: text})] == ["PB329"]
    assert problems({PLAY: text, "enablement.yaml": "name: A\nrules: {PB329: off}"}) == []
