"""A dash that is missing before an item of a list, so that YAML takes its fields for fields of the item above."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, takewhile

from playbook.load.repair import Repair, indentation, says_something
from playbook.load.source import place_on
from playbook.load.tree import Node, Tree

_FIELD = re.compile(r"[ ]+(?P<name>[a-z_]+):(?:\s|$)")
FEWEST = 2  # one field given twice is rather written twice than an item of its own


def missing_dashes(text: str, tree: Tree) -> Iterator[Repair]:
    """Yield a dash for each field that begins the items of a list, and comes again within one of them with others behind it."""
    lines = text.split("\n")
    for root in tree.roots:
        for each in _lists(root):
            yield from _in_list(each, lines)


def with_dash(number: int, lines: list[str]) -> Iterator[Repair]:
    """Put the dash before a field in the column of the dashes around it, where the next line stands beside what follows those dashes."""
    found, own = _FIELD.match(lines[number]), indentation(lines[number])
    around = chain(_inside(own, reversed(lines[:number])), _inside(own, lines[number + 1 :]))
    dashed = next((line for line in around if line.startswith(f"{own}- ")), "")
    width = len(dashed) - len(dashed[len(own) + 1 :].lstrip()) - len(own)
    below = next((line for line in lines[number + 1 :] if says_something(line)), "")
    if found and dashed and len(indentation(below)) == len(own) + width:
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
