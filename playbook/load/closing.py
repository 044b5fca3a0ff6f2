"""Quotes and brackets around a value: put there, or closed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from msgspec.structs import replace

from playbook.load.quoting import Line, line_of, looks_like_a_field, quoted, sign_in, without_quotes
from playbook.load.repair import Repair, indentation, says_something
from playbook.load.source import place_on
from playbook.model.quotes import within_odd_quotes

_CLOSING = {"[": "]", "{": "}"}
_FIELDS_IN_BRACES = re.compile(r"\{\s*[a-z_]+:\s")


def in_quotes(number: int, lines: list[str]) -> Iterator[Repair]:
    """Put the value of a line, with the lines it goes on over, into quotes."""
    line = line_of(lines[number])
    last = _last_of(number, line, lines)
    words = [line.value, *(each.strip() for each in lines[number + 1 : last + 1])]
    if not line.value or _is_open(" ".join(words)) or _ends_a_quote(words) or _FIELDS_IN_BRACES.match(line.value):
        return
    if "\t" in indentation(lines[number]):
        return
    typed = "\n".join(words)
    text = without_quotes(typed)
    parts = quoted(text).split("\n")
    indent = " " * (line.indent + 2)
    fixed = [line.lead + parts[0], *(indent + part for part in parts[1:])]
    fixed[-1] += line.comment if last == number else ""
    read = "as it is written here" if text == typed else "as in the corrected line"
    why = f"{sign_in(typed)} It is read {read}."
    yield Repair(number, last, tuple(fixed), place_on(number, lines[number], line.value), why, is_quoting=True)


def _last_of(number: int, line: Line, lines: list[str]) -> int:
    """Return the last of the lines that the text of a line goes on over: indented further, and neither fields nor remarks."""
    last = number
    for each in lines[number + 1 :]:
        if not says_something(each) or len(indentation(each)) <= line.indent or looks_like_a_field(each):
            break
        last += 1
    return last


def _is_open(value: str) -> bool:
    """Whether a value begins with a bracket that is never closed, or with a quote: then a sign is missing, not quotes."""
    if value[:1] in _CLOSING:
        steps = accumulate((sign == value[0]) - (sign == _CLOSING[value[0]]) for sign in value)
        return 0 not in steps
    return value[:1] in {'"', "'"} and value.count(value[0]) == 1


def _ends_a_quote(words: list[str]) -> bool:
    """Whether the only quote of a text stands at its end, so that it closes one from above."""
    text = " ".join(words)
    return text.endswith('"') and text.count('"') == 1 and not within_odd_quotes(text)


def closed_by_a_curly_quote(number: int, lines: list[str]) -> Iterator[Repair]:
    """Write a straight quote where one opens a text and a curly one ends it."""
    line = line_of(lines[number])
    if line.value.startswith('"') and (text := within_odd_quotes(line.value)):
        yield Repair(
            number,
            number,
            (f"{line.lead}{quoted(text)}{line.comment}",),
            place_on(number, lines[number], line.value),
            "The quote at the end is a curly one, which is none to YAML. It is read as if it were straight.",
        )


def closed(number: int, lines: list[str]) -> Iterator[Repair]:
    """Write the closing quote or bracket at the end of a line, or of those that a quoted text goes on over; a guess stays an error."""
    line = line_of(lines[number])
    opening = line.value[:1]
    if opening not in {'"', "'", *_CLOSING} or not _is_open(line.value):
        return
    closing = _CLOSING.get(opening, opening)
    place = replace(place_on(number, lines[number], line.value), end_line=number + 1)
    last = _last_of(number, line, lines) if opening == closing else number
    for end in dict.fromkeys((number, last)):
        more = [each.rstrip() for each in lines[number + 1 : end + 1]]
        if any(opening in each for each in more):
            return
        closed = [*lines[number:end], f"{more[-1]}{closing}"] if more else [line.lead + line.value + closing + line.comment]
        yield Repair(
            number,
            end,
            tuple(closed),
            replace(place, end_column=place.column + 1),
            f"{'A quote' if opening == closing else 'A bracket' if opening == '[' else 'A brace'} opens here and is never closed.",
            remedy="Paste the corrected line, if the text ends where the line ends.",
            code="PB115",
            is_quoting=True,
        )
