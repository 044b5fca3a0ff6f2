"""`playbook check [PATH…]`: everything that is wrong, at once."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from playbook.cli import console, mending, options, writing
from playbook.cli.answer import Answer
from playbook.cli.commands import nearest
from playbook.cli.console import Bit
from playbook.cli.first_things import MOST, first_things, worth_doing
from playbook.cli.last_answer import last_answer
from playbook.cli.listing import show
from playbook.cli.looks import Command
from playbook.cli.places import inside, is_among, library_root
from playbook.cli.reports import FORMS, report
from playbook.cli.shape import counted, ordered, plural
from playbook.problems import ExitCode, Problem, UsageError

MOST_DRAFTS = 10
"""Drafts that are listed after the problems."""


@contextmanager
def _without_collector() -> Iterator[None]:
    """Let garbage lie: reading makes a hundred thousand small things that all stay, and looking through them takes a tenth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@click.command("check", cls=Command)
@click.argument("paths", nargs=-1, metavar="[PATH]…", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(["text", *FORMS]), default="text", show_default=True, help="For people, or for which program."
)
@click.option("--owner", metavar="NAME", default="", help="Only what this person owns.")
@click.option("--first", is_flag=True, help="Only the ten worth doing first.")
@mending.FIX
@writing.options
@options.FAIL_ON
@options.DATE
@options.LIBRARY
@_without_collector()
def command(form: str, fail_on: str, day: str | None, library: Path | None, **which: Any) -> int:
    """Show everything that is wrong in the library, with the line and what to do about it.

    With a PATH or several, show only the problems in these files and folders. After a long list stand the ten worth doing first: errors
    before warnings, and what most plays and stages suffer from before the rest.
    """
    root = library_root(library)
    chosen = inside(root, which["paths"])
    today = options.today(day)

    mended = mending.mend(root, chosen, today, dry_run=which["dry_run"], yes=which["yes"]) if which["fix"] else ()
    known = last_answer(root, today)
    problems = tuple(ordered(_asked_for(known, chosen, which["owner"])))
    if mended:
        mending.tell(mended, len(problems))
    if which["first"]:
        problems = tuple(worth.problem for worth in worth_doing(problems, known.resting))
    if form != "text":
        report(form, problems, root, known.resting)
    else:
        _show(problems, known)
        if not which["first"]:
            _show_drafts(known, chosen)
    return ExitCode.CONTENT if options.fails(problems, fail_on) else ExitCode.FINE


def _asked_for(known: Answer, chosen: Collection[str], owner: str) -> tuple[Problem, ...]:
    """Return the problems in the files and folders that were named, if any, and in what a person owns, if one was named."""
    owned = _owned(known, owner) if owner else None
    among = (found for found in known.problems if not chosen or is_among(found.file, chosen))
    return tuple(found for found in among if owned is None or found.file in owned)


def _owned(known: Answer, owner: str) -> frozenset[str]:
    """Return the files of what a person owns; raises UsageError where nobody of that name owns anything."""
    files = frozenset(file for name, theirs in known.owned.items() if name.casefold() == owner.casefold() for file in theirs)
    if files:
        return files
    names = sorted(name for name in known.owned if name)
    owners = f"Owners here: {', '.join(names)}." if names else "Nobody is named under owner anywhere."
    raise UsageError(f"Nothing here is owned by {owner!r}.{nearest(owner, names)}", owners)


def _show(problems: tuple[Problem, ...], known: Answer) -> None:
    """Print the problems, and how many there are; that nothing is wrong is said too."""
    elsewhere = len(known.problems) - len(problems)
    if problems:
        show(problems, known.line)
        _show_first(problems, known)
        console.say((Bit(counted(problems).capitalize(), "strong"), Bit("."), Bit(_hint(problems), "quiet")))
    else:
        console.say((Bit("Nothing is wrong", "good"), Bit(" here." if elsewhere else f": {plural(known.entries, 'entry')} checked.")))
    if elsewhere:
        console.say(f"{plural(elsewhere, 'problem')} more in the library.")


def _show_first(problems: tuple[Problem, ...], known: Answer) -> None:
    """List what is worth doing first, where the list above is longer than anybody reads."""
    if len(problems) > MOST:
        for line in first_things(worth_doing(problems, known.resting)):
            console.say(line)
        console.say()


def _hint(problems: tuple[Problem, ...]) -> str:
    worst = max(problems, key=lambda found: found.level)
    return f" What a code means: playbook explain {worst.code}"


def _show_drafts(known: Answer, chosen: Collection[str]) -> None:
    """List what no rep sees yet, whose it is and what it waits for; `chosen` are the files and folders that were asked about."""
    found = [(file, said) for file, said in known.drafts if not chosen or is_among(file, chosen)]
    if found:
        console.say((Bit(plural(len(found), "draft"), "strong"), Bit(", which no rep sees yet:")))
    for file, said in found[:MOST_DRAFTS]:
        console.say((Bit(f"  {file}", "strong"), Bit(f"  {said}")))
    if len(found) > MOST_DRAFTS:
        console.say(f"  … and {len(found) - MOST_DRAFTS} more, all of them on the page for authors (authors.html)")
