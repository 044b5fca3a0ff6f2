"""Which saved files make the preview again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

from watchfiles import Change, DefaultFilter, awatch

QUIET = 200
"""Milliseconds of rest after which a burst of saves counts as over."""
LONGEST = 1600
"""Milliseconds after which a burst that does not end is taken as one."""


class Written(DefaultFilter):
    """Everything in a library that people write; not what the program makes of it, and no editor's own files."""

    def __init__(self, root: Path, site: Path) -> None:
        """Leave out the site and what lies in hidden folders."""
        super().__init__(ignore_paths=[site])
        self._root = root

    def __call__(self, change: Change, path: str) -> bool:
        """Tell whether a change of this file is one of the library's."""
        hidden = any(part.startswith(".") for part in Path(path).relative_to(self._root).parts)
        return not hidden and super().__call__(change, path)


async def bursts(root: Path, site: Path) -> AsyncIterator[None]:
    """Yield once for each burst of saves in the library, for ever."""
    async for _ in awatch(root, watch_filter=Written(root, site), debounce=LONGEST, step=QUIET):
        yield
