"""The team's own lists of words: industries, products, segments, regions, asset types and roles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from playbook.library import Library
from playbook.model.entries import Entry
from playbook.model.gaps import is_gap
from playbook.model.kinds import SETTINGS_FILE
from playbook.model.settings import Settings
from playbook.model.walk import Value
from playbook.problems import Problem
from playbook.validate.near import nearest
from playbook.validate.rules.finding import finding, is_live, some


def undeclared(library: Library, thing: Entry | Settings, value: Value) -> Iterator[Problem]:
    """A word is not on the team's list; a team without that list is left alone, and so is a gap in a draft."""
    if is_gap(value.value) and not is_live(thing):
        return
    name = value.scalar.of
    declared: Mapping[str, str] = getattr(library.settings, name)
    if declared and value.value not in declared:
        yield finding(
            thing,
            "PB204",
            value.path,
            part=value.value,
            why=f'"{value.value}" is not among the {name.replace("_", " ")} in {SETTINGS_FILE}.',
            suggestion=_meant(value.value, declared),
            remedy=f"Declared are: {some(declared)}. Take one of them, or add {value.value} there with a label.",
        )


def _meant(word: str, declared: Mapping[str, str]) -> str:
    """Return the id that was most likely meant: people write its label, or misspell it."""
    by_label = [known for known, label in declared.items() if label.casefold() == word.casefold()]
    return by_label[0] if len(by_label) == 1 else nearest(word, declared)
