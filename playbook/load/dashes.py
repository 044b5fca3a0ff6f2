"""A dash that is missing before an item of a list, so that YAML takes it for a part of the item above, or gives up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from playbook.load.bullets import BULLET, DASH
from playbook.load.columns import FEWEST_WORDS, into_the_item
from playbook.load.field_names import field_names
from playbook.load.quoting import line_of, looks_like_a_field
from playbook.load.repair import Repair, indentation, line_above, says_something
from playbook.load.source import Source, place_on
from playbook.load.tree import Node, Tree, grow
from playbook.problems import FieldPath

_FIELD = re.compile(r"[ ]+(?P<name>[a-z_]+):(?:\s|$)")
_COLON = re.compile(r":(?:\s|$)")
_NO_DASH = (
    "The lines beside this one are items of a list, each with its dash, and here the dash is missing. It is read as if it were there."
)
_PASTE_OR_INDENT = "Paste the corrected line; or, if it goes on with the text above, let it begin in the column of that text."
FEWEST = 2  # one field given twice is rather written twice than an item of its own


def missing_dashes(text: str, tree: Tree) -> Iterator[Repair]:
    """Yield a dash for each field that begins the items of a list, and comes again within one of them with others behind it."""
    lines = text.split("\n")
    for root in tree.roots:
        for each in _lists(root):
            yield from _in_list(each, lines)


def with_dash(number: int, lines: list[str]) -> Iterator[Repair]:
    """Put the dash before a field in the column of the dashes around it, where the next line stands beside what follows those dashes.

    A field that begins no item around it, and that the one above lacks, rather belongs into that one.
    """
    found, own = _FIELD.match(lines[number]), indentation(lines[number])
    above = [*_inside(own, reversed(lines[:number]))]
    dashed = [line for line in (*above, *_inside(own, lines[number + 1 :])) if line.startswith(f"{own}- ")]
    width = _width(dashed[0], own) if dashed else 0
    below = next((line for line in lines[number + 1 :] if says_something(line)), "")
    if not found or not dashed or len(indentation(below)) != len(own) + width:
        return
    item = takewhile(lambda line: line not in dashed, above)
    if any(line in dashed for line in above) and not any(
        line[len(own) + width :].startswith(f"{found['name']}:") for line in (*item, *dashed)
    ):
        yield from into_the_item(number, len(own) + width, lines)
    yield Repair(
        number,
        number,
        (f"{own}-{' ' * (width - 1)}{lines[number].lstrip()}",),
        place_on(number, lines[number], found["name"]),
        f"A dash is missing before {found['name']}: the lines below it stand as those of an item of the list do. It is read as if the "
        "dash were there.",
        remedy="Paste the corrected line; or, if it is no item of the list, let it begin in the column of the fields it belongs to.",
        code="PB130",
    )


def before_a_text(number: int, lines: list[str]) -> Iterator[Repair]:
    """Put the dash before a text in the column of the dash above it, unless it reads as if it went on with that text."""
    written, own = lines[number], indentation(lines[number])
    above, below = (_next_to(own, part) for part in (reversed(lines[:number]), lines[number + 1 :]))
    is_among_texts = _is_text(above, own) and (own or _is_text(below, own))  # at the margin, it may be a field without its colon
    is_text = not looks_like_a_field(written) and not BULLET.match(written) and not _COLON.search(written)
    if is_among_texts and is_text and _begins_a_text(written) and written.split()[0] not in field_names():
        yield Repair(
            number, number, (f"{own}- {written.lstrip()}",), place_on(number, written), _NO_DASH, remedy=_PASTE_OR_INDENT, code="PB130"
        )


def before_the_first(number: int, lines: list[str]) -> Iterator[Repair]:
    """Put the dash before the first item of a list, whether a group or a text, where only the next one, on this line, has its dash."""
    own = indentation(lines[number])
    if not own or "\t" in own or not lines[number].startswith(f"{own}- "):
        return
    run = [*takewhile(lambda each: len(indentation(lines[each])) >= len(own), _saying(range(number - 1, -1, -1), lines))]
    if not run or any(lines[each].startswith(f"{own}- ") for each in run) or DASH.match(lines[run[-1]]):
        return
    first, last, opener = run[-1], run[0], line_of(line_above(run[-1], lines))
    if opener.value.partition("#")[0] or not opener.lead.rstrip().endswith(":"):
        return
    found = _FIELD.match(lines[first])
    yield Repair(
        first,
        last,
        (*_as_items(lines[first : last + 1], own, _width(lines[number], own)),),
        place_on(first, lines[first], found["name"] if found else ""),
        _NO_DASH,
        remedy=f"Paste the corrected line{'s' if last > first else ''}.",
        code="PB130",
    )


def texts_of(node: Node, path: FieldPath, lines: list[str], source: Source) -> list[str] | None:
    """Return the items of a list of texts that YAML takes for one text, since its first dash is missing; reported. None for any other."""
    if not node.is_plain or lines[node.start.line][: node.start.column].strip():
        return None
    dashed = next((each for each in range(node.start.line + 1, node.end.line + 1) if DASH.match(lines[each])), 0)
    for repair in before_the_first(dashed, lines) if dashed else ():
        tree = grow("\n".join([*repair.lines, *lines[repair.last + 1 : node.end.line + 1]]))
        items = tree.roots[0].items[0].items if tree.error is None else []
        if repair.first == node.start.line and items and all(item.is_text for item in items):
            source.report("PB130", repair.place, path, why=repair.why, remedy=repair.remedy, suggestion=repair.suggestion)
            return [item.text for item in items]
    return None


def _as_items(written: list[str], own: str, width: int) -> Iterator[str]:
    """Yield the lines of a group as an item in the column of a list's dashes; of texts, each that begins one gets its dash."""
    column, is_group = len(indentation(written[0])), bool(_FIELD.match(written[0]))
    for number, line in enumerate(written):
        margin = len(indentation(line))
        if not says_something(line):
            yield line
        elif number == 0 or (not is_group and margin == column and _begins_a_text(line)):
            yield f"{own}-{' ' * (width - 1)}{line.lstrip()}"
        else:
            yield " " * (max(margin - column, 0) + len(own) + width) + line.lstrip()


