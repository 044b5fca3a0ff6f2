"""Editorial rules that one entry is excused from, each with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from playbook.codes import CODES
from playbook.library import Library
from playbook.model.entries import Entry
from playbook.problems import Problem
from playbook.validate.near import nearest
from playbook.validate.rules.finding import finding

_EDITORIAL = "PB3"
_COME_AND_GO = {"PB308", "PB309", "PB341"}
"""Problems of time: to be excused from them in advance is no mistake."""


def silenced(problems: Iterable[Problem], library: Library) -> Iterator[Problem]:
    """Yield the problems of the rules without those that an entry is excused from, and what is wrong with the excuses."""
    excused = {(entry.file, code) for entry in _things(library) for code, reason in entry.silence.items() if reason}
    used = set()
    for found in problems:
        if (found.file, found.code) in excused:
            used.add((found.file, found.code))
        else:
            yield found
    for entry in _things(library):
        for code in entry.silence:
            yield from _wrong_with(entry, code, (entry.file, code) in used)


def _things(library: Library) -> Iterator[Entry]:
    yield from library.all()
    if library.agreement is not None:
        yield library.agreement


def _wrong_with(entry: Entry, code: str, used: bool) -> Iterator[Problem]:
    """Yield what is wrong with an excuse: no such rule, none that can be excused, or nothing to be excused from."""
    details = {"on_key": True, "part": code}
    if code not in CODES:
        yield finding(
            entry,
            "PB219",
            ("silence", code),
            why=f'There is no problem with the code "{code}".',
            suggestion=nearest(code, CODES),
            remedy="Write the code as check shows it, such as PB303.",
            **details,
        )
    elif not code.startswith(_EDITORIAL):
        why = f"{code} ({CODES[code].what}) is a mistake in the file, and no entry can be excused from it."
        yield finding(entry, "PB328", ("silence", code), why=why, remedy="Put it right, and take the line out.", **details)
    elif not entry.silence[code]:
        why = f"{code} is silenced here without a reason, so it is not."
        remedy = f"Write the reason behind the colon: {code}: It never hurts."
        yield finding(entry, "PB328", ("silence", code), why=why, remedy=remedy, **details)
    elif not used and code not in _COME_AND_GO and entry.is_live:
        why = f"There is no {code} ({CODES[code].what}) in this entry to be excused from."
        yield finding(entry, "PB329", ("silence", code), why=why, remedy="Take the line out.", **details)
