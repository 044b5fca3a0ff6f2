"""The record: what the last build put into the site, kept inside the site as `.playbook.json`.

It holds no times, so two clean builds have the same record, and it changes hands with the files that it speaks of.
An entry without a fingerprint says "this file is ours" and vouches for nothing: its job runs again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import Struct, convert, field, to_builtins

from playbook.problems import Problem, UsageError

RECORD = ".playbook.json"
_FORMAT = 1


class Entry(NamedTuple):
    """One file of ours: its job's fingerprint, SHA-256 and size in bytes, its finer key, and its job's problems.

    A tuple, since that is how it stands in the record.
    """

    fingerprint: str
    sha256: str = ""
    size: int = 0
    key: str = ""
    problems: tuple[Problem, ...] = ()


class Record(Struct, frozen=True):
    """All files of ours by path, and the stamp of the code that made them."""

    stamp: str = ""
    files: Mapping[str, Entry] = field(default_factory=dict)


def read_record(site: Path) -> Record | None:
    """Return the site's record, or None where it has none; raises UsageError where it is damaged."""
    try:
        raw = json.loads((site / RECORD).read_bytes())
        if raw["format"] != _FORMAT:
            raise ValueError("another format")
        return Record(raw["stamp"], {path: _entry(*values) for path, values in raw["files"].items()})
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(
            f"The file {RECORD} in {site} cannot be read, so nobody knows which files there are ours.",
            f"Move away what you want to keep, delete {site}, and build again.",
        ) from error


def record_bytes(record: Record) -> bytes:
    """Return the record as it is written: the same bytes for the same record."""
    files = {path: [*entry[:4], to_builtins(entry.problems)] for path, entry in sorted(record.files.items())}
    document = {"format": _FORMAT, "stamp": record.stamp, "files": files}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogateescape") + b"\n"


def _entry(fingerprint: str, sha256: str, size: int, key: str, problems: list[dict[str, Any]]) -> Entry:
    return Entry(fingerprint, sha256, size, key, convert(problems, tuple[Problem, ...]) if problems else ())
