"""What is kept from one run to the next in files that may be lost at any moment: believed only undamaged, and under the same mark."""

from __future__ import annotations

import os
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

from msgspec import json

YOUNG = 2_000_000_000
"""So many nanoseconds a file must rest before its dates are trusted: written twice within one tick of the disk's clock, it keeps them."""


def stat_key(stat: os.stat_result) -> tuple[int, int, int, int]:
    """Return what changes when a file changes, without reading it; first its dates, in nanoseconds since 1970."""
    return stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino


def recall(path: Path, mark: str) -> Any:
    """Return what was kept in a file under a mark; None where it is missing, damaged or has another mark."""
    body = recall_bytes(path, mark)
    return None if body is None else json.decode(body)


def recall_bytes(path: Path, mark: str) -> bytes | None:
    """Return the bytes that were kept in a file under a mark; None where it is missing, damaged or has another mark."""
    try:
        head, _, body = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    return body if head == _head(mark, body) else None


def keep(path: Path, mark: str, value: object) -> None:
    """Keep plain data or Structs under a mark, a line of text; where the folder cannot be written, nothing is kept."""
    keep_bytes(path, mark, json.encode(value))


def keep_bytes(path: Path, mark: str, body: bytes) -> None:
    """Keep bytes under a mark, a line of text; where the folder cannot be written, nothing is kept."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            fresh.write_bytes(_head(mark, body) + b"\n" + body)
            fresh.replace(path)
        finally:
            fresh.unlink(missing_ok=True)


def _head(mark: str, body: bytes) -> bytes:
    return f"{mark} {zlib.crc32(body):08x}".encode()
