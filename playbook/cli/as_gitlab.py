"""Problems as GitLab's report of code quality: a list of objects. Its fields: GitLab's documentation, "Code Quality report format"."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from playbook.cli.as_github import message, path_of
from playbook.cli.shape import ordered
from playbook.problems import Level, Problem

_SEVERITIES = {Level.ERROR: "major", Level.WARNING: "minor", Level.NOTE: "info"}


def as_gitlab(problems: Iterable[Problem], folder: str = "") -> str:
    """Return the problems as JSON, by file and line; `folder` is the library's, from the root of the repository."""
    prints = fingerprints(found := ordered(problems))
    rows = [
        {
            "check_name": each.code,
            "description": f"{each.what}: {message(each)}",
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[each.level],
            "location": {"path": path_of(each, folder), "lines": {"begin": each.place.line if each.place else 1}},
        }
        for each, fingerprint in zip(found, prints, strict=True)
    ]
    return json.dumps(rows, indent=2)


def fingerprints(problems: Iterable[Problem]) -> list[str]:
    """Return what each problem is known by from one run to the next: its line may move, and the names of fields around it stay.

    The number in a list is left out, so that a line written above does not make a known problem a new one; what is equal is counted.
    """
    seen: Counter[str] = Counter()
    prints = []
    for found in problems:
        names = [step for step in found.field if isinstance(step, str)]
        known = "\0".join([found.code, found.file, *names, found.part, found.suggestion])
        seen[known] += 1
        prints.append(sha256(f"{known}\0{seen[known]}".encode()).hexdigest())
    return prints
