"""What no rep sees yet, and what it waits for. Plain frozen data."""

from __future__ import annotations

from msgspec import Struct


class Waiting(Struct, frozen=True):
    """Something that a draft waits for: a code that the theme and the command line put in words, and a detail."""

    code: str
    detail: str = ""


class Draft(Struct, frozen=True):
    """An entry that no rep sees yet: its name, its file, whose it is, and what it waits for; nothing of what it says."""

    kind: str
    title: str
    file: str
    owner: str
    waits: tuple[Waiting, ...]
