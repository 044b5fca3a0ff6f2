"""Messages: what a rep copies and sends as it stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from playbook.library import Library
from playbook.model.entries import LINK, Entry
from playbook.model.settings import Settings
from playbook.model.walk import Value
from playbook.problems import Problem
from playbook.validate.near import Words
from playbook.validate.rules.finding import finding, is_live

ALIKE = 0.85
"""How like the name of the address another one is that was meant for it: Link, lnk, links; but not line."""
OFTEN = 3
SHORTEST = 6  # {rate} is no misspelt {date}
BROKEN_FROM = 40
"""Letters of a line that somebody broke because it was full; verses, addresses and lists have shorter ones."""

_GOES_ON = re.compile(rf"^(?=.{{{BROKEN_FROM}}})[^\n]*[^\W\d_],?\n(?=(?P<rest>[^\W\d_][^\n]*))", re.MULTILINE)
_MERGE = re.compile(r"(?<!\{)\{([^{}\n]{1,40})\}(?!\})")


def broken_lines(library: Library, thing: Entry | Settings, value: Value) -> Iterator[Problem]:  # noqa: ARG001 - every rule is asked alike
    """A line of a message ends in mid-sentence, and the next goes on with a small letter."""
    if value.path[-1] != "body" or "send" not in value.path or not is_live(thing):
        return
    found = [each for each in _GOES_ON.finditer(value.value) if each["rest"][0].islower()]
    if found:
        rest = " ".join(found[0]["rest"].split()[:4])
        yield finding(
            thing,
            "PB345",
            value.path,
            part=rest,
            why=f'The line before "{rest}" ends in mid-sentence{_often(len(found))}, and it is sent like that.',
            remedy="Write each paragraph of the message on one line, however long.",
        )


def unknown_merge_fields(library: Library, thing: Entry | Settings, value: Value) -> Iterator[Problem]:
    """A message has {Link} where only {link} becomes an address, or a merge field that is one slip away from the usual one."""
    if "{" not in value.value or not is_live(thing):
        return
    count, usual = library.once("merge fields", library, lambda: _merge_fields(library))
    for name in dict.fromkeys(_MERGE.findall(value.value)):
        if meant := _meant(name, "send" in value.path, usual if count[name] == 1 else None):
            yield finding(
                thing,
                "PB351",
                value.path,
                part=f"{{{name}}}",
                why=f"{{{name}}} is sent as it stands: only {LINK} becomes an address."
                if meant == LINK
                else f"{{{name}}} stands only here, and {meant} in {count[meant[1:-1]]} messages.",
                suggestion=meant,
                remedy=f"Write {meant}.",
            )


def _merge_fields(library: Library) -> tuple[Counter[str], Words]:
    """Return in how many texts to be sent each merge field stands, and which are usual."""
    texts = (value.value for entry in library.all() for value in library.values(entry) if value.scalar.sort == "lines")
    count = Counter(name for text in texts for name in {*_MERGE.findall(text)})
    return count, Words(name for name, times in count.items() if times >= OFTEN and len(name) >= SHORTEST)


def _meant(name: str, is_sent: bool, usual: Words | None) -> str:
    """Return the merge field that was most likely meant; nothing where the one that stands there may be right."""
    if is_sent and f"{{{name}}}" != LINK and _is_like_link(name.strip().lower()):
        return LINK
    near = usual.nearest(name) if usual else ""
    return f"{{{near}}}" if near else ""


@cache
def _is_like_link(name: str) -> bool:
    from difflib import SequenceMatcher

    return SequenceMatcher(None, name, LINK[1:-1]).ratio() >= ALIKE


def _often(times: int) -> str:
    return f", as do {times - 1} more" if times > 1 else ""
