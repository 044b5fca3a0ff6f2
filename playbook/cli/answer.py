"""What `playbook check` has to say of a library, as plain data: enough to show it in every form, for every owner, without the library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from playbook.problems import Problem

if TYPE_CHECKING:
    from playbook.library import Library
    from playbook.model.drafts import Draft


class Answer(Struct, frozen=True):
    """All problems, and what stands around them.

    `lines` holds the line that a problem points to, by "file:line"; `resting` how many live plays, stages and references rest on what a
    file holds; `owned` the files of each owner, those of nobody under ""; `entries` is how many have a file, so that names of stages in the
    project file do not count; `drafts` are the files that no rep sees yet, each with its title, its owner and what it waits for.
    """

    problems: tuple[Problem, ...]
    lines: Mapping[str, str]
    resting: Mapping[str, tuple[int, int, int]]
    owned: Mapping[str, tuple[str, ...]]
    entries: int
    drafts: tuple[tuple[str, str], ...]

    def line(self, found: Problem) -> str:
        """Return the line of the file that a problem points to; empty where there is none."""
        return self.lines.get(_where(found), "") if found.place else ""


def answer(root: Path, today: date) -> Answer:
    """Read and check the library in `root`; raises UsageError where there is none."""
    from playbook.library import resting
    from playbook.load import source_line
    from playbook.model.kinds import SETTINGS_FILE
    from playbook.pipeline import check

    checked = check(root, today=today)
    return Answer(
        problems=checked.problems,
        lines={_where(found): source_line(root, found) for found in checked.problems if found.place},
        resting=resting(checked.library),
        owned=_owned(checked.library),
        entries=sum(entry.file != SETTINGS_FILE for entry in checked.library.all()),
        drafts=_drafts(checked.library),
    )


def _where(found: Problem) -> str:
    return f"{found.file}:{found.place.line}" if found.place else ""


def _owned(library: Library) -> dict[str, tuple[str, ...]]:
    files: dict[str, list[str]] = {}
    for entry in library.all():
        files.setdefault(entry.owner, []).append(entry.file)
    return {owner: tuple(theirs) for owner, theirs in files.items()}


def _drafts(library: Library) -> tuple[tuple[str, str], ...]:
    from playbook.library import drafts
    from playbook.text import title_of

    found = drafts(library, title_of)
    waiting = Counter(wait.detail for draft in found for wait in draft.waits if wait.code == "draft")
    first = sorted(found, key=lambda draft: -waiting[draft.title])
    return tuple((draft.file, _said(draft, waiting[draft.title])) for draft in first)


def _said(draft: Draft, waiting: int) -> str:
    """Say whose a draft is, what it waits for and how many others wait for it."""
    others = f"; {waiting} {'other waits' if waiting == 1 else 'others wait'} for it" if waiting else ""
    return f"{draft.title}, of {draft.owner or 'nobody'}: waits for {_waits(draft)}{others}"


def _waits(draft: Draft) -> str:
    return ", ".join(_WAITS[wait.code].format(wait.detail) for wait in draft.waits)


_WAITS = {
    "field": "its {}",
    "content": "its content (only its name is there)",
    "uses": "a use",
    "when": "when to use it",
    "how": "how to use it",
    "steps": "its steps",
    "draft": 'the draft "{}"',
    "owner": "an owner",
    "approval": "somebody to approve it",
}
