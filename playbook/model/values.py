"""Values that are more than a text: durations, days, and the day of a step. Each keeps the words it was written in."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from msgspec import Struct

from playbook.model.shapes import Scalar

Unit = Literal["minute", "hour", "day", "week", "month", "year"]


class Span(Struct, frozen=True):
    """A length of time as agreed between people: "2 business days", "3-4 weeks"."""

    text: str
    low: float
    high: float
    unit: Unit
    business: bool = False

    def __str__(self) -> str:
        """Return the words it was written in."""
        return self.text


class DayValue(Struct, frozen=True):
    """A day, a whole month, or evergreen; `first` and `last` are None where it never ends."""

    text: str
    first: date | None
    last: date | None

    def __str__(self) -> str:
        """Return the words it was written in."""
        return self.text


class StepDayValue(Struct, frozen=True):
    """The day of a step, counted from the play's start or from an anchor; business days unless it says calendar."""

    text: str
    number: int
    calendar: bool = False

    def __str__(self) -> str:
        """Return the words it was written in."""
        return self.text


def number(value: float) -> str:
    """Return a number with its thousands apart and no needless decimals."""
    return f"{value:,.2f}".rstrip("0").rstrip(".")


Duration = Annotated[Span, Scalar("duration")]
Day = Annotated[DayValue, Scalar("day")]
StepDay = Annotated[StepDayValue, Scalar("step-day")]
