"""The entry that somebody names on the command line, and the id that a title makes."""

from __future__ import annotations

import re
import unicodedata
from difflib import get_close_matches
from pathlib import Path

from playbook.library import Library
from playbook.model.entries import Entry
from playbook.model.filenames import fault_of_id
from playbook.model.kinds import AGREEMENT, KINDS, SETTINGS_FILE
from playbook.problems import UsageError

_LONGEST_ID = 60
_ID = re.compile(r"[^\W_]+(?:[-_.][^\W_]+)*")


def entry_of(library: Library, kind: str, id_: str) -> Entry:
    """Return the entry of a kind and id that has a file; raises UsageError, with the nearest id, where there is none."""
    found = library.agreement if kind == AGREEMENT.name else library.get(kind, id_)
    if found is None:
        meant = get_close_matches(id_, [*library.entries.get(kind, ())], n=1)
        raise UsageError(
            f"There is no {kind} {id_}.", f"Did you mean {meant[0]}?" if meant else f"Its file would lie in {folder_of(kind)}."
        )
    if found.file == SETTINGS_FILE:
        raise UsageError(f"The {kind} {id_} is only a name in {SETTINGS_FILE}.", f"`playbook new {kind} {id_}` gives it a file of its own.")
    return found


def folder_of(kind: str) -> str:
    """Return the folder where the files of a kind lie."""
    return AGREEMENT.folder if kind == AGREEMENT.name else KINDS[kind].folder


def must_be_free(root: Path, library: Library, kind: str, id_: str) -> None:
    """Raise UsageError for an id that no new entry of a kind can have: it is taken, or makes no good name of a file."""
    if not _ID.fullmatch(id_) or id_ != id_.lower():
        meant = "-".join(re.findall(r"[^\W_]+", id_.lower()))
        raise UsageError(f"{id_!r} makes no id: an id is lower case, with hyphens between its words.", f"Try {meant}." if meant else "")
    if fault := fault_of_id(kind, id_):
        raise UsageError(f"{id_!r} makes no id. {fault}", "Choose another one.")
    alike = (entry for other, entry in library.entries.get(kind, {}).items() if other.casefold() == id_)
    taken = library.agreement if kind == AGREEMENT.name else next(alike, None)
    files = [f"{folder_of(kind)}/{id_}{ending}" for ending in (".yaml", ".yml")]
    there = taken.file if taken and taken.file != SETTINGS_FILE else next((file for file in files if (root / file).exists()), "")
    if there:
        named = "the agreement" if kind == AGREEMENT.name else f"a {kind} {id_}" if kind[0] not in "aeiou" else f"an {kind} {id_}"
        raise UsageError(f"There is {named} already: {there}.", "Choose another id." if kind in KINDS else "")


def plain_id(title: str) -> str:
    """Return the id that a title makes: its words in small letters without accents, with hyphens between; nothing without words."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", title.casefold()) if not unicodedata.combining(sign))
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", plain).replace("'", "").replace("’", ""))
    while len(words) > 1 and len("-".join(words)) > _LONGEST_ID:
        words.pop()
    return "-".join(words)[:_LONGEST_ID]
