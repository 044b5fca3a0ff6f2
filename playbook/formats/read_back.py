"""An earlier `library.json`, read back into a library."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec import Struct, json

from playbook.formats.library_json import FORMAT, LIBRARY_FILE
from playbook.formats.plain import from_plain
from playbook.library import Library, assemble
from playbook.model.agreement import Agreement
from playbook.model.entries import Entry
from playbook.model.kinds import KINDS
from playbook.model.settings import Settings
from playbook.problems import UsageError


class Published(Struct, frozen=True):
    """A library as a site published it: its edition, the day that counted as today, and its entries."""

    edition: str
    day: str
    library: Library


def published_at(path: Path) -> Published | None:
    """Return the library that a site published, as `read_published` does; None where this is no site and no file."""
    return read_published(path) if path.is_file() or (path / LIBRARY_FILE).is_file() else None


def read_published(path: Path) -> Published:
    """Return the library that a site published: `path` is its folder, or the library.json in it.

    Raises UsageError where there is no such file, or where it is not one that this program has written.
    """
    file = path / LIBRARY_FILE if path.is_dir() else path
    try:
        data = json.decode(file.read_bytes())
        if data["format"] != FORMAT:
            raise UsageError(f"{file} has the format {data['format']}, and this program reads {FORMAT}.", "Build both with one version.")
        return Published(str(data["edition"]), str(data["day"]), _library(data))
    except OSError as missing:
        raise UsageError(f"There is no {LIBRARY_FILE} in {path}.", "Name the folder of a site, or its library.json.") from missing
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as wrong:
        raise UsageError(f"{file} is not a library.json that a build has written.", "Name the one of an earlier site.") from wrong


def _library(data: dict[str, Any]) -> Library:
    """Kinds that are not known any more, or not yet, are passed over."""
    entries = [_entry(KINDS[kind].of, each) for kind, found in data["entries"].items() if kind in KINDS for each in found]
    agreement = _entry(Agreement, data["agreement"]) if "agreement" in data else None
    return assemble(from_plain(Settings, data["project"]), entries, agreement)


def _entry(of: type[Any], data: dict[str, Any]) -> Any:
    entry: Entry = from_plain(of, data["fields"], id=str(data["id"]), file=str(data.get("file", "")))
    return entry
