"""`playbook review KIND ID…`: somebody has read an entry through and found it true."""

from __future__ import annotations

from pathlib import Path

import click

from playbook.cli import console, options, writing
from playbook.cli.console import Bit
from playbook.cli.looks import Command
from playbook.cli.places import library_root


@click.command("review", cls=Command)
@click.argument("kind", metavar="KIND", type=click.Choice(options.KINDS))
@click.argument("ids", metavar="ID…", nargs=-1, required=True)
@click.option("--on", "day", metavar="DAY", help="The day of the review, as in 2026-11-22. Left out: today.")
@click.option("--by", default="", metavar="NAME", help="Who approves it; goes into approved_by.")
@writing.options
@options.LIBRARY
def command(kind: str, ids: tuple[str, ...], day: str | None, by: str, library: Path | None, **how: bool) -> int:
    """Say that you have read an entry, or several of a KIND, and found it true.

    The day goes into the entry's reviewed. What the review has seen goes into content_library/reviews.yaml: from then on the entry
    is verified until its own words, a claim that it quotes or a persona that it is for change, or its review_every runs out.
    """
    root = library_root(library)
    on = options.today(day, "--on")

    from playbook.edit import review
    from playbook.pipeline import check

    known = check(root, today=on).library
    if writing.carry_out(root, review(root, known, kind, ids, on=on, by=by), **how):
        console.say((Bit("Reviewed", "good"), Bit(f" on {on}: {kind} {', '.join(ids)}.")))
    return 0
