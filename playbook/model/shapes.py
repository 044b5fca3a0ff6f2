"""How the fields of an entry are described once, for reading, checking, showing and editing alike.

A field's annotation says what its value is (`Text`, `Duration`, a reference …), its default says who may see it and, in
one sentence for marketers, what to write there. `shape_of` turns such a class into a Group that every room can walk.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from functools import cache
from inspect import get_annotations
from types import MappingProxyType, NoneType, UnionType
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, TypeAlias, Union, dataclass_transform, get_args, get_origin

from msgspec import NODEFAULT, Struct, StructMeta
from msgspec.structs import fields

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


class Scalar(Struct, frozen=True):
    """One value written as text in the file; `sort` says how it is read, `of` what it chooses from."""

    sort: Sort
    of: str = ""


class Many(Struct, frozen=True):
    """A list; one value alone is taken for a list of one."""

    item: Shape


class Table(Struct, frozen=True):
    """Names of the team's own choosing, each with a value."""

    item: Shape


class Free(Struct, frozen=True):
    """Whatever the team puts there: text, lists and groups, as deep as they like."""


class Field(Struct, frozen=True):
    """One field of a group: the name in the file, the attribute in Python, who may see it, and what authors write there."""

    name: str
    attribute: str
    shape: Shape
    audience: Audience
    required: bool
    label: str
    about: str


class Group(Struct, frozen=True, eq=False):
    """Named fields. A bare text in the place of the group stands for the field called `main`."""

    of: type[Declared]
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


class _Told(NamedTuple):
    """What a field's default is, and what is said about the field."""

    default: Any
    audience: Audience
    about: str
    required: bool
    label: str


def external(default: Any, about: str, *, required: bool = False, label: str = "") -> Any:
    """Declare a field that a buyer may see, where the entry itself is external."""
    return _Told(default, Audience.EXTERNAL, about, required, label)


def partner(default: Any, about: str, *, required: bool = False, label: str = "") -> Any:
    """Declare a field that partners and reps may see."""
    return _Told(default, Audience.PARTNER, about, required, label)


def internal(default: Any, about: str, *, required: bool = False, label: str = "") -> Any:
    """Declare a field that only the company's own reps may see."""
    return _Told(default, Audience.INTERNAL, about, required, label)


def authors(default: Any, about: str, *, required: bool = False, label: str = "") -> Any:
    """Declare a field that is never published."""
    return _Told(default, Audience.AUTHORS, about, required, label)


@dataclass_transform(frozen_default=True, field_specifiers=(external, partner, internal, authors))
class _Declaring(StructMeta):
    """Takes from a class what is told about its fields, and leaves each field its default."""

    def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **options: Any) -> Any:
        told = {attribute: value for attribute, value in namespace.items() if isinstance(value, _Told)}
        defaults = {attribute: each.default for attribute, each in told.items()}
        return super().__new__(mcs, name, bases, {**namespace, **defaults, "TOLD": told}, frozen=True, **options)


class Declared(Struct, metaclass=_Declaring):
    """What authors write: frozen data whose fields are declared with `external`, `partner`, `internal` or `authors`."""

    TOLD: ClassVar[Mapping[str, _Told]]
    MAIN: ClassVar[str] = ""


_KNOWN: dict[type[Declared], Group] = {}


def shape_of(of: type[Declared]) -> Group:
    """Return the shape of a class of the model: its declared fields, in their order.

    Raises TypeError for an annotation that says nothing about how the value is read.
    """
    if of not in _KNOWN:
        _KNOWN[of] = _described(of)
    return _KNOWN[of]


def _described(of: type[Declared]) -> Group:
    known = {}
    for base in reversed([each for each in of.__mro__ if issubclass(each, Declared)]):
        for attribute, told in base.TOLD.items():
            name = attribute.rstrip("_")
            label = ThemeWords(told.label or name.replace("_", " ").capitalize())
            shape = _shape(_annotations(base)[attribute])
            known[name] = Field(name, attribute, shape, told.audience, told.required, label, told.about)
    return Group(of, of.MAIN, MappingProxyType(known))


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
    if isinstance(hint, type) and issubclass(hint, Declared):
        return shape_of(hint)
    raise TypeError(f"{hint!r} does not say how its value is read")


def default_of(of: type[Struct], attribute: str) -> Any:
    """Return the value that a field has when it is left out."""
    return _defaults(of)[attribute]


@cache
def _defaults(of: type[Struct]) -> dict[str, Any]:
    return {
        each.name: each.default if each.default_factory is NODEFAULT else each.default_factory() for each in fields(of) if not each.required
    }