def _width(dashed: str, own: str) -> int:
    """Return how far what follows a dash stands behind it."""
    return len(dashed) - len(dashed[len(own) + 1 :].lstrip()) - len(own)


def _begins_a_text(line: str) -> bool:
    """Whether a line reads like the beginning of a text; several words that begin with a small letter rather go on with one."""
    return not line.lstrip()[:1].islower() or len(line.split()) < FEWEST_WORDS


def _is_text(line: str, own: str) -> bool:
    """Whether a line is an item in a column, and its text holds no field."""
    return line.startswith(f"{own}- ") and not _FIELD.match(line[len(own) + 1 :])


def _next_to(own: str, lines: Iterable[str]) -> str:
    """Return the first line that says something and does not begin further in."""
    return next((line for line in lines if says_something(line) and len(indentation(line)) <= len(own)), "")


def _saying(numbers: Iterable[int], lines: list[str]) -> Iterator[int]:
    yield from (number for number in numbers if says_something(lines[number]))


def _inside(own: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines that say something, as far as none begins further out."""
    yield from takewhile(lambda line: len(indentation(line)) >= len(own), filter(says_something, lines))


def _lists(node: Node) -> Iterator[Node]:
    if node.is_list and not node.is_flow:
        yield node
    for item in node.items:
        yield from _lists(item)


def _in_list(node: Node, lines: list[str]) -> Iterator[Repair]:
    groups = [item for item in node.items if item.is_group and not item.is_flow and item.items]
    first = {group.items[0].text for group in groups}
    for group in groups:
        seen: set[str] = set()
        pairs = group.pairs()
        for number, (key, _) in enumerate(pairs):
            if key.text in seen and key.text in first and len(pairs) - number >= FEWEST:
                yield _dash(key, group, lines)
                seen.clear()
            seen.add(key.text)


def _dash(key: Node, group: Node, lines: list[str]) -> Repair:
    number, column = key.start.line, key.start.column
    dash = lines[group.start.line].rfind("-", 0, group.start.column)
    return Repair(
        number,
        number,
        (" " * dash + "-" + " " * (column - dash - 1) + lines[number][column:],),
        place_on(number, lines[number], key.text),
        f'"{key.text}" begins an item of this list and stands here a second time in one, so a dash is missing before it. '
        "It is read as if the dash were there.",
        remedy="Paste the corrected line; or, if these fields belong to the item above, take out those that it has already.",
        code="PB130",
    )
