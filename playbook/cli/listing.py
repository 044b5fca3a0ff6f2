"""Problems for people, each in the one shape."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from playbook.cli import console
from playbook.cli.shape import lines
from playbook.problems import Problem


def show(problems: Iterable[Problem], root: Path) -> None:
    """Print the problems of the library in `root`, as they are ordered, with an empty line after each."""
    from playbook.load import source_line

    for found in problems:
        for line in lines(found, source_line(root, found), console.width()):
            console.say(line)
        console.say()
