"""One mistake, one problem: what only follows from a misspelt field, or from a line that cannot be read, is not told a second time."""

from __future__ import annotations

from collections.abc import Iterable

from playbook.problems import Level, Problem

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
_MISSING = {code for codes in _MISSED.values() for code in codes}
"""What may seem to be missing where a line of the file could not be read."""


def without_twins(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems without those that go away when the misspelt field or the unread line beside them is put right."""
    found = list(problems)
    misspelt = [(each.file, code) for each in found if each.code == "PB202" for code in _MISSED.get(each.suggestion, ())]
    ill_formed = [(each.file, code) for each in found if each.code == "PB206" for code in _MISSED.get(_named(each), ())]
    moved = [(each.file, code) for each in found if each.code == "PB224" for code in _MISSING]
    unread = [(each.file, code) for each in found if each.code.startswith("PB1") and each.level is Level.ERROR for code in _MISSING]
    followed = {*misspelt, *ill_formed, *moved, *unread}
    return [each for each in found if (each.file, each.code) not in followed]


def _named(found: Problem) -> str:
    """Return the name of the field that a problem is at."""
    return next((step for step in reversed(found.field) if isinstance(step, str)), "")
