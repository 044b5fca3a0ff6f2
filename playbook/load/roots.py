"""The one document of a file: a group of fields, and nothing else beside it."""

from __future__ import annotations

from playbook.load.parsing import Parsed
from playbook.load.source import Source
from playbook.load.tree import Node, place_of


def root_of(parsed: Parsed, source: Source, required: tuple[str, ...] = ()) -> Node | None:
    """Return the group that a file consists of, or None with a problem where it is something else; `required` are the fields it needs."""
    roots = [node for document in parsed.roots for node in document.items if not _is_empty(node)]
    if not roots:
        fields = f"Write its fields, {' and '.join(required)} at least," if required else "Write its fields,"
        source.report("PB110", why="Nothing is written in this file.", remedy=f"{fields} or delete the file.")
        return None
    if len(roots) > 1:
        source.report(
            "PB112",
            place_of(roots[1]),
            why="A line of three dashes begins a second entry here; only the first one is read.",
            remedy="Move it into a file of its own, or delete the line of dashes.",
        )
    if not roots[0].is_group:
        _not_a_group(roots[0], source)
        return None
    return roots[0]


def _is_empty(node: Node) -> bool:
    return node.is_plain and not node.text


def _not_a_group(root: Node, source: Source) -> None:
    found = "a list" if root.is_list else "a text"
    why = f'This file holds {found}; an entry is a group of fields, each on a line such as "title: Cost sheet".'
    source.report("PB111", place_of(root), why=why, remedy="Begin each line with the name of a field and a colon.")
