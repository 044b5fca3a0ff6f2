"""One form for every file: each list and group on lines of its own, the fields in the model's order. Remarks stay where they belong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from playbook.edit.changes import Change
from playbook.edit.entry_file import EntryFile
from playbook.edit.lines import Lines
from playbook.edit.setting import last_line
from playbook.load import Node, outline, read, shape_for
from playbook.model.documents import Document
from playbook.model.entries import own_first
from playbook.model.shapes import Free, Group, Many, Shape, Table
from playbook.pipeline import STATE_FOLDER
from playbook.problems import PlaybookError
from playbook.validate import bind

_FREE = Free()


class Formatted(Struct, frozen=True):
    """The changes that bring files into the one form, and the files that are left as they are, each with the reason."""

    changes: tuple[Change, ...]
    left: dict[str, str]


def formatted(root: Path, among: Callable[[str], bool]) -> Formatted:
    """Return the changes that bring the files of the library in `root` that are `among` those meant into the one form."""
    changes, left = [], {}
    for document in read(root, root / STATE_FOLDER).documents:
        if among(document.file) and document.kind != "reviews":
            file = EntryFile(document.file, document.kind, document.id, (root / document.file).read_bytes())
            changed = _formatted(file)
            if isinstance(changed, str):
                left[document.file] = changed
            else:
                changes.append(file.change_to(changed))
    return Formatted(tuple(changes), left)


def _formatted(file: EntryFile) -> EntryFile | str:
    """Return a file in the one form, or why it is left as it is."""
    try:
        file.must_be_readable()
    except PlaybookError:
        return "it cannot be read"
    if _has_signs(file.root) or any(line.rstrip() in {"---", "..."} or line.startswith("%") for line in file.lines.texts):
        return "it holds signs that only YAML understands: & or *, --- or ... or %"
    texts = [*_file(file.lines, file.root, shape_for(file.kind))]
    lines = Lines(tuple(texts), (file.lines.end,) * len(texts), file.lines.lead)
    changed = file.with_lines(lines)
    if not _reads_the_same(file, changed):
        return "it would be read otherwise"
    return changed


def _has_signs(node: Node) -> bool:
    """Whether a value is given a name with &, or stands for one that was, with *: then the order of the fields matters."""
    return getattr(node.event, "anchor", None) is not None or any(map(_has_signs, node.items))


def _reads_the_same(file: EntryFile, changed: EntryFile) -> bool:
    """Whether a file says the same to the model, has the same remarks, and would not be changed a second time."""
    if outline(changed.raw) is None or sorted(_remarks(file)) != sorted(_remarks(changed)):
        return False
    one, other = (bind([Document(each.file, each.kind, each.id, each.data, "")]) for each in (file, changed))
    if (one.settings, one.agreement, one.entries) != (other.settings, other.agreement, other.entries):
        return False
    return [*_file(changed.lines, changed.root, shape_for(file.kind))] == [*changed.lines.texts]


def _remarks(file: EntryFile) -> Iterator[str]:
    for line in file.lines.texts:
        before, hash_, remark = line.partition("#")
        if hash_ and (not before or before[-1].isspace()):
            yield remark.strip()


def _file(lines: Lines, root: Node, shape: Shape) -> Iterator[str]:
    """Yield the lines of a whole file; what stands above the first empty line and the first field stays at the top."""
    first, last = root.start.line, last_line(root, lines)
    head = lines.texts[:first]
    cut = max((number + 1 for number, line in enumerate(head) if not line.strip()), default=0)
    yield from head[:cut]
    yield from _group(lines, root, shape, 0, cut)
    yield from _without_empty_end(lines.texts[last + 1 :])


def _without_empty_end(lines: Iterable[str]) -> list[str]:
    found = [*lines]
    while found and not found[-1].strip():
        found.pop()
    return found


class _Field(Struct, frozen=True):
    """A field of a group: its name, the remarks and empty lines above it, and its lines with those remarks that follow further in."""

    name: str
    lead: tuple[str, ...]
    body: tuple[str, ...]


def _group(lines: Lines, group: Node, shape: Shape, indent: int, from_: int | None = None) -> Iterator[str]:
    """Yield the lines of a group at an indentation, its fields in the model's order; `from_` is the line its first remarks begin."""
    fields = [*_fields(lines, group, shape, indent, group.start.line if from_ is None else from_)]
    for number, field in enumerate(_ordered(fields, _order(shape))):
        lead = [*field.lead]
        while number == 0 and lead and not lead[0].strip():
            del lead[0]
        yield from lead
        yield from field.body


