"""One mistake, one problem: what only follows from a misspelt field is not told a second time."""

from __future__ import annotations

from collections.abc import Iterable

from playbook.problems import Problem

_MISSED = {
    "when": {"PB301", "PB302"},
    "how": {"PB301"},
    "uses": {"PB301"},
    "steps": {"PB302"},
    "not_when": {"PB303"},
    "you_say": {"PB306"},
    "buyer_question": {"PB313"},
    "owner": {"PB314"},
    "goes_to": {"PB315"},
    "outcome": {"PB315"},
    "recycle_to": {"PB318"},
}
"""What is missed where a field of this name is misspelt."""


def without_twins(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems without those that go away when the misspelt field beside them is put right."""
    found = list(problems)
    misspelt = [(each.file, code) for each in found if each.code == "PB202" for code in _MISSED.get(each.suggestion, ())]
    followed = set(misspelt)
    return [each for each in found if (each.file, each.code) not in followed]
