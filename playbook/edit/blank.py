"""A blank file of a kind: every field with what to write there, the few that matter first, the others below, turned off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from textwrap import shorten, wrap

from playbook.library import Library, offered
from playbook.model.entries import Entry, own_first
from playbook.model.first_fields import FIRST, FIRST_IN
from playbook.model.kinds import KINDS, SETTINGS_FILE, Kind
from playbook.model.quotes import scalar
from playbook.model.shapes import Field, Group, Many, Scalar, Shape, Table, shape_of

WIDTH = 110
MOST = 12
"""Ids that are offered in a remark; of more it says where they are."""


def blank(kind: Kind, library: Library, values: Mapping[str, str]) -> str:
    """Return the text of a new entry as `playbook fmt` leaves it: a draft with these values, and the library's own ids to choose from."""
    group = shape_of(kind.of)
    first = {*FIRST[kind.name], "status"}
    told = (kind.of.__doc__ or "").splitlines()[0]
    lines = [
        *_remark(f"{kind.name.capitalize()}: {told}"),
        *_remark("Write behind the colons. A line that begins with # is a remark: it is not read. What you leave empty is left out."),
        "",
    ]
    for name in (name for name in own_first(group) if name in first):
        written = values.get(name, "draft" if name == "status" else "")
        lines += [*_field(group.fields[name], written, library), ""]
    lines += ["# " + " More ".center(WIDTH - 2, "-"), *_remark("Take the # away in front of a field to use it."), ""]
    for name, known in sorted(group.fields.items(), key=_every_kind_has_it):
        if name not in first:
            written = values.get(name, "")
            lines += (
                [*_field(known, written, library), ""]
                if written
                else [*_remark(known.about), *_choices(known.shape, library), *_off(known), ""]
            )
    return "\n".join(lines).rstrip("\n") + "\n"


def _every_kind_has_it(named: tuple[str, Field]) -> bool:
    return named[0] in shape_of(Entry).fields


def _field(known: Field, value: str, library: Library) -> Iterator[str]:
    """Yield a field that is ready to be written: what it is for, what it chooses from, and its form below."""
    yield from _remark(known.about)
    yield from _choices(known.shape, library)
    one = value and not isinstance(known.shape, Many)
    yield f"{known.name}: {scalar(value)}" if one else f"{known.name}:"
    if value and not one:
        yield f"  - {scalar(value)}"
    item = known.shape.item if isinstance(known.shape, Many) else known.shape
    if isinstance(item, Group) and item.of.__name__ in FIRST_IN:
        yield from _live(item, library)
    elif not value:
        yield from (f"  # {line[2:]}" for line in _form(known.shape))


def _off(known: Field) -> Iterator[str]:
    """Yield a field that is turned off, with its form, ready for its # to be taken away."""
    yield f"# {known.name}:"
    yield from (f"# {line}" for line in _form(known.shape))


def _form(shape: Shape) -> Iterator[str]:
    """Yield what stands below the name of a list or a group."""
    if isinstance(shape, Many) and not isinstance(shape.item, Group):
        yield "  -"
    elif isinstance(shape, Table):
        yield "  short-name:"
    elif group := _group_of(shape):
        dash = "- " if isinstance(shape, Many) else ""
        for number, each in enumerate(group.fields):
            yield f"  {dash if number == 0 else ' ' * len(dash)}{each}:"


def _live(group: Group, library: Library) -> Iterator[str]:
    """Yield the first item of a list that is the heart of an entry, and what else it takes."""
    names = FIRST_IN[group.of.__name__]
    for number, name in enumerate(names):
        known = group.fields[name]
        before = " " * (2 if number == 0 else 4)
        yield from (f"{before}{line}" for line in _remark(known.about, WIDTH - 4))
        yield from (f"{before}{line}" for line in _choices(known.shape, library))
        yield f"  {'- ' if number == 0 else '  '}{name}:{' TODO' if known.required else ''}"
    others = ", ".join(name for name in group.fields if name not in names)
    yield from (f"    {line}" for line in _remark(f"It also takes: {others}.", WIDTH - 4))


def _group_of(shape: Shape) -> Group | None:
    item = shape.item if isinstance(shape, Many) else shape
    return item if isinstance(item, Group) else None


def _choices(shape: Shape, library: Library) -> Iterator[str]:
    """Yield the ids that a field chooses from, each with its name."""
    item = shape.item if isinstance(shape, Many) else shape
    if isinstance(item, Group) and item.main:
        yield from _choices(item.fields[item.main].shape, library)
    elif isinstance(item, Scalar):
        known = [*offered(item, library).items()]
        width = max((len(id_) for id_, _ in known[:MOST]), default=0)
        yield from (f"#   {id_:<{width}}  {shorten(title, WIDTH - width - 6, placeholder=' …')}".rstrip() for id_, title in known[:MOST])
        if len(known) > MOST:
            yield f"#   … and {len(known) - MOST} more in {KINDS[item.of].folder + '/' if item.of in KINDS else SETTINGS_FILE}"


def _remark(text: str, width: int = WIDTH) -> Iterable[str]:
    return (f"# {line}" for line in wrap(text, width - 2, break_on_hyphens=False, break_long_words=False))
