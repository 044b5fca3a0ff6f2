"""One file while it is being read: its name, and what was found wrong with it so far."""

from __future__ import annotations

from msgspec import Struct, field

from playbook.problems import FieldPath, Place, Problem, problem

# One line of 100,000 signs with as many problems would otherwise fill the memory with corrected lines.
LONGEST = 5_000


class Source(Struct, frozen=True):
    """A file of the library and the problems that its reading gathers; `entry` is its address, such as "play:cold"."""

    file: str
    entry: str = ""
    problems: list[Problem] = field(default_factory=list)

    def report(self, code: str, place: Place | None = None, path: FieldPath = (), **details: object) -> None:
        """Add a problem of this file; a correction too long to be pasted is left out."""
        if len(str(details.get("suggestion", ""))) > LONGEST:
            details["suggestion"] = ""
        self.problems.append(problem(code, self.file, path, entry=self.entry, place=place, **details))


def place_on(line: int, text: str, part: str = "") -> Place:
    """Return the place of a piece of a line, or of all that is written on it; `line` counts from 0."""
    written = part or text.strip()
    start = max(text.find(written), 0)
    return Place(line + 1, start + 1, line + 1, start + 1 + len(written))
