"""Bullets that are none to YAML, mostly pasted from a document or a slide: •, –, * or a dash without a space behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from playbook.load.quoting import quoted
from playbook.load.repair import Repair, indentation, says_something
from playbook.load.source import place_on

DASH = re.compile(r"[ ]*-[ ]")
BULLETS = "[•‣◦▪●○·\uf0b7]"
BULLET = re.compile(rf"(?P<lead>[ ]*)(?P<sign>{BULLETS}|[*–—+](?=[ \xa0\t])|-(?=[^\W\d_]))[ \xa0\t]*(?P<text>\S.*)$")
_NO_PLAIN_START = frozenset("@`%&*!|>'\"[]{},?#")


def with_dashes(number: int, lines: list[str]) -> Iterator[Repair]:
    """Put dashes in the place of other bullets, in the list that a line belongs to."""
    run = _run(number, lines)
    wrong = [each for each in run if BULLET.match(lines[each])]
    if wrong:
        first, last = wrong[0], wrong[-1]
        yield Repair(
            first,
            last,
            tuple(dashed(lines[each]) if each in wrong else lines[each] for each in range(first, last + 1)),
            place_on(first, lines[first]),
            why_not(lines[each] for each in wrong),
            remedy=remedy_of(wrong),
            code="PB129",
        )


def _run(number: int, lines: list[str]) -> list[int]:
    """Return the lines with bullets that make one list with a line: in its column, with nothing but remarks and longer texts between."""
    if not _begins_an_item(lines[number]):
        return []
    margin = len(indentation(lines[number]))
    return [*reversed([*_onwards(reversed(range(number)), margin, lines)]), number, *_onwards(range(number + 1, len(lines)), margin, lines)]


def _onwards(numbers: Iterable[int], margin: int, lines: list[str]) -> Iterator[int]:
    for number in numbers:
        column = len(indentation(lines[number]))
        if says_something(lines[number]) and column <= margin:
            if column < margin or not _begins_an_item(lines[number]):
                return
            yield number


def _begins_an_item(line: str) -> bool:
    return bool(DASH.match(line) or BULLET.match(line))


def dashed(line: str, *, keep: bool = False) -> str:
    """Return a line with a dash for its bullet; in a list, what YAML would not take as a text comes in quotes."""
    found = BULLET.match(line)
    if found is None:
        return line
    text = found["text"].rstrip()
    is_safe = keep or (text[0] not in _NO_PLAIN_START and " #" not in text and text.count(": ") < 2 and not text.endswith(":"))
    return f"{found['lead']}- {text if is_safe else quoted(text)}"


def why_not(wrong: Iterable[str]) -> str:
    """Say what is wrong with the bullets of some lines."""
    signs = dict.fromkeys(found["sign"] for line in wrong if (found := BULLET.match(line)))
    others = [sign for sign in signs if sign != "-"]
    if not others:
        return "A space is missing after the dash. It is read as if it were there."
    shown = " and ".join(f'"{sign}"' for sign in others)
    return f"YAML knows no {shown} before the items of a list, only a dash and a space. It is read as if these stood here."


def remedy_of(numbers: Sequence[int]) -> str:
    """Say what to do with the corrected lines."""
    return f"Paste the corrected line{'s' if len(numbers) > 1 else ''}, or run `playbook check --fix`."
