"""Any entry, field by field in the model's order, ready to show."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from playbook.library import Library
from playbook.model.entries import Entry, WebLink
from playbook.model.gaps import is_gap
from playbook.model.parts import Leaf, Row, Rows
from playbook.model.shapes import Free, Group, Many, Scalar, Shape, Table, default_of, shape_of
from playbook.model.theme_words import ThemeWords
from playbook.model.values import number
from playbook.model.walk import present
from playbook.select.addresses import file_link, link, web_link

FIGURES = {"number", "share", "day", "duration", "step-day"}
_UNSEEN = {"status", "audience"}
_LAST = [name for name in shape_of(Entry).fields if name not in _UNSEEN]


def rows(library: Library, thing: Any, skip: Collection[str] = ()) -> Rows:
    """Return the fields of an entry or group that say something, but for those in `skip`; what all kinds share comes last.

    What goes without saying, such as that a stage's outcome is open, is left out.
    """
    said = [(known, value) for known, value in present(thing) if value != default_of(type(thing), known.attribute)]
    found = {known.name: Row(known.label, _values(library, value, known.shape)) for known, value in said}
    last = _LAST if isinstance(thing, Entry) else []
    first = [name for name in found if name not in last]
    return Rows(tuple(found[name] for name in [*first, *last] if name in found and name not in _UNSEEN and name not in skip))


def extra_rows(entry: Entry) -> Rows:
    """Return the fields that the team added to an entry under `extra`."""
    return Rows(tuple(_free_rows(entry.extra)))


def _values(library: Library, value: Any, shape: Shape) -> tuple[Leaf | Rows, ...]:
    match shape:
        case Many():
            return tuple(leaf for item in value for leaf in _values(library, item, shape.item))
        case Table():
            return (Rows(tuple(Row(name, _values(library, item, shape.item)) for name, item in value.items())),)
        case Group() if isinstance(value, WebLink):
            return (Leaf("address", value.label or value.url, web_link(value.url, value.label)),)
        case Group():
            return (rows(library, value),)
        case Free():
            return (Rows(tuple(_free_rows(value))),)
        case Scalar():
            return (_leaf(library, value, shape),)


def in_words(library: Library, value: Any, scalar: Scalar) -> str:
    """Return a single value as pages show it: titles and labels in the place of ids, figures with their signs."""
    return _leaf(library, value, scalar).text


def _leaf(library: Library, value: Any, scalar: Scalar) -> Leaf:
    match scalar.sort:
        case "reference":
            found = link(library, scalar.of, value)
            return Leaf("reference", found.title, found)
        case "address":
            return Leaf("address", value, web_link(value))
        case "file":
            return Leaf("file", value, file_link(library, value))
        case "vocabulary":
            return Leaf("vocabulary", library.settings.label(scalar.of, value))
    figure = value if scalar.sort in FIGURES else None
    return Leaf(scalar.sort, _in_words(value, scalar.sort), figure=figure)


def _in_words(value: Any, sort: str) -> str:
    match sort:
        case "share":
            return f"{value * 100:g}%"
        case "number":
            return number(value)
        case "yes-no":
            return ThemeWords("yes") if value else ThemeWords("no")
        case "choice":
            return ThemeWords(value)
    return str(value)


def _free_rows(value: Mapping[str, Any]) -> Iterator[Row]:
    """The team's own fields; their names become labels."""
    for name, item in value.items():
        if shown := tuple(_free(item)):
            yield Row(name.replace("_", " ").capitalize(), shown)


def _free(value: Any) -> Iterator[Leaf | Rows]:
    if isinstance(value, Mapping):
        yield Rows(tuple(_free_rows(value)))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _free(item)
    elif value and not is_gap(value):
        yield Leaf("text", value)
