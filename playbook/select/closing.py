"""Closing a page: everything that its body shows is gathered, so that every link it may need travels with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from msgspec.structs import replace

from playbook.library import Library
from playbook.model.parts import Leaf, Link
from playbook.model.shapes import Declared
from playbook.model.walk import Value, values
from playbook.select.addresses import links_in_text, links_of_value

NO_PROSE = frozenset("also anchor badges code days detail figure front heading kind label missing name state title version".split())
"""Fields of the parts of pages that are names and never texts."""


def links_of(library: Library, body: Any) -> tuple[Link, ...]:
    """Return every link that the references, labels and texts of a body may use, each once and in order."""
    found: dict[tuple[str, str], Link] = {}
    for each in _links(library, body):
        found.setdefault((each.kind, each.id), each)
    return tuple(found[key] for key in sorted(found))


def rewritten(body: Any, change: Callable[[Link], Link]) -> Any:
    """Return the body with every link in it changed; what did not change is the same object."""
    if isinstance(body, Link):
        return change(body)
    if isinstance(body, tuple):
        items = tuple(rewritten(item, change) for item in body)
        return body if all(after is before for after, before in zip(items, body, strict=True)) else items
    if isinstance(body, Declared):
        return body
    before = {name: getattr(body, name) for name in names_of(body)}
    after = {name: rewritten(value, change) for name, value in before.items()}
    changed = {name: value for name, value in after.items() if value is not before[name]}
    return replace(body, **changed) if changed else body


def texts_of(body: Any) -> Iterator[str]:
    """Yield every text that a body holds."""
    for part in _parts(body):
        if isinstance(part, Link):
            yield part.title
        else:
            yield str(part.value if isinstance(part, Value) else part)


def prose_of(library: Library, body: Any) -> Iterator[str]:
    """Yield the texts of a body that a page shows as Markdown: no titles, no messages to be sent, no labels."""
    match body:
        case str():
            yield body
        case tuple():
            for item in body:
                yield from prose_of(library, item)
        case Leaf():
            yield from [body.text] if body.sort == "text" else []
        case Link():
            pass
        case Declared():
            yield from library.once("prose", body, lambda: tuple(value.value for value in values(body) if value.scalar.sort == "text"))
        case _:
            for name in names_of(body):
                yield from prose_of(library, getattr(body, name)) if name not in NO_PROSE else ()


def _parts(body: Any) -> Iterator[Link | Value | str]:
    """Yield the links, the texts and the single values of entries that a body holds."""
    if isinstance(body, Link | str):
        yield body
    elif isinstance(body, tuple):
        for item in body:
            yield from _parts(item)
    elif isinstance(body, Declared):
        yield from values(body)
    else:
        for name in names_of(body):
            yield from _parts(getattr(body, name))


def _links(library: Library, body: Any) -> Iterator[Link]:
    """Yield the links that a body may use; what an entry or a group of it needs is found once for all pages."""
    if isinstance(body, Link):
        yield body
    elif isinstance(body, str):
        yield from links_in_text(library, body)
    elif isinstance(body, tuple):
        for item in body:
            yield from _links(library, item)
    elif isinstance(body, Declared):
        yield from library.once("links", body, lambda: tuple(link for value in values(body) for link in links_of_value(library, value)))
    else:
        for name in names_of(body):
            yield from _links(library, getattr(body, name))


def names_of(part: Any) -> tuple[str, ...]:
    """Return the names of the fields of a part of a page; of what has none, none."""
    return getattr(part, "__struct_fields__", ())
