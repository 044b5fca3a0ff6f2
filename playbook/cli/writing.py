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

DRY_RUN = click.option("--dry-run", is_flag=True, help="Only show what would be written.")
YES = click.option("--yes", "-y", is_flag=True, help="Ask nothing.")


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of all that write."""
    return DRY_RUN(YES(command))


def carry_out(root: Path, changes: Sequence[Change], *, dry_run: bool, yes: bool, only_if_asked: bool = False) -> bool:
    """Show the changes and, unless it is only a try or somebody says no, write them; return whether they were written.

    `only_if_asked` writes nothing where nobody can be asked, unless `yes` says so.
    """
    from playbook.edit import diffs, write

    wanted = [change for change in changes if change.before != change.after]
    for lines in diffs(wanted):
        _show(lines)
    if not wanted:
        console.say("Everything is written so already.")
        return True
    if dry_run:
        console.say((Bit("Nothing was written", "strong"), Bit(": this was a dry run.")))
        return False
    if only_if_asked and not yes and not console.somebody_answers():
        console.say((Bit("Nothing was written", "strong"), Bit(": nobody is here to be asked. --yes writes.")))
        return False
    if (
        not yes
        and console.somebody_answers()
        and console.ask(f"Write {plural(len(wanted), 'file')}? [Y/n]").lower() not in {"", "y", "yes"}
    ):
        console.say((Bit("Nothing was written.", "strong"),))
        return False
    write(root, wanted)
    return True


def _show(lines: Sequence[str]) -> None:
    for number, line in enumerate(lines):
        console.say((Bit(line, _style(line) if number > 1 else "strong"),))
    console.say()


def _style(line: str) -> str:
    return {"+": "good", "-": "error", "@": "quiet"}.get(line[:1], "")
