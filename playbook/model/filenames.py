"""Names of files: which of them no site, or no other system, can hold."""

from __future__ import annotations

import re

# On these kinds' pages the list of all entries is called index.html, and stands in one folder with the entries themselves.
LISTED = frozenset({"persona", "stage", "asset", "play", "competitor", "campaign"})
POCKET = "-pocket"
_SIGN = re.compile(r'[\\:*?"<>|\x00-\x1f\x7f\x85\u2028\u2029]')
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\..*)?", re.IGNORECASE)


def fault_of(name: str) -> str:
    """Say in a sentence why some systems have no file of this name; nothing where all can have it."""
    if sign := _SIGN.search(name):
        shown = sign[0] if sign[0].isprintable() else "a sign that cannot be seen"
        return f"Its name holds {shown}, which many systems allow in no file's name."
    if name.endswith((".", " ")):
        return f"Its name ends in a {'dot' if name.endswith('.') else 'space'}, which many systems cut off."
    if _DEVICE.fullmatch(name):
        return f'"{name}" is the name of a device on Windows, where no file can have it.'
    return ""


def fault_of_id(kind: str, id_: str) -> str:
    """Say in a sentence why an entry's page cannot have the file that its id asks for; nothing where it can."""
    if kind in LISTED and id_.casefold() == "index":
        return "The page index is the list of all entries of its kind, so no entry can be called so."
    if kind == "persona" and id_.casefold().endswith(POCKET):
        return f"The pocket card of each persona has a name that ends in {POCKET}, so no persona's can."
    return fault_of(id_)
