"""Drawings in SVG are small programs: those that do more than draw are not published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from playbook.problems import Problem, problem

# What runs, loads, or copies itself without end; a drawing exported from a design tool has none of it.
ACTIVE = re.compile(rb"<\s*(?:[\w-]+:)?(script|foreignObject|iframe|use|!ENTITY)\b|(?<=[\s\"'/])(on\w+)\s*=|(javascript:)", re.IGNORECASE)
_PACKED = b"\x00"


def drawing_problems(file: str, path: Path) -> Iterator[Problem]:
    """Yield a problem for an SVG that holds more than a drawing; other files are what they are."""
    if path.suffix.lower() != ".svg":
        return
    raw = path.read_bytes()
    found = ACTIVE.search(raw)
    if found or _PACKED in raw:
        what = next(part for part in found.groups() if part).decode("ascii") if found else "signs that are no text"
        yield problem(
            "PB128",
            file,
            why=f'The drawing holds "{what}", which can run or load something on the page of a reader, or copy itself without end.',
            remedy="Export it again as a plain SVG, with nothing but shapes, or use a PNG.",
        )
