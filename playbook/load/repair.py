"""A line that YAML refuses and what to write there instead, and what its neighbours tell about it."""

from __future__ import annotations

from msgspec import Struct

from playbook.load.quoting import is_remark
from playbook.problems import Place


class Repair(Struct, frozen=True):
    """Lines `first` to `last` (counted from 0) of a text, what to write there instead, and what to tell the author."""

    first: int
    last: int
    lines: tuple[str, ...]
    place: Place
    why: str
    remedy: str = "Paste the corrected line, or run `playbook check --fix`: other editors refuse the file as it is."
    code: str = "PB113"
    is_quoting: bool = False

    @property
    def suggestion(self) -> str:
        """The corrected lines, to be pasted."""
        return "\n".join(self.lines)

    def apply(self, text: str) -> str:
        """Return the text with the lines corrected."""
        lines = text.split("\n")
        lines[self.first : self.last + 1] = self.lines
        return "\n".join(lines)


def says_something(written: str) -> bool:
    """Whether a line is neither empty nor a remark: what is wrong never stands in a remark, and nobody's remark is changed."""
    return bool(written.strip()) and not is_remark(written)


def line_above(number: int, lines: list[str]) -> str:
    """Return the last line above one that says something; an empty text where there is none."""
    return next((line for line in reversed(lines[:number]) if says_something(line)), "")


def is_opener(line: str) -> bool:
    """Whether something stands further in below a line."""
    return line.rstrip().endswith((":", "|", ">"))


def indentation(line: str) -> str:
    """Return what a line is indented with."""
    return line[: len(line) - len(line.lstrip())]
