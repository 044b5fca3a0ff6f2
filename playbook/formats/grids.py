"""What a spreadsheet shows, whoever made it: sheets of rows of texts, each cell with the name that Excel has for it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from playbook.problems import Problem, problem

MOST_ROWS = 20_000
MOST_COLUMNS = 300
MOST_SHEETS = 60


class Grid(Struct, frozen=True):
    """A sheet: its rows from the first, each with the texts of its cells; `links` are the addresses behind cells (row, column from 0)."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    hidden: bool = False
    links: Mapping[tuple[int, int], str] = field(default_factory=dict)

    def cell(self, row: int, column: int) -> str:
        """Return what Excel calls a cell, its row and column counted from 0: "Tracker!C14"."""
        return f"{self.name}!{letters(column)}{row + 1}"


class Spreadsheet(Struct, frozen=True):
    """A file of sheets, by its name, and what is wrong with it."""

    name: str
    grids: tuple[Grid, ...]
    problems: tuple[Problem, ...] = ()

    def report(self, code: str, cell: str = "", **details: object) -> Problem:
        """Return a problem of this file, at a cell."""
        return problem(code, self.name, (cell,) if cell else (), part=cell, **details)


def letters(column: int) -> str:
    """Return what Excel calls a column, counted from 0: A, Z, AA."""
    found, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(65 + rest) + found
    return found


def trimmed(rows: list[list[str]]) -> tuple[tuple[str, ...], ...]:
    """Return rows without the empty cells at their ends and the empty rows at the end."""
    found = []
    for row in rows:
        last = max((number + 1 for number, text in enumerate(row) if text.strip()), default=0)
        found.append(tuple(row[:last]))
    while found and not found[-1]:
        found.pop()
    return tuple(found)
