"""Entries as cards in a list, and the lists of what touches an entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from playbook.library import Library
from playbook.model.content import Asset
from playbook.model.entries import Entry
from playbook.model.kinds import KINDS, kind_of
from playbook.model.parts import Card, Link, Related
from playbook.model.people import Persona
from playbook.model.plays import Play
from playbook.model.theme_words import ThemeWords
from playbook.select.addresses import link
from playbook.select.ranking import Candidate
from playbook.select.selection import Selection

HEADINGS = {
    "persona": ThemeWords("People"),
    "stage": ThemeWords("Stages"),
    "asset": ThemeWords("Content"),
    "play": ThemeWords("Plays"),
    "signal": ThemeWords("Signals"),
    "objection": ThemeWords("They say"),
    "claim": ThemeWords("Claims"),
    "competitor": ThemeWords("Battlecards"),
    "campaign": ThemeWords("Campaigns"),
    "term": ThemeWords("Terms"),
    "request": ThemeWords("Requests"),
}


def card(chosen: Selection, entry: Entry, pdf: str = "") -> Card:
    """Return an entry as a card: one line about it, and the facts that a rep chooses by; `pdf` is the file of its PDF."""
    kind = kind_of(entry).name
    return Card(
        link=link(chosen.library, kind, entry.id),
        line=_line(entry),
        badges=tuple(_badges(chosen.library, entry)),
        minutes=(entry.minutes or 0) if isinstance(entry, Play) else 0,
        external=entry.may_be_sent or chosen.frame.edition == "buyer",
        missing=missing(entry) if chosen.for_reps and isinstance(entry, Asset) else (),
        pdf=pdf if chosen.pdf else "",
    )


def offer_card(chosen: Selection, candidate: Candidate) -> Card:
    """Return something offered as a card whose line is its first "when"."""
    plain = card(chosen, candidate.entry)
    return replace(plain, line=next(iter(candidate.offer.when), plain.line))


def missing(asset: Asset) -> tuple[str, ...]:
    """Return which of "uses", "when" and "how" nobody has written yet."""
    if not asset.uses:
        return ("uses",)
    return tuple(name for name in ("when", "how") if not all(getattr(use, name) for use in asset.uses))


def related(library: Library, entry: Entry, skip: Iterable[str] = ()) -> tuple[Related, ...]:
    """Return what names this entry, kind by kind, each entry once."""
    kind = kind_of(entry).name
    users: dict[str, dict[str, Link]] = {}
    for edge in library.used_by(kind, entry.id):
        if edge.source_kind in KINDS and edge.source_kind not in skip:
            users.setdefault(edge.source_kind, {})[edge.source_id] = link(library, edge.source_kind, edge.source_id)
    return tuple(Related(HEADINGS[name], tuple(users[name].values())) for name in KINDS if name in users)


def _line(entry: Entry) -> str:
    for attribute in ("promise", "buyer_question", "summary", "objective", "definition", "message", "means", "you_say"):
        if value := getattr(entry, attribute, ""):
            return str(value[0] if isinstance(value, tuple) else value)
    return ""


def _badges(library: Library, entry: Entry) -> Iterator[str]:
    """What a rep chooses by: the type, for whom, when in the journey."""
    if isinstance(entry, Asset):
        yield from filter(None, [library.settings.label("asset_types", entry.type)])
        yield from _titles(library, "persona", (id_ for use in entry.uses for id_ in use.personas))
    if isinstance(entry, Play):
        yield from _titles(library, "persona", entry.personas)
        yield from _titles(library, "stage", entry.stages)
    if isinstance(entry, Persona):
        yield from entry.titles[:3]


def _titles(library: Library, kind: str, ids: Iterable[str]) -> list[str]:
    return [link(library, kind, id_).title for id_ in dict.fromkeys(ids)]
