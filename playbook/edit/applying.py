"""What somebody changed in a form goes into the author's file: only these lines change; remarks, order and quotes of the others stay."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from playbook.edit.entry_file import EntryFile
from playbook.edit.lines import Lines, scalar
from playbook.edit.long_form import long_form
from playbook.edit.setting import last_line
from playbook.edit.wording import field_lines, item_lines
from playbook.load import Node, outline, shape_for
from playbook.model.documents import Data
from playbook.model.shapes import Free, Group, Many, Shape, Table
from playbook.problems import PlaybookError

_FREE = Free()


@dataclass(frozen=True)
class _Edit:
    """Lines that take the place of those from `first` up to, but not including, `after`."""

    first: int
    after: int
    new: tuple[str, ...]


class _WholeError(Exception):
    """A value is written in a way that cannot be changed piece by piece; then all of it is written anew."""


def applied(file: EntryFile, wanted: Data) -> EntryFile:
    """Return a file that says what is wanted; raises PlaybookError where it would say anything else."""
    shape = shape_for(file.kind)
    old, wanted = long_form(shape, file.data), long_form(shape, wanted)
    if old == wanted:
        return file
    try:
        edits = [*_group(file.lines, file.root, shape, old, wanted)]
    except _WholeError:
        edits = []
    lines = file.lines
    for edit in sorted(edits, key=lambda edit: edit.first)[::-1]:
        lines = lines.with_lines(edit.first, edit.after, edit.new)
    changed = file.with_lines(lines)
    if outline(changed.raw) is None or long_form(shape, changed.data) != wanted:
        raise PlaybookError(
            f"{file.file} is written in a way that a form cannot change.",
            "Nothing was written. Change it in a text editor, or format it with `playbook fmt`.",
        )
    return changed


def written_anew(wanted: Data) -> bytes:
    """Return the file of a new entry."""
    fields = wanted.items() if isinstance(wanted, dict) else ()
    return "".join(f"{line}\n" for name, value in fields for line in field_lines(name, value, _FREE, 0)).encode()


def _group(lines: Lines, node: Node, shape: Shape, old: Data, new: Data) -> Iterator[_Edit]:
    """Yield the edits of a group whose fields stand on lines of their own."""
    if not (isinstance(old, dict) and isinstance(new, dict) and node.is_group and not node.is_flow):
        raise _WholeError
    there = {key.text: (key, value) for key, value in node.pairs()}
    for name in old:
        if name not in there:
            raise _WholeError
        if name not in new:
            yield _without(lines, *there[name])
        elif old[name] != new[name]:
            yield from _field(lines, there[name], _inside(shape, name), old[name], new[name])
    for name in new:
        if name not in old:
            yield _added(lines, node, name, new[name], there, shape)


def _without(lines: Lines, key: Node, value: Node) -> _Edit:
    if lines.texts[key.start.line][: key.start.column].strip():
        raise _WholeError
    return _Edit(key.start.line, max(last_line(value, lines), key.start.line) + 1, ())


def _added(lines: Lines, node: Node, name: str, value: Data, there: dict[str, tuple[Node, Node]], shape: Shape) -> _Edit:
    """A new field stands behind those that come before it in the model's order; one that is there without a value is filled."""
    if name in there:
        key, empty = there[name]
        return _whole(lines, key, empty, value)
    names = [*shape.fields] if isinstance(shape, Group) else []
    before = set(names[: names.index(name)]) if name in names else set(names)
    key, last = [there[each] for each in there if each in before][-1:][0] if before & there.keys() else [*there.values()][-1]
    after = max(last_line(last, lines), key.start.line) + 1
    return _Edit(after, after, tuple(field_lines(name, value, _FREE, node.start.column)))


def _field(lines: Lines, there: tuple[Node, Node], shape: Shape, old: Data, new: Data) -> Iterator[_Edit]:
    """Yield the edits of a field: piece by piece where it can be, else the field as a whole."""
    key, value = there
    try:
        edits = [*_value(lines, value, shape, old, new)]
    except _WholeError:
        edits = [_whole(lines, key, value, new)]
    yield from edits


def _whole(lines: Lines, key: Node, value: Node, new: Data) -> _Edit:
    line, column = key.start.line, key.start.column
    first, *rest = field_lines(key.text, new, _FREE, column)
    return _Edit(line, max(last_line(value, lines), line) + 1, (lines.texts[line][:column] + first[column:], *rest))


def _value(lines: Lines, value: Node, shape: Shape, old: Data, new: Data) -> Iterator[_Edit]:
    if isinstance(shape, Many) and not value.is_list:
        one, other = (each[0] if isinstance(each, list) and len(each) == 1 else None for each in (old, new))
        return _value(lines, value, shape.item, one, other)
    if value.is_text:
        return iter((_text(lines, value, _bare(shape, old), _bare(shape, new)),))
    return _list(lines, value, shape, old, new) if value.is_list else _group(lines, value, shape, old, new)


def _bare(shape: Shape, data: Data) -> Data:
    """Return the text that stands for a group whose main field alone is written."""
    return data[shape.main] if isinstance(shape, Group) and isinstance(data, dict) and [*data] == [shape.main] else data


def _text(lines: Lines, value: Node, old: Data, new: Data) -> _Edit:
    if not (isinstance(old, str) and isinstance(new, str) and value.is_one_line and "\n" not in new):
        raise _WholeError
    line = value.start.line
    return _Edit(line, line + 1, lines.with_part(line, value.start.column, value.end.column, scalar(new)).texts[line : line + 1])


def _list(lines: Lines, node: Node, shape: Shape, old: Data, new: Data) -> Iterator[_Edit]:
    """Yield the edits of a list whose items stand behind dashes: what came, what went, and what changed inside an item."""
    if not (isinstance(shape, Many) and isinstance(old, list) and isinstance(new, list) and len(old) == len(node.items)) or node.is_flow:
        raise _WholeError
    dashes = [_dash(lines, item) for item in node.items]
    ends = [last_line(item, lines) + 1 for item in node.items]
    matcher = SequenceMatcher(None, _keys(old), _keys(new), autojunk=False)
    for tag, first, after, new_first, new_after in matcher.get_opcodes():
        if tag == "replace" and after - first == new_after - new_first:
            for number, other in zip(range(first, after), range(new_first, new_after), strict=True):
                yield from _item(lines, node.items[number], shape.item, old[number], new[other])
        elif tag != "equal":
            line = node.items[first].start.line if first < len(dashes) else ends[-1]
            written = [text for item in new[new_first:new_after] for text in item_lines(item, _FREE, dashes[0])]
            yield _Edit(line, ends[after - 1] if after > first else line, tuple(written))


def _item(lines: Lines, node: Node, shape: Shape, old: Data, new: Data) -> Iterator[_Edit]:
    try:
        edits = [*_value(lines, node, shape, old, new)]
    except _WholeError:
        edits = [_Edit(node.start.line, last_line(node, lines) + 1, tuple(item_lines(new, _FREE, _dash(lines, node))))]
    yield from edits


def _dash(lines: Lines, item: Node) -> int:
    """Return the column of an item's dash, which has to stand alone before it."""
    before = lines.texts[item.start.line][: item.start.column]
    if before.strip() != "-":
        raise _WholeError
    return before.index("-")


def _keys(items: Iterable[Data]) -> list[str]:
    return [json.dumps(item) for item in items]


def _inside(shape: Shape, name: str) -> Shape:
    if isinstance(shape, Table):
        return shape.item
    return shape.fields[name].shape if isinstance(shape, Group) and name in shape.fields else _FREE
