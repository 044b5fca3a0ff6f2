"""Links in texts and addresses in fields that lead nowhere from the pages that are built, and tags that no page keeps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from playbook.library import Library
from playbook.model.entries import Entry
from playbook.model.hosts import is_inside
from playbook.model.kinds import FILE_TYPES, FILES_FOLDER, KINDS
from playbook.model.settings import Settings
from playbook.model.shapes import Audience
from playbook.model.walk import Value
from playbook.problems import Problem
from playbook.text import links, unsafe_tags
from playbook.validate.near import nearest
from playbook.validate.reading import with_article
from playbook.validate.rules.finding import finding, is_live, some

_WEB = re.compile(r"https?://|mailto:|tel:", re.IGNORECASE)
_SCHEME = re.compile(r"([a-z][a-z0-9+-]+):(.+)", re.IGNORECASE)
_HOST = re.compile(r"(?:www\.[\w.-]+\.\w{2,}|(?:[\w-]+\.)+(?:com|org|net|io|eu|info|biz|edu|gov|app|cloud))(?:[/?]\S*)?", re.IGNORECASE)
_BESIDE_A_PATH = re.compile(r"(?:[\w-]+\.)+[a-z]{2}/\S*", re.IGNORECASE)
"""The two letters of a country end a name of a file, too, unless a path follows them."""
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_HIDDEN = {"script", "style"}
_MAY_LINK = re.compile(r"\]\(|\]:|\]\[|<a\b|<img\b|://", re.IGNORECASE)


def text_links(library: Library, thing: Entry | Settings, value: Value) -> Iterator[Problem]:
    """A link in a text leads to something that is not here."""
    if value.audience is Audience.AUTHORS or not _MAY_LINK.search(value.value):
        return
    for link in links(value.value):
        if not _WEB.match(link.target) and (why := _nowhere(library, link.target)):
            yield finding(
                thing,
                "PB307",
                value.path,
                part=link.target,
                why=why,
                suggestion=_meant(library, link.target),
                remedy=_remedy(library, link.target),
            )


def removed_tags(library: Library, thing: Entry | Settings, value: Value) -> Iterator[Problem]:  # noqa: ARG001 - every rule is asked alike
    """A text has HTML tags that the pages leave out."""
    if value.audience is Audience.AUTHORS or "<" not in value.value:
        return
    if tags := unsafe_tags(value.value):
        named = some(f"<{tag}>" for tag in tags)
        yield finding(
            thing,
            "PB325",
            value.path,
            part=f"<{tags[0]}",
            why=f"No page keeps {named}. Their words stay{', but for the insides of scripts and styles' if _HIDDEN & {*tags} else ''}.",
            remedy="Take the tags out, or write it in Markdown; put tags that readers are to see between backticks.",
        )


def paths(library: Library, thing: Entry | Settings, value: Value) -> Iterator[Problem]:
    """A field that wants an address has a path."""
    if _WEB.match(value.value) or (library.settings.links_base and not isinstance(thing, Settings)):
        return
    yield finding(
        thing,
        "PB214",
        value.path,
        part=value.value,
        why=f'"{value.value}" is not a whole address, so it leads nowhere.',
        suggestion=_address(value.value),
        remedy="Write the address as the browser shows it, from https:// on.",
    )


def _nowhere(library: Library, target: str) -> str:
    """Say why a target leads nowhere; nothing if it leads somewhere."""
    scheme = _SCHEME.fullmatch(target)
    if scheme and scheme[1] in KINDS:
        return "" if library.get(scheme[1], scheme[2]) else f'"{scheme[2]}" is not {with_article(scheme[1])} in this library.'
    if scheme:
        return f'Nothing may be linked that begins with "{scheme[1]}:".'
    if library.settings.links_base or _is_file(library, target):
        return ""
    if target.startswith("#"):
        return f'"{target}" is a place on a page that is not here.'
    found = "file" if _is_called_like_a_file(target) else "page"
    return f'"{target}" is a {found} that is not here.'


def _is_file(library: Library, target: str) -> bool:
    name = unquote(target).removeprefix("./").removeprefix(f"{FILES_FOLDER}/").removeprefix("files/")
    return name in library.files


def _meant(library: Library, target: str) -> str:
    kind, _, id_ = target.partition(":")
    if kind in KINDS:
        found = nearest(id_, library.entries[kind])
        return f"{kind}:{found}" if found else ""
    return _address(target)


def _address(text: str) -> str:
    """Return the whole address of what is certainly a web or mail address without its beginning."""
    if _HOST.fullmatch(text) or _BESIDE_A_PATH.fullmatch(text):
        return f"https://{text}"
    return f"mailto:{text}" if _MAIL.fullmatch(text) else ""


def _is_called_like_a_file(target: str) -> bool:
    suffix = PurePosixPath(unquote(target)).suffix.lower()
    return suffix in FILE_TYPES and suffix != ".md" and not _address(target)  # .md is mostly a page of a wiki


def _remedy(library: Library, target: str) -> str:
    if _is_called_like_a_file(target):
        name = PurePosixPath(unquote(target)).name
        return f"Put the file into {FILES_FOLDER}/ and write {name}, or write a whole address."
    if library.settings.links_base:
        return "Write a whole address, or an entry with its kind, such as term:lead."
    return "Write a whole address, or an entry with its kind, such as term:lead; or set links_base in enablement.yaml for all such links."


def inside(library: Library, thing: Entry | Settings, value: Value) -> Iterator[Problem]:  # noqa: ARG001
    """What reps send leads into the company's own network."""
    if value.path[:1] == ("links",) and value.path[1] in {"public", "gated"} and is_live(thing) and is_inside(value.value):
        yield finding(
            thing,
            "PB346",
            value.path,
            part=value.value,
            why=f'"{value.value}" stands under {value.path[1]}, and only your own network opens it.',
            remedy="Move it to internal, below links, or write the address that buyers open.",
        )
