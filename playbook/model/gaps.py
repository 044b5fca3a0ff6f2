"""A gap: a value that stands only for "somebody must still write this"."""

from __future__ import annotations

import re

_WORDS = r"todo|to do|tbd|tba|tbc|n/?a|xxx+|fixme|to be (determined|defined|done|confirmed|written|added)|lorem ipsum.*"
_GAP = re.compile(rf"\W*({_WORDS})\W*", re.IGNORECASE | re.DOTALL)
_DOTS = re.compile(r"[\s.…?_-]+")


def is_gap(text: str) -> bool:
    """Return whether a whole value says only TODO, TBD, N/A, "..." or the like; inside a sentence these words are no gap."""
    return bool(text) and (_GAP.fullmatch(text) is not None or _DOTS.fullmatch(text) is not None)
