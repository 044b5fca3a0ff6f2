"""What buyers say: objections of their own, of personas, plays and competitors, in one index."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from playbook.library import Library
from playbook.model.bodies import SaidBody
from playbook.model.entries import Entry, ObjectionLine
from playbook.model.kinds import kind_of
from playbook.model.knowledge import Competitor, Objection
from playbook.model.parts import Link
from playbook.model.people import Persona
from playbook.model.plays import Play
from playbook.select.addresses import anchor, link
from playbook.select.cards import related
from playbook.select.rows import rows


def said(library: Library, personas: Collection[str] = ()) -> tuple[SaidBody, ...]:
    """Return everything that buyers say, for these personas or for everybody; what has an answer comes first."""
    found = [*_own(library, personas), *_others(library, personas)]
    return tuple(sorted(found, key=lambda each: not each.line.you_say))


def _own(library: Library, personas: Collection[str]) -> Iterator[SaidBody]:
    for entry in library.of(Objection):
        if entry.is_live and (_concerns(entry, personas) or not entry.personas):
            yield SaidBody(
                ObjectionLine(entry.they_say, entry.you_say, entry.claims),
                anchor("objection", entry.id),
                tuple(link(library, "persona", id_) for id_ in entry.personas),
                related(library, entry),
                rows(library, entry, skip={"they_say", "you_say", "claims", "personas"}),
            )


def _others(library: Library, personas: Collection[str]) -> Iterator[SaidBody]:
    entries: list[Persona | Play | Competitor] = [*library.of(Persona), *library.of(Play), *library.of(Competitor)]
    for entry in entries:
        if entry.is_live and _concerns(entry, personas):
            yield from _lines(entry, link(library, kind_of(entry).name, entry.id))


def _concerns(entry: Entry, personas: Collection[str]) -> bool:
    named = (entry.id,) if isinstance(entry, Persona) else getattr(entry, "personas", ())
    return not personas or not set(personas).isdisjoint(named)


def _lines(entry: Persona | Play | Competitor, source: Link) -> Iterator[SaidBody]:
    variants = entry.variants if isinstance(entry, Play) else ()
    lines = [*entry.objections, *(line for variant in variants for line in variant.objections)]
    for number, line in enumerate(lines, start=1):
        yield SaidBody(line, f"{anchor(source.kind, source.id)}-says-{number}", (source,))
