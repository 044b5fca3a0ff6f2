"""The word that somebody most likely meant. The bar is high: a wrong "did you mean" costs more than none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

SHORTEST = 4
SEPARATORS = " \t\u00a0-_"
QUOTES = "“”„‟«»‘’‚‹›\"'"
_NO_SEPARATORS = str.maketrans("", "", SEPARATORS + QUOTES)


class Words:
    """Known words, ready to be asked for the one that a misspelt word stands for, however many there are."""

    def __init__(self, known: Iterable[str]) -> None:
        self.known = tuple(known)
        self._alike: dict[str, list[str]] = {}
        self._slips: dict[str, list[str]] = {}
        for word in self.known:
            plain = bare(word)
            self._alike.setdefault(plain, []).append(word)
            for short in _shortened(plain):
                self._slips.setdefault(short, []).append(word)

    def nearest(self, word: str) -> str:
        """Return the one known word that differs by case, separators or a single slip of the finger; else nothing."""
        plain = bare(word)
        alike = set(self._alike.get(plain, ()))
        if not alike:
            candidates = set[str]().union(*(self._slips.get(short, ()) for short in _shortened(plain)))
            alike = {known for known in candidates if known != word and _is_slip(plain, bare(known)) and _same_parts(word, known)}
        return next(iter(alike)) if len(alike) == 1 else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that was most likely meant, or nothing; for a handful of words."""
    return Words(known).nearest(word)


def bare(word: str) -> str:
    """Return the word without case, accents, separators and quotes: "Dev Tools" and "dev-tools" are the same to a person."""
    if word.isascii():
        return word.lower().translate(_NO_SEPARATORS)
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter) and letter not in SEPARATORS + QUOTES)


def _shortened(word: str) -> Iterator[str]:
    """Yield the word, and the word with each single letter taken out: two words one slip apart share one of these."""
    yield word
    if SHORTEST <= len(word) <= 60:
        yield from (word[:at] + word[at + 1 :] for at in range(len(word)))


def _is_slip(word: str, known: str) -> bool:
    """Whether one letter is missing, added, wrong or swapped; never a figure, and never in a short word."""
    if min(len(word), len(known)) < SHORTEST or re.sub(r"\D", "", word) != re.sub(r"\D", "", known):
        return False
    start = _common(word, known)
    rest, known_rest = word[start:], known[start:]
    end = _common(rest[::-1], known_rest[::-1])
    left, known_left = rest[: len(rest) - end], known_rest[: len(known_rest) - end]
    swapped = len(left) == 2 and left == known_left[::-1]
    return swapped or max(len(left), len(known_left)) <= 1


def _same_parts(word: str, known: str) -> bool:
    """Whether the slip lies in a part long enough to be a slip: "plan-a" is not a misspelt "plan-b"."""
    parts, known_parts = re.split(r"[\W_]+", word), re.split(r"[\W_]+", known)
    if len(parts) != len(known_parts):
        return True
    return all(part == other or min(len(part), len(other)) >= SHORTEST for part, other in zip(parts, known_parts, strict=True))


def _common(word: str, other: str) -> int:
    """Return how many letters both words share from the start."""
    return next((at for at, (one, two) in enumerate(zip(word, other, strict=False)) if one != two), min(len(word), len(other)))
