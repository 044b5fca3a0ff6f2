"""The id of an entry is the name of its file; two that nobody, or no disk, can tell apart are a problem."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from playbook.problems import Problem, problem

ENDINGS = (".yaml", ".yml")


def is_yaml(name: str) -> bool:
    """Whether a file's name has one of the two endings of YAML, in small or in capital letters."""
    return name.lower().endswith(ENDINGS)


def id_of(name: str) -> str:
    """Return the id that a file's name stands for, accents written in one way on every system."""
    return unicodedata.normalize("NFC", name.rpartition(".")[0])


def compare_ids(entries: Iterable[tuple[str, str, str]], problems: list[Problem]) -> None:
    """Report entries, given as (file, kind, id), whose ids are the same within a kind or differ only in capital letters."""
    first: dict[tuple[str, str], tuple[str, str]] = {}
    for file, kind, id_ in entries:
        other, other_id = first.setdefault((kind, id_.casefold()), (file, id_))
        if other == file:
            continue
        same = other_id == id_
        problems.append(
            problem(
                "PB104",
                file,
                entry=f"{kind}:{id_}",
                why=f"{other} has {'the same id' if same else 'an id that differs only in capital letters'}"
                + (", so this file is not read." if same else ", which many disks cannot tell apart, so this file is not read."),
                remedy="Rename or delete one of the two.",
            )
        )
