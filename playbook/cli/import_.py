"""`playbook import FILE`: what a spreadsheet says, brought into the library."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from playbook.cli import console, mapping, options, overview, shape, writing
from playbook.cli.console import Bit
from playbook.cli.export import lacking
from playbook.cli.following import schemas_follow
from playbook.cli.looks import Command
from playbook.cli.places import library_root
from playbook.cli.shape import plural
from playbook.problems import ExitCode, Level, UsageError, worst

if TYPE_CHECKING:
    from playbook.edit import Imported
    from playbook.formats import Spreadsheet
    from playbook.problems import Problem


@click.command("import", cls=Command)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--kind", type=click.Choice(options.KINDS), help="What the rows of a table of your own are. Left out: asset.")
@click.option("--sheet", metavar="NAME", default="", help="Which sheet of a workbook of your own. Left out: the first.")
@click.option("--map", "maps", metavar="COLUMN=FIELD", multiple=True, help="Where a column goes; FIELD may be extra, or - to leave it out.")
@click.option("--map-file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False), help="Lines such as those of --map.")
@click.option(
    "--save-map", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False), help="Write where the columns go, for next time."
)
@click.option("--update", is_flag=True, help="Change entries that are there already, too, known by their address or title.")
@writing.options
@options.LIBRARY
def command(file: Path, kind: str | None, library: Path | None, dry_run: bool, yes: bool, **own: Any) -> int:
    """Bring what a workbook (.xlsx) or a CSV file says into the library.

    From a workbook that `playbook export` made, only what you changed is written, and remarks in the files stay. From a table of your own
    each row becomes a draft: its columns are matched to fields, and you say whether they are right. You see every change before it is
    written. In a script it writes only with --yes.
    """
    root = library_root(library)
    read = _read(file)

    from playbook.edit import import_own

    wanted = mapping.Wanted(**own)
    found = None if wanted.maps or wanted.map_file else import_own(root, read, kind or "")
    if found is None:
        show(read.problems)
        found = mapping.import_table(root, read, kind or "asset", wanted, yes=yes)
    return bring(root, found, dry_run=dry_run, yes=yes)


def _read(file: Path) -> Spreadsheet:
    """Return what a file shows; raises UsageError where there is none, MachineError where what reads it is not installed."""
    from playbook.formats import read_spreadsheet

    try:
        return read_spreadsheet(file.name, file.read_bytes())
    except OSError as refused:
        raise UsageError(f"{file} cannot be opened: {refused.strerror}.", "Name a workbook (.xlsx) or a CSV file.") from refused
    except ImportError as missing:
        raise lacking() from missing


def show(problems: tuple[Problem, ...]) -> None:
    """Show what is wrong with a spreadsheet, each with its cell."""
    for found in problems:
        for line in shape.lines(found, "", console.width()):
            console.say(line)
        console.say()


def bring(root: Path, found: Imported, *, dry_run: bool, yes: bool) -> int:
    """Show the problems and the changes, write them unless somebody says no, and say how many there are."""
    show(found.problems)
    if found.overview and not overview.agreed(found.overview, found.new, ask=not yes and not dry_run):
        return ExitCode.FINE
    differs = any(each.code == "PB610" for each in found.problems)
    if not found.changes and (found.known or differs):
        console.say("There is nothing new in it." if found.known else "Nothing is written: the library keeps what it says.")
    elif writing.carry_out(root, found.changes, dry_run=dry_run, yes=yes) and found.changes:
        schemas_follow(root)
        console.say((Bit("Imported", "good"), Bit(f": {found.new:,} new, {found.changed:,} changed. What they lack: "), _CHECK))
        if found.overview and found.new > 1:
            console.say((Bit("To approve many at once: "), _EXPORT, Bit(", write approved in the column status, and import the workbook.")))
    if found.known:
        console.say(f"{plural(len(found.known), 'row')} of what is there already: --update brings in what they say.")
    if found.problems:
        console.say(f"In the spreadsheet: {shape.counted(found.problems)}.")
    return ExitCode.CONTENT if worst(found.problems) is Level.ERROR else ExitCode.FINE


_CHECK = Bit("playbook check", "strong")
_EXPORT = Bit("playbook export xlsx", "strong")
