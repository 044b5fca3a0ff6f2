"""What publishing did, and who may listen while it does it."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from playbook.problems import Problem


class Published(Struct, frozen=True):
    """What one call of `publish` did; paths are relative to the site, with forward slashes, in the order of the jobs.

    `made` are the paths whose job ran, `kept` counts the jobs that did not need to, `removed` are the pruned paths, and `failed`
    those whose job gave nothing. `problems` are those of all jobs: a job that did not run repeats what the record keeps.
    `swapped` says whether the site on disk is another than before. `details` pairs a failed path with its traceback, for a bug report.
    """

    made: tuple[str, ...] = ()
    kept: int = 0
    removed: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    failed: tuple[str, ...] = ()
    swapped: bool = False
    details: tuple[tuple[str, str], ...] = ()


class Progress(Protocol):
    """Hears how many jobs will run, the label of each one that is done, and the end, also where the end is an error."""

    def start(self, total: int) -> None:
        """Hear how many jobs will run."""

    def advance(self, label: str) -> None:
        """Hear that one job is done."""

    def stop(self) -> None:
        """Hear that no more jobs follow."""


class Silence:
    """A Progress that tells nobody."""

    def start(self, total: int) -> None:
        """Say nothing."""

    def advance(self, label: str) -> None:
        """Say nothing."""

    def stop(self) -> None:
        """Say nothing."""
