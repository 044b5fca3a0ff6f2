"""A play over its days: each step stands where it says, and a picture is drawn only of what has a course."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from playbook.model.drawings import Drawing
from playbook.model.plays import Play, Step
from playbook.model.values import StepDayValue
from playbook.select.play_days import DayLine, day_lines
from playbook.select.timeline import timeline


def step(day: int | None = None, *, calendar: bool = False, **fields: Any) -> Step:
    """A step on a day."""
    written = None if day is None else StepDayValue(f"{day} calendar" if calendar else str(day), day, calendar)
    return Step(do="Do it", day=written, **fields)


def drawn(*steps: Step, narrow: bool = False) -> Drawing:
    """The picture of a play of these steps."""
    found = timeline(Play(title="P", steps=steps), narrow=narrow)
    assert found
    return found


def days(*steps: Step) -> list[tuple[str, list[tuple[int, float, bool]]]]:
    """Each line's anchor and its marks: number, day, and whether the day is known."""
    return [(line.anchor, [(mark.number, mark.day, mark.known) for mark in line.marks]) for line in day_lines(steps)]


def test_business_days_stand_as_written_and_calendar_days_are_shorter() -> None:
    """Seven calendar days are five on the line; negative days lie before the start."""
    assert days(step(-2), step(0), step(7, calendar=True)) == [("", [(1, -2, True), (2, 0, True), (3, 5, True)])]


def test_each_anchor_has_a_line_of_its_own() -> None:
    """Steps keep their numbers; what has no day of its own stays with the step before it."""
    found = days(step(0), step(-5, from_="the launch"), step(after="2 business days"), step(1), step(3, from_="the launch"))
    assert found == [("", [(1, 0, True), (4, 1, True)]), ("the launch", [(2, -5, True), (3, -5, False), (5, 3, True)])]


@pytest.mark.parametrize("steps", [(), (step(0),), (step(), step()), (step(0), step(0), step(after="a while"))])
def test_without_a_course_there_is_no_picture(steps: tuple[Step, ...]) -> None:
    """Fewer than two different days are no course."""
    assert day_lines(steps) == ()
    assert timeline(Play(title="P", steps=steps), narrow=False) is None


@pytest.mark.parametrize(
    ("fields", "end", "open_end", "every"),
    [
        ({"until": "day 10"}, 10, False, None),
        ({"until": "10"}, 10, False, None),
        ({"until": "14 calendar days"}, 10, False, None),
        ({"until": "the shift starts"}, None, True, None),
        ({"until": "day 1"}, None, True, None),
        ({"every": "2 days", "until": "day 10"}, 10, False, 2),
        ({"every": "week"}, None, True, 5),
        ({"every": "every 2 weeks"}, None, True, 10),
        ({"every": "7 calendar days"}, None, True, 5),
        ({"every": "Monday"}, None, True, None),
        ({"every": "0 days"}, None, True, None),
    ],
)
def test_how_long_and_how_often(fields: dict[str, str], end: float | None, open_end: bool, every: float | None) -> None:
    """A step lasts until the day it names, or openly where it names none; what repeats knows its distance where it can be read."""
    (line,) = day_lines([step(0), step(2, **fields)])
    mark = line.marks[1]
    assert (mark.end, mark.open_end, mark.every and round(mark.every, 6)) == (end, open_end, every)


def test_a_line_reaches_as_far_as_anything_lasts() -> None:
    """The scale holds the last day of a step that goes on."""
    (line,) = day_lines([step(0), step(2, until="day 10")])
    assert isinstance(line, DayLine)
    assert (line.first, line.last) == (0, 10)


def test_what_repeats_has_a_mark_for_each_time() -> None:
    """Every two days from day 2 until day 10 is four times more."""
    small = [dot for dot in drawn(step(0), step(2, every="2 days", until="day 10")).dots if dot.radius < 5]
    assert len(small) == 4


def test_a_step_whose_day_nobody_knows_looks_different() -> None:
    """It is drawn hollow, so that nobody takes its place for a date."""
    assert [dot.look for dot in drawn(step(0), step(after="a call"), step(4)).dots] == ["step", "hollow", "step"]


ANY_STEP = st.builds(
    step,
    st.none() | st.integers(-400, 400),
    calendar=st.booleans(),
    from_=st.sampled_from(["", "", "launch", "an anchor with a very long name that nobody can put into a picture"]),
    until=st.sampled_from(["", "day 90", "later"]),
    every=st.sampled_from(["", "day", "3 weeks", "often"]),
    title=st.text(max_size=90),
    who=st.sampled_from(["", "Account executive"]),
)


@given(st.lists(ANY_STEP, max_size=12), st.booleans())
@example([step(-1), step(), step(-1, calendar=True)], False)  # the last day is no whole one, and before the first
def test_nothing_stands_outside_the_picture(steps: list[Step], narrow: bool) -> None:
    """Whatever is written, each step has one mark, and marks, lines and words lie inside."""
    found = timeline(Play(title="P", steps=tuple(steps)), narrow=narrow)
    if found is None:
        return
    assert sum(dot.radius > 5 for dot in found.dots) == len(steps)
    across = [float(x) for line in found.lines for x in re.findall(r"[MH](-?[\d.]+)", line.path)]
    across += [dot.x for dot in found.dots] + [words.x for words in found.words]
    down = [dot.y for dot in found.dots] + [words.y for words in found.words]
    assert all(0 <= x <= found.width for x in across)
    assert all(0 <= y <= found.height for y in down)
