"""Templates as Jinja compiled them: kept in this process, and those of the theme beside it, as Python keeps its modules."""

from __future__ import annotations

from functools import cached_property
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType

from jinja2.bccache import Bucket, BytecodeCache

from playbook.memory import keep_bytes, recall_bytes
from playbook.render.bundle import source_digest
from playbook.shipped import theme_dir


class Compiled(BytecodeCache):
    """What was compiled once: to compile the theme takes as long as to make some hundred pages with it.

    The theme's code lies in `__pycache__/`, where only who can change our own source can write, and never in a library, which may come
    from anybody. A team's templates are compiled by every process. What a template holds of constants Jinja works out beforehand; no
    language writes those otherwise, so one code serves all languages.
    """

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType] = {}

    @cached_property
    def _mark(self) -> str:
        """What a code depends on beside its source: Jinja, and how we set it up."""
        return f"jinja2={version('jinja2')} {source_digest()}"

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the name of a template and the one its mistakes are told under: its code holds both."""
        return f"{name}|{filename}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Find the code of a source under its name."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))
        if not bucket.code and (place := kept_at(bucket.key)) and (kept := recall_bytes(place, self._mark)):
            bucket.bytecode_from_string(kept)  # the code of another source it leaves alone

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a source under its name."""
        if not bucket.code:
            return
        self._codes[bucket.key, bucket.checksum] = bucket.code
        if place := kept_at(bucket.key):
            keep_bytes(place, self._mark, bucket.bytecode_to_string())


def kept_at(key: str) -> Path | None:
    """Return the file with the code of a template of the theme; a team's has none."""
    name, _, shown = key.rpartition("|")
    return Path(cache_from_source(str(theme_dir() / name))).with_suffix(".jinja") if shown == f"theme/{name}" else None
