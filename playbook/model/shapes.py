"""How the fields of an entry are described once, for reading, checking, showing and editing alike.

A field's annotation says what its value is (`Text`, `Duration`, a reference …), its default says who may see it and, in
one sentence for marketers, what to write there. `shape_of` turns a dataclass into a Group that every room can walk.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from enum import IntEnum
from functools import cache
from inspect import get_annotations
from types import MappingProxyType, NoneType, UnionType
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from playbook.model.theme_words import ThemeWords


class Audience(IntEnum):
    """Who may see something, from everybody to nobody; an edition shows what is at or below its own audience."""

    EXTERNAL = 0
    PARTNER = 1
    INTERNAL = 2
    AUTHORS = 3


EDITIONS = {"rep": Audience.INTERNAL, "partner": Audience.PARTNER, "buyer": Audience.EXTERNAL}
"""The highest audience whose words each edition holds."""

Sort = Literal[
    "text",  # Markdown
    "lines",  # text whose line breaks matter: what is sent or copied
    "name",  # a title or label: shown as written, no Markdown
    "reference",  # the id of an entry of the kind `of`
    "vocabulary",  # an id of the list `of` in enablement.yaml
    "choice",  # one of the words in `of`, separated by spaces
    "number",
    "whole",
    "share",
    "duration",
    "day",
    "step-day",
    "yes-no",
    "address",
    "file",
    "colour",
]


@dataclass(frozen=True)
class Scalar:
    """One value written as text in the file; `sort` says how it is read, `of` what it chooses from."""

    sort: Sort
    of: str = ""


@dataclass(frozen=True)
class Many:
    """A list; one value alone is taken for a list of one."""

    item: Shape


@dataclass(frozen=True)
class Table:
    """Names of the team's own choosing, each with a value."""

    item: Shape


@dataclass(frozen=True)
class Free:
    """Whatever the team puts there: text, lists and groups, as deep as they like."""


@dataclass(frozen=True)
class Field:
    """One field of a group: the name in the file, the attribute in Python, who may see it, and what authors write there."""

    name: str
    attribute: str
    shape: Shape
    audience: Audience
    required: bool
    label: str
    about: str


@dataclass(frozen=True, eq=False)
class Group:
    """Named fields. A bare text in the place of the group stands for the field called `main`."""

    of: type
    main: str
    fields: Mapping[str, Field]

    def required(self) -> tuple[str, ...]:
        """Return the names of the fields that must be there."""
        return tuple(name for name, known in self.fields.items() if known.required)


Shape: TypeAlias = Scalar | Many | Table | Free | Group

Text = Annotated[str, Scalar("text")]
Lines = Annotated[str, Scalar("lines")]
Name = Annotated[str, Scalar("name")]
Address = Annotated[str, Scalar("address")]
File = Annotated[str, Scalar("file")]
Colour = Annotated[str, Scalar("colour")]
Number = Annotated[float, Scalar("number")]
Whole = Annotated[int, Scalar("whole")]
Share = Annotated[float, Scalar("share")]
YesNo = Annotated[bool, Scalar("yes-no")]
Extra = Mapping[str, Any]

EMPTY: Extra = MappingProxyType({})


def _told(audience: Audience, default: Any, about: str, required: bool, label: str) -> Any:
    details = {"audience": audience, "required": required, "label": label, "about": about}
    if default is EMPTY:
        return field(default_factory=dict, metadata=details)
    return field(default=default, metadata=details)


def external(default: Any, about: str, *, required: bool = False, label: str = "") -> Any:
    """Declare a field that a buyer may see, where the entry itself is external."""
    return _told(Audience.EXTERNAL, default, about, required, label)


def partner(default: Any, about: str, *, required: bool = False, label: str = "") -> Any:
    """Declare a field that partners and reps may see."""
    return _told(Audience.PARTNER, default, about, required, label)


def internal(default: Any, about: str, *, required: bool = False, label: str = "") -> Any:
    """Declare a field that only the company's own reps may see."""
    return _told(Audience.INTERNAL, default, about, required, label)


def authors(default: Any, about: str, *, required: bool = False, label: str = "") -> Any:
    """Declare a field that is never published."""
    return _told(Audience.AUTHORS, default, about, required, label)


_KNOWN: dict[type, Group] = {}


def shape_of(of: type) -> Group:
    """Return the shape of a dataclass of the model: its declared fields, in their order.

    Raises TypeError for an annotation that says nothing about how the value is read.
    """
    if of not in _KNOWN:
        _KNOWN[of] = _described(of)
    return _KNOWN[of]


def _described(of: type) -> Group:
    hints: dict[str, Any] = {}
    for base in reversed(of.__mro__):
        hints |= _annotations(base)
    known = {}
    for each in fields(of):
        if "audience" in each.metadata:
            name, told = each.name.rstrip("_"), each.metadata
            label = ThemeWords(told["label"] or name.replace("_", " ").capitalize())
            known[name] = Field(name, each.name, _shape(hints[each.name]), told["audience"], told["required"], label, told["about"])
    return Group(of, getattr(of, "MAIN", ""), MappingProxyType(known))


@cache
def _annotations(of: type) -> dict[str, Any]:
    """Return the annotations of a class's own fields; what all entries share is read once, and not for each kind of them."""
    return get_annotations(of, eval_str=True)


def _shape(hint: Any) -> Shape:
    """Return the shape that an annotation declares; `X | None` is X that may be left out."""
    origin = get_origin(hint)
    if origin is Annotated:
        return next(mark for mark in hint.__metadata__ if isinstance(mark, Scalar | Free | Table))
    if origin in (Union, UnionType):
        return _shape(next(part for part in get_args(hint) if part is not NoneType))
    if origin is tuple:
        return Many(_shape(get_args(hint)[0]))
    if hint == Extra:
        return Free()
    if origin is not None and issubclass(origin, Mapping):
        return Table(_shape(get_args(hint)[1]))
    if isinstance(hint, type) and hasattr(hint, "__dataclass_fields__"):
        return shape_of(hint)
    raise TypeError(f"{hint!r} does not say how its value is read")


def default_of(of: type, attribute: str) -> Any:
    """Return the value that a field has when it is left out."""
    each = of.__dataclass_fields__[attribute]  # type: ignore[attr-defined]
    return each.default if each.default is not MISSING else each.default_factory()
