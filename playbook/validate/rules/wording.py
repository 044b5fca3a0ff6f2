"""The team's own words: one meaning each, none that the glossary advises against, and no abbreviation that nobody explains."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from playbook.library import Library
from playbook.model.entries import Entry
from playbook.model.knowledge import Term
from playbook.model.quotes import scalar, within_odd_quotes
from playbook.model.settings import Settings
from playbook.model.shapes import Audience
from playbook.model.walk import Value
from playbook.problems import FieldPath, Problem
from playbook.text import Terms
from playbook.validate.rules.finding import finding, is_live

BUYERS_WORDS = {"they_say", "says", "listen_for", "titles", "buyer_question", "enough_with"}
"""Fields that hold what others say: they use their own words."""

MANY = 3
"""An abbreviation that stands in so many entries is one that a new rep meets."""

_ABBREVIATION = re.compile(r"(?<![\w.@/&'’-])[A-Z]{2,5}(?![\w@/&-]|['’]\w\w|\.\w)")
_PLACEHOLDER = re.compile(r"\{[^}]*\}|`[^`]*`|\]\([^)]*\)|https?://\S+")
_EVERYDAY = frozenset(
    """
    AM API APP ASAP AI B2B BCC CC CEO CFO CIO CMO COO CRM CSV CTO CV DIN DM EU EUR FAQ FYI GBP GDPR GPS HR HTML HTTP HTTPS ID IP ISO IT KPI
    LLC LTD NB NDA OK PC PDF PM PNG PO PR PS QA QR ROI SEO SMS SQL SVG TV UK UN URL US USA USB USD VAT VIP VP VS WIFI XLS ZIP
    TODO TBD TBC FIXME
    """.split()
)


def two_meanings(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001 - every rule is asked alike
    """One word stands under two terms: as their name, as another word for them, or as a word not to use."""
    known: dict[str, Term] = {}
    for term in library.of(Term):
        for field, word in _names(term) if term.is_live else ():
            first = known.setdefault(_said(word), term)
            if first is not term:
                yield _second_meaning(term, field, word, first)
    for term in library.of(Term):
        for number, word in enumerate(term.not_ if term.is_live else ()):
            if (other := known.get(_said(word))) is not None:
                yield _refused_and_right(term, ("not", number), word, other)


def words_not_to_use(library: Library, thing: Entry | Settings, value: Value) -> Iterator[Problem]:
    """A text has a word that the glossary advises against."""
    refused, starts, pattern = library.once("words not to use", library, lambda: _refused(library))
    text = value.value.casefold()
    if not starts.search(text):  # cheap, and true of few texts
        return
    if value.audience is Audience.AUTHORS or not is_live(thing) or _is_quoted(thing, value):
        return
    for word in sorted(pattern.within(value.value)):
        term = refused[word]
        yield finding(
            thing,
            "PB335",
            value.path,
            part=word,
            why=f'"{word}" is a word not to use: the glossary says "{term.term}".',
            remedy=f'Write "{term.term}"; or take "{word}" out of not in the term {term.id}.',
        )


def odd_quotes(library: Library, thing: Entry | Settings, value: Value) -> Iterator[Problem]:  # noqa: ARG001 - every rule is asked alike
    """What something is called stands as a whole in the quotes of a document, which YAML takes for a part of it."""
    if len(value.path) == 1 and (inner := within_odd_quotes(value.value)):
        yield finding(
            thing,
            "PB352",
            value.path,
            part=value.value,
            why=f"{value.value} is shown with its quotes: these are no quotes to YAML.",
            remedy=f"Write {value.path[0]}: {scalar(inner)}",
            suggestion=scalar(inner),
        )


def unexplained(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """An abbreviation stands in several entries, and the glossary does not have it: one note for each, where it stands first."""
    if not library.entries["term"]:
        return
    explained = {word for term in library.of(Term) for word in _letters(term)}
    found: dict[str, dict[str, tuple[Entry, Value]]] = {}
    for entry, value in _texts(library):
        for word in _abbreviations(value.value) - explained - _EVERYDAY:
            found.setdefault(word, {}).setdefault(entry.file, (entry, value))
    often = [word for word, where in found.items() if len(where) >= MANY]
    stressed = _in_small_letters(library, often) if often else set()
    for word in often:
        if word not in stressed:
            entry, value = next(iter(found[word].values()))
            yield finding(
                entry,
                "PB344",
                value.path,
                part=word,
                why=f'"{word}" stands in {len(found[word])} entries, and the glossary does not say what it means.',
                remedy=f"Add a term for it, or write {word} under also in the term that it stands for.",
            )


def _in_small_letters(library: Library, words: Iterable[str]) -> set[str]:
    """Return those words that are written in small letters, too: they stand in capitals for stress, and mean themselves."""
    pattern = re.compile(rf"(?<![\w.@/-])(?:{'|'.join(words)})(?![\w@/-]|\.\w)".lower())
    return {word.upper() for _, value in _texts(library) for word in pattern.findall(value.value)}


def _texts(library: Library) -> Iterator[tuple[Entry, Value]]:
    """Yield what readers may see of the words of every live entry."""
    for entry in library.all():
        for value in library.values(entry) if entry.is_live else ():
            if value.scalar.sort in {"text", "lines", "name"} and value.audience is not Audience.AUTHORS:
                yield entry, value


def _names(term: Term) -> Iterator[tuple[FieldPath, str]]:
    also = ((("also", number), word) for number, word in enumerate(term.also))
    yield from ((path, word) for path, word in ((("term",), term.term), *also) if word.strip())


def _said(word: str) -> str:
    """Return a word as it is heard; an abbreviation in capitals is not the word in small letters."""
    plain = " ".join(word.split())
    return plain if plain.isupper() else plain.casefold()


def _second_meaning(term: Term, field: FieldPath, word: str, other: Term) -> Problem:
    return finding(
        term,
        "PB334",
        field,
        part=word,
        why=f'"{word}" is explained in term:{other.id} as well, so a reader cannot know which is meant.',
        remedy="Keep it in one of the two; if both mean the same, make them one term.",
    )


def _refused_and_right(term: Term, field: FieldPath, word: str, other: Term) -> Problem:
    where = "here" if other is term else f"in term:{other.id}"
    return finding(
        term,
        "PB334",
        field,
        part=word,
        why=f'"{word}" is a word not to use here, and a right one {where}.',
        remedy="Take it out of one of the two.",
    )


def _refused(library: Library) -> tuple[Mapping[str, Term], re.Pattern[str], Terms]:
    """Return the words not to use, each with the first term that says so; how they begin; and what finds them in a text."""
    right = {_said(word) for term in library.of(Term) if term.is_live for _, word in _names(term)}
    refused: dict[str, Term] = {}
    for term in library.of(Term):
        for word in term.not_ if term.is_live and term.term else ():
            if word.strip() and _said(word) not in right:
                refused.setdefault(" ".join(word.split()), term)
    starts = "|".join(sorted(re.escape(word.split()[0].casefold()) for word in refused))
    return refused, re.compile(starts or r"(?!)"), Terms(refused)


def _is_quoted(thing: Entry | Settings, value: Value) -> bool:
    """Whether a value is a buyer's own words, or explains which words not to use."""
    return isinstance(thing, Term) or not BUYERS_WORDS.isdisjoint(value.path)


def _letters(term: Term) -> set[str]:
    """Return the abbreviations that a term explains: in its name, beside it, and spelt out in what it means."""
    texts = (term.term, *term.also, *term.not_, *term.means)
    return {word for text in texts for word in _ABBREVIATION.findall(text)} | {form.removesuffix("s") for form in (term.term, *term.also)}


def _abbreviations(text: str) -> set[str]:
    """Return the words in capitals of a text that is not in capitals itself; none out of placeholders, code and addresses."""
    if not _ABBREVIATION.search(text):
        return set()
    plain = _PLACEHOLDER.sub(" ", text)
    return set(_ABBREVIATION.findall(plain)) if plain.upper() != plain or len(plain) <= 5 else set()
