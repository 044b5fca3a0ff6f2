"""Values of the model as plain data for JSON, and back: nothing is lost on the way, what is empty is left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from msgspec.structs import asdict

from playbook.model.shapes import Audience, Declared, Free, Group, Many, Scalar, Shape, Table, shape_of
from playbook.model.values import DayValue, Span, StepDayValue
from playbook.model.walk import present

D = TypeVar("D", bound=Declared)
T = TypeVar("T")


def to_plain(thing: Any, limit: Audience) -> dict[str, Any]:
    """Return the fields of an entry, a group or the settings that say something and that this audience may see."""
    key = {"key": thing.key} if getattr(thing, "key", "") else {}
    return key | {known.name: _plain(value, known.shape, limit) for known, value in present(thing) if known.audience <= limit}


def _plain(value: Any, shape: Shape, limit: Audience) -> Any:
    match shape:
        case Scalar("duration" | "step-day" | "day"):
            return asdict(value)  # JSON has a form for the days in it
        case Many():
            return [_plain(item, shape.item, limit) for item in value]
        case Table():
            return {name: _plain(item, shape.item, limit) for name, item in value.items()}
        case Free():
            return _free(value)
        case Group():
            return to_plain(value, limit)
    return value


def _free(value: Any) -> Any:
    """The team's own fields, as deep as they go."""
    if isinstance(value, Mapping):
        return {str(name): _free(item) for name, item in value.items()}
    return [_free(item) for item in value] if isinstance(value, list | tuple) else value


def from_plain(of: type[D], data: Any, **given: Any) -> D:
    """Return an entry, a group or the settings that such data stand for; names that are not known are passed over.

    Raises ValueError where a value is not of the form that its field has.
    """
    known = shape_of(of).fields
    found: dict[str, Any] = {
        known[name].attribute: _value(value, known[name].shape) for name, value in _checked(data, dict).items() if name in known
    }
    if "key" in of.__struct_fields__ and "key" in data:
        found["key"] = _checked(data["key"], str)
    return of(**found, **given)


def _value(data: Any, shape: Shape) -> Any:
    match shape:
        case Scalar():
            reader: Callable[[Any], Any] = _READERS.get(shape.sort, _text)
            return reader(data)
        case Many():
            return tuple(_value(item, shape.item) for item in _checked(data, list))
        case Table():
            return {name: _value(item, shape.item) for name, item in _checked(data, dict).items()}
        case Free():
            return _of_the_team(_checked(data, dict))
        case Group():
            group: Any = from_plain(shape.of, data)
            return group


def _of_the_team(data: Any) -> Any:
    if isinstance(data, dict):
        return {name: _of_the_team(item) for name, item in data.items()}
    return tuple(_of_the_team(item) for item in data) if isinstance(data, list) else data


def _checked(data: Any, of: type[T]) -> T:
    if not isinstance(data, of):
        raise ValueError(f"{data!r} is no {of.__name__}")  # noqa: TRY004 - one error for all that is not as it was published
    return data


def _text(data: Any) -> str:
    return _checked(data, str)


def _number(data: Any) -> float:
    return data if isinstance(data, int) and not isinstance(data, bool) else _checked(data, float)


def _day(data: Any) -> DayValue:
    first, last = (date.fromisoformat(_text(data[name])) if _checked(data, dict).get(name) else None for name in ("first", "last"))
    return DayValue(_text(data.get("text")), first, last)


def _span(data: Any) -> Span:
    of = _checked(data, dict)
    unit: Any = of.get("unit")
    if unit not in {"minute", "hour", "day", "week", "month", "year"}:
        raise ValueError(f"{unit!r} is no unit of time")
    return Span(_text(of.get("text")), _number(of.get("low")), _number(of.get("high")), unit, bool(of.get("business")))


def _step_day(data: Any) -> StepDayValue:
    of = _checked(data, dict)
    return StepDayValue(_text(of.get("text")), _checked(of.get("number"), int), bool(of.get("calendar")))


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "number": _number,
    "share": _number,
    "whole": lambda data: _checked(data, int),
    "yes-no": lambda data: _checked(data, bool),
    "day": _day,
    "duration": _span,
    "step-day": _step_day,
}
