"""`search-index.js`: all that the search of a site finds, as one assignment, so that it is there without a server too."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from playbook.formats.json_bytes import compact
from playbook.model.search import Findable, FoundUse

SEARCH_FILE = "search-index.js"
FORMAT = 1
"""Raised when what reads the index would have to be changed."""
KEYS = {
    "kind": "k",
    "title": "t",
    "href": "h",
    "when": "w",
    "line": "l",
    "words": "s",
    "personas": "p",
    "stages": "g",
    "type": "y",
    "audience": "a",
    "uses": "u",
    "use_instead": "r",
}
"""What a field of something findable is called in the file: every letter is there a thousand times."""
ANY = {"personas", "stages"}


def search_index(found: Iterable[Findable]) -> bytes:
    """Return the index as a script; what is empty is left out, but for lists that mean anybody, or any stage."""
    documents = [_short(each, ANY) for each in found]
    return b"window.playbookSearch=" + compact({"format": FORMAT, "documents": documents}) + b";\n"


def _short(thing: Findable | FoundUse, any_: set[str]) -> dict[str, Any]:
    told = ((name, getattr(thing, name)) for name in KEYS if hasattr(thing, name))
    return {KEYS[name]: _value(value) for name, value in told if value or (name in any_ and value is not None)}


def _value(value: Any) -> Any:
    return [_short(each, set()) if isinstance(each, FoundUse) else each for each in value] if isinstance(value, tuple) else value
