"""What all rules share: the form of a rule, and a problem at a field of an entry."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TypeAlias

from playbook.library import Library
from playbook.model.entries import Entry
from playbook.model.kinds import kind_of
from playbook.model.settings import Settings
from playbook.model.walk import Value
from playbook.problems import FieldPath, Problem, problem

Rule: TypeAlias = Callable[[Library, date], Iterator[Problem]]
ValueRule: TypeAlias = Callable[[Library, Entry | Settings, Value], Iterator[Problem]]


def finding(thing: Entry | Settings, code: str, field: FieldPath = (), **details: object) -> Problem:
    """Return a problem at a field of an entry, or of the project file."""
    entry = "" if isinstance(thing, Settings) else f"{kind_of(thing).name}:{thing.id}"
    return problem(code, thing.file, field, entry=entry, **details)


def is_live(thing: Entry | Settings) -> bool:
    """Whether readers may meet it: editorial rules leave drafts and what is retired alone."""
    return isinstance(thing, Settings) or thing.is_live


def some(words: Iterable[str], most: int = 12) -> str:
    """Return the words as a list in a sentence, cut short where there are many."""
    known = list(words)
    return ", ".join(known[:most]) + (f" and {len(known) - most} more" if len(known) > most else "")


def plain_id(id_: str) -> str:
    """Return an id as it should be: in small letters, with hyphens."""
    return re.sub(r"[^\w.]+", "-", id_.lower()).strip("-.")


def to_write(*lines: str) -> str:
    """Ask for lines of a file as they are typed, with dots for the author's own words; one that stands there empty is filled."""
    quoted = [f'"{line}"' for line in lines]
    listed = f"{', '.join(quoted[:-1])} and {quoted[-1]}" if len(quoted) > 1 else quoted[0]
    return f"Write the line{'s' if len(lines) > 1 else ''} {listed}"


def sentence(text: str) -> str:
    """Return the text with a capital letter at its start; the rest, with the ids in it, stays as it is."""
    return text[:1].upper() + text[1:]
