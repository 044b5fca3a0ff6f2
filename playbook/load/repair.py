"""Lines that YAML refuses, made readable: the words stay, only quotes, a space or a closing sign are added."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from playbook.load.field_names import field_names
from playbook.load.quoting import Line, is_remark, line_of, looks_like_a_field, quoted, sign_in, without_quotes
from playbook.load.source import place_on
from playbook.load.tree import Node, Tree
from playbook.problems import Place

_GLUED = re.compile(r"^([ ]*(?:-[ ]+)*[a-z_]+:)(?=[^\s/:])")
_NO_COLON = re.compile(r"^(?P<lead>[ ]*(?:-[ ]+)*)(?P<name>[a-z_]+)(?:[ ]*[=;][ ]*|[ ]+)(?P<value>[^\s:=;].*)$")
_FIELD = re.compile(r"^[ ]*(?P<name>[a-z_]+):(?:\s|$)")
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
    for number in _openings(lines, tree):
        yield from _closed(number, lines)
    for number in numbers:
        yield from _without_tabs(number, lines)
        yield from _spaced(number, lines)
    for number in numbers:
        if not _is_inside_brackets(number, tree):
            yield from _in_quotes(number, lines)
            yield from _with_colon(number, lines)
            yield from _in_line(number, lines)
    for number in numbers:
        yield from _closed(number, lines)


def _suspects(lines: list[str], tree: Tree) -> list[int]:
    """Return the lines that may be at fault: where YAML gave up, where it began what it was at, and the line before."""
    error = tree.error
    marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
    numbers = [min(mark.line, len(lines) - 1) for mark in marks if mark is not None]
    above = next((number for number in range(max(numbers, default=0) - 1, -1, -1) if _says_something(lines[number])), 0)
    quote_first = reversed(numbers) if "scalar" in (getattr(error, "context", "") or "") else numbers
    return [number for number in dict.fromkeys([*quote_first, above]) if _says_something(lines[number])]


def _says_something(written: str) -> bool:
    """Whether a line is neither empty nor a remark: what is wrong never stands in a remark, and nobody's remark is changed."""
    return bool(written.strip()) and not is_remark(written)


def _openings(lines: list[str], tree: Tree) -> Iterator[int]:
    """Yield the lines where a quote opens that is never closed, or that closes only after lines which look like fields or remarks."""
    if swallowing := _swallowing(lines, tree):
        yield swallowing.start.line
    mark = getattr(tree.error, "context_mark", None)
    if mark is not None and "quoted scalar" in (getattr(tree.error, "context", "") or ""):
        yield mark.line


def _swallowing(lines: list[str], tree: Tree) -> Node | None:
    """Return the last text in quotes, if it has swallowed lines that look like fields or remarks."""
    node = tree.open[-1] if tree.open else None
    while node is not None and node.items:
        node = node.items[-1]
    if node is None or getattr(node.event, "style", None) not in {'"', "'"}:
        return None
    inner = lines[node.start.line + 1 : node.end.line + 1]
    return node if any(looks_like_a_field(line) or is_remark(line) for line in inner) else None


def _without_tabs(number: int, lines: list[str]) -> Iterator[Repair]:
    """Put spaces for each tab into the indentation of a run of lines: as many as fit the lines around it, or else two, four or eight."""
    last = number
    while last < len(lines) and "\t" in _indentation(lines[last]):
        last += 1
    first = _indentation(lines[number])
    fitting = [*_widths_that_fit(number, last, lines)] if last > number else []
    for width in dict.fromkeys((*fitting, 2, 4, 8)) if last > number else ():
        why = "This line is indented with a tab, and YAML takes only spaces. It is read "
        spaces = f"with {width} space{'' if width == 1 else 's'} for each tab" if width else "without it"
        yield Repair(
            number,
            last - 1,
            tuple(_indentation(line).replace("\t", " " * width) + line.lstrip() for line in lines[number:last]),
            Place(number + 1, 1, number + 1, len(first) + 1),
            f"{why}{spaces}{', which fits the lines around it' if width in fitting else ''}.",
            remedy="Paste the corrected lines, or run `playbook check --fix`, and let your editor write spaces in these files.",
            code="PB120",
        )


def _widths_that_fit(first: int, after: int, lines: list[str]) -> Iterator[int]:
    """Yield how many spaces a tab stands for if the first of some lines begins in the column of the next, or of the last above."""
    tabs = _indentation(lines[first]).count("\t")
    spaces = len(_indentation(lines[first])) - tabs
    below = next((line for line in lines[after:] if _says_something(line)), "")
    above = _above(first, lines)
    columns = [len(_indentation(below)) or -1]  # what stands at the margin below may be the next field, and not a neighbour
    if not _is_opener(above):
        columns.append(len(above) - len(above.lstrip(" -")))
    yield from (rest // tabs for column in columns if (rest := column - spaces) >= 0 and rest % tabs == 0)


def _above(number: int, lines: list[str]) -> str:
    """Return the last line above one that says something; an empty text where there is none."""
    return next((line for line in reversed(lines[:number]) if _says_something(line)), "")


def _is_opener(line: str) -> bool:
    """Whether something stands further in below a line."""
    return line.rstrip().endswith((":", "|", ">"))


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


def _with_colon(number: int, lines: list[str]) -> Iterator[Repair]:
    """Put the colon that is missing after the name of a field; a guess stays an error, since a long text may begin a line like that."""
    found = _NO_COLON.match(lines[number])
    if found and found["name"] in field_names():
        yield Repair(
            number,
            number,
            (f"{found['lead']}{found['name']}: {found['value']}",),
            place_on(number, lines[number], found["name"]),
            f"A colon is missing after {found['name']}, the name of a field.",
            remedy="Paste the corrected line, if the field begins here.",
            code="PB114",
        )


def _in_line(number: int, lines: list[str]) -> Iterator[Repair]:
    """Let a field begin in the column of the field above, where that has its value already; a guess stays an error."""
    found = _FIELD.match(lines[number])
    above = _above(number, lines)
    column = len(above) - len(above.lstrip(" -"))
    if not found or found["name"] not in field_names() or _is_opener(above) or column == len(_indentation(lines[number])):
        return
    yield Repair(
        number,
        number,
        (" " * column + lines[number].lstrip(),),
        place_on(number, lines[number], found["name"]),
        f"The field {found['name']} does not begin in the column of the field above it, so it belongs neither to that nor beside it.",
        remedy="Paste the corrected line, if it is meant to stand beside the field above.",
        code="PB114",
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
    typed = "\n".join(words)
    text = without_quotes(typed)
    parts = quoted(text).split("\n")
    indent = " " * (line.indent + 2)
    fixed = [line.lead + parts[0], *(indent + part for part in parts[1:])]
    fixed[-1] += line.comment if last == number else ""
    read = "as it is written here" if text == typed else "as in the corrected line"
    yield Repair(number, last, tuple(fixed), place_on(number, lines[number], line.value), f"{sign_in(typed)} It is read {read}.")


def _last_of(number: int, line: Line, lines: list[str]) -> int:
    """Return the last of the lines that the text of a line goes on over: indented further, and neither fields nor remarks."""
    last = number
    for each in lines[number + 1 :]:
        if not _says_something(each) or len(_indentation(each)) <= line.indent or looks_like_a_field(each):
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
        )


def _is_inside_brackets(number: int, tree: Tree) -> bool:
    """Whether a line lies between brackets that were opened on a line before it."""
    return any(node.is_flow and node.start.line < number for node in tree.open)
