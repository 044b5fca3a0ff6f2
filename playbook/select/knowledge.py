"""Signals, claims, requests and terms: kinds whose entries share one page, each with what it is looked up for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import TypeVar

from playbook.library import Library
from playbook.model.journey import Signal
from playbook.model.kinds import SETTINGS_FILE
from playbook.model.knowledge import Claim, Request, Term
from playbook.model.parts import Link, Related
from playbook.model.theme_words import ThemeWords
from playbook.model.word_bodies import (
    ClaimBody,
    ClaimsBody,
    GlossaryBody,
    RequestBody,
    RequestsBody,
    SignalBody,
    SignalsBody,
    TermBody,
)
from playbook.select.addresses import anchor, link
from playbook.select.cards import related
from playbook.select.happening import named_by
from playbook.select.rows import rows
from playbook.select.selection import Selection
from playbook.select.situations import ORDER, situation
from playbook.text import title_of

EXPIRES_SOON = timedelta(days=60)
CLAIM_STATES = ("expired", "soon", "holds", "open")
REQUEST_STATES = ("asked", "building", "shipped", "declined", "")
T = TypeVar("T")


def signals(chosen: Selection) -> SignalsBody:
    """Return the signals by what happened, each with the play that answers it."""
    library, named = chosen.library, named_by(chosen.library, chosen.ranked)
    found = [
        SignalBody(
            situation=situation(library, signal, named),
            anchor=anchor("signal", signal.id),
            enough_with=_links(library, "signal", signal.enough_with),
            who=_links(library, "persona", signal.personas),
            stages=_links(library, "stage", signal.stages),
            rows=rows(library, signal, skip={*SIGNAL_SHOWN}),
            related=related(library, signal),
        )
        for signal in library.of(Signal)
        if signal.is_live
    ]
    kinds = {anchor("signal", signal.id): signal.kind for signal in library.of(Signal)}
    return SignalsBody(_grouped(found, lambda each: kinds[each.anchor], ORDER))


SIGNAL_SHOWN = (
    "name",
    "means",
    "kind",
    "respond_within",
    "enough_alone",
    "pause_selling",
    "enough_with",
    "do",
    "play",
    "personas",
    "stages",
)


def claims(chosen: Selection) -> ClaimsBody:
    """Return the claims by whether they still hold on the day of the build."""
    library = chosen.library
    found = [
        ClaimBody(
            claim=claim,
            anchor=anchor("claim", claim.id),
            title=title_of(claim),
            state=claim_state(claim, chosen.today) if chosen.for_reps else "open",
            rows=rows(library, claim, skip={"text", "value", "source", "checked", "expires"}),
            used_in=(*related(library, claim), *_in_messages(library, claim)),
        )
        for claim in library.of(Claim)
        if claim.is_live
    ]
    return ClaimsBody(_grouped(found, lambda each: each.state, CLAIM_STATES))


def claim_state(claim: Claim, today: date) -> str:
    """Return whether a claim has "expired", will "soon", "holds", or is "open" because it says no day."""
    last = claim.expires.last if claim.expires else None
    if claim.expires is None:
        return "open"
    if last is None:
        return "holds"
    return "expired" if last < today else "soon" if last < today + EXPIRES_SOON else "holds"


def _in_messages(library: Library, claim: Claim) -> tuple[Related, ...]:
    """A claim may carry a promise among the messages of the project file, which is no entry."""
    if any(edge.file == SETTINGS_FILE for edge in library.used_by("claim", claim.id)):
        return (Related(ThemeWords("Messages"), (Link("page", "messages.html", ThemeWords("What we stand for"), "messages.html"),)),)
    return ()


def requests(chosen: Selection) -> RequestsBody:
    """Return what was asked of marketing by what became of it, the newest first."""
    library = chosen.library
    found = sorted((request for request in library.of(Request) if request.is_live), key=_asked, reverse=True)
    bodies = [
        RequestBody(request, anchor("request", request.id), rows(library, request, skip={*REQUEST_SHOWN}), related(library, request))
        for request in found
    ]
    return RequestsBody(_grouped(bodies, lambda each: each.request.state, REQUEST_STATES))


REQUEST_SHOWN = ("wanted", "asked_by", "asked_on", "why", "state", "shipped_on", "asset")


def _asked(request: Request) -> tuple[date, str]:
    return (request.asked_on.first if request.asked_on and request.asked_on.first else date.min), request.id


def terms(chosen: Selection) -> GlossaryBody:
    """Return the glossary by category, each in the order of the alphabet; what has no category comes last."""
    found = sorted((term for term in chosen.library.of(Term) if term.is_live), key=lambda term: (term.title_text.casefold(), term.id))
    categories = sorted({term.category for term in found}, key=lambda name: (not name, name.casefold()))
    return GlossaryBody(_grouped([term_body(chosen, term) for term in found], lambda each: each.term.category, categories))


def term_body(chosen: Selection, term: Term) -> TermBody:
    """Return a term with what else the library says of it."""
    shown = {"term", "means", "also", "not", "category", "agreed", "link"}
    also = tuple(word for word in term.also if not _is_plural(word, term.term))
    return TermBody(term, anchor("term", term.id), also, rows(chosen.library, term, skip=shown), related(chosen.library, term))


def _is_plural(word: str, of: str) -> bool:
    """Whether a word is the same one with an ending of the plural: rates for rate, companies for company."""
    word, of = word.casefold(), of.casefold()
    return word in {f"{of}s", f"{of}es", f"{of.removesuffix('y')}ies"}


def _grouped(found: Iterable[T], by: Callable[[T], str], order: Iterable[str]) -> tuple[tuple[str, tuple[T, ...]], ...]:
    """Return what was found under what one of its fields says; what the order does not name comes last."""
    groups: dict[str, list[T]] = {name: [] for name in order}
    for each in found:
        groups.setdefault(by(each), []).append(each)
    return tuple((name, tuple(group)) for name, group in groups.items() if group)


def _links(library: Library, kind: str, ids: Iterable[str]) -> tuple[Link, ...]:
    return tuple(link(library, kind, id_) for id_ in ids)
