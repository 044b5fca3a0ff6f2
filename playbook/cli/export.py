"""`playbook export xlsx [FILE]`: the library as a workbook."""

from __future__ import annotations

from pathlib import Path

import click

from playbook.cli import console, options
from playbook.cli.console import Bit
from playbook.cli.looks import Command
from playbook.cli.places import library_root, shown
from playbook.problems import MachineError, UsageError

FILE = "playbook.xlsx"


@click.command("export", cls=Command)
@click.argument("form", metavar="xlsx", type=click.Choice(["xlsx"]), expose_value=False)
@click.argument("file", metavar="[FILE]", required=False, type=click.Path(path_type=Path, dir_okay=False), default=FILE)
@click.option("--kind", "kinds", multiple=True, type=click.Choice(options.KINDS), help="Only this kind; may be given several times.")
@click.option("--force", is_flag=True, help="Write over FILE if it is there.")
@options.LIBRARY
def command(file: Path, kinds: tuple[str, ...], force: bool, library: Path | None) -> int:
    """Write the library into an Excel workbook, FILE or playbook.xlsx, to be changed there and brought back with `playbook import`.

    Each kind has a sheet, each list of groups, such as the uses of assets, a sheet of its own. Cells offer the ids and words of your
    library. It holds everything, also what is for authors only.
    """
    root = library_root(library)
    if file.exists() and not force:
        raise UsageError(f"{shown(file)} is there already.", "Name another file, or write over it with --force.")
    content = workbook_of(root, kinds or options.KINDS)
    try:
        file.write_bytes(content)
    except OSError as refused:
        raise MachineError(f"{shown(file)} could not be written: {refused.strerror}.", "Is it open in another program?") from refused
    console.say((Bit("Wrote", "good"), Bit(f" {shown(file)}.")))
    console.say((Bit("Change it, save it, then: "), Bit(f"playbook import {shown(file)}", "strong")))
    return 0


def workbook_of(root: Path, kinds: tuple[str, ...]) -> bytes:
    """Return the workbook; raises MachineError where what makes it is not installed."""
    from playbook.pipeline import spreadsheet

    try:
        return spreadsheet(root, kinds)
    except ImportError as missing:
        raise lacking() from missing


def lacking() -> MachineError:
    """Return what to say where openpyxl is not installed."""
    return MachineError("Workbooks need a package more.", 'Install it with: pip install "content-playbook[sheets]"')
