"""A file with another value in a field: only the lines of what differs are written anew, so that remarks elsewhere stay."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile

from msgspec import Struct

from playbook.edit.entry_file import EntryFile
from playbook.edit.lines import Lines
from playbook.edit.long_form import long_form
from playbook.edit.setting import last_line, value_of
from playbook.edit.wording import field_lines, inside, item_lines, names_in
from playbook.load import Node, outline, shape_for
from playbook.model.documents import Data
from playbook.model.settled import settled
from playbook.model.shapes import Free, Group, Many, Shape
from playbook.problems import PlaybookError

_FREE = Free()


class _Piece(Struct, frozen=True, order=True):
    """Lines from `first` up to, but not including, `after`, and what comes in their place."""

    first: int
    after: int
    new: tuple[str, ...]


class _TooFineError(Exception):
    """What differs cannot be written anew alone: what it lies in must be."""


def applied(file: EntryFile, wanted: Data) -> EntryFile:
    """Return a file that says what is wanted, and nothing else; raises PlaybookError where it is written so that it would."""
    shape = shape_for(file.kind)
    old, wanted = long_form(shape, file.data), long_form(shape, wanted)
    return file if old == wanted else _rewritten(file, shape, (old, wanted), lambda said: long_form(shape, said) == wanted)


def with_value(file: EntryFile, shape: Group, name: str, old: Data, new: Data) -> EntryFile:
    """Return a file with another settled value in a field of its own; None takes the field away.

    Raises PlaybookError where the file is written so that it would say anything else, too.
    """
    others = {**_fields(file.data), name: None}
    values: tuple[Data, Data] = ({name: old} if old is not None else {}, {name: new} if new is not None else {})

    def is_said(data: Data) -> bool:
        said = _fields(data)
        same = all(said.get(each) == others.get(each) for each in said.keys() | others.keys() - {name} if each != name)
        return same and settled(said.get(name), shape.fields[name].shape) == new

    return _rewritten(file, shape, values, is_said)


def written_anew(wanted: Data) -> bytes:
    """Return the file of a new entry."""
    return "".join(f"{line}\n" for name, value in _fields(wanted).items() for line in field_lines(name, value, _FREE, 0)).encode()


def _rewritten(file: EntryFile, shape: Shape, values: tuple[Data, Data], is_said: Callable[[Data], bool]) -> EntryFile:
    """Return a file in which what differs between two values is written anew, as little of it as may be."""
    for finely in (True, False):
        try:
            pieces = _group(_Place(file.lines, finely), file.root, shape, *map(_fields, values))
        except _TooFineError:
            continue
        changed = file.with_lines(_replaced(file.lines, pieces))
        if outline(changed.raw) is not None and is_said(changed.data):
            return changed
    raise PlaybookError(
        f"{file.file} is written in a way that cannot be changed without changing something else.",
        "Nothing was written. Write each of its fields on a line of its own, without braces, and try again; `playbook fmt` does so.",
    )


class _Place(Struct, frozen=True):
    """The lines that are changed, and whether values are taken apart, or written anew as a whole."""

    lines: Lines
    finely: bool


def _replaced(lines: Lines, pieces: Sequence[_Piece]) -> Lines:
    for piece in sorted(pieces, reverse=True):
        lines = lines.with_lines(piece.first, piece.after, piece.new)
    return lines


def _group(place: _Place, node: Node, shape: Shape, old: Mapping[str, Data], new: Mapping[str, Data]) -> list[_Piece]:
    """Return what changes in a group that is written one field a line."""
    if node.is_flow or not node.is_group:
        raise _TooFineError
    pieces: list[_Piece] = []
    for name in dict.fromkeys((*names_in(shape), *old, *new)):
        if old.get(name) == new.get(name):
            continue
        if value_of(node, name) is not None:
            pieces += _field(place, node, name, inside(shape, name), (old.get(name), new.get(name)))
        elif old.get(name) is None:
            pieces.append(_added(place, node, shape, name, new[name]))
        else:
            raise _TooFineError
    return pieces


def _added(place: _Place, node: Node, shape: Shape, name: str, value: Data) -> _Piece:
    """Return a field that is not there yet, behind those that come before it."""
    before = {*takewhile(lambda each: each != name, names_in(shape))}
    pairs = node.pairs()
    key, found = ([pair for pair in pairs if pair[0].text in before] or pairs)[-1]
    behind = max(key.end.line, last_line(found, place.lines)) + 1
    return _Piece(behind, behind, tuple(field_lines(name, value, inside(shape, name), node.start.column)))


def _field(place: _Place, node: Node, name: str, shape: Shape, values: tuple[Data, Data]) -> list[_Piece]:
    """Return what changes in a field that is there."""
    key, value = next(pair for pair in node.pairs() if pair[0].text == name)
    old, new = values
    if place.finely and new is not None and not value.is_flow:
        try:
            if isinstance(old, dict) and isinstance(new, dict):
                return _group(place, value, shape, old, new)
            if isinstance(old, list) and isinstance(new, list):
                return _list(place, value, shape.item if isinstance(shape, Many) else _FREE, old, new)
        except _TooFineError:
            pass
    lead = place.lines.texts[key.start.line][: key.start.column]
    end = max(key.end.line, last_line(value, place.lines)) + 1
    if new is None:
        if lead.strip() or len(node.pairs()) == 1:
            raise _TooFineError
        return [_Piece(key.start.line, end, ())]
    first, *rest = field_lines(name, new, shape, key.start.column, value)
    return [_Piece(key.start.line, end, (lead + first.lstrip() + _remark(place.lines, value), *rest))]


def _list(place: _Place, node: Node, shape: Shape, old: list[Data], new: list[Data]) -> list[_Piece]:
    """Return what changes in a list with its items on lines of their own: those that are the same at both ends stay."""
    if node.is_group and len(old) == len(new) == 1 and isinstance(shape, Group):  # one group stands for a list of one
        return _group(place, node, shape, _fields(old[0]), _fields(new[0]))
    if not node.is_list or len(node.items) != len(old):
        raise _TooFineError
    start = len([*takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False))])
    rest = min(len(old), len(new)) - start
    end = len([*takewhile(lambda pair: pair[0] == pair[1], zip(old[::-1][:rest], new[::-1][:rest], strict=True))])
    inner, fresh = old[start : len(old) - end], new[start : len(new) - end]
    nodes = node.items[start : len(old) - end]
    if len(inner) == len(fresh):
        return [piece for each in zip(nodes, inner, fresh, strict=True) if each[1] != each[2] for piece in _item(place, node, shape, *each)]
    lines = [line for value in fresh for line in item_lines(value, shape, node.start.column)]
    if nodes:
        return [_Piece(nodes[0].start.line, last_line(nodes[-1], place.lines) + 1, tuple(lines))]
    behind = last_line(node.items[start - 1], place.lines) + 1 if start else node.items[0].start.line
    return [_Piece(behind, behind, tuple(lines))]


def _item(place: _Place, node: Node, shape: Shape, item: Node, old: Data, new: Data) -> list[_Piece]:
    """Return what changes in an item of a list."""
    if isinstance(old, dict) and isinstance(new, dict):
        try:
            return _group(place, item, shape, old, new)
        except _TooFineError:
            pass
    first, *rest = item_lines(new, shape, node.start.column, item)
    return [_Piece(item.start.line, last_line(item, place.lines) + 1, (first + _remark(place.lines, item), *rest))]


def _fields(value: Data) -> dict[str, Data]:
    return value if isinstance(value, dict) else {}


def _remark(lines: Lines, value: Node) -> str:
    """Return the remark behind a value on one line."""
    if not value.is_one_line:
        return ""
    rest = lines.texts[value.end.line][value.end.column :].strip()
    return f"  {rest}" if rest.startswith("#") else ""
