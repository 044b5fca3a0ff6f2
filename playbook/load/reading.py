"""The bytes of one file → its data, led by the shape of its kind."""

from __future__ import annotations

from msgspec.structs import replace

from playbook.load.converting import convert
from playbook.load.decoding import decode
from playbook.load.parsing import Parsed, parse
from playbook.load.roots import root_of
from playbook.load.source import Source
from playbook.load.traps import find_traps
from playbook.load.tree import Node
from playbook.model.agreement import Agreement
from playbook.model.documents import Data
from playbook.model.kinds import AGREEMENT, KINDS
from playbook.model.settings import Settings
from playbook.model.shapes import Free, Group, Shape, shape_of
from playbook.problems import Problem


def read_data(file: str, kind: str, id_: str, raw: bytes) -> tuple[Data, list[Problem]]:
    """Return the data of a file and what is wrong with how it is written; None where nothing could be read."""
    source = Source(file, "" if kind == "settings" else f"{kind}:{id_}")
    parsed = understand(raw, source)
    shape = shape_for(kind)
    required = shape.required() if isinstance(shape, Group) else ()
    root = root_of(parsed, source, required) if parsed else None
    if parsed is None or root is None:
        *others, last = source.problems
        return None, [*others, replace(last, why=f"{last.why} Until this is put right, nothing in this file is used.")]
    find_traps(parsed, root, source)
    return convert(parsed, root, shape, source), source.problems


def understand(raw: bytes, source: Source) -> Parsed | None:
    """Return what YAML makes of a file's bytes, after what repairs it needed."""
    text = decode(raw, source)
    return None if text is None else parse(text, source)


def outline(raw: bytes) -> Node | None:
    """Return the tree of a file's fields as YAML sees it; None where it cannot be read, or not without a repair."""
    source = Source("")
    parsed = understand(raw, source)
    return None if parsed is None or parsed.repaired else root_of(parsed, source)


def shape_for(kind: str) -> Shape:
    """Return the shape of a kind of document; of the reviews, which only the program writes, none is asked."""
    if kind == "settings":
        return shape_of(Settings)
    if kind == AGREEMENT.name:
        return shape_of(Agreement)
    return shape_of(KINDS[kind].of) if kind in KINDS else Free()
