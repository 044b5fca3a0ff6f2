"""Where every entry is found in the site, and the links that a page needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import quote, urljoin

from playbook.library import Library
from playbook.model.kinds import FILE_TYPES, KINDS, LARGEST_FILE
from playbook.model.parts import Link
from playbook.model.walk import Value
from playbook.text import SAFE_ADDRESS, title_of

FOLDERS = {kind: KINDS[kind].plural for kind in ("persona", "stage", "asset", "play", "competitor", "campaign")}
COLLECTIONS = {"term": "glossary", "claim": "claims", "signal": "signals", "objection": "they-say", "request": "requests"}
ENTRY_ADDRESS = re.compile(r"([a-z]+):(.+)")
TARGET = re.compile(r"""\]\(\s*<?([^)\s>]+)|^\s*\[[^\]]+\]:\s*<?([^\s>]+)|<([a-z]+:[^\s>]+)>|href=["']?([^"'\s>]+)""", re.MULTILINE)


def anchor(kind: str, id_: str) -> str:
    """Return the anchor of an entry on a page, unique over all kinds."""
    return f"{kind}-" + re.sub(r"\s+", "-", id_)


def page_path(kind: str, id_: str) -> str:
    """Return the file of the page that an entry of this kind has to itself."""
    return f"{FOLDERS[kind]}/{id_}.html"


def address(kind: str, id_: str) -> str:
    """Return where an entry is found, from the site's root."""
    if kind in FOLDERS:
        return quote(page_path(kind, id_))
    return f"{COLLECTIONS[kind]}.html#{quote(anchor(kind, id_))}"


def link(library: Library, kind: str, id_: str) -> Link:
    """Return the link to an entry; where there is no such entry, its id as words."""
    entry = library.get(kind, id_)
    if entry is None:
        return Link(kind, id_, id_, state="missing")
    is_listed = kind in FOLDERS or entry.is_live  # a retired term or claim has no page that could name its replacement
    return Link(kind, id_, title_of(entry), address(kind, id_) if is_listed else "", "retired" if entry.status == "retired" else "")


def web_link(url: str, label: str = "") -> Link:
    """Return the link to an address outside; what is no web, mail or telephone address is only words."""
    return Link("web", url, label or url, url if SAFE_ADDRESS.match(url) else "")


def file_link(library: Library, name: str) -> Link:
    """Return the link to a file of the library. Its title is the hash of its bytes, so that a page changes with its picture."""
    known = library.files.get(name)
    if known is None or known.size > LARGEST_FILE or PurePosixPath(name).suffix.lower() not in FILE_TYPES:
        return Link("file", name, name, state="missing")
    return Link("file", name, known.digest, f"files/{quote(name)}")


def links_of_value(library: Library, value: Value) -> Iterator[Link]:
    """Yield the links that one value of an entry needs: its reference, its label, its file, or the targets in its text."""
    match value.scalar.sort:
        case "reference":
            yield link(library, value.scalar.of, value.value)
        case "vocabulary":
            yield Link(value.scalar.of, value.value, library.settings.label(value.scalar.of, value.value))
        case "file":
            yield file_link(library, value.value)
        case "text":
            yield from links_in_text(library, value.value)


def links_in_text(library: Library, text: str) -> Iterator[Link]:
    """Yield the links to entries, and to pages under `links_base`, that a Markdown text may hold.

    Whatever looks like the target of a link is taken, without reading the text as Markdown: a link too many does no harm to a page.
    """
    for found in TARGET.finditer(text):
        yield from _text_target(library, next(filter(None, found.groups())))


def _text_target(library: Library, target: str) -> Iterator[Link]:
    found = ENTRY_ADDRESS.fullmatch(target)
    if found and found[1] in KINDS:
        if library.get(found[1], found[2]):
            yield link(library, found[1], found[2])
    elif (name := target.removeprefix("./").removeprefix("files/")) in library.files:
        found_file = file_link(library, name)
        yield from (found_file, Link("page", target, name, found_file.href))
    elif library.settings.links_base and not SAFE_ADDRESS.match(target):
        yield Link("page", target, target, urljoin(library.settings.links_base, target))
