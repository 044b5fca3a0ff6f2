"""A file as it was read, before anything is made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from playbook.problems import Problem

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"


@dataclass(frozen=True)
class Document:
    """One file of the library. Every value in `data` is still text (None where nothing was written), below `extra` too.

    The form is as written: one value may stand for a list of one, a text for its group's main field. None as the whole
    data means that the file could not be read, which a problem has said already.
    `kind` is a name of KINDS, "settings", "agreement" or "reviews"; `digest` is the hash of the file's bytes.
    """

    file: str
    kind: str
    id: str
    data: Data
    digest: str


@dataclass(frozen=True)
class LibraryFile:
    """A file in content_library/files: its path from there, its size in bytes and the hash of its bytes."""

    name: str
    size: int
    digest: str


@dataclass(frozen=True)
class Loaded:
    """All that was read from a library's folder."""

    documents: tuple[Document, ...]
    files: tuple[LibraryFile, ...]
    problems: tuple[Problem, ...]