def _ordered(fields: list[_Field], names: list[str]) -> list[_Field]:
    """Return fields in the order of these names; an unknown one stays behind what it stands behind."""
    places, last = [], -1
    for field in fields:
        last = names.index(field.name) if field.name in names else last
        places.append(last)
    return [field for _, field in sorted(zip(places, fields, strict=True), key=lambda each: each[0])]


def _order(shape: Shape) -> list[str]:
    """Return the names of a group's fields: its own in the model's order, then those that every kind of entry has."""
    return own_first(shape) if isinstance(shape, Group) else []


def _fields(lines: Lines, group: Node, shape: Shape, indent: int, above: int) -> Iterator[_Field]:
    pairs, moved = group.pairs(), indent - group.start.column
    for number, (key, value) in enumerate(pairs):
        end = max(last_line(value, lines), key.end.line)
        following = pairs[number + 1][0].start.line if number + 1 < len(pairs) else end + 1
        own = _further_in(lines.texts[end + 1 : following], group.start.column)
        lead = _moved(lines.texts[above : key.start.line], moved) if not group.is_flow else []
        inner = _below(lines, key, value, _shape_in(shape, key.text), indent)
        yield _Field(key.text, tuple(lead), (*inner, *_moved(own, moved)))
        above = end + 1 + len(own)


def _further_in(between: Iterable[str], column: int) -> list[str]:
    """Return what of the lines between two fields belongs to the first: up to the last remark that is indented further."""
    found = [*between]
    count = max((at + 1 for at, line in enumerate(found) if line.strip() and len(line) - len(line.lstrip()) > column), default=0)
    return found[:count]


def _shape_in(shape: Shape, name: str) -> Shape:
    if isinstance(shape, Table):
        return shape.item
    known = shape.fields.get(name) if isinstance(shape, Group) else None
    return known.shape if known else _FREE


def _below(lines: Lines, key: Node, value: Node, shape: Shape, indent: int) -> list[str]:
    """Return the lines of a field."""
    pad, name = " " * indent, lines.texts[key.start.line][key.start.column : key.end.column]
    between = [] if value.start.line <= key.end.line else _between(lines, key, value)
    if not _is_long(lines, value, shape):
        block = _scalar(lines, value, indent + 2)
        if value.is_text or value.is_flow or not value.items:
            return [*(f"{pad}  {line}" for line in between), f"{pad}{name}: {block[0]}".rstrip(), *block[1:]]
        return _moved(lines.texts[key.start.line : last_line(value, lines) + 1], indent - key.start.column)
    head = f"{pad}{name}:{_remark_behind(lines, key, value)}"
    return [head, *(f"{pad}  {line}" for line in between), *_value(lines, value, shape, indent + 2)]


def _between(lines: Lines, key: Node, value: Node) -> list[str]:
    """Return the remarks between a name and its value on lines below."""
    return [line.strip() for line in lines.texts[key.end.line + 1 : value.start.line] if line.strip()]


def _remark_behind(lines: Lines, key: Node, value: Node) -> str:
    """Return the remark behind a name, or behind a list in brackets that goes on lines of its own."""
    if value.is_flow:
        rest = lines.texts[value.end.line][value.end.column :]
    elif value.start.line > key.end.line:
        rest = lines.texts[key.end.line][key.end.column + 1 :]
    else:
        return ""
    return f"  {rest.strip()}" if rest.strip().startswith("#") else ""


