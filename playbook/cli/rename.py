"""`playbook rename KIND ID NEW`: another id, in every place that names it."""

from __future__ import annotations

from pathlib import Path

import click

from playbook.cli import console, options, writing
from playbook.cli.console import Bit
from playbook.cli.following import schemas_follow
from playbook.cli.looks import Command
from playbook.cli.places import library_root
from playbook.cli.shape import plural

_MOST = 10


@click.command("rename", cls=Command)
@click.argument("kind", metavar="KIND", type=click.Choice(options.KINDS))
@click.argument("old", metavar="ID")
@click.argument("new", metavar="NEW")
@writing.options
@options.LIBRARY
def command(kind: str, old: str, new: str, library: Path | None, **how: bool) -> int:
    """Give an entry another id: its file is renamed, and every reference and link to it, in all files or in none.

    Reviews and signatures that hold go on holding. The page of the entry gets a new address.
    """
    root = library_root(library)

    from playbook.edit import rename

    found = rename(root, kind, old, new, today=options.today(None))
    if writing.carry_out(root, found.changes, **how):
        console.say((Bit("Renamed", "good"), Bit(f": {kind} {old} is {new} now.")))
        schemas_follow(root)
    if found.left:
        mention, stay = ("mentions", "stays as it is") if len(found.left) == 1 else ("mention", "stay as they are")
        console.say(f"{plural(len(found.left), 'line')} only {mention} {old}, as a word or in a remark, and {stay}:")
    for place, line in [*found.left.items()][:_MOST]:
        console.say((Bit(f"  {place}", "strong"), Bit(f"  {line}", "quiet")))
    if len(found.left) > _MOST:
        console.say(f"  … and {len(found.left) - _MOST} more")
    return 0
