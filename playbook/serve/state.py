"""What the preview shows: the last good site, and what the last build had to say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from msgspec import Struct, field

from playbook.model.kinds import KINDS
from playbook.pipeline import BuildOptions, Checked, build, check
from playbook.problems import Level, PlaybookError, Problem


class Shown(Struct, frozen=True):
    """The outcome of a build. `number` counts them; `stopped` says why the site is still that of an earlier one, if it is.

    `made` are the paths that this build made anew.
    """

    number: int = 0
    problems: tuple[Problem, ...] = ()
    made: frozenset[str] = field(default_factory=frozenset)
    stopped: str = ""


def rebuilt(root: Path, site: Path, before: Shown, today: Callable[[], date]) -> Shown:
    """Bring the site to the library as it is now. Whatever is wrong with the files, the last good site stays and this says why."""
    number = before.number + 1
    try:
        if before.number and (unread := _unread(checked := check(root, today=today()))):
            return Shown(number, checked.problems, stopped=unread)
        built = build(root, site, today=today(), options=BuildOptions(pdf=False, workers=1))
    except PlaybookError as refused:
        return Shown(number, before.problems, stopped=str(refused))
    except OSError as refused:
        return Shown(number, before.problems, stopped=f"A file could not be read or written: {refused}.")
    except Exception as bug:  # noqa: BLE001 - the preview must outlive whatever a half-saved file does to us
        return Shown(number, before.problems, stopped=f"The preview could not be made ({type(bug).__name__}: {bug}). This is our mistake.")
    if built.published.failed:
        return Shown(number, built.problems, stopped=f"{len(built.published.failed)} of its pages cannot be made; see the problems.")
    return Shown(number, built.problems, frozenset(built.published.made))


def _unread(checked: Checked) -> str:
    """Return the place of what keeps the first file from being read, and why: mostly somebody is in the middle of writing it."""
    found = next((found for found in checked.problems if found.code.startswith("PB1") and found.level is Level.ERROR), None)
    if found is None:
        return ""
    told = f"{_where(found)} cannot be read as it is now. {found.why} {found.remedy}".strip()
    return told if found.suggestion in told else f"{told}\n{found.suggestion}"


def as_data(shown: Shown, root: Path, editor: str) -> dict[str, object]:
    """Return what a page of the preview needs to show it. `editor` is the address that opens a file, with {path}, {line} and {column}."""
    return {
        "number": shown.number,
        "stopped": shown.stopped,
        "made": sorted(shown.made),
        "problems": [_row(found, root, editor) for found in _worst_first(shown.problems)],
    }


def _worst_first(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda found: (-found.level, found.file, found.place.line if found.place else 0))


def _row(found: Problem, root: Path, editor: str) -> dict[str, object]:
    line, column = (found.place.line, found.place.column) if found.place else (1, 1)
    path = (root / found.file).as_posix() if found.file else ""
    return {
        "code": found.code,
        "level": str(found.level),
        "what": found.what,
        "where": _where(found),
        "why": found.why,
        "remedy": found.remedy,
        "suggestion": found.suggestion,
        "page": _page(found.entry),
        "open": editor.format(path=_quoted(path), line=line, column=column) if editor and path else "",
    }


def _where(found: Problem) -> str:
    return f"{found.file}:{found.place.line if found.place else 1}" if found.file else ""


def _page(entry: str) -> str:
    """Return the page of an entry that a problem is in, where it has one to itself."""
    kind, _, id_ = entry.partition(":")
    return f"{KINDS[kind].plural}/{id_}.html" if kind in KINDS else ""


def _quoted(path: str) -> str:
    from urllib.parse import quote

    return quote(path)