def _is_long(lines: Lines, value: Node, shape: Shape) -> bool:
    """Whether a value goes on lines of its own: what is a list or a group to the model, and can be written so."""
    if value.is_text:
        return bool(value.text.strip()) and (isinstance(shape, Many) or (isinstance(shape, Group) and bool(shape.main)))
    written = lines.texts[value.start.line : value.end.line + 1]
    if not value.items or not isinstance(shape, Many | Group) or not (value.is_list or value.is_group):
        return False
    return not value.is_flow or (len(written) == 1 or not any("#" in line for line in written))


def _value(lines: Lines, value: Node, shape: Shape, indent: int) -> Iterator[str]:
    """Yield the lines of a list or group at an indentation; one value alone becomes a list of one, a text its group's main field."""
    if isinstance(shape, Many):
        items = value.items if value.is_list else [value]
        yield from _list(lines, value, items, shape.item, indent)
    elif isinstance(shape, Group) and value.is_group and (not shape.main or {key.text for key, _ in value.pairs()} & {*shape.fields}):
        yield from _group(lines, value, shape, indent)
    elif isinstance(shape, Group) and shape.main:
        main = shape.fields[shape.main].shape
        yield from _main(lines, value, shape.main, main, indent)
    else:
        yield from _scalar_lines(lines, value, indent)


def _main(lines: Lines, value: Node, name: str, shape: Shape, indent: int) -> Iterator[str]:
    """Yield a value as its group's main field."""
    if _is_long(lines, value, shape):
        yield f"{' ' * indent}{name}:"
        yield from _value(lines, value, shape, indent + 2)
    else:
        first, *others = _scalar(lines, value, indent + 2)
        yield f"{' ' * indent}{name}: {first}"
        yield from others


def _list(lines: Lines, value: Node, items: list[Node], shape: Shape, indent: int) -> Iterator[str]:
    """Yield the items of a list, each behind a dash, with the remarks between them."""
    above = items[0].start.line
    for item in items:
        if value.is_list and not value.is_flow:
            yield from _moved(lines.texts[above : item.start.line], indent - value.start.column)
        above = last_line(item, lines) + 1
        body = [*_value(lines, item, shape, indent + 2)] if _is_long(lines, item, shape) else _scalar_lines(lines, item, indent + 2)
        dashed = next((number for number, line in enumerate(body) if line.strip() and not line.lstrip().startswith("#")), 0)
        for number, line in enumerate(body):
            yield f"{' ' * indent}- {line[indent + 2 :]}" if number == dashed else line


def _scalar_lines(lines: Lines, value: Node, indent: int) -> list[str]:
    first, *others = _scalar(lines, value, indent)
    return [" " * indent + first, *others]


def _scalar(lines: Lines, value: Node, indent: int) -> list[str]:
    """Return a value as it is written: its first line without what stands before it, the others moved along."""
    last = last_line(value, lines)
    first = lines.texts[value.start.line][value.start.column :]
    if value.start.line == value.end.line:
        rest = lines.texts[value.end.line][value.end.column :]
        remark = f"  {rest.strip()}" if rest.strip().startswith("#") else ""
        first = lines.texts[value.start.line][value.start.column : value.end.column] + remark
    others = lines.texts[value.start.line + 1 : last + 1]
    depth = min((len(line) - len(line.lstrip()) for line in others if line.strip()), default=indent)
    return [first.rstrip(), *_moved(others, indent - depth)]


def _moved(texts: Iterable[str], by: int) -> list[str]:
    """Return lines moved to the right, or to the left as far as there is room."""
    return [(" " * by + line if by > 0 else line[min(-by, len(line) - len(line.lstrip())) :]) if line.strip() else "" for line in texts]
