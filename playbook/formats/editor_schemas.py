"""The JSON Schemas of the files of one library, for editors: fields, what to write there, and the library's own ids to choose from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from playbook.formats.json_bytes import indented
from playbook.formats.schema import DIALECT, Describer
from playbook.library import Library
from playbook.model.kinds import AGREEMENT, AGREEMENT_FILE, KINDS, SETTINGS_FILE
from playbook.model.settings import Settings
from playbook.model.shapes import Declared

ENDING = ".schema.json"


def schema_patterns() -> dict[str, tuple[str, ...]]:
    """Return the names of the schemas, each with the files of a library that it describes."""
    found = {f"{kind.name}{ENDING}": tuple(f"{kind.folder}/**/*.{end}" for end in ("yaml", "yml")) for kind in KINDS.values()}
    return {**found, f"agreement{ENDING}": (AGREEMENT_FILE,), f"enablement{ENDING}": (SETTINGS_FILE,)}


def editor_schemas(library: Library) -> Mapping[str, bytes]:
    """Return the schemas by their names: one for each kind, one for the agreement and one for the project file."""
    classes: dict[str, type[Declared]] = {kind.name: kind.of for kind in (*KINDS.values(), AGREEMENT)}
    return {f"{name}{ENDING}": _schema(name, of, library) for name, of in (classes | {"enablement": Settings}).items()}


def _schema(name: str, of: type[Declared], library: Library) -> bytes:
    """One file, whole in itself: editors and checkers need no other."""
    describer = Describer("written", library=library)
    whole = describer.of_class(of)["anyOf"][0]
    told: dict[str, Any] = {"$schema": DIALECT, "title": name.capitalize(), **whole, "$defs": dict(sorted(describer.definitions.items()))}
    return indented(told)
