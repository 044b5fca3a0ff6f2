"""What can be wrong, as a value: the Problem, and the few exceptions that stop a command."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from msgspec import Struct
from msgspec.structs import replace

from playbook.codes import CODES

FieldPath = tuple[str | int, ...]


class Level(IntEnum):
    """How bad a problem is; a greater level is worse."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        """Return the level as authors write it: note, warning or error."""
        return self.name.lower()


class ExitCode(IntEnum):
    """What the command line returns to its caller."""

    FINE = 0
    CONTENT = 1
    USAGE = 2
    MACHINE = 3
    OWN_BUG = 70
    INTERRUPTED = 130


class Place(Struct, frozen=True, order=True, array_like=True):
    """A stretch of a file, lines and columns counted from 1; the end column is the first one after it."""

    line: int
    column: int = 1
    end_line: int = 0
    end_column: int = 0


class Problem(Struct, frozen=True, omit_defaults=True):
    """One thing that is wrong, in words an author understands.

    `file` is relative to the library's root, with forward slashes. `field` is the way to the value inside the file;
    its place is looked up when the problem is shown, unless the reader already knew it. `part` is the piece of the
    value that the caret marks, `on_key` marks the name of the field instead. `ageing` problems come from the passing of time alone.
    `other` is the way to a second value that the problem is about; when the places are looked up, its line is named.
    """

    code: str
    level: Level
    file: str
    field: FieldPath = ()
    what: str = ""
    why: str = ""
    remedy: str = ""
    suggestion: str = ""
    entry: str = ""
    part: str = ""
    on_key: bool = False
    ageing: bool = False
    other: FieldPath = ()
    place: Place | None = None


def problem(code: str, file: str, field: FieldPath = (), **details: object) -> Problem:
    """Return a Problem with the level and the short name that its code has in the catalogue.

    Raises KeyError for a code that the catalogue does not know.
    """
    known = CODES[code]
    found = Problem(code, Level[known.level.upper()], file, field, what=known.what)
    return replace(found, **details)


def worst(problems: Iterable[Problem]) -> Level | None:
    """Return the worst level among the problems, or None where there are none."""
    return max((found.level for found in problems), default=None)


class PlaybookError(Exception):
    """Something that stops a command: one sentence on what happened, one on what to do, and the exit code."""

    exit_code = ExitCode.CONTENT

    def __init__(self, what: str, remedy: str = "") -> None:
        """Keep both sentences; together they are the exception's text."""
        super().__init__(f"{what} {remedy}".strip())
        self.what = what
        self.remedy = remedy


class UsageError(PlaybookError):
    """The command was asked for something that makes no sense here."""

    exit_code = ExitCode.USAGE


class MachineError(PlaybookError):
    """The machine lacks something that was demanded."""

    exit_code = ExitCode.MACHINE
