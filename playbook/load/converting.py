"""A tree → data, led by the shape of its kind: where a text is wanted, what is written comes out as it is written."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from yaml.events import AliasEvent, MappingStartEvent, ScalarEvent

from playbook.load.aliases import Anchors, anchors_of, repeated, report_type, unsigned
from playbook.load.bulleted import items_of
from playbook.load.colons import colon_in_text, report_colon_in_text
from playbook.load.commas import check_commas
from playbook.load.dashes import texts_of
from playbook.load.names import Again, name_of, report_again
from playbook.load.parsing import Parsed
from playbook.load.source import Source
from playbook.load.tree import Node
from playbook.load.wording import as_written, is_sentence
from playbook.load.wrapping import check_lines
from playbook.model.documents import Data
from playbook.model.shapes import Free, Group, Many, Scalar, Shape, Table
from playbook.problems import FieldPath

FREE = Free()
_SAFE = {"status": "draft", "audience": "internal"}
"""What counts of an entry that says twice who may see it: nobody reads what one of the two lines keeps from them."""


class _File(Struct, frozen=True):
    """What is needed everywhere in a file while its tree becomes data."""

    parsed: Parsed
    source: Source
    anchors: Anchors


def convert(parsed: Parsed, root: Node, shape: Shape, source: Source) -> Data:
    """Return the data of a file: every value a text, a list or a group, and None where nothing is written."""
    return _value(root, shape, (), _File(parsed, source, anchors_of(parsed, root)))


def _value(node: Node, shape: Shape, path: FieldPath, file: _File) -> Data:
    event = node.event
    if type(event) is ScalarEvent:
        return _text(node, event, shape, path, file)
    if type(event) is AliasEvent:
        return _alias(node, shape, path, file)
    if getattr(event, "tag", None) is not None:
        report_type(node, file.source, path)
    if isinstance(shape, Scalar):
        return as_written(node, shape, path, file.parsed, file.source)
    return _group(node, shape, path, file) if type(event) is MappingStartEvent else _list(node, shape, path, file)


def _text(node: Node, event: ScalarEvent, shape: Shape, path: FieldPath, file: _File) -> Data:
    if event.anchor is not None or event.tag is not None:
        return unsigned(node, file.anchors, file.parsed, file.source, path)
    value: str = event.value
    if not value and event.style not in {'"', "'"}:
        return _nothing(node, file)
    if (items := items_of(node, shape, path, file.parsed, file.source)) is not None:
        return [*items]
    if node.start.line != node.end.line:
        if isinstance(shape, Many) and (texts := texts_of(node, path, file.parsed.lines, file.source)) is not None:
            return [*texts]
        return check_lines(node, path, file.parsed, file.source)
    return value


def _nothing(node: Node, file: _File) -> str | None:
    """Return what is written where YAML sees an empty text: nothing, or a sign such as >5 that announces a block."""
    written = file.parsed.written(node).strip()
    return None if written.rstrip("+-") in {"", "|", ">"} else written


def _alias(node: Node, shape: Shape, path: FieldPath, file: _File) -> Data:
    name = getattr(node.event, "anchor", "")
    if name not in file.anchors.values:
        return unsigned(node, file.anchors, file.parsed, file.source, path)
    value = repeated(node, file.anchors, file.parsed, file.source, path)
    return None if value is None else _value(value, shape, path, file)


def _group(node: Node, shape: Shape, path: FieldPath, file: _File) -> Data:
    if isinstance(shape, Many):
        return _value(node, shape.item, path, file)
    if isinstance(shape, Group) and is_sentence(node, shape):
        return as_written(node, FREE, path, file.parsed, file.source)
    data: dict[str, Data] = {}
    lines: dict[str, int] = {}
    again: list[Again] = []
    pairs = node.pairs()
    for number, (key, value) in enumerate(pairs):
        name = name_of(key, path, file.parsed, file.source)
        if name in lines:
            safe = "" if path or value.text == data[name] else _SAFE.get(name, "")
            again.append(Again(key, lines[name], safe))
            data[name] = safe or data[name]
        elif name is not None and (found := _text_in_line(pairs, number, data, shape, path, file)):
            lines.setdefault(found[0], key.start.line)
            data[found[0]] = found[1]
        elif name is not None:
            lines[name] = key.start.line
            data[name] = _value(value, _inside(shape, name), (*path, name), file)
    report_again(again, path, file.source)
    return data


def _text_in_line(
    pairs: list[tuple[Node, Node]], number: int, data: Mapping[str, Data], shape: Shape, path: FieldPath, file: _File
) -> tuple[str, str] | None:
    """Return a field and its text where YAML takes a colon in the text for the one after a name; reported."""
    key, value = pairs[number]
    if not isinstance(shape, Group) or key.text in shape.fields:
        return None
    line = file.parsed.lines[key.start.line]
    found = colon_in_text(key, value, line, shape.fields)
    if found is not None:
        name, text, corrected = found
        report_colon_in_text(name, key.start.line, line, corrected, path, file.source)
        return name, text
    from playbook.load.running_on import report_running_on, running_on  # few files need it

    name, above = (pairs[number - 1][0].text, pairs[number - 1][1]) if number else ("", key)
    before = data.get(name)
    if isinstance(before, str) and _takes_texts(shape, name) and (lines := running_on(above, key, value, shape.fields, file.parsed)):
        report_running_on(key, value, lines, (*path, name), file.parsed, file.source)
        return name, before
    return None


def _takes_texts(shape: Group, name: str) -> bool:
    """Whether a field takes texts that may be long; a name, a day or a status has one line."""
    inside = _inside(shape, name)
    item = inside.item if isinstance(inside, Many) else inside
    return isinstance(item, Scalar) and item.sort in {"text", "lines"}


def _inside(shape: Shape, name: str) -> Shape:
    """Return the shape of a field in a group; a group may also be one item of its main field (`links: {url: …}`)."""
    if isinstance(shape, Table):
        return shape.item
    if not isinstance(shape, Group):
        return FREE
    if known := shape.fields.get(name):
        return known.shape
    main = shape.fields[shape.main].shape if shape.main else FREE
    return _inside(main.item, name) if isinstance(main, Many) else FREE


def _list(node: Node, shape: Shape, path: FieldPath, file: _File) -> Data:
    if isinstance(shape, Group) and shape.main:
        return _value(node, shape.fields[shape.main].shape, path, file)
    item = shape.item if isinstance(shape, Many) else FREE
    check_commas(node, item, path, file.parsed, file.source)
    return [_value(each, item, (*path, number), file) for number, each in enumerate(node.items)]
