"""The id of an entry is the name of its file; two that nobody, or no disk, can tell apart are a problem."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from playbook.model.filenames import fault_of, fault_of_id
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


def unusable_entry(file: str, kind: str, id_: str) -> list[Problem]:
    """Return the problem of an entry whose page could not be made, or whose file other systems cannot have; mostly none."""
    return _unusable(file, fault_of_id(kind, id_), f"{kind}:{id_}")


def compare_files(files: Iterable[str], problems: list[Problem]) -> set[str]:
    """Report the files that are published as they are and that some disk cannot have beside the others; return their names."""
    spelled: dict[str, str] = {}
    refused: set[str] = set()
    for file in files:
        found = _unusable(file, next(filter(None, map(fault_of, file.split("/"))), "")) or _respelled(file, spelled)
        problems.extend(found)
        refused.update(each.file for each in found)
    return refused


def _respelled(file: str, spelled: dict[str, str]) -> list[Problem]:
    """Return the problem of a file, or of a folder it lies in, that differs from an earlier one only in capital letters."""
    parts = file.split("/")
    for path in ("/".join(parts[: number + 1]) for number in range(len(parts))):
        other = spelled.setdefault(unicodedata.normalize("NFC", path).casefold(), path)
        if other != path:
            return _unusable(file, f"Many disks cannot tell {path} from {other}.")
    return []


def _unusable(file: str, fault: str, entry: str = "") -> list[Problem]:
    why = f"{fault} So this file is not read."
    return [problem("PB127", file, entry=entry, why=why, remedy="Rename it, best with letters, digits and dashes.")] if fault else []
