"""What a rep asks for in words, looked for as the search of a site looks: endings and words that stand everywhere decide nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any, Generic, TypeVar

from msgspec import Struct

from playbook.library import Library, visible
from playbook.model.bodies import SaidBody
from playbook.model.content import Asset
from playbook.model.journey import Signal
from playbook.model.knowledge import Competitor, Objection, Term
from playbook.model.parts import Offer
from playbook.model.people import Persona
from playbook.model.walk import values
from playbook.select.addresses import anchor
from playbook.select.finding import Known, in_order
from playbook.select.happening import Named, competitor_key, named_by, said_key, signal_key
from playbook.select.ranking import Candidate, candidates
from playbook.select.said import said
from playbook.text import plain

AGAINST = "not_when"
"""What stands here says when to leave a thing alone: who asks for these words is not to be given it."""
COMMON = 6
"""A word that stands as often as there is one for every sixth thing says nothing of what is looked for, in any language."""
SMALL = frozenset(
    "a an and are as at be been but by did do does for from had has have he her here his how i if is just me much my of on our she so than"
    " that the their them then there these they this those to too very was we were what which who with would you your"  # English
    " aber als am auch auf das dass dem den der des ein eine einem einen einer es fur hat ich ihr im ist mit oder sehr sein sie sind und"
    " uns unser viel vom von was wie wir wird zu zum zur".split()  # German, without its dots, as words are compared
)
"""Small words decide nothing where there are too few things to count, either; who asks for nothing else is given what has them."""
_WORD = re.compile(r"[^\W_]+")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_SHORTEST, _ENDING = 2, 3
T = TypeVar("T")


class Answers(Struct, frozen=True):
    """What the words of a rep find: what buyers say, and what to use.

    The first `whole` offers have every word that tells things apart. `nowhere` are words that nothing has.
    """

    said: tuple[SaidBody, ...]
    offers: tuple[Offer, ...]
    whole: int
    nowhere: tuple[str, ...] = ()


class _Thing(Struct, Generic[T], frozen=True):
    """Something to be found: the words that it is called by, of what else it is about, and of all else that it says."""

    it: T
    called: frozenset[str]
    about: frozenset[str]
    says: frozenset[str]


def find(library: Library, known: Known, *, today: date, edition: str = "rep", words: str = "") -> Answers:
    """Return what has the words: what has the rarest of them first, and in the one order where they have the same.

    Without words it is everything that fits what is known, and nothing that buyers say.
    """
    shown = visible(library, edition)
    ranked = candidates(shown, today)
    named = named_by(shown, ranked)
    fitting = list(in_order(ranked, known, named))
    asked = tuple(dict.fromkeys(words_of(words)))
    wanted = tuple(word for word in asked if word not in SMALL) or asked
    if not wanted:
        return Answers((), tuple(each.offer for each in fitting), len(fitting))
    other = _other_words(shown)
    offered = list(_offered(shown, fitting, named, other))
    heard = [
        _thing(line, (line.line.they_say, *_tags(shown, line)), (str(who.title) for who in line.who), (), other) for line in said(shown)
    ]
    things: list[_Thing[Any]] = [*offered, *heard]
    order, telling = _telling(wanted, things)
    whole, nearly = _having(offered, order, telling)
    nowhere = tuple(word for word in wanted if not any(_has(each.says, word) for each in things))
    known_words = [word for word in wanted if word not in nowhere]
    lines, near = _having((each for each in heard if _has_half(each, known_words)), order, telling)
    return Answers(tuple(lines or near[:1]), tuple(each.offer for each in (*whole, *nearly)), len(whole), nowhere)


@lru_cache(maxsize=16384)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text without case, accents and signs, as the search of a site knows them."""
    letters = unicodedata.normalize("NFKD", plain(text).casefold())
    return tuple(_WORD.findall("".join(sign for sign in letters if not unicodedata.combining(sign))))


def alike(wanted: str, word: str) -> bool:
    """Whether a word is the wanted one, begins with it, or is the wanted one without its ending: "cheap" for "cheaper".

    Languages that write no spaces have it anywhere in a run of signs.
    """
    if wanted == word:
        return True
    if _UNSPACED.search(wanted):
        return wanted in word
    ending = len(wanted) - len(word)
    if ending < 0:
        return len(wanted) >= _SHORTEST and word.startswith(wanted)
    return ending <= min(_ENDING, len(word) - _SHORTEST) and wanted.startswith(word)


