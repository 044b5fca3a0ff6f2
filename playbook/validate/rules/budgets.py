"""The glance: what a rep can take in between two calls, and what fits one printed side."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from playbook.library import Library
from playbook.model.content import Asset
from playbook.model.entries import Entry
from playbook.model.plays import Play
from playbook.model.settings import Settings
from playbook.model.walk import Value
from playbook.problems import Problem
from playbook.text import words
from playbook.validate.rules.finding import finding, is_live

MOST_WORDS = {"promise": 14, "say": 75, "body": 120}
MOST_STEPS = 7


def long_texts(library: Library, thing: Entry | Settings, value: Value) -> Iterator[Problem]:  # noqa: ARG001 - every rule is asked alike
    """A promise, something to say or a message is longer than a rep reads between two calls."""
    most = MOST_WORDS.get(str(value.path[-1]), 0)
    if not most or not isinstance(thing, Play | Asset) or value.path[0] in {"body", "extra"} or not is_live(thing):
        return
    # Splitting is cheap and never counts too few words: only what seems too long is worth counting well.
    if len(value.value.split()) > most and (count := words(value.value)) > most:
        yield finding(
            thing,
            "PB321",
            value.path,
            why=f"It has {count} words; up to {most} are taken in at a glance.",
            remedy=f"Shorten it by {count - most} or more words, and move what explains it to another field.",
        )


def many_steps(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """A play has more steps than fit its first page."""
    for play in library.of(Play):
        if play.is_live and len(play.steps) > MOST_STEPS:
            yield finding(
                play,
                "PB322",
                ("steps",),
                why=f"It has {len(play.steps)} steps, {len(play.steps) - MOST_STEPS} more than fit the first page.",
                remedy="Join steps that are done in one go, or cut the play in two and name the second under next.",
            )
