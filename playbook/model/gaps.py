"""A gap: a value that stands only for "somebody must still write this"."""

from __future__ import annotations

import re

_TO_BE = r"to be (?:added|announced|confirmed|decided|defined|determined|done|written)"
_MARKS = rf"to[- ]?do|tbd|tbc|tba|fixme|n/?a|n\.a\.?|x{{3,}}|{_TO_BE}|placeholder|coming soon|lorem ipsum.*"
_GAP = re.compile(rf"[\W_]*(?:{_MARKS})[\W_]*|[\s.…?_–—-]+", re.IGNORECASE | re.DOTALL)


def is_gap(text: str) -> bool:
    """Return whether a whole value says only TODO, TBD, N/A, "..." or the like; inside a sentence these words are no gap.

    What is a gap is shown nowhere, and is always reported: both ask here, so that nothing vanishes without a word.
    """
    return bool(text.strip()) and _GAP.fullmatch(text) is not None
