"""What a text holds and nobody is to see: comments, scripts and styles."""

from __future__ import annotations

import re

_CODE_OR_HIDDEN = re.compile(
    r"^ {0,3}(?P<fence>`{3,}|~{3,})|(?P<code>`+)|(?P<note><!--)|<(?P<tag>script|style)(?=[\s>])", re.IGNORECASE | re.MULTILINE
)
_CLOSING = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in ("script", "style")}


def without_hidden(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text without comments, scripts and styles outside of code, and the names of the tags that went with their words.

    What nothing ends is not hidden: its words stay, and the tag meets the fate of all tags.
    """
    if "<!--" not in text and "</s" not in text.lower():
        return text, ()
    kept: list[str] = []
    dropped: list[str] = []
    endless: set[str] = set()
    done = at = 0
    while found := _CODE_OR_HIDDEN.search(text, at):
        sign = found["fence"] or found["code"]
        what = sign or (found["tag"] or "<!--").lower()
        end = -1 if what in endless else _end_of(what, text, found.end())
        at = max(end, found.end())
        if end < 0:
            endless.add(what)  # or a thousand openings would each search to the end
        elif not sign:
            kept.append(text[done : found.start()])
            dropped.append(what)
            done = end
    return "".join(kept) + text[done:], tuple(name for name in dropped if name != "<!--")


def _end_of(what: str, text: str, start: int) -> int:
    """Return where the code, comment, script or style ends that opened before, or -1 where nothing ends it."""
    if what in _CLOSING:
        closing = _CLOSING[what].search(text, start)
        return closing.end() if closing else -1
    sign = "-->" if what == "<!--" else what
    place = text.find(sign, start)
    return place + len(sign) if place >= 0 else -1
