"""What no rep sees yet, and what it waits for. Plain frozen data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Waiting:
    """Something that a draft waits for: a code that the theme and the command line put in words, and a detail."""

    code: str
    detail: str = ""


@dataclass(frozen=True)
class Draft:
    """An entry that no rep sees yet: its name, its file, whose it is, and what it waits for; nothing of what it says."""

    kind: str
    title: str
    file: str
    owner: str
    waits: tuple[Waiting, ...]
