"""The finder's answers: the one order, narrowed by what a rep knows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from playbook.library import Library
from playbook.model.content import Asset
from playbook.model.parts import Offer
from playbook.model.walk import values
from playbook.select.editions import visible
from playbook.select.ranking import Candidate, candidates
from playbook.text import plain

DIMENSIONS = {"persona": "personas", "stage": "stages", "signal": "signals", "industry": "industries"}


def find(library: Library, *, today: date, edition: str = "rep", words: str = "", **known: str) -> tuple[Offer, ...]:
    """Return what to use, best first, for what is `known`: a persona, a stage, a signal, an industry, each by its id.

    What names the chosen ones comes before what is silent on one of them; what is for others only is left out.
    All `words` must stand in the entry. Raises KeyError for a dimension that there is not.
    """
    chosen = {DIMENSIONS[name]: id_ for name, id_ in known.items() if id_}
    found = [each for each in candidates(visible(library, edition), today) if _meets(each, chosen) and _says(each, words)]
    return tuple(each.offer for each in sorted(found, key=lambda each: _silent(each, chosen)))


def _meets(candidate: Candidate, chosen: dict[str, str]) -> bool:
    return all(not getattr(candidate, name) or wanted in getattr(candidate, name) for name, wanted in chosen.items())


def _silent(candidate: Candidate, chosen: dict[str, str]) -> int:
    """How many of the chosen dimensions it does not name; sorting is stable, so the one order holds within."""
    return sum(not getattr(candidate, name) for name in chosen)


def _says(candidate: Candidate, words: str) -> bool:
    wanted = words.casefold().split()
    if not wanted:
        return True
    text = " ".join(map(plain, _texts(candidate))).casefold()
    return all(word in text for word in wanted)


def _texts(candidate: Candidate) -> Iterator[str]:
    """All that a play says, or a use and the asset around it."""
    yield candidate.entry.title_text
    yield candidate.offer.asset_type
    if isinstance(candidate.entry, Asset):
        yield from (candidate.entry.summary, candidate.entry.buyer_question, *candidate.entry.topics)
    yield from (str(each.value) for each in values(candidate.use or candidate.entry))
