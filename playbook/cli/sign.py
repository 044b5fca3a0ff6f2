"""`playbook sign NAME`: a signature under the agreement."""

from __future__ import annotations

from pathlib import Path

import click

from playbook.cli import console, options, writing
from playbook.cli.console import Bit
from playbook.cli.looks import Command
from playbook.cli.places import library_root


@click.command("sign", cls=Command)
@click.argument("name", metavar="NAME")
@click.option("--role", default="", metavar="ROLE", help="What they sign as: Head of marketing.")
@click.option("--on", "day", metavar="DAY", help="The day they sign, as in 2026-11-22. Left out: today.")
@writing.options
@options.LIBRARY
def command(name: str, role: str, day: str | None, library: Path | None, **how: bool) -> int:
    """Sign the agreement as it is now in the name of NAME. Who has signed before signs anew.

    Beside the day stands the fingerprint of what was signed, so that a later change shows as "changed since signed".
    """
    root = library_root(library)
    on = options.today(day, "--on")

    from playbook.edit import sign
    from playbook.pipeline import check

    change = sign(root, check(root, today=on).library, name, on=on, role=role)
    if writing.carry_out(root, (change,), **how):
        console.say((Bit("Signed", "good"), Bit(f" on {on} by {name}.")))
    return 0
