"""`playbook check --fix`: what can be put right safely, shown first."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path

import click

from playbook.cli import console, writing
from playbook.cli.console import Bit
from playbook.cli.places import is_among

FIX = click.option(
    "--fix", is_flag=True, help="Put right what is certain: slips in names and ids, quotes, tabs, dates. Shows it first, and asks."
)


def mend(root: Path, chosen: Collection[str], today: date, *, dry_run: bool, yes: bool) -> None:
    """Show and, if somebody agrees or nobody is to be asked, write the safe fixes in the chosen files, or in all."""
    from playbook.edit import fixes

    changes = fixes(root, lambda file: not chosen or is_among(file, chosen), today=today)
    if not changes:
        console.say("There is nothing that can be put right without you.")
        return
    if writing.carry_out(root, changes, dry_run=dry_run, yes=yes):
        console.say((Bit("Put right", "good"), Bit(". What is left:")))
