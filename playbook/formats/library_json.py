"""`library.json`: all that an edition may show, for other programs; and the schema that describes it."""

from __future__ import annotations

from typing import Any

from playbook.formats.json_bytes import indented
from playbook.formats.plain import to_plain
from playbook.formats.schema import DIALECT, Describer, Schema
from playbook.library import Catalogue, version
from playbook.model.entries import Entry
from playbook.model.kinds import AGREEMENT, KINDS, kind_of
from playbook.model.settings import Settings
from playbook.model.shapes import EDITIONS, Audience
from playbook.model.walk import values

LIBRARY_FILE = "library.json"
SCHEMA_FILE = "library.schema.json"
FORMAT = 1
"""Raised when a program that reads library.json would have to be changed."""


def library_json(catalogue: Catalogue) -> bytes:
    """Return the library as JSON: kind by kind, each entry by its id, its fields in the model's order."""
    library, limit = catalogue.library, EDITIONS[catalogue.edition]
    data: dict[str, Any] = {
        "$schema": SCHEMA_FILE,
        "format": FORMAT,
        "edition": catalogue.edition,
        "day": catalogue.day.isoformat(),
        "project": to_plain(library.settings, Audience.EXTERNAL),
        "entries": {kind: [_entry(catalogue, entry, limit) for entry in library.entries[kind].values()] for kind in KINDS},
    }
    if library.agreement:
        data["agreement"] = _entry(catalogue, library.agreement, limit)
    return indented(data)


def _entry(catalogue: Catalogue, entry: Entry, limit: Audience) -> dict[str, Any]:
    key = (kind_of(entry).name, entry.id)
    place = catalogue.links.get(key)
    told = {
        "id": entry.id,
        "title": place.title if place else entry.title_text,
        "version": version(catalogue.library, entry),
        "page": place.href if place else "",
        "pdf": catalogue.pdfs.get(key, ""),
        "file": entry.file if limit >= Audience.INTERNAL else "",
        "fields": to_plain(entry, limit),
        "references": _references(catalogue, entry),
    }
    return {name: value for name, value in told.items() if value or name not in {"page", "pdf", "file"}}


def _references(catalogue: Catalogue, entry: Entry) -> list[dict[str, str]]:
    """The entries that an entry names, each once; one that is in no file has neither a title of its own nor a page."""
    named = dict.fromkeys((value.scalar.of, value.value) for value in values(entry) if value.scalar.sort == "reference")
    found = ((kind, id_, catalogue.links.get((kind, id_))) for kind, id_ in named)
    return [
        {"kind": kind, "id": id_, "title": place.title if place else id_, **({"page": place.href} if place and place.href else {})}
        for kind, id_, place in found
    ]


def library_schema(edition: str) -> bytes:
    """Return the JSON Schema of an edition's library.json: fields that the edition does not hold are not in it either."""
    limit = EDITIONS[edition]
    describer, project = Describer("published", limit), Describer("published", Audience.EXTERNAL)
    kinds = {kind: {"type": "array", "items": _entry_schema(describer, known.of)} for kind, known in KINDS.items()}
    agreement = {"agreement": _entry_schema(describer, AGREEMENT.of)} if limit >= Audience.INTERNAL else {}
    properties: Schema = {
        "$schema": {"const": SCHEMA_FILE},
        "format": {"const": FORMAT},
        "edition": {"const": edition},
        "day": {"type": "string", "format": "date", "description": "The day that counted as today."},
        "project": project.of_class(Settings),
        "entries": {"type": "object", "properties": kinds, "required": list(kinds), "additionalProperties": False},
        **agreement,
    }
    return indented(
        {
            "$schema": DIALECT,
            "title": "A playbook's library",
            "description": "All entries of one edition. What is empty is left out; `version` changes when an entry's words change.",
            "type": "object",
            "properties": properties,
            "required": [name for name in properties if name != "agreement"],
            "additionalProperties": False,
            "$defs": {**project.definitions, **describer.definitions, "reference": _REFERENCE},
        }
    )


def _entry_schema(describer: Describer, of: type) -> Schema:
    return {
        "type": "object",
        "properties": {
            "id": {"type": "string"},
            "title": {"type": "string", "description": "Its name in plain words."},
            "version": {"type": "string", "pattern": "^[0-9a-f]{8}$"},
            "page": {"type": "string", "description": "Its place in the site, from the folder that this file lies in."},
            "pdf": {"type": "string"},
            "file": {"type": "string", "description": "Where it is written, from the library's folder."},
            "fields": describer.of_class(of),
            "references": {"type": "array", "items": {"$ref": "#/$defs/reference"}},
        },
        "required": ["id", "title", "version", "fields", "references"],
        "additionalProperties": False,
    }


_REFERENCE: Schema = {
    "type": "object",
    "description": "An entry that this one names. One without a page is in no file, or has no page in this edition.",
    "properties": {"kind": {"enum": list(KINDS)}, "id": {"type": "string"}, "title": {"type": "string"}, "page": {"type": "string"}},
    "required": ["kind", "id", "title"],
    "additionalProperties": False,
}
