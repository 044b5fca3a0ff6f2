"""`playbook find`: what to use now, best first, with the reasons."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from playbook.cli import console, options
from playbook.cli.console import Bit, Line
from playbook.cli.looks import Command
from playbook.cli.places import library_root
from playbook.problems import UsageError

if TYPE_CHECKING:
    from playbook.library import Library
    from playbook.model.parts import Offer, Reason
    from playbook.select.asking import Answers

REASONS = {
    "names-persona": "written for {}",
    "names-stage": "written for the stage {}",
    "names-industry": "written for {}",
    "signal": "answers {}",
    "general": "fits anyone",
    "verified": "reviewed {}",
    "stale": "its review is overdue {}",
}
HAPPENED = ("signal", "objection", "competitor")
_MOST, _MOST_SAID = 10, 3


@click.command("find", cls=Command)
@click.argument("words", nargs=-1, metavar="[WORDS]…")
@click.option("--persona", metavar="ID", default="", help="Who it is for, as in plant-manager.")
@click.option("--stage", metavar="ID", default="", help="Where the deal stands, as in consideration.")
@click.option("--signal", metavar="ID", default="", help="What just happened, as in said-not-now.")
@click.option("--objection", metavar="ID", default="", help="What they said, as in too-expensive.")
@click.option("--competitor", metavar="ID", default="", help="Whom they named, by the id of the battlecard.")
@click.option("--industry", metavar="ID", default="", help="The buyer's industry, as in logistics.")
@options.DATE
@options.LIBRARY
def command(words: tuple[str, ...], day: str | None, library: Path | None, **given: str) -> int:
    """Find the play or the piece of content to use now: the best first, each with the reasons for its place."""
    root = library_root(library)
    today = options.today(day)

    from playbook.pipeline import check
    from playbook.select import Known, find, what_happened

    whole = check(root, today=today).library
    for kind, id_ in given.items():
        options.must_be_there(whole, kind, id_)
    _one_at_most({name: given[name] for name in HAPPENED if given[name]})
    happened = what_happened(**{name: given[name] for name in HAPPENED})
    known = Known(happened, given["persona"], given["stage"], given["industry"])
    for line in _first(whole, given):
        console.say(line)
    found = find(whole, known, today=today, words=" ".join(words))
    for line in _answers(found):
        console.say(line)
    return 0


def _one_at_most(happened: dict[str, str]) -> None:
    if len(happened) > 1:
        names = " and ".join(f"--{name}" for name in happened)
        raise UsageError(f"{names} each say what happened.", "Ask for one at a time.")


def _first(library: Library, given: dict[str, str]) -> Iterator[Line]:
    """Yield what comes before anything is sent: to wait, to pause, what to do, what to say."""
    from playbook.model.journey import Signal
    from playbook.model.knowledge import Objection

    signal, objection = library.get("signal", given["signal"]), library.get("objection", given["objection"])
    if isinstance(signal, Signal):
        if signal.pause_selling:
            yield (Bit("Pause all selling until this is put right.", "strong"),)
        elif signal.enough_alone is False:
            yield (Bit("Do not call yet: this alone is not enough.", "strong"),)
        if signal.do:
            yield (Bit(f"First: {signal.do}"),)
    if isinstance(objection, Objection) and objection.you_say:
        yield (Bit(f"You say: {objection.you_say}"),)


def _answers(found: Answers) -> Iterator[Line]:
    """Yield what buyers say and the answer to it, what to use, and what has only some of the words apart from it."""
    from playbook.text import plain

    if found.nowhere and (found.said or found.offers):
        yield (Bit(f"Nothing here has {' or '.join(found.nowhere)}.", "quiet"),)
    for line in found.said[:_MOST_SAID]:
        who = ", ".join(str(each.title) for each in line.who)
        yield (Bit("They say: "), Bit(plain(line.line.they_say), "strong"), Bit(f"  ({who})" if who else "", "quiet"))
        yield (Bit(f"    You say: {plain(line.line.you_say)}" if line.line.you_say else "    Nobody has written an answer yet."),)
    if found.offers and not found.whole:
        yield (Bit("Nothing to use has all these words. What has some of them:"),)
    offers = found.offers[: found.whole or _MOST][:_MOST]
    for number, offer in enumerate(offers, start=1):
        yield from _lines(number, offer)
    if more := (found.whole or len(found.offers)) - len(offers):
        yield (Bit(f"{more:,} more fit; name a persona, a stage or a signal to see fewer."),)
    if not found.offers and not found.said:
        yield (Bit("Nothing fits. Leave out an option or a word, or ask marketing for it."),)


def _lines(number: int, offer: Offer) -> Iterator[Line]:
    """Yield an answer: what it is, when to use it, and why it stands here."""
    kind = offer.asset_type or ("Asset" if offer.use else "Play")
    yield (Bit(f"{number:>2}. "), Bit(offer.link.title, "strong"), Bit(f"  ({kind}, {offer.link.kind}:{offer.link.id})", "quiet"))
    for when in offer.when[:2]:
        yield (Bit(f"    When: {when}"),)
    if offer.reasons:
        yield (Bit(f"    Why: {'; '.join(map(_reason, offer.reasons))}", "quiet"),)


def _reason(reason: Reason) -> str:
    """Say a reason in words; one that has no words of its own yet says its code."""
    return REASONS.get(reason.code, f"{reason.code.replace('-', ' ')} {{}}").format(reason.detail).strip()
