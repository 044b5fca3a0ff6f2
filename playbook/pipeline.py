"""The only place where stages meet: folders → documents → entries → library → pages → jobs → site and PDFs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from playbook.problems import Problem

if TYPE_CHECKING:
    from playbook.library import Library
    from playbook.publish import Progress, Published

Edition = Literal["rep", "partner", "buyer"]
STATE_FOLDER = ".playbook"


@dataclass(frozen=True)
class Checked:
    """A library as it was read, and all that is wrong with it, each problem with its place."""

    library: Library
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Built:
    """What a build gave: the library, every problem of content and of pages, and what happened on disk."""

    library: Library
    problems: tuple[Problem, ...]
    published: Published


@dataclass(frozen=True)
class BuildOptions:
    """How to build. `pdf` None means: PDFs where the engine is there, else a warning; `only` limits to these entry or page paths."""

    edition: Edition = "rep"
    pdf: bool | None = None
    workers: int = 0
    keep_going: bool = False
    only: Sequence[str] = ()


def check(root: Path, *, today: date) -> Checked:
    """Read and check the library in `root`; raises UsageError where there is none."""
    raise NotImplementedError


def build(root: Path, out: Path, *, today: date, options: BuildOptions = BuildOptions(), progress: Progress | None = None) -> Built:
    """Check the library in `root` and publish its site and PDFs to `out`."""
    raise NotImplementedError
