"""What buyers say: objections of their own, of personas, plays and competitors, in one index and each once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from msgspec.structs import replace

from playbook.library import Library
from playbook.model.bodies import SaidBody
from playbook.model.entries import Entry, ObjectionLine
from playbook.model.kinds import kind_of
from playbook.model.knowledge import Competitor, Objection
from playbook.model.parts import Link
from playbook.model.people import Persona
from playbook.model.plays import Play
from playbook.model.theme_words import ThemeWords
from playbook.model.word_bodies import Jump, SaidPageBody, SaidTopic
from playbook.select.addresses import anchor, link
from playbook.select.cards import related
from playbook.select.rows import rows
from playbook.select.selection import Selection
from playbook.text import plain

ANYBODY = Link("persona", "", ThemeWords("Anybody"))


def said_page(chosen: Selection) -> SaidPageBody:
    """Return all that buyers say under who says it, with an index that names it under everybody who says it."""
    library = chosen.library
    lines = said(library)
    people = [link(library, "persona", persona.id) for persona in library.of(Persona) if persona.is_live]
    topics = (_topic(who, lines) for who in (*people, ANYBODY))
    return SaidPageBody(tuple(topic for topic in topics if topic.index), sum(not each.line.you_say for each in lines))


def _topic(who: Link, lines: tuple[SaidBody, ...]) -> SaidTopic:
    mine = [each for each in lines if who in (each.who or (ANYBODY,))]
    first = tuple(each for each in mine if not each.who or each.who[0] == who)
    return SaidTopic(who, f"by-{who.id or 'anybody'}", tuple(Jump(plain(each.line.they_say), each.anchor) for each in mine), first)


def said(library: Library, personas: Collection[str] = ()) -> tuple[SaidBody, ...]:
    """Return everything that buyers say, for these personas or for everybody; what has an answer comes first."""
    found = _each_once([*_own(library, personas), *_others(library, personas)])
    return tuple(sorted(found, key=lambda each: not each.line.you_say))


def _own(library: Library, personas: Collection[str]) -> Iterator[SaidBody]:
    for entry in library.of(Objection):
        if entry.is_live and (_concerns(entry, personas) or not entry.personas):
            yield SaidBody(
                line=ObjectionLine(entry.they_say, entry.you_say, entry.claims),
                anchor=anchor("objection", entry.id),
                who=_people(library, entry.personas),
                related=related(library, entry),
                rows=rows(library, entry, skip={"they_say", "you_say", "claims", "personas"}),
            )


def _people(library: Library, ids: Iterable[str]) -> tuple[Link, ...]:
    """Return the links to those of these personas who have a page and are live."""
    found = (library.get("persona", id_) for id_ in ids)
    return tuple(link(library, "persona", each.id) for each in found if each and each.is_live)


def _others(library: Library, personas: Collection[str]) -> Iterator[SaidBody]:
    entries: list[Persona | Play | Competitor] = [*library.of(Persona), *library.of(Play), *library.of(Competitor)]
    for entry in entries:
        if entry.is_live and _concerns(entry, personas):
            yield from _lines(library, entry)


def _concerns(entry: Entry, personas: Collection[str]) -> bool:
    named = (entry.id,) if isinstance(entry, Persona) else getattr(entry, "personas", ())
    return not personas or not set(personas).isdisjoint(named)


def _lines(library: Library, entry: Persona | Play | Competitor) -> Iterator[SaidBody]:
    variants = entry.variants if isinstance(entry, Play) else ()
    source = link(library, kind_of(entry).name, entry.id)
    who = (source,) if isinstance(entry, Persona) else _people(library, getattr(entry, "personas", ()))
    comes_up = () if isinstance(entry, Persona) else (source,)
    for number, line in enumerate([*entry.objections, *(line for variant in variants for line in variant.objections)], start=1):
        yield SaidBody(line, f"{anchor(source.kind, source.id)}-says-{number}", who, comes_up)


def _each_once(lines: Iterable[SaidBody]) -> Iterator[SaidBody]:
    """Yield each thing said once: the same words from elsewhere add who says them, where, and another answer."""
    found: dict[str, SaidBody] = {}
    for each in lines:
        words = "".join(sign for sign in plain(each.line.they_say).casefold() if sign.isalnum()) or each.anchor
        known = found.get(words)
        if known is None or each.anchor.startswith("objection-"):  # an entry of its own is linked from elsewhere and stays
            found[words if known is None else each.anchor] = each
        else:
            found[words] = _with(known, each)
    yield from found.values()


def _with(known: SaidBody, same: SaidBody) -> SaidBody:
    answers = {plain(line.you_say) for line in (known.line, *known.others)}
    line, others = known.line, known.others
    if not line.you_say:
        line = replace(line, you_say=same.line.you_say, claims=tuple(dict.fromkeys((*line.claims, *same.line.claims))))
    elif same.line.you_say and plain(same.line.you_say) not in answers:
        others = (*others, same.line)
    who, comes_up = dict.fromkeys((*known.who, *same.who)), dict.fromkeys((*known.comes_up, *same.comes_up))
    return replace(known, line=line, others=others, who=tuple(who), comes_up=tuple(comes_up))
