"""Reads what the case's EXPECTED.md says of it: its tables, and the lists of ids below a heading."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Expected:
    """The sections of the file by the first words of their headings."""

    text: str

    @cached_property
    def sections(self) -> dict[str, str]:
        """The text below each heading."""
        parts = re.split(r"^## +(.+)$", self.text, flags=re.MULTILINE)
        return dict(zip(parts[1::2], parts[2::2], strict=True))

    def section(self, start: str) -> str:
        """Return the one section whose heading starts so."""
        (found,) = (text for heading, text in self.sections.items() if heading.startswith(start))
        return found

    def tables(self, start: str) -> list[list[list[str]]]:
        """Return the tables of a section, each a list of rows without its head, each cell without its back quotes."""
        found: list[list[list[str]]] = [[]]
        for line in self.section(start).splitlines():
            if line.startswith("|"):
                found[-1].append([_cell(cell) for cell in line.strip().strip("|").split("|")])
            elif found[-1]:
                found.append([])
        return [table[2:] for table in found if table]

    def ids(self, section: str, start: str) -> set[str]:
        """Return the ids in back quotes of the line of a section that starts so; the line says how many there are."""
        (line,) = (line for line in self.section(section).splitlines() if line.removeprefix("- ").startswith(start))
        told = re.search(rf"{re.escape(start)}, (\d+):", line)
        found = set(re.findall(r"`([a-z0-9-]+)`", line.partition(":")[2].partition(". ")[0]))
        assert told is None or len(found) == int(told[1]), f"EXPECTED.md says {told[1] if told else ''} and lists {len(found)}: {start}"
        return found

    def counts(self) -> dict[str, int]:
        """Return how many entries there are of each kind, by the plural of its name."""
        return {kind: int(count) for kind, count in self.tables("Entries")[0] if not kind.startswith("*")}

    def steps(self) -> dict[str, int]:
        """Return how many steps each play has."""
        (line,) = (line for line in self.section("Entries").splitlines() if line.startswith("- Steps:"))
        return {play: int(count) for play, count in re.findall(r"`([a-z0-9-]+)` (\d+)", line)}

    def sentences(self) -> Iterator[tuple[str, str, str]]:
        """Yield file, field and words of all that must appear as it is written, the ten sentences first."""
        ten, short = self.tables("Ten sentences")
        yield from ((file, field, words) for _, file, field, words, *_ in ten)
        yield from ((file, field, words) for file, field, words in short)


def _cell(cell: str) -> str:
    cell = cell.strip()
    quoted = re.fullmatch(r"`(.*)`", cell)
    return quoted[1] if quoted else html.unescape(cell)


def path_of(field: str) -> tuple[str | int, ...]:
    """Return a field as problems name it: `uses[0].personas[1]` is ("uses", 0, "personas", 1)."""
    return tuple(int(part) if part.isdigit() else part for part in re.findall(r"[^.\[\]]+", field))
