"""`playbook find`: what to use now, best first, with the reasons."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from playbook.cli import console, options
from playbook.cli.commands import nearest
from playbook.cli.console import Bit, Line
from playbook.cli.looks import Command
from playbook.cli.places import library_root
from playbook.problems import UsageError

if TYPE_CHECKING:
    from playbook.library import Library
    from playbook.model.parts import Offer, Reason

REASONS = {
    "names-persona": "written for {}",
    "names-stage": "written for the stage {}",
    "names-industry": "written for {}",
    "signal": "answers {}",
    "general": "fits anyone",
    "verified": "reviewed {}",
    "stale": "its review is overdue {}",
}
_MOST = 10


@click.command("find", cls=Command)
@click.argument("words", nargs=-1, metavar="[WORDS]…")
@click.option("--persona", metavar="ID", default="", help="Who it is for, as in plant-manager.")
@click.option("--stage", metavar="ID", default="", help="Where the deal stands, as in consideration.")
@click.option("--signal", metavar="ID", default="", help="What just happened, as in said-not-now.")
@click.option("--industry", metavar="ID", default="", help="The buyer's industry, as in logistics.")
@options.DATE
@options.LIBRARY
def command(words: tuple[str, ...], day: str | None, library: Path | None, **known: str) -> int:
    """Find the play or the piece of content to use now: the best first, each with the reasons for its place."""
    root = library_root(library)
    today = options.today(day)

    from playbook.pipeline import check
    from playbook.select import find

    whole = check(root, today=today).library
    for kind, id_ in known.items():
        _must_be_there(whole, kind, id_)
    offers = find(whole, today=today, words=" ".join(words), **known)
    for number, offer in enumerate(offers[:_MOST], start=1):
        for line in _lines(number, offer):
            console.say(line)
    _close(len(offers))
    return 0


def _must_be_there(library: Library, kind: str, id_: str) -> None:
    ids = list(library.settings.industries if kind == "industry" else library.entries[kind])
    if not id_ or id_ in ids:
        return
    raise UsageError(f"There is no {kind} {id_!r}.{nearest(id_, ids)}", f"There are: {', '.join(ids) or 'none yet'}.")


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


def _close(found: int) -> None:
    if not found:
        console.say("Nothing fits. Leave out an option or a word, or ask marketing for it.")
    elif found > _MOST:
        console.say(f"{found - _MOST:,} more fit; name a persona, a stage or a signal to see fewer.")
