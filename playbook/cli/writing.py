"""How every command writes into authors' files: the diff first, a question where somebody can answer, then all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from playbook.cli import console
from playbook.cli.console import Bit
from playbook.cli.shape import plural

if TYPE_CHECKING:
    from playbook.edit import Change

MOST_WHOLE = 5
"""New files that are shown line by line before the question; of more, only what they are called."""

DRY_RUN = click.option("--dry-run", is_flag=True, help="Only show what would be written.")
YES = click.option("--yes", "-y", is_flag=True, help="Ask nothing.")


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of all that write."""
    return DRY_RUN(YES(command))


def carry_out(root: Path, changes: Sequence[Change], *, dry_run: bool, yes: bool) -> bool:
    """Show the changes and, unless it is only a try or somebody says no, write them; return whether they were written.

    Where nobody can be asked, only `yes` writes.
    """
    from playbook.edit import diffs, write

    wanted = [change for change in changes if change.before != change.after]
    asked = not yes and not dry_run and console.somebody_answers()
    new = [change for change in wanted if change.before is None]
    named = new if asked and len(new) > MOST_WHOLE else []
    for lines in diffs([change for change in wanted if change not in named]):
        _show(lines)
    _name(named)
    if not wanted:
        console.say("Everything is written so already.")
        return True
    if dry_run:
        console.say((Bit("Nothing was written", "strong"), Bit(": this was a dry run.")))
        return False
    if not yes and not asked:
        console.say((Bit("Nothing was written", "strong"), Bit(": nobody is here to be asked. --yes writes.")))
        return False
    if asked and not _agreed(len(wanted), named):
        console.say((Bit("Nothing was written.", "strong"),))
        return False
    write(root, wanted)
    return True


def _agreed(count: int, named: Sequence[Change]) -> bool:
    """Ask whether to write; who wants to see the files that were only named sees them first."""
    from playbook.edit import diffs

    question = f"Write {plural(count, 'file')}? [Y/n]{', d shows the new ones line by line' if named else ''}"
    while (answer := console.ask(question).lower()) == "d" and named:
        for lines in diffs(named):
            _show(lines)
    return answer in {"", "y", "yes"}


def _name(new: Sequence[Change]) -> None:
    """Show which files are new."""
    for change in new:
        console.say((Bit("new  ", "good"), Bit(change.file)))
    if new:
        console.say()


def _show(lines: Sequence[str]) -> None:
    for number, line in enumerate(lines):
        console.say((Bit(line, _style(line) if number > 1 else "strong"),))
    console.say()


def _style(line: str) -> str:
    return {"+": "good", "-": "error", "@": "quiet"}.get(line[:1], "")
