"""Library → problems: every rule over the whole library."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from playbook.library import Library
from playbook.model.entries import Entry
from playbook.model.settings import Settings
from playbook.problems import Problem
from playbook.validate.levels import leveled
from playbook.validate.rules import RULES, VALUE_RULES
from playbook.validate.silence import silenced


def inspect(library: Library, today: date) -> tuple[Problem, ...]:
    """Return all that the rules find, at the team's own levels; `today` decides what is overdue or expired."""
    found = [problem for rule in RULES for problem in rule(library, today)]
    return leveled(silenced([*found, *_in_values(library)], library), library.settings)


def _in_values(library: Library) -> Iterator[Problem]:
    for thing in _things(library):
        for value in library.values(thing):
            for rule in VALUE_RULES.get(value.scalar.sort, ()):
                yield from rule(library, thing, value)


def _things(library: Library) -> Iterator[Entry | Settings]:
    """Yield what has a file of its own: stages that only the project file names are checked as part of it."""
    yield library.settings
    yield from (entry for entry in library.all() if entry.file != library.settings.file)
    if library.agreement is not None:
        yield library.agreement
