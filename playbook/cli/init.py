"""`playbook init [DIR]`: a project that builds at once."""

from __future__ import annotations

from pathlib import Path

import click

from playbook.cli import console
from playbook.cli.console import Bit
from playbook.cli.looks import Command
from playbook.cli.places import shown
from playbook.cli.shape import plural


@click.command("init", cls=Command)
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), default=Path())
@click.option("--small", is_flag=True, help="Four short files to begin with, instead of the whole sample.")
@click.option("--yes", "-y", is_flag=True, help="Ask nothing.")
def command(folder: Path, small: bool, yes: bool) -> int:
    """Start a library in DIR (left out: here), which builds at once and is yours to change.

    Without --small it is a copy of the sample: a staffing company with personas, plays and content of every kind.
    No file that is there already is touched.
    """
    from playbook.edit import start

    company = console.ask("What is your company called?") if small and not yes and console.somebody_answers() else ""
    written = start(folder, small=small, company=company)
    console.say((Bit(f"Wrote {plural(len(written), 'file')} to {shown(folder.resolve())}.", "good"), Bit(" Next:")))
    for step in _next(folder):
        console.say((Bit("  "), Bit(step, "strong")))
    return 0


def _next(folder: Path) -> tuple[str, ...]:
    """Return the commands that come next; from the folder itself there is no need to go there."""
    if folder.resolve() == Path.cwd():
        return ("playbook check", "playbook build")
    name = f'"{folder}"' if " " in str(folder) else str(folder)
    return (f"cd {name}", "playbook build")
