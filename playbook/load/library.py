"""A library's folder → all that is written in it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import yaml

from playbook.load.cache import Cached, Kept, open_cache, save_cache
from playbook.load.drawings import drawing_problems
from playbook.load.finding import Found, find, unreadable
from playbook.load.folders import kind_of_file
from playbook.load.ids import id_of
from playbook.load.reading import read_data
from playbook.memory import stat_key
from playbook.model.documents import Document, LibraryFile, Loaded
from playbook.problems import MachineError, Problem


def read(root: Path, cache: Path | None = None) -> Loaded:
    """Return all that is written in the library in `root`, and what is wrong with how it is written.

    `cache` is a folder that may be deleted at any time; what it holds makes the next reading faster and never different.
    A document whose file could not be understood has None for data, and a problem says why.
    Raises UsageError where there is no library at all, MachineError where PyYAML lacks libyaml.
    """
    if not yaml.__with_libyaml__:
        raise MachineError(
            "PyYAML is installed here without libyaml.", "Run `pip install --force-reinstall --only-binary :all: pyyaml`, which brings it."
        )
    before = open_cache(cache)
    finding = find(root)
    problems = [*finding.problems]
    kept: dict[str, Kept] = {}
    for found in (*finding.entries, *finding.files):
        try:
            kept[found.file] = _kept(found, before)
        except OSError as error:
            problems.append(unreadable(found.file, error))
    documents = [_document(found, kept[found.file]) for found in finding.entries if found.file in kept]
    files = [_file(found, kept[found.file]) for found in finding.files if found.file in kept and not kept[found.file].problems]
    problems.extend(problem for each in kept.values() for problem in each.problems)
    save_cache(cache, before, kept)
    return Loaded(tuple(documents), tuple(files), tuple(problems))


def document_of(file: str, raw: bytes) -> tuple[Document, list[Problem]]:
    """Return what a file of the library says if it holds these bytes, and what is wrong with how it is written."""
    kind, id_ = kind_of_file(file), id_of(file.rpartition("/")[2])
    data, problems = read_data(file, kind, id_, raw)
    return Document(file, kind, id_, data, hashlib.sha256(raw).hexdigest()), problems


def _kept(found: Found, cache: Cached) -> Kept:
    """Return what is known of a file: as it was kept where its dates or else its bytes are the same, read anew where not."""
    old = cache.files.get(found.file)
    stat = stat_key(found.stat)
    if old is not None and old.stat == stat and cache.is_settled(old):
        return old
    if not found.kind:
        with Path(found.path).open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return Kept(stat, digest, problems=tuple(drawing_problems(found.file, Path(found.path))))
    raw = Path(found.path).read_bytes()
    digest = hashlib.sha256(raw).hexdigest()
    if old is not None and old.digest == digest:
        return old._replace(stat=stat)
    data, problems = read_data(found.file, found.kind, found.id, raw)
    return Kept(stat, digest, data, tuple(problems))


def _document(found: Found, kept: Kept) -> Document:
    return Document(found.file, found.kind, found.id, kept.data, kept.digest)


def _file(found: Found, kept: Kept) -> LibraryFile:
    return LibraryFile(found.file.split("/", 2)[2], found.stat.st_size, kept.digest)
