"""The lines of an author's file while they are changed: each keeps its own end, and what is new takes that of the others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")
_BOM = "\ufeff"


class Lines(Struct, frozen=True):
    """A file as lines without their ends, counted from 0 as the reader of files counts them; `lead` is a byte order mark or nothing."""

    texts: tuple[str, ...]
    ends: tuple[str, ...]
    lead: str = ""

    @property
    def end(self) -> str:
        """The end that most lines have."""
        found = Counter(end for end in self.ends if end)
        return found.most_common(1)[0][0] if found else "\n"

    def to_bytes(self) -> bytes:
        """Return the file."""
        return (self.lead + "".join(text + end for text, end in zip(self.texts, self.ends, strict=True))).encode()

    def with_lines(self, first: int, after: int, new: Sequence[str]) -> Lines:
        """Put lines in the place of those from `first` up to, but not including, `after`."""
        ends = list(self.ends[:first])
        if new and ends and not ends[-1]:
            ends[-1] = self.end  # the file's last line had no end, and is no longer the last
        kept = list(self.ends[first:after])[: len(new)]
        kept += [self.end] * (len(new) - len(kept))
        return replace(
            self,
            texts=(*self.texts[:first], *new, *self.texts[after:]),
            ends=(*ends, *(end or self.end for end in kept), *self.ends[after:]),
        )

    def with_part(self, line: int, start: int, end: int, new: str) -> Lines:
        """Put words in the place of a piece of one line."""
        text = self.texts[line]
        return replace(self, texts=(*self.texts[:line], text[:start] + new + text[end:], *self.texts[line + 1 :]))


def lines_of(raw: bytes) -> Lines:
    """Return the lines of a file; the reader of files has seen before that it is text in UTF-8."""
    text = raw.decode("utf-8")
    lead = _BOM if text.startswith(_BOM) else ""
    found = [(each[1], each[2]) for each in _LINE.finditer(text.removeprefix(_BOM)) if each[0]]
    return Lines(tuple(text for text, _ in found), tuple(end for _, end in found), lead)
