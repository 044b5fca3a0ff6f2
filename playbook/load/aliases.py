"""Signs at the start of a text that mean something else in YAML: & and * (a value and its repetition) and ! (a type)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field
from yaml.events import AliasEvent

from playbook.load.parsing import Parsed
from playbook.load.quoting import quoted
from playbook.load.source import Source
from playbook.load.tree import Node, place_of
from playbook.problems import FieldPath, Place

MOST_REPEATED = 100_000


class Anchors(Struct, frozen=True):
    """The values of a file that have a name, which of the names are used, and how many signs were repeated so far."""

    values: dict[str, Node] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    repeated: list[int] = field(default_factory=lambda: [0])


def anchors_of(parsed: Parsed, root: Node) -> Anchors:
    """Return the named values of a file; in nearly every file there are none."""
    anchors = Anchors()
    if "&" in parsed.text or "*" in parsed.text:
        for node in _all(root):
            if type(node.event) is AliasEvent:
                anchors.used.add(node.event.anchor or "")
            elif name := getattr(node.event, "anchor", None):
                anchors.values.setdefault(name, node)
    return anchors


def _all(node: Node) -> Iterator[Node]:
    yield node
    for item in node.items:
        yield from _all(item)


def repeated(node: Node, anchors: Anchors, parsed: Parsed, source: Source, path: FieldPath) -> Node | None:
    """Return the value that an alias repeats; None where it repeats none, or so much that it is refused."""
    name = getattr(node.event, "anchor", "")
    value = anchors.values.get(name)
    if value is None:
        return None
    anchors.repeated[0] += value.end.index - value.start.index
    refused = anchors.repeated[0] > MOST_REPEATED or any(type(each.event) is AliasEvent for each in _all(value))
    source.report(
        "PB121",
        place_of(node),
        path,
        why=f"{parsed.written(node)} repeats a value from line {value.start.line + 1}"
        + (", too much to be read." if refused else "; form editors and spreadsheets lose the connection."),
        remedy="Write the value itself.",
    )
    return None if refused else value


def unsigned(node: Node, anchors: Anchors, parsed: Parsed, source: Source, path: FieldPath) -> str | None:
    """Return a text that begins with & or ! or *: as it is written, unless the sign really does what it does in YAML."""
    written = " ".join(parsed.written(node).split())
    if written.startswith(("!!", "!<")) or (getattr(node.event, "tag", None) and not node.is_plain):
        report_type(node, source, path)
        return node.text or None
    if written.startswith("&") and (not node.is_plain or getattr(node.event, "anchor", "") in anchors.used):
        return node.text or None
    line = parsed.lines[node.start.line]
    source.report(
        "PB113",
        place_of(node),
        path,
        why=f"A text that begins with {written[0]} means something else in YAML. It is read as it is written here.",
        remedy="Put it in quotes, or run `playbook check --fix`, so that every other editor reads it too.",
        suggestion=line[: node.start.column] + quoted(written),
    )
    return written


def report_type(node: Node, source: Source, path: FieldPath) -> None:
    """Report a type sign; nothing is ever made or run because of it."""
    line, column = node.start.line + 1, node.start.column + 1
    source.report(
        "PB122",
        Place(line, column, line, column + 1),
        path,
        why="A word with ! before a value asks for a type. Types come from the fields themselves, and nothing is run.",
        remedy="Delete the word with !.",
    )
