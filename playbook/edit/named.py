"""The entry that somebody names on the command line."""

from __future__ import annotations

from difflib import get_close_matches

from playbook.library import Library
from playbook.model.entries import Entry
from playbook.model.kinds import AGREEMENT, KINDS, SETTINGS_FILE
from playbook.problems import UsageError


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
