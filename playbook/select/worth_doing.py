"""Which problems are worth doing first: errors before warnings, and within a level those that most plays and stages suffer from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from playbook.library import Library
from playbook.model.entries import Entry
from playbook.model.kinds import kind_of
from playbook.problems import Level, Problem

MOST = 10
"""As many as a person takes on in a sitting."""


@dataclass(frozen=True)
class Worth:
    """A problem with what reps lose by it: how many live plays and how many stages rest on the entry it is in."""

    problem: Problem
    plays: int
    stages: int


def worth_doing(problems: Iterable[Problem], library: Library, most: int = MOST) -> tuple[Worth, ...]:
    """Return the problems to do first, at most so many; of the same problem in one entry only the first is among them.

    What is equal otherwise is ordered by how many references the entry has, then by file and line.
    """
    entries = {entry.file: entry for entry in library.all()}
    stages: dict[str, set[str]] = {}
    for edge in library.edges:
        if edge.kind == "stage":
            stages.setdefault(edge.file, set()).add(edge.id)
    found: dict[tuple[str, str], tuple[Worth, int]] = {}
    for each in problems:
        entry = entries.get(each.file)
        key = (each.code, each.file)
        if key not in found or _stands_before(each, found[key][0].problem):
            found[key] = _weighed(each, entry, library, stages.get(each.file, set()))
    ranked = sorted(found.values(), key=_rank)
    return tuple(worth for worth, _ in ranked[:most])


def _stands_before(one: Problem, other: Problem) -> bool:
    return one.place is not None and other.place is not None and one.place < other.place


def _weighed(found: Problem, entry: Entry | None, library: Library, stages: set[str]) -> tuple[Worth, int]:
    """Return what is lost by a problem, and how many references its entry has."""
    if entry is None:
        return Worth(found, 0, 0), 0
    kind = kind_of(entry).name
    users = library.used_by(kind, entry.id)
    plays = {edge.source_id for edge in users if edge.source_kind == "play"} | ({entry.id} if kind == "play" else set())
    live = [play for play in plays if (known := library.get("play", play)) and known.is_live]
    return Worth(found, len(live), len(stages | {entry.id} if kind == "stage" else stages)), len(users)


def _rank(weighed: tuple[Worth, int]) -> tuple[int, int, int, int, str, int, str]:
    worth, references = weighed
    found = worth.problem
    return (
        -found.level if found.level > Level.NOTE else 0,
        -worth.plays,
        -worth.stages,
        -references,
        found.file,
        found.place.line if found.place else 0,
        found.code,
    )
