"""How far a build is: a bar on a terminal, a few plain lines in a log, nothing where nobody wants to know."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from playbook.cli import console

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress
    from rich.progress import TaskID

    from playbook.publish import Progress

_FEW = 20


def progress(*, quiet: bool) -> Progress | None:
    """Return who is told how far the build is; None where nobody is."""
    if quiet:
        return None
    return Bar() if console.is_terminal(sys.stderr) else Steps()


class Bar:
    """A bar that goes away when the work is done."""

    def __init__(self) -> None:
        """Draw nothing yet: where nothing changed, there is nothing to draw."""
        self._shown: RichProgress | None = None
        self._task: TaskID | None = None

    def start(self, total: int) -> None:
        """Draw the bar for so many files."""
        if total == 0:
            return
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (TextColumn("Making"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False))
        self._shown = Progress(*columns, console=Console(stderr=True), transient=True)
        self._task = self._shown.add_task("", total=total)
        self._shown.start()

    def advance(self, label: str) -> None:
        """Move the bar by one file."""
        if self._shown is not None and self._task is not None:
            self._shown.update(self._task, advance=1, description=label)

    def stop(self) -> None:
        """Take the bar away."""
        if self._shown is not None:
            self._shown.stop()


class Steps:
    """A line at each tenth of the work, so that a log shows that it goes on."""

    def __init__(self) -> None:
        """Start at nothing."""
        self._total = 0
        self._done = 0

    def start(self, total: int) -> None:
        """Say how many files there are to make."""
        self._total = total
        if total:
            console.tell(f"Making {total:,} {'file' if total == 1 else 'files'}")

    def advance(self, label: str) -> None:
        """Count one file; say so at each tenth."""
        self._done += 1
        tenth = self._done * 10 // self._total
        if self._total > _FEW and tenth > (self._done - 1) * 10 // self._total:
            console.tell(f"  {self._done:,} of {self._total:,}: {label}")

    def stop(self) -> None:
        """Say nothing: the closing lines follow."""
