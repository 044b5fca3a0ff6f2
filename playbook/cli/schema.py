"""`playbook schema`: what a text editor needs to complete and check the files of this library."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from playbook.cli import console, options, writing
from playbook.cli.console import Bit
from playbook.cli.following import SCHEMAS
from playbook.cli.looks import Command
from playbook.cli.places import library_root, shown
from playbook.cli.shape import plural
from playbook.problems import ExitCode

if TYPE_CHECKING:
    from playbook.edit import Change


@click.command("schema", cls=Command)
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="Where the schemas go. Left out: schema/ in the library.")
@click.option("--check", "only_check", is_flag=True, help="Only name the schemas that are not up to date, and fail if there are any.")
@writing.options
@options.LIBRARY
def command(out: Path | None, only_check: bool, library: Path | None, **how: bool) -> int:
    """Write JSON Schemas of your files: a text editor then offers fields and your own ids, says what each is, and marks what is wrong.

    Visual Studio Code is told which schema is for which folder; the settings you have there stay. The schemas
    follow what `playbook new`, `rename`, `import` and `serve` change; after other changes, write them anew.
    """
    root = library_root(library)
    folder = (root / SCHEMAS) if out is None else out.resolve()

    from playbook.edit import schemas, write
    from playbook.pipeline import check

    changes = schemas(check(root, today=options.today(None)).library, folder)
    if only_check:
        return _compared(changes, folder)
    if not how["dry_run"]:
        write(folder, changes)
        console.say((Bit(f"{plural(len(changes), 'schema')}", "strong"), Bit(f" in {shown(folder)}/.")))
    if folder.is_relative_to(root):
        _bind(root, folder.relative_to(root).as_posix(), **how)
    return ExitCode.FINE


def _compared(changes: tuple[Change, ...], folder: Path) -> int:
    others = [change.file for change in changes if change.before != change.after]
    for name in others:
        console.say(shown(folder / name))
    fine: tuple[Bit, ...] = (Bit("All schemas are up to date.", "good"),)
    console.say(f"{plural(len(others), 'schema')} not up to date: run `playbook schema`." if others else fine)
    return ExitCode.CONTENT if others else ExitCode.FINE


def _bind(root: Path, folder: str, **how: bool) -> None:
    """Tell the editor which schema is for which files, or say how to."""
    from playbook.edit import bound, pasted
    from playbook.formats import schema_patterns

    wanted = {f"./{folder}/{name}": list(files) for name, files in schema_patterns().items()}
    change = bound(root, wanted)
    if change is None:
        console.tell((Bit(".vscode/settings.json", "strong"), Bit(" is left as it is. Put these lines into it:")))
        console.tell(pasted(wanted))
    elif change.before != change.after:
        writing.carry_out(root, [change], **how)
