"""What buyers get to see: nothing internal sent to them or shown to them, and content that answers a question of theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from playbook.library import Library
from playbook.model.content import Asset
from playbook.model.entries import LINK, Entry, Send
from playbook.model.plays import Play, Step
from playbook.model.settings import INTERNAL_WORDS, Settings
from playbook.model.shapes import Audience
from playbook.model.walk import Value
from playbook.problems import FieldPath, Problem
from playbook.validate.rules.finding import finding, to_write


def internal_assets_in_sends(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001 - every rule is asked alike
    """A message to a buyer goes with an asset that buyers must not have."""
    for asset in (each for each in library.of(Asset) if each.is_live and not each.may_be_sent):
        for number, use in enumerate(asset.uses):
            yield from (_sent(asset, path, asset) for path, _ in _linking(use.send, ("uses", number, "send")))
    for play in library.of(Play):
        for number, step in enumerate(play.steps if play.is_live else ()):
            yield from _sent_in_step(library, play, ("steps", number), step)


def unasked_answers(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """A buyer may see the asset, and it answers no question that a buyer asks."""
    for asset in library.of(Asset):
        if asset.is_live and asset.audience == "external" and not asset.buyer_question:
            yield finding(
                asset,
                "PB313",
                ("buyer_question",),
                why="Buyers may see this asset, and nothing says which of their questions it answers.",
                remedy=f"{to_write('buyer_question: …')} with the question in the buyer's own words.",
            )


def internal_words(library: Library, thing: Entry | Settings, value: Value) -> Iterator[Problem]:
    """A text that buyers may see has words that are meant for the team alone."""
    if value.audience is not Audience.EXTERNAL or (isinstance(thing, Entry) and (thing.audience != "external" or not thing.is_live)):
        return
    found = _pattern(library.settings.internal_words or INTERNAL_WORDS).search(value.value)
    if found:
        yield finding(
            thing,
            "PB323",
            value.path,
            part=found[0],
            why=f'Buyers may see this text, and it says "{found[0]}".',
            remedy="Take the words out, or write audience: internal. A buyer edition is not made while this stands.",
        )


def _sent_in_step(library: Library, play: Play, path: FieldPath, step: Step) -> Iterator[Problem]:
    """A step's message links the step's assets."""
    for _ in _linking(step.send, path):
        for number, used in enumerate(step.assets):
            asset = library.get("asset", used.asset)
            if isinstance(asset, Asset) and asset.title and not asset.may_be_sent:  # without a title it is a problem of its own
                yield _sent(play, (*path, "assets", number, "asset"), asset)
        return


def _linking(sends: tuple[Send, ...], path: FieldPath) -> Iterator[tuple[FieldPath, Send]]:
    """Yield the messages that put in the asset's address."""
    yield from (((*path, number, "body"), send) for number, send in enumerate(sends) if LINK in send.body)


def _sent(thing: Entry, path: FieldPath, asset: Asset) -> Problem:
    state = f"is marked {asset.audience}" if asset.audience not in ("", "external") else "has no address that a buyer can open"
    return finding(
        thing,
        "PB312",
        path,
        part=LINK if path[-1] == "body" else asset.id,
        why=f'The message sends "{asset.title_text}", which {state}.',
        remedy="Send another asset; or give this one a public address and write audience: external.",
    )


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds one of the words, as a whole word, in capital or small letters."""
    return re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in words), re.IGNORECASE)
