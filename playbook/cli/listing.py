"""Problems for people, each in the one shape."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from playbook.cli import console
from playbook.cli.shape import lines
from playbook.problems import Problem


def show(problems: Iterable[Problem], line_of: Callable[[Problem], str]) -> None:
    """Print the problems as they are ordered, each with the line it points to, as `line_of` gives it, and an empty line after each."""
    for found in problems:
        for line in lines(found, line_of(found), console.width()):
            console.say(line)
        console.say()
