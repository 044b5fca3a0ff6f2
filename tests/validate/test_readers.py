"""What marketers type for durations, shares, numbers, days and switches: read as meant, or a question; never a guess."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.model.reviews import after
from playbook.model.shapes import Scalar, Sort
from playbook.model.values import DayValue, Span, StepDayValue
from playbook.validate.days import day, step_day
from playbook.validate.durations import duration
from playbook.validate.mistake import Mistake
from playbook.validate.quantities import number, share, whole
from playbook.validate.scalars import scalar
from playbook.validate.words import address, colour, file_name, yes_no

SORTS: tuple[Sort, ...] = ("number", "whole", "share", "duration", "day", "step-day", "yes-no", "address", "file", "colour", "choice")
UNITS = st.sampled_from(["minute", "hour", "day", "week", "month", "year"])
FIGURES = st.integers(0, 999_999)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "business"),
    [
        ("5 minutes", 5, 5, "minute", False),
        ("24 hours", 24, 24, "hour", False),
        ("4 business hours", 4, 4, "hour", True),
        ("2 business days", 2, 2, "day", True),
        ("2 working days", 2, 2, "day", True),
        ("3-4 weeks", 3, 4, "week", False),
        ("3 to 4 weeks", 3, 4, "week", False),
        ("6 months", 6, 6, "month", False),
        ("1 year", 1, 1, "year", False),
        ("30 calendar days", 30, 30, "day", False),
        ("1.5 hours", 1.5, 1.5, "hour", False),
    ],
)
def test_the_forms_of_the_documentation_are_durations(text: str, low: float, high: float, unit: str, business: bool) -> None:
    """Every form that the documentation shows is read, and keeps its words."""
    assert duration(text) == Span(text, low, high, unit, business)  # type: ignore[arg-type]


@given(FIGURES, FIGURES, UNITS, st.booleans())
def test_every_figure_with_a_unit_is_a_duration(low: int, more: int, unit: str, plural: bool) -> None:
    """A range reads as its two ends, and only a range that begins with the longer time is refused."""
    text = f"{low}-{low + more} {unit}{'s' * plural}" if low + more <= 999_999 else f"{low} {unit}"
    found = duration(text)
    assert isinstance(found, Span)
    assert (found.text, found.low, found.unit) == (text, low, unit)
    assert found.high >= found.low
    if more and low + more <= 999_999:
        assert isinstance(duration(f"{low + more}-{low} {unit}"), Mistake)


@pytest.mark.parametrize(
    ("text", "suggestion"), [("5", ""), ("soon", ""), ("a week", "1 week"), ("two weeks", "2 weeks"), ("5m", ""), ("2 business weeks", "")]
)
def test_what_is_no_duration_is_a_question(text: str, suggestion: str) -> None:
    """A figure without a unit and words are not guessed; a number in words has its figure as the correction."""
    found = duration(text)
    assert isinstance(found, Mistake)
    assert found.suggestion == suggestion


@given(st.integers(0, 100))
def test_a_percentage_and_its_part_of_one_are_the_same_share(percent: int) -> None:
    """`35%` and `0.35` are one share; a bare 35 is a question that names the percentage."""
    assert share(f"{percent}%") == share(f"{percent} %") == pytest.approx(percent / 100)
    assert share(f"{percent / 100:.2f}") == pytest.approx(percent / 100)
    if percent:
        bare = share(str(percent))
        assert isinstance(bare, Mistake)
        assert f"{percent}%?" in bare.remedy


@pytest.mark.parametrize(("text", "suggestion"), [("110%", ""), ("-1%", ""), ("10.5", ""), ("ten", ""), ("12,5%", "12.5%"), ("%", "")])
def test_what_is_no_share_is_refused(text: str, suggestion: str) -> None:
    """Nothing below nothing or above the whole, and no decimal comma."""
    found = share(text)
    assert isinstance(found, Mistake)
    assert found.suggestion == suggestion


@given(st.integers(-999_999_999, 999_999_999))
def test_a_number_may_have_its_thousands_apart(value: int) -> None:
    """Digits with commas, underscores or spaces between thousands are the same whole number."""
    assert number(str(value)) == whole(f"{value:,}") == whole(f"{value:_}") == whole(f"{value:,}".replace(",", " ")) == value


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("€25,000", "25000"),
        ("25 000 €", "25000"),
        ("25k", "25000"),
        ("USD 1.2m", "1200000"),
        ("1,5", "1.5"),
        ("25.000", ""),
        ("€25.000", ""),
        ("1,00,000", ""),
        ("many", ""),
        ("1e5", ""),
        ("--5", ""),
    ],
)
def test_a_number_with_more_than_digits_names_the_plain_figure_only_if_it_is_certain(text: str, suggestion: str) -> None:
    """Signs and letters are taken off in the correction; a point before three digits stays a question."""
    found = number(text)
    assert isinstance(found, Mistake)
    assert found.suggestion == suggestion


def test_a_fraction_is_no_whole_number() -> None:
    """Seven and a half is no count."""
    assert isinstance(whole("7.5"), Mistake)
    assert whole("7.0") == 7


@given(st.dates())
def test_every_day_and_month_is_read_as_written(value: date) -> None:
    """A day is itself; a month is all its days."""
    assert day(value.isoformat()) == DayValue(value.isoformat(), value, value)
    month = value.isoformat()[:7]
    last = value.replace(day=monthrange(value.year, value.month)[1])
    assert day(month) == DayValue(month, value.replace(day=1), last)


@given(st.dates())
def test_other_forms_of_a_day_are_corrected_where_they_can_mean_only_one(value: date) -> None:
    """With points the day stands first; with slashes it may not be clear which figure is the day."""
    with_points, with_slashes = day(value.strftime("%d.%m.") + f"{value.year:04}"), day(value.strftime("%m/%d/") + f"{value.year:04}")
    assert isinstance(with_points, Mistake)
    assert isinstance(with_slashes, Mistake)
    assert with_points.suggestion == value.isoformat()
    assert with_slashes.suggestion == (value.isoformat() if value.day > 12 or value.day == value.month else "")


def test_evergreen_never_ends_and_no_day_is_made_up() -> None:
    """`evergreen` is a day without end; the thirtieth of February is refused."""
    assert day("evergreen") == DayValue("evergreen", None, None)
    assert all(isinstance(day(text), Mistake) for text in ("2026-02-30", "2026-13", "0000-01-01", "2026", "tomorrow"))


@given(st.integers(-999, 999))
def test_the_day_of_a_step_counts_business_days_unless_it_says_calendar(value: int) -> None:
    """A number is enough, negative ones too."""
    assert step_day(str(value)) == StepDayValue(str(value), value)
    for text in (f"{value} calendar", f"{value} calendar days"):
        assert step_day(text) == StepDayValue(text, value, calendar=True)
    assert step_day(f"{value} business days") == StepDayValue(f"{value} business days", value)
    assert isinstance(step_day(f"day {value}"), Mistake)


def test_yes_and_no_are_read_in_all_their_words() -> None:
    """What editors and form editors write for a switch."""
    assert [yes_no(word) for word in ("yes", "true", "On", "no", "False", "off")] == [True, True, True, False, False, False]
    assert isinstance(yes_no("maybe"), Mistake)


def test_addresses_are_of_the_web_of_mail_or_of_the_telephone() -> None:
    """A path passes, for the library to judge; anything that could run on the reader's machine does not."""
    passing = (
        "https://example.com",
        "http://a.b/c?d=e#f",
        "mailto:ana@example.com",
        "tel:+49 30 123",
        "../page.md",
        "example.com:80/a",
        "C:\\a",
    )
    assert [address(text) for text in passing] == list(passing)
    for text in ("javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "file:///etc", "https://", "https://a b", "mailto:nobody"):
        assert isinstance(address(text), Mistake), text


def test_colours_are_written_with_a_number_sign() -> None:
    """Three or six figures; without the sign the correction is certain."""
    assert colour("#0b5") == "#0b5"
    found = colour("0B5C7A")
    assert isinstance(found, Mistake)
    assert found.suggestion == "#0B5C7A"


@pytest.mark.parametrize("text", ["/etc/passwd.txt", "../a.png", "a/../../b.png", "C:\\a.png", "run.exe", "noending"])
def test_no_file_outside_the_folder_or_of_another_type_is_taken(text: str) -> None:
    """A file lies below the files folder and is of a listed type."""
    assert isinstance(file_name(text), Mistake)


@given(st.dates(max_value=date(9000, 1, 1)), FIGURES, UNITS, st.booleans())
def test_adding_a_span_never_goes_back_and_never_fails(start: date, figure: int, unit: str, business: bool) -> None:
    """However long the span, there is a day on which it has passed, and it is not before the start."""
    assert after(start, Span("", figure, figure, unit, business)) >= start  # type: ignore[arg-type]


def test_spans_end_where_people_expect() -> None:
    """Months keep the day of the month, business days leave out weekends."""
    assert after(date(2026, 1, 31), Span("", 1, 1, "month")) == date(2026, 2, 28)
    assert after(date(2024, 2, 29), Span("", 1, 1, "year")) == date(2025, 2, 28)
    assert after(date(2026, 11, 2), Span("", 10, 10, "day", business=True)) == date(2026, 11, 16)
    assert after(date(2026, 11, 2), Span("", 3, 4, "week")) == date(2026, 11, 2) + timedelta(weeks=4)


@given(st.sampled_from(SORTS), st.text() | st.from_regex(r"[0-9€$.,_%+/: a-z-]{0,30}", fullmatch=True))
def test_no_text_makes_a_reader_fail(sort: Sort, text: str) -> None:
    """Whatever is typed, a reader gives a value or a mistake that says why and what to write."""
    found = scalar(Scalar(sort, "one two"), text)
    if isinstance(found, Mistake):
        assert found.why
        assert found.remedy
        assert found.suggestion == "" or not isinstance(scalar(Scalar(sort, "one two"), found.suggestion), Mistake)
