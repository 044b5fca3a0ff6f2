"""A line of a file with marks under the part that is meant, cut to fit where it is shown."""

from __future__ import annotations

from unicodedata import category, east_asian_width

from playbook.problems import Place

_LONGEST = 160
_BEFORE = 24


def excerpt(source: str, place: Place, columns: int = 0) -> tuple[str, str]:
    """Return the line as it is shown, and the line of marks below it; both at most `columns` wide (0: 160).

    What does not fit is cut away with an ellipsis, never the beginning of the part that is meant.
    """
    source = source.expandtabs(1)
    start = min(place.column - 1, len(source))
    end = max(start + 1, _end(place, source))
    shown, moved = _window(source, start, columns or _LONGEST)
    start, end = start - moved, min(end - moved, max(len(shown), start - moved + 1))
    return shown, " " * _columns(shown[:start]) + "^" * max(1, _columns(shown[start:end]))


def _end(place: Place, source: str) -> int:
    """Return where the marks end: at the end of the part, or of the line where the part goes on below."""
    if place.end_line > place.line:
        return len(source.rstrip())
    return min(place.end_column - 1, len(source))


def _window(source: str, start: int, columns: int) -> tuple[str, int]:
    """Return the stretch of a line that is shown, and by how many characters it begins later than the line."""
    if _columns(source) <= columns:
        return source, 0
    first = 0 if _columns(source[: start + _BEFORE]) < columns else max(0, start - _BEFORE)
    opening = "…" if first else ""
    room, last = columns - len(opening) - 1, first
    while last < len(source) and (room := room - _columns(source[last])) >= 0:
        last += 1
    return f"{opening}{source[first:last]}{'…' if last < len(source) else ''}", first - len(opening)


def _columns(text: str) -> int:
    """Return how many columns of a terminal a text takes: two for a wide letter, none for an accent on the one before."""
    return sum(0 if category(sign) in {"Mn", "Me", "Cf"} else 2 if east_asian_width(sign) in "WF" else 1 for sign in text)
