"""Quotes around a text: those that YAML takes for letters, and those that it needs."""

from __future__ import annotations

import re

_INNER = '(?:[^“”„"]|"[^“”„"]*")+'
_ODD = re.compile(f'[“”„](?P<curly>{_INNER})[“”"]|"(?P<straight>{_INNER})[“”]|«(?P<pointed>[^«»]+)»')
_PLAIN = re.compile(r"[^\W_](?:[^\n:#]|:(?=\S)|(?<=\S)#)*(?<![\s:])")


def within_odd_quotes(text: str) -> str:
    """Return what stands in quotes of a word processor, of which one may be straight; empty for any other text."""
    found = _ODD.fullmatch(text)
    return found[found.lastgroup or 0].strip() if found else ""


def scalar(text: str) -> str:
    """Return a text as a value on a line: as it is where every reader takes it so, else in quotes."""
    if _PLAIN.fullmatch(text):
        return text
    return "'" + text.replace("'", "''") + "'" if '"' in text or "\\" in text else f'"{text}"'
