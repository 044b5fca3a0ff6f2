"""Problems as annotations of GitHub's checks: commands on lines of their own, and a table for the summary of the step.

The commands and how they are escaped: GitHub's documentation, "Workflow commands for GitHub Actions". Of each level GitHub shows the
first ten of a step, so the caller gives the worst first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from playbook.problems import Level, Problem

_MOST = 10
_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
_IN_TEXT = {ord("%"): "%25", ord("\r"): "%0D", ord("\n"): "%0A"}
_IN_PROPERTY = {**_IN_TEXT, ord(":"): "%3A", ord(","): "%2C"}


def as_github(problems: Sequence[Problem], folder: str = "") -> Iterator[str]:
    """Yield a command for each problem, at most ten of a level; `folder` is the library's, from the root of the repository."""
    shown: Counter[Level] = Counter()
    for found in problems:
        shown[found.level] += 1
        if shown[found.level] <= _MOST:
            yield _command(found, folder)
    if left := sum(max(0, count - _MOST) for count in shown.values()):
        yield f"{left} more: the whole list is in the summary of this step."


def _command(found: Problem, folder: str) -> str:
    properties: dict[str, object] = {"file": path_of(found, folder)}
    if found.place:
        properties |= {"line": found.place.line, "col": found.place.column}
        properties |= {"endLine": found.place.end_line, "endColumn": found.place.end_column} if found.place.end_line else {}
    properties["title"] = f"{found.code} {found.what}"
    written = ",".join(f"{name}={str(value).translate(_IN_PROPERTY)}" for name, value in properties.items())
    return f"::{_COMMANDS[found.level]} {written}::{message(found).translate(_IN_TEXT)}"


def as_summary(problems: Sequence[Problem], folder: str = "") -> str:
    """Return all problems as a table in Markdown, in the order they are given in."""
    rows = [f"| {_where(found, folder)} | {found.level} {found.code} | {_cell(message(found))} |" for found in problems]
    return "\n".join(["| where | what | why, and what to do |", "|---|---|---|", *rows, ""])


def _where(found: Problem, folder: str) -> str:
    return _cell(path_of(found, folder)) + (f":{found.place.line}" if found.place else "")


def _cell(text: str) -> str:
    """Return a text as a cell that shows it as it is: neither HTML nor Markdown in it takes effect."""
    shown = text.replace("&", "&amp;").replace("<", "&lt;").replace("\\", "\\\\")
    for sign in "|`*_[]":
        shown = shown.replace(sign, f"\\{sign}")
    return " ".join(shown.split())


def path_of(found: Problem, folder: str) -> str:
    """Return the path of a problem's file from the root of the repository."""
    return f"{folder}/{found.file}" if folder and found.file else found.file


def message(found: Problem) -> str:
    """Return why it is wrong, what was probably meant, and what to do, as one text."""
    meant = f'Did you mean "{found.suggestion}"?' if found.suggestion and found.suggestion not in f"{found.why} {found.remedy}" else ""
    return "\n".join(part for part in (found.why, meant, found.remedy) if part) or found.what
