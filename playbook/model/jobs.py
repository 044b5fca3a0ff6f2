"""Work as data: a Job makes one file of the site, and is an importable function with what it needs."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from playbook.problems import Problem


class Bundle(Struct, frozen=True):
    """Files read once, before any work: name → bytes, and one hash over all of them. Each worker gets it once."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    digest: str = ""


class Job(Struct, frozen=True):
    """One file of the site to make.

    `path` is relative to the site, with forward slashes. `make` names a function as "package.module:function"; it is called as
    `make(data, bundle, last_key)` and returns a Made. `fingerprint` is the hash of all that the result depends on:
    while it stays the same, the file is not made again. `weight` orders the work, heaviest first.
    """

    path: str
    make: str
    data: object
    fingerprint: str
    label: str = ""
    weight: int = 1


class Made(Struct, frozen=True):
    """What a job gave: the bytes, or None where `key` equals the last key and the file at hand still holds.

    `key` is a second, finer hash for costly jobs (a PDF's is that of its print HTML, pictures, fonts and engine).
    """

    content: bytes | None
    key: str = ""
    problems: tuple[Problem, ...] = ()
