"""Lengths of time as people agree on them: "5 minutes", "2 business days", "3-4 weeks"."""

from __future__ import annotations

import re
from typing import cast

from playbook.model.values import Span, Unit
from playbook.validate.mistake import Mistake

_FORMS = "Write for instance 5 minutes, 4 business hours, 2 business days, 3-4 weeks or 6 months."
_FIGURE = r"[0-9]{1,6}(?:\.[0-9]{1,3})?"
_SPAN = re.compile(
    rf"(?P<low>{_FIGURE})(?:\s*(?:-|–|to)\s*(?P<high>{_FIGURE}))?\s*(?:(?P<sort>business|working|calendar)\s+)?(?P<unit>[a-z]+)",
    re.IGNORECASE,
)
_UNITS = {
    **dict.fromkeys(("minute", "minutes", "min", "mins"), "minute"),
    **dict.fromkeys(("hour", "hours", "hr", "hrs", "h"), "hour"),
    **dict.fromkeys(("day", "days", "d"), "day"),
    **dict.fromkeys(("week", "weeks", "wk", "wks"), "week"),
    **dict.fromkeys(("month", "months"), "month"),
    **dict.fromkeys(("year", "years"), "year"),
}
_IN_WORDS = {"a": "1", "an": "1", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "ten": "10"}
_IN_BUSINESS = {"minute", "hour", "day"}


def duration(text: str) -> Span | Mistake:
    """Read a length of time; "working" means the same as "business"."""
    found = _SPAN.fullmatch(text)
    unit = _UNITS.get(found["unit"].lower()) if found else None
    if found is None or unit is None:
        return _not_a_duration(text)
    low, high = float(found["low"]), float(found["high"] or found["low"])
    if low > high:
        return Mistake("PB208", f'"{text}" begins with the longer time.', "Write the shorter time first, such as 3-4 weeks.")
    business = (found["sort"] or "").lower() in {"business", "working"}
    if business and unit not in _IN_BUSINESS:
        return Mistake(
            "PB208",
            f'"{text}": only minutes, hours and days are counted in business time.',
            f"Write {text.replace(found['sort'] + ' ', '')}.",
        )
    return Span(text, low, high, cast(Unit, unit), business)


def _not_a_duration(text: str) -> Mistake:
    if re.fullmatch(_FIGURE, text):
        return Mistake("PB208", f'"{text}" has no unit: {text} what?', f"Write {text} minutes, {text} hours or {text} business days.")
    first, _, rest = text.partition(" ")
    in_figures = f"{_IN_WORDS.get(first.lower(), '')} {rest}"
    certain = in_figures if isinstance(_read_again(in_figures), Span) else ""
    return Mistake("PB208", f'"{text}" is not a length of time.', _FORMS, certain)


def _read_again(text: str) -> Span | None:
    """Tell whether a corrected text would be read; only one that starts with a figure can be."""
    found = duration(text) if text[:1].isdigit() and text.isascii() else None
    return found if isinstance(found, Span) else None
