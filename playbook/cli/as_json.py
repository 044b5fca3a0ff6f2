"""Problems for programs: a list with one object a problem, whose keys stay the same."""

from __future__ import annotations

import json
from collections.abc import Iterable

from playbook.cli.shape import ordered
from playbook.problems import Place, Problem


def as_json(problems: Iterable[Problem]) -> str:
    """Return the problems as JSON, sorted by file and place; lines and columns count from 1, and are null where there is no place."""
    return json.dumps([_fields(found) for found in ordered(problems)], indent=2)


def _fields(found: Problem) -> dict[str, object]:
    place = found.place or Place(0, 0)
    return {
        "code": found.code,
        "level": str(found.level),
        "file": found.file,
        "line": place.line or None,
        "column": place.column or None,
        "end_line": place.end_line or None,
        "end_column": place.end_column or None,
        "entry": found.entry,
        "field": list(found.field),
        "what": found.what,
        "why": found.why,
        "remedy": found.remedy,
        "suggestion": found.suggestion,
        "ageing": found.ageing,
    }
