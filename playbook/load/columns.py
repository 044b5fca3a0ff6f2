"""Lines that begin in the wrong column: after a tab, beside their field, or without the indentation of the text they go on with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.load.field_names import entry_names, field_names
from playbook.load.quoting import line_of, looks_like_a_field
from playbook.load.repair import Repair, indentation, is_opener, line_above, says_something
from playbook.load.source import place_on
from playbook.problems import Place

_FIELD = re.compile(r"^[ ]*(?P<name>[a-z_]+):(?:\s|$)")
FEWEST_WORDS = 3  # what has fewer is rather a field whose name is misspelt
GOES_ON = "This line begins with no field's name and colon, so it most likely goes on with the text above; but then it stands further in."
_FIELD_OF_AN_ITEM = re.compile(r"^(?P<lead>[ ]*(?:-[ ]+)*)(?P<name>[a-z_]+):(?:\s|$)")


def without_tabs(number: int, lines: list[str]) -> Iterator[Repair]:
    """Put spaces for each tab into the indentation of a run of lines: as many as fit the lines around it, or else two, four or eight."""
    last = number
    while last < len(lines) and "\t" in indentation(lines[last]):
        last += 1
    first = indentation(lines[number])
    fitting = [*_widths_that_fit(number, last, lines)] if last > number else []
    for width in dict.fromkeys((*fitting, 2, 4, 8)) if last > number else ():
        why = "This line is indented with a tab, and YAML takes only spaces. It is read "
        spaces = f"with {width} space{'' if width == 1 else 's'} for each tab" if width else "without it"
        yield Repair(
            number,
            last - 1,
            tuple(indentation(line).replace("\t", " " * width) + line.lstrip() for line in lines[number:last]),
            Place(number + 1, 1, number + 1, len(first) + 1),
            f"{why}{spaces}{', which fits the lines around it' if width in fitting else ''}.",
            remedy="Paste the corrected lines, or run `playbook check --fix`, and let your editor write spaces in these files.",
            code="PB120",
        )


def _widths_that_fit(first: int, after: int, lines: list[str]) -> Iterator[int]:
    """Yield how many spaces a tab stands for if the first of some lines begins in the column of the next, or of the last above."""
    tabs = indentation(lines[first]).count("\t")
    spaces = len(indentation(lines[first])) - tabs
    below = next((line for line in lines[after:] if says_something(line)), "")
    above = line_above(first, lines)
    columns = [len(indentation(below)) or -1]  # what stands at the margin below may be the next field, and not a neighbour
    if not is_opener(above):
        columns.append(len(above) - len(above.lstrip(" -")))
    yield from (rest // tabs for column in columns if (rest := column - spaces) >= 0 and rest % tabs == 0)


def in_line(number: int, lines: list[str]) -> Iterator[Repair]:
    """Let a field begin in the column of a field above it, the nearest column first; a guess stays an error."""
    found = _FIELD.match(lines[number])
    if not found or found["name"] not in field_names() or is_opener(line_above(number, lines)):
        return
    own = len(indentation(lines[number]))
    misplaced = {own} if found["name"] in entry_names() else {own, 0}
    for column in sorted(_columns_above(number, lines) - misplaced, key=lambda column: (abs(column - own), -column)):
        yield Repair(
            number,
            number,
            (" " * column + lines[number].lstrip(),),
            place_on(number, lines[number], found["name"]),
            f"The field {found['name']} does not begin in the column of the fields it belongs to.",
            remedy="Paste the corrected line, if it is meant to stand beside the fields above that begin in its column.",
            code="PB114",
        )


def into_the_item(number: int, column: int, lines: list[str]) -> Iterator[Repair]:
    """Let a field in the column of a list's dashes begin beside the fields of the item above: alone, or with what stands further in."""
    written = lines[number]
    own = len(indentation(written))
    after = next(
        (each for each in range(number + 1, len(lines)) if says_something(lines[each]) and len(indentation(lines[each])) <= own), 0
    )
    last = (after or len(lines)) - 1
    while not says_something(lines[last]):
        last -= 1
    moved = [" " * (column - own) + line if line.strip() else line for line in lines[number : last + 1]]
    name = written.split(":")[0].strip()
    for end in dict.fromkeys((number, last)):
        yield Repair(
            number,
            end,
            tuple(moved[: end - number + 1]),
            place_on(number, written, name),
            f"The field {name} begins in the column of the dashes, and most likely belongs to the item above. It is read as if it did.",
            remedy=f"Indent it to the column of that item's other fields: paste the corrected line{'s' if end > number else ''}.",
            code="PB114",
        )


def _columns_above(number: int, lines: list[str]) -> set[int]:
    """Return the columns of the fields that a line may stand beside: of the field above, and of those that it lies in."""
    columns: list[int] = []
    for line in reversed(lines[:number]):
        found = _FIELD_OF_AN_ITEM.match(line)
        if found and found["name"] in field_names() and len(found["lead"]) < min(columns, default=len(line)):
            columns.append(len(found["lead"]))
        if 0 in columns:
            break
    return {*columns}


def on_with_the_text(number: int, lines: list[str]) -> Iterator[Repair]:
    """Indent a line that begins no field, so that it goes on with the text above it; a guess stays an error."""
    written, over = lines[number], line_above(number, lines)
    if looks_like_a_field(written) or is_opener(over) or len(written.split()) < FEWEST_WORDS:
        return
    start = len(over) - len(over.lstrip(" -"))
    column = start + 2 if line_of(over).lead.rstrip().endswith(":") else start
    if len(indentation(written)) >= column:
        return
    yield Repair(
        number,
        number,
        (" " * column + written.lstrip(),),
        place_on(number, written),
        GOES_ON,
        remedy="Paste the corrected line, if it belongs to the text above; else write the name of its field and a colon before it.",
        code="PB114",
    )
