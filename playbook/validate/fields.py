"""The names of fields: which are not known, which are missing, and which of the two are one mistake."""

from __future__ import annotations

from collections.abc import Mapping

from playbook.model.documents import Data
from playbook.model.entries import Entry, own_first
from playbook.model.kinds import KINDS
from playbook.model.shapes import Group, Many, Shape, shape_of
from playbook.problems import FieldPath
from playbook.validate.forms import is_empty
from playbook.validate.near import nearest
from playbook.validate.reading import Reading, with_article

# What people write for a field that has another name here; it counts only where that field is there and still unwritten.
OTHER_WORDS = {
    "name": ("title", "term", "they_say", "text", "wanted"),
    "title": ("name", "term"),
    "description": ("summary", "definition", "means"),
    "definition": ("means",),
    "link": ("links",),
    "url": ("links",),
    "answer": ("you_say",),
    "objection": ("they_say",),
    "question": ("ask",),
    "text": ("body", "message"),
}


MANY = 3
"""So many fields of another kind are no slips: the file lies in the wrong folder."""


def check_names(group: Group, written: Mapping[str, Data], path: FieldPath, reading: Reading) -> None:
    """Report unknown names and missing required fields; a misspelt name of a missing field is one problem."""
    if not path and (kind := _other_kind(group, written)):
        return _of_another_kind(kind, group, written, reading)
    missing = [name for name in group.required() if is_empty(written.get(name))]
    for name in written:
        if name not in group.fields:
            meant = _meant(name, group, written)
            _unknown(name, meant, group, path, reading, meant in missing)
            missing = [each for each in missing if each != meant]
    for name in missing:
        _missing(name, name in written, path, reading)
    return None


def _other_kind(group: Group, written: Mapping[str, Data]) -> str:
    """Return the kind that several fields belong to which an entry of this kind has not; nothing where they are no kind's."""
    strange = written.keys() - group.fields.keys()
    if len(strange) < MANY or not issubclass(group.of, Entry):
        return ""
    return next((name for name, kind in KINDS.items() if written.keys() <= shape_of(kind.of).fields.keys()), "")


def _of_another_kind(kind: str, group: Group, written: Mapping[str, Data], reading: Reading) -> None:
    strange = [name for name in written if name not in group.fields]
    reading.report(
        "PB224",
        (strange[0],),
        on_key=True,
        part=strange[0],
        why=f"This looks like {with_article(kind)}: {', '.join(strange)} are fields of one, and none of {reading.where(())}.",
        remedy=f"Move the file to {KINDS[kind].folder}/.",
    )


def _meant(name: str, group: Group, written: Mapping[str, Data]) -> str:
    """Return the field that a name most likely stands for, if that field was not written itself."""
    run_together = {known.replace("_", ""): known for known in group.fields}  # "not_wen": a slip counts in a short part of a name, too
    near = run_together.get(nearest(name.replace("_", ""), run_together), "")
    words = (near, *OTHER_WORDS.get(name.lower(), ()))
    return next((word for word in words if word in group.fields and word not in written), "")


def _missing(name: str, is_empty_line: bool, path: FieldPath, reading: Reading) -> None:
    reading.report(
        "PB201",
        (*path, name),
        on_key=True,
        why=f'"{name}" is missing: {reading.where(path)} cannot do without it.',
        remedy=f'Write it behind "{name}:"; the line is there already.' if is_empty_line else f'Add the line "{name}: …".',
    )


def _unknown(name: str, meant: str, group: Group, path: FieldPath, reading: Reading, was_missing: bool) -> None:
    also = f', and "{meant}" is missing' if was_missing else ""
    reading.report(
        "PB202",
        (*path, name),
        on_key=True,
        part=name,
        suggestion=meant,
        why=f'There is no field "{name}" in {reading.where(path)}{also}.',
        remedy=_remedy(name, meant, group),
    )


def _remedy(name: str, meant: str, group: Group) -> str:
    if meant:
        return f"Write {meant} in the place of {name}."
    if home := next((field.name for field in group.fields.values() if name in _inside(field.shape)), ""):
        return f'"{name}" belongs into "{home}": indent it below one of its items.'
    own = " Fields of your own go under extra." if "extra" in group.fields else ""
    shown = own_first(group)
    every = shape_of(Entry).fields if issubclass(group.of, Entry) else {}
    return f"Fields here: {', '.join(name for name in shown if name not in every)}{' …' if every else ''}.{own}"


def _inside(shape: Shape) -> Mapping[str, object]:
    """Return the fields inside a field, so that a misplaced name can be sent home."""
    inner = shape.item if isinstance(shape, Many) else shape
    return inner.fields if isinstance(inner, Group) else {}
