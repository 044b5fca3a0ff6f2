"""A file as it was read, before anything is made of it."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from playbook.problems import Problem

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"


class Document(Struct, frozen=True):
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


class LibraryFile(Struct, frozen=True):
    """A file in content_library/files: its path from there, its size in bytes and the hash of its bytes."""

    name: str
    size: int
    digest: str


class Loaded(Struct, frozen=True):
    """All that was read from a library's folder."""

    documents: tuple[Document, ...]
    files: tuple[LibraryFile, ...]
    problems: tuple[Problem, ...]
