"""`playbook fmt [PATH…]`: one form for every file."""

from __future__ import annotations

from pathlib import Path

import click

from playbook.cli import console, options, writing
from playbook.cli.console import Bit
from playbook.cli.looks import Command
from playbook.cli.places import inside, is_among, library_root
from playbook.cli.shape import plural
from playbook.problems import ExitCode


@click.command("fmt", cls=Command)
@click.argument("paths", nargs=-1, metavar="[PATH]…", type=click.Path(path_type=Path))
@click.option("--check", "only_check", is_flag=True, help="Only name the files that are in another form, and fail if there are any.")
@writing.options
@options.LIBRARY
def command(paths: tuple[Path, ...], only_check: bool, library: Path | None, **how: bool) -> int:
    """Bring files into one form: lists and groups on lines of their own, fields in one order. Nothing is read otherwise afterwards.

    Form editors write this form, so that what they change is all that a difference shows. Remarks stay with their fields.
    """
    root = library_root(library)
    chosen = inside(root, paths)

    from playbook.edit import formatted

    found = formatted(root, lambda file: not chosen or is_among(file, chosen))
    for file, why in found.left.items():
        console.tell((Bit(file, "strong"), Bit(f" is left as it is: {why}.")))
    if not only_check:
        writing.carry_out(root, found.changes, **how)
        return ExitCode.FINE
    others = [change.file for change in found.changes if change.before != change.after]
    for file in others:
        console.say(file)
    console.say(f"{plural(len(others), 'file')} in another form." if others else (Bit("All in the one form.", "good"),))
    return ExitCode.CONTENT if others else ExitCode.FINE
