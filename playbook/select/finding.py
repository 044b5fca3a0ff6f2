"""The finder's decision: the one order, narrowed by what a rep knows. Page, PDF and command line all take it from here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import product

from msgspec import Struct

from playbook.select.happening import Named
from playbook.select.ranking import Candidate

WHO_AND_WHERE = {"persona": "personas", "stage": "stages", "industry": "industries"}


class Known(Struct, frozen=True):
    """What a rep knows, each by its id and empty where it is not known; `happened` as `Named` has it."""

    happened: str = ""
    persona: str = ""
    stage: str = ""
    industry: str = ""


def in_order(ranked: Iterable[Candidate], known: Known, named: Named) -> Iterator[Candidate]:
    """Yield all that fits: what names what happened, then the rest.

    In both, what names the persona, stage and industry that are known comes before what is silent on one of them, and the one order
    decides among equals. What is for others only is left out.
    """
    ahead = list(answering(known, named))
    yield from ahead
    known_already = {id(each) for each in ahead}
    yield from _fitting((each for each in ranked if id(each) not in known_already), known)


def answering(known: Known, named: Named) -> list[Candidate]:
    """Return what names what happened and fits, best first; the play that a signal names itself goes before all others."""
    play = named.first.get(known.happened)
    fitting = _fitting(named.offered.get(known.happened, ()), known)
    return sorted(fitting, key=lambda each: each.use is not None or each.entry.id != play)


def foremost(ranked: Iterable[Candidate], named: Named, most: int) -> set[int]:
    """Return the `id()` of each candidate that can be among the first `most` for something that a rep knows, and of few others.

    Nothing puts a candidate further ahead than knowing one of the personas, stages and industries that it names, and of the dimensions it
    is silent on something that nobody names: ahead of it stays only what names the same and is silent on the same. So it is enough to
    count in these corners, each time for what names one thing that happened and once for all; nobody has to ask every question.
    """
    found: set[int] = set()
    for offered in (ranked, *(answering(Known(happened), named) for happened in named.offered)):
        before: Counter[tuple[str, ...]] = Counter()
        for each in offered:
            corners = list(product(*(getattr(each, many) or ("",) for many in WHO_AND_WHERE.values())))
            if any(before[corner] < most for corner in corners):
                found.add(id(each))
            before.update(corners)
    return found


def _fitting(offered: Iterable[Candidate], known: Known) -> list[Candidate]:
    """Return what fits; sorting is stable, so that the one order holds within."""
    return sorted((each for each in offered if _meets(each, known)), key=lambda each: _silent(each, known))


def _meets(candidate: Candidate, known: Known) -> bool:
    return all(not getattr(candidate, many) or id_ in getattr(candidate, many) for id_, many in _chosen(known))


def _silent(candidate: Candidate, known: Known) -> int:
    """How many of the chosen dimensions it does not name."""
    return sum(not getattr(candidate, many) for _, many in _chosen(known))


def _chosen(known: Known) -> Iterator[tuple[str, str]]:
    return ((id_, many) for name, many in WHO_AND_WHERE.items() if (id_ := getattr(known, name)))
