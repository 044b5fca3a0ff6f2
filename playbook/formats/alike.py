"""A text as other readers of YAML see it: 2027 is a number to them, and true is no word."""

from __future__ import annotations

import re
from math import isfinite

Plain = str | int | float | bool
_WORDS: dict[str, Plain] = {"true": True, "false": False}
_WHOLE = re.compile(r"[-+]?[0-9]{1,15}")
_FIGURE = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?")


def alike(text: str) -> tuple[Plain, ...]:
    """Return a text and, where YAML 1.2 reads another value without quotes, that value too."""
    if text.lower() in _WORDS:
        return text, _WORDS[text.lower()]
    if _WHOLE.fullmatch(text):
        return text, int(text)
    if _FIGURE.fullmatch(text) and isfinite(figure := float(text)):
        return text, figure
    return (text,)
