"""What rests on each entry: how many plays, stages and references suffer from a mistake in it."""

from __future__ import annotations

from playbook.library.library import Library
from playbook.model.entries import Entry
from playbook.model.kinds import kind_of


def resting(library: Library) -> dict[str, tuple[int, int, int]]:
    """Return for the file of each entry how many live plays, stages and references rest on what it holds."""
    stages: dict[str, set[str]] = {}
    for edge in library.edges:
        if edge.kind == "stage":
            stages.setdefault(edge.file, set()).add(edge.id)
    return {entry.file: _weight(entry, library, stages.get(entry.file, set())) for entry in library.all()}


def _weight(entry: Entry, library: Library, stages: set[str]) -> tuple[int, int, int]:
    kind = kind_of(entry).name
    users = library.used_by(kind, entry.id)
    plays = {edge.source_id for edge in users if edge.source_kind == "play"} | ({entry.id} if kind == "play" else set())
    live = [play for play in plays if (known := library.get("play", play)) and known.is_live]
    return len(live), len(stages | {entry.id} if kind == "stage" else stages), len(users)
