"""What a printed document says of itself, and the page that tells whether it is current. Plain frozen data."""

from __future__ import annotations

from msgspec import Struct

from playbook.model.changes import ChangedEntry
from playbook.model.parts import Link
from playbook.model.values import DayValue


class PrintMark(Struct, frozen=True):
    """What stands on a print so that it knows how old it is.

    `version` follows from its words. `reviewed` is the day of the newest review of what it tells, None where there was none.
    `address` is the page that says whether this version is current, empty where nobody knows where the site will be.
    """

    version: str
    reviewed: DayValue | None = None
    address: str = ""


class Printed(Struct, frozen=True):
    """A document that can be printed, as it is now.

    `before` is the version it had in an earlier library, empty where it was not there; `changed` are the entries that it tells or names
    and that are another version there.
    """

    link: Link
    mark: PrintMark
    before: str = ""
    changed: tuple[ChangedEntry, ...] = ()


class CurrentBody(Struct, frozen=True):
    """Every document that can be printed. `since` is what people call the earlier library, empty where there is none."""

    printed: tuple[Printed, ...]
    since: str = ""
