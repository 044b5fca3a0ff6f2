"""`playbook new KIND ID`: a new entry, ready to be filled in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from playbook.cli import console, options
from playbook.cli.commands import nearest
from playbook.cli.console import Bit
from playbook.cli.following import schemas_follow
from playbook.cli.looks import Command
from playbook.cli.places import library_root, shown
from playbook.problems import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playbook.library import Library
    from playbook.model.shapes import Field


@click.command("new", cls=Command)
@click.argument("kind", metavar="KIND", type=click.Choice([*options.KINDS, options.AGREEMENT]))
@click.argument("id_", metavar="[ID]", required=False, default="")
@click.option("--title", default="", metavar="TEXT", help="What it is called, or says: the first field of its kind.")
@click.option("--dry-run", is_flag=True, help="Only show what would be written.")
@options.LIBRARY
def command(kind: str, id_: str, title: str, dry_run: bool, library: Path | None) -> int:
    """Add an entry of a KIND to the library, as a draft: its file says in remarks what to write into each field.

    The ID is the name of its file, lower case with hyphens, and what other files call it; the agreement needs none. What has to be there
    is asked on a terminal. In a script it is left as TODO, which counts as a gap.
    """
    root = library_root(library)
    today = options.today(None)

    from playbook.edit import create, must_be_free, write
    from playbook.pipeline import check

    known = check(root, today=today).library
    id_ = options.AGREEMENT if kind == options.AGREEMENT else id_ or _asked_id(kind)
    must_be_free(root, known, kind, id_)
    changes = create(root, known, kind, id_, _answers(kind, title, known), today=today)
    if dry_run:
        console.say("\n".join((change.after or b"").decode() for change in changes if change.before is None))
        return 0
    write(root, changes)
    written = [change.file for change in changes if change.before is None]
    console.say((Bit("Wrote", "good"), Bit(f" {', '.join(shown(root / file) for file in written)}.")))
    if len(changes) > 1:
        console.say("The stages that were only names in enablement.yaml have files of their own now, and are no longer named there.")
    if kind == "stage":
        _tell_place(id_, known)
    schemas_follow(root)
    console.say((Bit("Fill it in, then: "), Bit("playbook check", "strong")))
    return 0


def _tell_place(id_: str, library: Library) -> None:
    """Say where a new stage stands, and how to move it."""
    from playbook.model.journey import Stage

    others = sorted((stage.order or 0, stage.title_text) for stage in library.of(Stage))
    if others and library.get("stage", id_) is None:
        listed = ", ".join(f"{title} {order}" for order, title in others)
        console.say(f"It stands last. To move it, change its order, and that of the stages behind it: {listed}.")


def _asked_id(kind: str) -> str:
    """Ask for the id, where somebody can answer."""
    id_ = console.ask("Its id, lower case with hyphens:") if console.somebody_answers() else ""
    if not id_:
        raise UsageError(f"A new {kind} needs an id.", f"It becomes the name of its file: playbook new {kind} short-name-with-hyphens")
    return id_


def _answers(kind: str, title: str, library: Library) -> dict[str, str]:
    """Ask for what has to be there, where somebody can answer; an empty answer leaves a gap."""
    from playbook.edit import asked, choices, in_use

    fields = asked(kind)
    found = {fields[0].name: title} if fields and title else {}
    for field in fields if console.somebody_answers() else ():
        if field.name not in found:
            if used := in_use(field, library):
                console.tell(f"In use: {', '.join(used)}")
            found[field.name] = _answer(field, choices(field, library))
    return found


def _answer(field: Field, offered: Mapping[str, str]) -> str:
    """Ask for one field, until the answer is one of those offered, or none."""
    for id_, label in offered.items():
        console.tell((Bit(f"  {id_}", "strong"), Bit(f"  {label}", "quiet")))
    while True:
        answer = console.ask(f"{field.name} ({field.about})")
        if not offered or answer in {"", *offered}:
            return answer
        console.tell(f"{answer!r} is none of them.{nearest(answer, [*offered])}")
