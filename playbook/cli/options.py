"""Options that several commands share, and the date of today."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from playbook.cli.commands import nearest
from playbook.problems import Level, Problem, UsageError, worst

if TYPE_CHECKING:
    from playbook.library import Library

# The model's words: it is not loaded only to help with a command, and a test holds the two together.
KINDS = ("persona", "stage", "asset", "play", "signal", "objection", "claim", "competitor", "campaign", "term", "request")
AGREEMENT = "agreement"
_EPOCH = "SOURCE_DATE_EPOCH"

LIBRARY = click.option(
    "--library",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder that holds enablement.yaml. Left out: this folder, or the nearest one above it.",
)
DATE = click.option(
    "--date", "day", metavar="DAY", help="Take this day for today, as in 2026-11-22. Left out: SOURCE_DATE_EPOCH, or the clock."
)
FAIL_ON = click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="error",
    show_default=True,
    help="Which problems make the command fail (exit code 1).",
)


def today(day: str | None, option: str = "--date") -> date:
    """Return the day that counts as today: the one given with an option, or SOURCE_DATE_EPOCH's, or the clock's.

    Raises UsageError for a day or an epoch that is none.
    """
    if day is not None:
        return _day(day, option)
    if epoch := os.environ.get(_EPOCH):
        return _day_of(epoch)
    return datetime.now().astimezone().date()


def _day(written: str, option: str) -> date:
    try:
        return datetime.strptime(written, "%Y-%m-%d").replace(tzinfo=UTC).date()
    except ValueError as wrong:
        raise UsageError(f"{option} {written!r} is not a day.", f"Write it as year-month-day: {option} 2026-11-22.") from wrong


def _day_of(epoch: str) -> date:
    try:
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    except (ValueError, OverflowError, OSError) as wrong:
        raise UsageError(f"{_EPOCH} is {epoch!r}, which is no time.", "It counts the seconds since 1970, in figures only.") from wrong


def fails(problems: tuple[Problem, ...], fail_on: str) -> bool:
    """Tell whether the worst of the problems is as bad as what `--fail-on` names."""
    found = worst(problems)
    return fail_on != "never" and found is not None and found >= Level[fail_on.upper()]


def must_be_there(library: Library, kind: str, id_: str) -> None:
    """Raise UsageError for an id of an entry, or of an industry, that the library does not have; no id is fine."""
    ids = list(library.settings.industries if kind == "industry" else library.entries[kind])
    if id_ and id_ not in ids:
        raise UsageError(f"There is no {kind} {id_!r}.{nearest(id_, ids)}", f"There are: {', '.join(ids) or 'none yet'}.")
