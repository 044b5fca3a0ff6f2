"""Days: of the calendar (`2026-11-21`, `2026-11`, `evergreen`) and of a step (`3`, `-14`, `30 calendar`)."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime

from playbook.model.values import DayValue, StepDayValue
from playbook.validate.mistake import Mistake

EVERGREEN = "evergreen"
_FORMS = "Write a day as 2026-11-21, a month as 2026-11, or evergreen."
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[T ].{0,40})?")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-/.])\s?([0-9]{1,2})[-/.]\s?([0-9]{4})")
_IN_WORDS = ("%d %b %Y", "%d %B %Y", "%b %d %Y", "%B %d %Y", "%b %Y", "%B %Y")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_STEP_DAY = re.compile(r"(?P<number>[+-]?[0-9]{1,4})(?:\s+(?P<sort>business|working|calendar))?(?:\s+days?)?", re.IGNORECASE)
_DAY_IN_WORDS = re.compile(r"(?:day\s*|t\s*)(?P<number>[+-]?[0-9]{1,4})", re.IGNORECASE)


def day(text: str) -> DayValue | Mistake:
    """Read a day, a whole month, or `evergreen`."""
    if text.lower() == EVERGREEN:
        return DayValue(text, None, None)
    if found := _DAY.fullmatch(text):
        return _one_day(text, *map(int, found.groups()))
    if found := _MONTH.fullmatch(text):
        return _whole_month(text, *map(int, found.groups()))
    return _not_a_day(text)


def step_day(text: str) -> StepDayValue | Mistake:
    """Read the day of a step: business days, unless it says calendar."""
    found = _STEP_DAY.fullmatch(text)
    if found:
        return StepDayValue(text, int(found["number"]), (found["sort"] or "").lower() == "calendar")
    in_words = _DAY_IN_WORDS.fullmatch(text)
    return Mistake(
        "PB211",
        f'"{text}" is not the day of a step.',
        "Write one number, such as 3, -14 or 30 calendar; a time in words goes under after, on or until.",
        in_words["number"] if in_words else "",
    )


def _real(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _one_day(text: str, year: int, month: int, number: int) -> DayValue | Mistake:
    found = _real(year, month, number)
    return DayValue(text, found, found) if found else _no_such_day(text)


def _whole_month(text: str, year: int, month: int) -> DayValue | Mistake:
    first = _real(year, month, 1)
    return DayValue(text, first, first.replace(day=monthrange(year, month)[1])) if first else _no_such_day(text)


def _no_such_day(text: str) -> Mistake:
    return Mistake("PB209", f'There is no day "{text}" in the calendar.', _FORMS)


def _not_a_day(text: str) -> Mistake:
    if found := _YEAR_FIRST.fullmatch(text):
        return _misspelt(text, *map(int, found.groups()))
    if found := _YEAR_LAST.fullmatch(text):
        return _year_last(text, found)
    if certain := _month_in_words(text):
        return Mistake("PB209", f'"{text}" is a date in another form.', _FORMS, certain)
    return Mistake("PB209", f'"{text}" is not a date.', _FORMS)


def _month_in_words(text: str) -> str:
    """Return the day or the month that is written with the name of its month, as "31 Dec 2027"; nothing where it is none."""
    words = " ".join(_ORDINAL.sub("", text).replace(",", " ").replace(".", " ").split())
    for form in _IN_WORDS:
        try:
            found = datetime.strptime(words, form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
        return found.isoformat() if "%d" in form else found.strftime("%Y-%m")
    return ""


def _year_last(text: str, found: re.Match[str]) -> Mistake:
    """With points the day stands first everywhere; with slashes only a figure over 12 tells day from month."""
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if found[2] == "." or first > 12:
        return _misspelt(text, year, second, first)
    if second > 12 or first == second:
        return _misspelt(text, year, first, second)
    either = f"{year:04}-{first:02}-{second:02} or {year:04}-{second:02}-{first:02}"
    return Mistake("PB209", f'"{text}" may be two different days.', f"Which is it? Write {either}.")


def _misspelt(text: str, year: int, month: int, number: int) -> Mistake:
    found = _real(year, month, number)
    if found is None:
        return _no_such_day(text)
    return Mistake("PB209", f'"{text}" is a date in another form.', "Write the year first, then month and day.", found.isoformat())
