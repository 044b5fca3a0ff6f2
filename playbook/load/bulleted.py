"""A text that is a list to its author: each of its lines begins with a bullet that YAML takes for a word."""

from __future__ import annotations

from collections.abc import Sequence

from playbook.load.bullets import BULLET, DASH, dashed, remedy_of, why_not
from playbook.load.parsing import Parsed
from playbook.load.quoting import line_of
from playbook.load.repair import indentation, says_something
from playbook.load.source import Source, place_on
from playbook.load.tree import Node
from playbook.model.shapes import Scalar, Shape
from playbook.problems import FieldPath

_ONE_TEXT = "These lines begin with bullets of a document, and are shown as one line, with the signs in between."


def items_of(node: Node, shape: Shape, path: FieldPath, parsed: Parsed, source: Source) -> list[str] | None:
    """Return the items of a text that is a list with other bullets, reported with the lines to paste; None for any other text.

    Where one text is wanted, it stays what it is, and the lines to paste keep one line for each bullet.
    """
    numbers = _own_lines(node, parsed)
    if not numbers or not _is_a_list(numbers, parsed.lines, _is_block(node)):
        return None
    if not isinstance(shape, Scalar):
        _report(node, numbers, False, path, parsed, source)
        return _items([parsed.lines[number] for number in numbers])
    if shape.sort == "text" and len(numbers) > 1:
        _report(node, numbers, True, path, parsed, source)
    return None


def _report(node: Node, numbers: list[int], is_text: bool, path: FieldPath, parsed: Parsed, source: Source) -> None:
    """Report the lines with dashes; below the name of the field, where a block begins or ends with it."""
    has_name = _is_block(node) != is_text
    first = numbers[0] - has_name
    fixed = [dashed(line, keep=is_text) for line in parsed.lines[numbers[0] : numbers[-1] + 1]]
    name = [f"{line_of(parsed.lines[first]).lead.rstrip()}{' |' if is_text else ''}"] if has_name else []
    source.report(
        "PB129",
        place_on(first, parsed.lines[first]),
        path,
        why=_ONE_TEXT if is_text else why_not(parsed.lines[number] for number in numbers),
        remedy="Paste the corrected lines." if is_text else remedy_of(numbers),
        suggestion="\n".join([*name, *fixed]),
    )


def _is_block(node: Node) -> bool:
    return getattr(node.event, "style", "") in {"|", ">"}


def _own_lines(node: Node, parsed: Parsed) -> list[int]:
    """Return the lines that say something in a text that stands on lines of its own, below the name of its field."""
    is_block = _is_block(node)
    if not is_block and (not node.is_plain or parsed.lines[node.start.line][: node.start.column].strip()):
        return []
    first, last = node.start.line + is_block, node.end.line + (not is_block)
    found = [number for number in range(first, min(last, len(parsed.lines))) if says_something(parsed.lines[number])]
    return found if found and found[0] > 0 and line_of(parsed.lines[found[0] - 1]).lead.rstrip().endswith(":") else []


def _is_a_list(numbers: Sequence[int], lines: list[str], is_block: bool) -> bool:
    """Whether each line begins with a bullet, in one column, or goes on with the line above it; dashes alone in a block are Markdown."""
    written = [lines[number] for number in numbers]
    bullets = [line for line in written if BULLET.match(line) or DASH.match(line)]
    margin = len(indentation(written[0]))
    fit = all(len(indentation(line)) == margin if line in bullets else len(indentation(line)) > margin for line in written)
    return fit and written[0] in bullets and any(BULLET.match(line) for line in written) and not (is_block and len(bullets) < len(written))


def _items(written: Sequence[str]) -> list[str]:
    items: list[str] = []
    for line in written:
        if found := BULLET.match(line):
            items.append(found["text"].rstrip())
        elif DASH.match(line):
            items.append(line.strip()[1:].strip())
        else:
            items[-1] += f" {line.strip()}"
    return items
