"""What the builder writes and every open page of the preview reads: the outcome of the last build."""

from __future__ import annotations

import asyncio
from pathlib import Path

from msgspec import Struct, field

from playbook.serve.state import Shown, as_data


class Board(Struct):
    """The last outcome, and an event that is set whenever there is a new one."""

    root: Path
    editor: str
    shown: Shown = field(default_factory=Shown)
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    def put(self, shown: Shown) -> None:
        """Show the outcome of a build to everybody who waits for one."""
        self.shown = shown
        self.changed.set()
        self.changed = asyncio.Event()

    def data(self) -> dict[str, object]:
        """Return what a page needs to show the outcome."""
        return as_data(self.shown, self.root, self.editor)
