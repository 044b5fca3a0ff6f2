"""`playbook check --fix`: what can be put right safely, shown first."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path

import click

from playbook.cli import console, writing
from playbook.cli.console import Bit
from playbook.cli.places import is_among
from playbook.cli.shape import plural

MOST_NAMED = 3
"""Files that are named; of more it is said how many they are."""

FIX = click.option(
    "--fix", is_flag=True, help="Put right what is certain: slips in names and ids, quotes, tabs, dates. Shows it first, and asks."
)


def mend(root: Path, chosen: Collection[str], today: date, *, dry_run: bool, yes: bool) -> tuple[str, ...]:
    """Show and, if somebody agrees or nobody is to be asked, write the safe fixes in the chosen files, or in all; return which."""
    from playbook.edit import fixes

    changes = fixes(root, lambda file: not chosen or is_among(file, chosen), today=today)
    if not changes:
        console.say("There is nothing that can be put right without you.")
        return ()
    return tuple(change.file for change in changes) if writing.carry_out(root, changes, dry_run=dry_run, yes=yes) else ()


def tell(files: Sequence[str], remain: int) -> None:
    """Say in which files something was put right, and how many problems remain, so that nobody takes the one for the other."""
    names = ", ".join(files) if len(files) <= MOST_NAMED else plural(len(files), "file")
    left = f" {plural(remain, 'problem')} {'remains and needs' if remain == 1 else 'remain and need'} you:" if remain else ""
    console.say((Bit("Put right", "good"), Bit(f" what is certain in {names}.{left}")))
