"""What is renamed, and where a text links to it or only mentions it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct


class Renaming(Struct, frozen=True):
    """An entry's kind, its id and the new one."""

    kind: str
    old: str
    new: str

    def in_text(self, text: str) -> str:
        """Return a text whose links to the entry, such as term:lead, name the new id."""
        return self._link.sub(f"{self.kind}:{self.new}", text)

    def links(self, text: str) -> Iterator[re.Match[str]]:
        """Yield where a text links to the entry."""
        return self._link.finditer(text)

    def mentions(self, text: str) -> bool:
        """Whether a text has the old id as a word of its own."""
        return re.search(rf"(?<![\w-]){re.escape(self.old)}(?![\w-])", text) is not None

    @property
    def _link(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w/.-]){self.kind}:{re.escape(self.old)}(?![\w-]|\.\w)")
