"""Bytes → text with plain line ends, whatever the editor that saved them."""

from __future__ import annotations

import codecs
import re

from playbook.load.source import Source
from playbook.problems import Place

LARGEST = 1_000_000
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Signs that nobody sees and YAML refuses or takes for a line end; slides and chats leave them behind when one copies.
UNSEEN = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def decode(raw: bytes, source: Source) -> str | None:
    """Return the text of a file, or None where it is none; what is odd about it is reported."""
    if len(raw) > LARGEST:
        size = f"{len(raw) / 1_000_000:.1f} MB"
        source.report(
            "PB107", Place(1, 1, 1, 1), why=f"This file has {size}; up to 1 MB is read.", remedy="Split it into entries, one a file."
        )
        return None
    text = _text(raw, source)
    if text is None or "\0" in text:
        if text is not None:
            _refuse(raw, raw.find(b"\0"), source)
        return None
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return _visible(text, source)


def _text(raw: bytes, source: Source) -> str | None:
    if raw.startswith(UTF_16):
        source.report(
            "PB109",
            Place(1),
            why="This file is saved as UTF-16, which Git and most tools take for a picture or a program.",
            remedy="Save it again as UTF-8.",
        )
    try:
        return raw.decode("utf-16" if raw.startswith(UTF_16) else "utf-8")
    except UnicodeDecodeError as error:
        _refuse(raw, error.start, source)
        return None


def _refuse(raw: bytes, offset: int, source: Source) -> None:
    """Report the line that holds bytes which are no text."""
    before = raw[:offset].decode("utf-8", "replace").splitlines(keepends=True) or [""]
    place = Place(len(before), len(before[-1]) + 1)
    why = f"Line {place.line} holds bytes that are no text in UTF-8."
    source.report("PB108", place, why=why, remedy="Open the file in an editor and save it as UTF-8, or restore it from its history.")


def _visible(text: str, source: Source) -> str:
    """Put spaces in the place of signs that cannot be seen, and say where the first stood."""
    if found := UNSEEN.search(text):
        line = text.count("\n", 0, found.start())
        column = found.start() - text.rfind("\n", 0, found.start())
        source.report(
            "PB119",
            Place(line + 1, column, line + 1, column + 1),
            why=f"Between the words stands a sign that cannot be seen (U+{ord(found[0]):04X}); it is read as a space.",
            remedy="Paste the corrected line, or write it anew.",
            suggestion=UNSEEN.sub(" ", text.split("\n")[line]),
        )
        return UNSEEN.sub(" ", text)
    return text
