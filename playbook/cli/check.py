"""`playbook check [PATH…]`: everything that is wrong, at once."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

import click

from playbook.cli import console, options
from playbook.cli.console import Bit
from playbook.cli.looks import Command
from playbook.cli.places import inside, is_among, library_root
from playbook.cli.shape import counted, plural
from playbook.problems import ExitCode, Problem

if TYPE_CHECKING:
    from playbook.library import Library


MOST_DRAFTS = 10
"""Drafts that are listed after the problems."""


@click.command("check", cls=Command)
@click.argument("paths", nargs=-1, metavar="[PATH]…", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="For people, or for programs."
)
@options.FAIL_ON
@options.DATE
@options.LIBRARY
def command(paths: tuple[Path, ...], form: str, fail_on: str, day: str | None, library: Path | None) -> int:
    """Show everything that is wrong in the library, with the line and what to do about it.

    With a PATH or several, show only the problems in these files and folders.
    """
    root = library_root(library)
    chosen = inside(root, paths)
    today = options.today(day)

    from playbook.pipeline import check

    checked = check(root, today=today)
    problems = tuple(found for found in checked.problems if not chosen or is_among(found.file, chosen))
    if form == "json":
        from playbook.cli.as_json import as_json

        console.say(as_json(problems))
    else:
        _show(problems, root, checked.library, elsewhere=len(checked.problems) - len(problems))
        _show_drafts(checked.library, chosen)
    return ExitCode.CONTENT if options.fails(problems, fail_on) else ExitCode.FINE


def _show(problems: tuple[Problem, ...], root: Path, library: Library, *, elsewhere: int) -> None:
    """Print the problems, and how many there are; that nothing is wrong is said too."""
    if problems:
        from playbook.cli.listing import show

        show(problems, root)
        console.say((Bit(counted(problems).capitalize(), "strong"), Bit("."), Bit(_hint(problems), "quiet")))
    else:
        entries = sum(1 for _ in library.all())
        console.say((Bit("Nothing is wrong", "good"), Bit(" here." if elsewhere else f": {plural(entries, 'entry')} checked.")))
    if elsewhere:
        console.say(f"{plural(elsewhere, 'problem')} more in other files of the library.")


def _hint(problems: tuple[Problem, ...]) -> str:
    worst = max(problems, key=lambda found: found.level)
    return f" What a code means: playbook explain {worst.code}"


def _show_drafts(library: Library, chosen: Collection[str]) -> None:
    """List what no rep sees yet, whose it is and what it waits for; `chosen` are the files and folders that were asked about."""
    from playbook.select import drafts

    found = [draft for draft in drafts(library) if not chosen or is_among(draft.file, chosen)]
    if found:
        console.say((Bit(plural(len(found), "draft"), "strong"), Bit(", which no rep sees yet:")))
    for draft in found[:MOST_DRAFTS]:
        waits = ", ".join(_WAITS[wait.code].format(wait.detail) for wait in draft.waits)
        console.say((Bit(f"  {draft.file}", "strong"), Bit(f"  {draft.title}, of {draft.owner or 'nobody'}: waits for {waits}")))
    if len(found) > MOST_DRAFTS:
        console.say(f"  … and {len(found) - MOST_DRAFTS} more, all of them on the page for authors (authors.html)")


_WAITS = {
    "field": "its {}",
    "uses": "a use",
    "when": "when to use it",
    "how": "how to use it",
    "steps": "its steps",
    "draft": 'the draft "{}"',
    "owner": "an owner",
    "approval": "somebody to approve it",
}
