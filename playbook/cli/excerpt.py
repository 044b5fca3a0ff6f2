"""A line of a file with marks under the part that is meant, cut to fit where it is shown."""

from __future__ import annotations

from itertools import accumulate
from unicodedata import category, east_asian_width

from playbook.problems import Place

_LONGEST = 160


def excerpt(source: str, place: Place, columns: int = 0) -> tuple[str, str]:
    """Return the line as it is shown, and the line of marks below it; both at most `columns` wide (0: 160).

    What does not fit is cut away with an ellipsis, never the beginning of the part that is meant.
    """
    source = source.expandtabs(1)
    start = min(place.column - 1, len(source))
    end = max(start + 1, _end(place, source))
    shown, moved = _window(source, start, end, columns or _LONGEST)
    start, end = start - moved, min(end - moved, max(len(shown), start - moved + 1))
    return shown, " " * _columns(shown[:start]) + "^" * max(1, _columns(shown[start:end]))


def _end(place: Place, source: str) -> int:
    """Return where the marks end: at the end of the part, or of the line where the part goes on below."""
    if place.end_line > place.line:
        return len(source.rstrip())
    return min(place.end_column - 1, len(source))


def _window(source: str, start: int, end: int, columns: int) -> tuple[str, int]:
    """Return the stretch of a line that is shown, and by how many characters it begins later than the line."""
    if _columns(source) <= columns:
        return source, 0
    first = 0 if _columns(source[:end]) < columns else start - _fitting(source[:start][::-1], columns // 4)
    opening = "…" if first else ""
    last = first + _fitting(source[first:], columns - len(opening) - 1)
    return f"{opening}{source[first:last]}{'…' if last < len(source) else ''}", first - len(opening)


def _fitting(text: str, columns: int) -> int:
    """Return how many characters from the start of a text fit into so many columns."""
    widths = accumulate(map(_columns, text))
    return sum(1 for width in widths if width <= columns)


def _columns(text: str) -> int:
    """Return how many columns of a terminal a text takes: two for a wide letter, none for an accent on the one before."""
    return sum(0 if category(sign) in {"Mn", "Me", "Cf"} else 2 if east_asian_width(sign) in "WF" else 1 for sign in text)
