"""A comma in a sentence that a list in brackets has split."""

from __future__ import annotations

from playbook.load.parsing import Parsed
from playbook.load.quoting import quoted
from playbook.load.source import Source
from playbook.load.tree import Node
from playbook.model.shapes import Group, Scalar, Shape
from playbook.problems import FieldPath, Place

_JOINING = {"and", "or", "but", "so", "because", "which", "who", "then", "that", "if", "when", "not"}


def check_commas(node: Node, item: Shape, path: FieldPath, parsed: Parsed, source: Source) -> None:
    """Report a list in brackets whose items look like the pieces of sentences, with the list to paste instead."""
    if not node.is_flow or not _is_prose(item) or not all(each.is_plain for each in node.items):
        return
    sentences = _joined([each.text for each in node.items])
    if len(sentences) == len(node.items):
        return
    line = parsed.lines[node.start.line]
    indent = " " * (len(line) - len(line.lstrip()) + 2)
    block = [f"{indent}- {_safe(sentence)}" for sentence in sentences]
    source.report(
        "PB124",
        Place(node.start.line + 1, node.start.column + 1, node.end.line + 1, node.end.column + 1),
        path,
        why=f"In brackets every comma begins a new item: these are {len(node.items)} items.",
        remedy="If it is a comma of a sentence, write the list with dashes.",
        suggestion="\n".join([line[: node.start.column].rstrip(), *block]),
    )


def _is_prose(shape: Shape) -> bool:
    """Whether sentences stand here, in a list of texts or of groups whose main field is a text."""
    inner = shape.fields[shape.main].shape if isinstance(shape, Group) and shape.main else shape
    return isinstance(inner, Scalar) and inner.sort in {"text", "lines"}


def _joined(items: list[str]) -> list[str]:
    """Return the sentences that the items were: one that begins small after a capital, or with "but", goes on."""
    sentences: list[str] = []
    for item in items:
        first = item.split(" ", 1)[0]
        goes_on = sentences and (first in _JOINING or (item[:1].islower() and sentences[-1][:1].isupper() and " " in sentences[-1]))
        if goes_on:
            sentences[-1] += f", {item}"
        else:
            sentences.append(item)
    return sentences


def _safe(sentence: str) -> str:
    return quoted(sentence) if ": " in sentence or " #" in sentence or sentence[:1] in "@`%&*!|>'\"[]{},?-#" else sentence
