"""Values as lines of YAML in the long form: what a form has filled in, written as an author would."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from playbook.edit.lines import scalar
from playbook.model.documents import Data

WIDTH = 100


def emitted(name: str, value: Data, indent: int) -> list[str]:
    """Return the lines of a field at an indentation."""
    return _behind(f"{' ' * indent}{name}:", value, indent)


def emitted_item(value: Data, indent: int) -> list[str]:
    """Return the lines of one item of a list, whose dash stands at an indentation."""
    if isinstance(value, dict) and value:
        first, *rest = _inside(value, indent + 2)
        return [f"{' ' * indent}- {first.lstrip()}", *rest]
    return _behind(f"{' ' * indent}-", value, indent)


def _behind(head: str, value: Data, indent: int) -> list[str]:
    match value:
        case dict():
            return [head, *_inside(value, indent + 2)]
        case list():
            return [head, *(line for item in value for line in emitted_item(item, indent + 2))]
        case str():
            return _text(head, value, indent)
        case _:
            return [head]


def _inside(group: dict[str, Data], indent: int) -> Iterator[str]:
    for name, value in group.items():
        yield from emitted(name, value, indent)


def _text(head: str, text: str, indent: int) -> list[str]:
    """A text with lines of its own keeps them; a long one is folded, where folding keeps every sign."""
    inner = " " * (indent + 2)
    if "\n" in text:
        body = text.rstrip("\n")
        ends = len(text) - len(body)
        sign = "2" if text[:1].isspace() else ""
        chomp = "-" if ends == 0 else "" if ends == 1 else "+"
        return [f"{head} |{sign}{chomp}", *(f"{inner}{line}" if line else "" for line in body.split("\n")), *[""] * (ends - 1)]
    if len(head) + len(text) >= WIDTH and " ".join(text.split()) == text:
        return [f"{head} >-", *(f"{inner}{line}" for line in wrap(text, WIDTH, break_on_hyphens=False, break_long_words=False))]
    return [f"{head} {scalar(text)}"]
