"""Plain data as JSON, for files that others read."""

from __future__ import annotations

from typing import Any

from msgspec import json


def compact(data: Any) -> bytes:
    """Return the data in one line."""
    return json.encode(data, enc_hook=_text)


def indented(data: Any) -> bytes:
    """Return the data a value a line, with an end of line after the last."""
    return json.format(compact(data)) + b"\n"


def _text(value: Any) -> str:
    """A text of the theme's is a text."""
    if isinstance(value, str):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")
