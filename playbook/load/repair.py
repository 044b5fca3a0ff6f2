"""Lines that YAML refuses, made readable: the words stay, only quotes, a space or a closing sign are added."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from playbook.load.quoting import Line, line_of, looks_like_a_field, quoted
from playbook.load.source import place_on
from playbook.load.tree import Node, Tree
from playbook.problems import Place

_GLUED = re.compile(r"^([ ]*(?:-[ ]+)*[a-z_]+:)(?=[^\s/:])")
_CLOSING = {"[": "]", "{": "}"}
_FIELDS_IN_BRACES = re.compile(r"\{\s*[a-z_]+:\s")


@dataclass(frozen=True)
class Repair:
    """Lines `first` to `last` (counted from 0) of a text, what to write there instead, and what to tell the author."""

    first: int
    last: int
    lines: tuple[str, ...]
    place: Place
    why: str
    remedy: str = "Paste the corrected line, or run `playbook check --fix`: other editors refuse the file as it is."
    code: str = "PB113"

    @property
    def suggestion(self) -> str:
        """The corrected lines, to be pasted."""
        return "\n".join(self.lines)

    def apply(self, text: str) -> str:
        """Return the text with the lines corrected."""
        lines = text.split("\n")
        lines[self.first : self.last + 1] = self.lines
        return "\n".join(lines)


def repairs(text: str, tree: Tree) -> Iterator[Repair]:
    """Return what may help where YAML gave up, the likeliest first; whether it does shows when the text is read again."""
    lines = text.split("\n")
    numbers = _suspects(lines, tree)
    if opening := _swallowing(lines, tree):
        yield from _closed(opening.start.line, lines)
    for number in numbers:
        yield from _without_tabs(number, lines)
        yield from _spaced(number, lines)
    for number in numbers:
        if not _is_inside_brackets(number, tree):
            yield from _in_quotes(number, lines)
    for number in numbers:
        yield from _closed(number, lines)


def _suspects(lines: list[str], tree: Tree) -> list[int]:
    """Return the lines that may be at fault: where YAML gave up, where it began what it was at, and the line before."""
    error = tree.error
    marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
    numbers = [min(mark.line, len(lines) - 1) for mark in marks if mark is not None]
    above = next((number for number in range(max(numbers, default=0) - 1, -1, -1) if lines[number].strip()), 0)
    quote_first = reversed(numbers) if "scalar" in (getattr(error, "context", "") or "") else numbers
    return [number for number in dict.fromkeys([*quote_first, above]) if lines[number].strip()]


def _swallowing(lines: list[str], tree: Tree) -> Node | None:
    """Return the last text in quotes, if it has swallowed lines that look like fields."""
    node = tree.open[-1] if tree.open else None
    while node is not None and node.items:
        node = node.items[-1]
    if node is None or getattr(node.event, "style", None) not in {'"', "'"}:
        return None
    inner = lines[node.start.line + 1 : node.end.line + 1]
    return node if any(looks_like_a_field(line) for line in inner) else None


def _without_tabs(number: int, lines: list[str]) -> Iterator[Repair]:
    """Put two spaces for each tab into the indentation of a run of lines; how deep they were meant to be is a guess."""
    last = number
    while last < len(lines) and "\t" in _indentation(lines[last]):
        last += 1
    if last > number:
        spaced = tuple(_indentation(line).replace("\t", "  ") + line.lstrip() for line in lines[number:last])
        indent = len(_indentation(lines[number]))
        yield Repair(
            number,
            last - 1,
            spaced,
            Place(number + 1, 1, number + 1, indent + 1),
            "This line is indented with a tab, and YAML takes only spaces. It is read with two spaces for each tab.",
            remedy="Paste the corrected lines, or run `playbook check --fix`, and let your editor write spaces in these files.",
            code="PB120",
        )


def _indentation(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _spaced(number: int, lines: list[str]) -> Iterator[Repair]:
    """Put a plain space where a special one stands, or none at all, after the name of a field or in the indentation."""
    written = lines[number]
    start = len(written) - len(written.lstrip(" \xa0"))
    plain = written[:start].replace("\xa0", " ") + re.sub("^((?:-[ \xa0]+)*[\\w-]+:)\xa0", r"\1 ", written[start:])
    if plain != written:
        place = place_on(number, written, "\xa0")
        why = "Here stands a special space that looks like a plain one. It is read as a plain one."
        yield Repair(number, number, (plain,), place, why, code="PB119")
    if found := _GLUED.match(written):
        corrected = f"{found[1]} {written[found.end() :]}"
        yield Repair(
            number, number, (corrected,), place_on(number, written), "A space is missing after the colon. It is read as if it were there."
        )


def _in_quotes(number: int, lines: list[str]) -> Iterator[Repair]:
    """Put the value of a line, with the lines it goes on over, into quotes."""
    line = line_of(lines[number])
    last = _last_of(number, line, lines)
    words = [line.value, *(each.strip() for each in lines[number + 1 : last + 1])]
    if not line.value or _is_open(" ".join(words)) or _ends_a_quote(words) or _FIELDS_IN_BRACES.match(line.value):
        return
    if "\t" in _indentation(lines[number]):
        return
    if line.value.startswith('"') and line.value.endswith('"') and "\\" in line.value:
        corrected = quoted(line.value[1:-1].replace('\\"', '"'))
    else:
        corrected = quoted("\n".join(words))
    parts = corrected.split("\n")
    indent = " " * (line.indent + 2)
    fixed = [line.lead + parts[0], *(indent + part for part in parts[1:])]
    fixed[-1] += line.comment if last == number else ""
    why = "YAML takes a sign in this text for its own. It is read as it is written here."
    yield Repair(number, last, tuple(fixed), place_on(number, lines[number], line.value), why)


def _last_of(number: int, line: Line, lines: list[str]) -> int:
    """Return the last of the lines that the text of a line goes on over: indented further, and no fields themselves."""
    last = number
    for each in lines[number + 1 :]:
        if not each.strip() or len(each) - len(each.lstrip()) <= line.indent or looks_like_a_field(each):
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
    return text.endswith('"') and text.count('"') == 1


def _closed(number: int, lines: list[str]) -> Iterator[Repair]:
    """Write the closing quote or bracket at the end of a line; that is a guess, so it stays an error."""
    line = line_of(lines[number])
    opening = line.value[:1]
    if opening not in {'"', "'", *_CLOSING} or not _is_open(line.value):
        return
    closing = _CLOSING.get(opening, opening)
    place = place_on(number, lines[number], line.value)
    yield Repair(
        number,
        number,
        (line.lead + line.value + closing + line.comment,),
        replace(place, end_line=place.line, end_column=place.column + 1),
        f"{'A quote' if opening == closing else 'A bracket' if opening == '[' else 'A brace'} opens here and is never closed.",
        remedy="Paste the corrected line, if the text ends where the line ends.",
        code="PB115",
    )


def _is_inside_brackets(number: int, tree: Tree) -> bool:
    """Whether a line lies between brackets that were opened on a line before it."""
    return any(node.is_flow and node.start.line < number for node in tree.open)
