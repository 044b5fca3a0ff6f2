"""Words that are checked by how they look: yes and no, choices, colours, addresses and names of files."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from playbook.model.kinds import FILE_TYPES, FILES_FOLDER
from playbook.validate.mistake import Mistake
from playbook.validate.near import nearest

_YES, _NO = {"yes", "true", "on"}, {"no", "false", "off"}
_COLOUR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_SCHEME = re.compile(r"([a-z][a-z0-9+-]+):", re.IGNORECASE)
_ADDRESSES = re.compile(r"https?://[^\s/?#]+\S*|mailto:\S+@\S+|tel:\+?[0-9() ./-]+", re.IGNORECASE)


def yes_no(text: str) -> bool | Mistake:
    """Read yes or no, in any of the words that YAML knows for them."""
    word = text.lower()
    if word in _YES | _NO:
        return word in _YES
    return Mistake("PB212", f'"{text}" is neither yes nor no.', "Write yes or no.")


def choice(text: str, words: str) -> str | Mistake:
    """Read one of the words, which are separated by spaces."""
    known = words.split()
    if text in known:
        return text
    return Mistake("PB205", f'"{text}" is not one of the words that are possible here.', f"Write {_either(known)}.", nearest(text, known))


def colour(text: str) -> str | Mistake:
    """Read a colour as #rgb or #rrggbb."""
    if _COLOUR.fullmatch(text):
        return text
    certain = f"#{text}" if _COLOUR.fullmatch(f"#{text}") else ""
    return Mistake("PB215", f'"{text}" is not a colour.', 'Write it with a number sign, in quotes: "#0B5C7A".', certain)


def address(text: str) -> str | Mistake:
    """Read an address. A path passes: whether it leads anywhere is for the library to say."""
    scheme = _SCHEME.match(text)
    if scheme is None or _ADDRESSES.fullmatch(text):
        return text
    if scheme[1].lower() in {"http", "https", "mailto", "tel"}:
        return Mistake(
            "PB213", f'"{text}" is not a whole address.', "Write it as the browser shows it, without spaces: https://example.com/page."
        )
    return Mistake(
        "PB213",
        f'An address here may not begin with "{scheme[0]}".',
        "Write an address that begins with https://, http://, mailto: or tel:.",
    )


def file_name(text: str) -> str | Mistake:
    """Read the name of a file in the files folder; subfolders are written with a forward slash."""
    plain = text.replace("\\", "/").removeprefix("./").removeprefix(f"{FILES_FOLDER}/").removeprefix("files/")
    if plain.startswith("/") or ".." in plain.split("/") or ":" in plain:
        return Mistake("PB216", f'"{text}" lies outside the library.', f"Put the file into {FILES_FOLDER}/ and write its name.")
    if PurePosixPath(plain).suffix.lower() not in FILE_TYPES:
        return Mistake("PB217", f'Files such as "{text}" are not published.', f"Possible are: {_types(FILE_TYPES)}.")
    if plain != text:
        return Mistake(
            "PB216",
            f'"{text}" is not written from the files folder on.',
            f"Write the way from {FILES_FOLDER}/, with forward slashes.",
            plain,
        )
    return text


def _either(words: list[str]) -> str:
    return " or ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]


def _types(suffixes: frozenset[str]) -> str:
    return ", ".join(sorted(suffix.removeprefix(".") for suffix in suffixes))
