"""Text → a tree of what YAML sees in it, with marks, within limits that no honest file reaches.

It is grown from libyaml's events and not by its composer: events cannot exhaust the stack, never follow an alias, and
what was seen before an error stays at hand.
"""

from __future__ import annotations

from typing import Any, TypeAlias, cast

import yaml
from msgspec import Struct, field
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from playbook.problems import Place

Started: TypeAlias = "ScalarEvent | AliasEvent | MappingStartEvent | SequenceStartEvent | DocumentStartEvent"

DEEPEST = 30
MOST = 50_000
_STARTS = {MappingStartEvent, SequenceStartEvent, DocumentStartEvent}
_ENDS = {MappingEndEvent, SequenceEndEvent, DocumentEndEvent}


class Node(Struct):
    """A text, a list or a group (names and values take turns in `items`), and where it ends."""

    event: Started
    end: yaml.Mark
    items: list[Node] = field(default_factory=list)

    @property
    def start(self) -> yaml.Mark:
        """Where it starts."""
        return cast(yaml.Mark, self.event.start_mark)

    @property
    def is_text(self) -> bool:
        """Whether it is a text."""
        return type(self.event) is ScalarEvent

    @property
    def is_list(self) -> bool:
        """Whether it is a list."""
        return type(self.event) is SequenceStartEvent

    @property
    def is_group(self) -> bool:
        """Whether it is a group of fields."""
        return type(self.event) is MappingStartEvent

    @property
    def is_flow(self) -> bool:
        """Whether it is written in brackets or braces."""
        return bool(getattr(self.event, "flow_style", False))

    @property
    def is_plain(self) -> bool:
        """Whether it is a text without quotes."""
        return type(self.event) is ScalarEvent and not self.event.style

    @property
    def text(self) -> str:
        """The text as YAML reads it; empty for what is none."""
        return self.event.value if type(self.event) is ScalarEvent else ""

    @property
    def is_one_line(self) -> bool:
        """Whether it starts and ends on one line."""
        return bool(self.start.line == self.end.line)

    def pairs(self) -> list[tuple[Node, Node]]:
        """Return the names of a group with their values."""
        return list(zip(self.items[::2], self.items[1::2], strict=True))


class TooMuchError(Exception):
    """The file is nested too deeply or holds too many values; `mark` is where the limit was reached."""

    def __init__(self, why: str, mark: yaml.Mark) -> None:
        """Keep the sentence and the mark."""
        super().__init__(why)
        self.mark = mark


class Tree(Struct, frozen=True):
    """The roots of a file, one for each document in it; what was still open when YAML gave up, and why it did."""

    roots: list[Node]
    open: list[Node]
    error: yaml.YAMLError | None = None


def grow(text: str) -> Tree:
    """Return the tree of a text, as far as YAML can read it; raises TooMuchError beyond the limits."""
    roots: list[Node] = []
    stack: list[Node] = []
    try:
        _grow(text, roots, stack)
    except yaml.YAMLError as error:
        return Tree(roots, stack, error)
    return Tree(roots, stack)


def _grow(text: str, roots: list[Node], stack: list[Node]) -> None:
    seen = 0
    next_event = yaml.CSafeLoader(text).get_event
    event: Any  # the stubs leave marks open that libyaml always gives
    while type(event := next_event()) is not StreamEndEvent:
        kind = type(event)
        if kind in _ENDS:
            _close(stack.pop(), event)
        elif kind in _STARTS or kind is ScalarEvent or kind is AliasEvent:
            node = Node(event, event.end_mark)
            (stack[-1].items if stack else roots).append(node)
            seen += 1
            if kind in _STARTS:
                stack.append(node)
            if seen > MOST or len(stack) > DEEPEST + 1:
                raise _too_much(seen, event.start_mark)


def _close(node: Node, event: Any) -> None:
    """Set where a finished node ends; libyaml ends a block only where the next thing starts, comments included."""
    if node.is_flow or not node.items:
        node.end = event.end_mark
    else:
        node.end = node.items[-1].end


def _too_much(seen: int, mark: yaml.Mark) -> TooMuchError:
    if seen > MOST:
        return TooMuchError(f"This file holds more than {MOST:,} values.", mark)
    return TooMuchError(f"Lists and groups lie in one another here, more than {DEEPEST} deep.", mark)


def first_of(node: Node) -> Node:
    """Return the first text in a list or group, which is where one looks for the whole."""
    while node.items:
        node = node.items[0]
    return node


def place_of(node: Node) -> Place:
    """Return the place of a value, or of its first text where it is a list or a group."""
    start, end = first_of(node).start, first_of(node).end
    return Place(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