def _telling(wanted: Iterable[str], things: list[_Thing[Any]]) -> tuple[list[str], list[str]]:
    """Return the wanted words, the rarest first, and those of them that tell things apart; all do where none is rare.

    It counts what things are about: what one says somewhere in a script tells little of it, and is counted only where that is all.
    """
    words = list(wanted)
    about = {word: sum(_has(each.about, word) for each in things) for word in words}
    stands = about if any(about.values()) else {word: sum(_has(each.says, word) for each in things) for word in words}
    order = sorted((word for word in words if stands[word]), key=lambda word: stands[word])
    rare = [word for word in order if stands[word] * COMMON <= len(things)]
    return order, rare or order


def _having(things: Iterable[_Thing[T]], order: list[str], telling: list[str]) -> tuple[list[T], list[T]]:
    """Return what has all the telling words, and apart from it what has only some: of both the rarest word decides first."""
    found = []
    for thing in things:
        missing = sum(not _has(thing.says, word) for word in telling)
        if missing < len(telling):
            places = (thing.about, thing.called, thing.says)
            found.append((bool(missing), [[not _has(words, word) for word in order] for words in places], thing.it))
    found.sort(key=lambda each: each[:2])
    return [it for some, _, it in found if not some], [it for some, _, it in found if some]


def _has_half(thing: _Thing[Any], wanted: list[str]) -> bool:
    """Whether a line has so many of the words that it is likely to be the one that was heard."""
    return 2 * sum(_has(thing.says, word) for word in wanted) >= len(wanted)


def _has(words: frozenset[str], wanted: str) -> bool:
    return wanted in words or any(alike(wanted, word) for word in words)


def _thing(it: T, called: Iterable[str], about: Iterable[str], says: Iterable[str], other: list[list[frozenset[str]]]) -> _Thing[T]:
    of_it = [frozenset().union(*(_with_other(frozenset(words_of(text)), other) for text in texts)) for texts in (called, about, says)]
    return _Thing(it, of_it[0], of_it[0] | of_it[1], of_it[0] | of_it[1] | of_it[2])


def _other_words(library: Library) -> list[list[frozenset[str]]]:
    """Return the ways in which the glossary says each of its terms."""
    return [[frozenset(words_of(form)) for form in (term.term, *term.also, *term.not_)] for term in library.of(Term) if term.is_live]


def _with_other(words: frozenset[str], terms: list[list[frozenset[str]]]) -> frozenset[str]:
    """Add to the words of a text those by which the glossary calls the same."""
    return words.union(*(form for forms in terms if any(form and form <= words for form in forms) for form in forms))


def _offered(
    library: Library, fitting: Iterable[Candidate], named: Named, other: list[list[frozenset[str]]]
) -> Iterator[_Thing[Candidate]]:
    """Yield the offers with their words: what a play or a use and its asset say, for whom they are, and what they answer."""
    answered: dict[int, list[str]] = {}
    for key, title in _happened(library):
        for each in named.offered.get(key, ()):
            answered.setdefault(id(each), []).append(title)
    for each in fitting:
        called = (each.entry.title_text, each.offer.asset_type, *each.entry.tags)
        yield _thing(each, called, (*_about(library, each), *answered.get(id(each), ())), _says(each), other)


def _happened(library: Library) -> Iterator[tuple[str, str]]:
    """Yield the key of everything that can happen, with the words for it."""
    yield from ((signal_key(each.id), " ".join((each.title_text, *each.tags))) for each in library.of(Signal))
    yield from ((competitor_key(each.id), " ".join((each.title_text, *each.tags))) for each in library.of(Competitor))
    yield from ((said_key(line), line.line.they_say) for line in said(library))


def _about(library: Library, each: Candidate) -> Iterator[str]:
    yield from each.offer.when
    if isinstance(each.entry, Asset):
        yield from (each.entry.summary, each.entry.buyer_question, *each.entry.topics)
    for id_ in each.personas:
        persona = library.get("persona", id_)
        yield from (persona.title_text, *persona.titles) if isinstance(persona, Persona) else (id_,)


def _says(each: Candidate) -> Iterator[str]:
    return (str(value.value) for value in values(each.use or each.entry) if AGAINST not in value.path)


def _tags(library: Library, line: SaidBody) -> Iterator[str]:
    """Yield the words that an objection is looked for with."""
    return (tag for each in library.of(Objection) if anchor("objection", each.id) == line.anchor for tag in each.tags)
