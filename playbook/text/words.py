"""The words of a text without any sign of Markdown or HTML: for titles, search, terms and counts."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from playbook.text.links import words_in
from playbook.text.markdown import parsed
from playbook.text.signs import means_nothing, tidy
from playbook.text.tags import BLOCKS, fate, name_of, words_of

if TYPE_CHECKING:
    from markdown_it.token import Token

WORDS_A_MINUTE = 150
"""How fast people speak on the telephone. Of scripts without spaces, two signs take as long as a word."""
_UNSPACED = r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"  # compiled where it is used: of all patterns it takes longest
_WORD = re.compile(r"[^\W_]")
_ABBREVIATION = re.compile(
    r"\b(?:e\.g|i\.e|etc|vs|approx|incl|excl|nr|mr|mrs|ms|dr|prof|inc|ltd|co|corp|st|dept|fig|resp|ca|[^\W\d_])\.$", re.IGNORECASE
)
_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s+[^\sa-z])|[。！？]")


def plain(text: str) -> str:
    """Return the words of a text in one line: no Markdown, no tags, no line breaks; placeholders stay."""
    return " ".join(_paragraphs(text))


def words(text: str) -> int:
    """Return how many words a reader of the text reads."""
    return sum(1 for word in plain(text).split() if _WORD.search(word))


def seconds_aloud(text: str) -> int:
    """Return in how many seconds a text is read aloud, rounded up to five."""
    spoken = plain(text)
    count = words(re.sub(_UNSPACED, " ", spoken)) + len(re.findall(_UNSPACED, spoken)) / 2
    return math.ceil(count * 60 / WORDS_A_MINUTE / 5) * 5


def first_sentence(text: str) -> str:
    """Return the first sentence of a text, without the headings above it; the whole first paragraph where none ends."""
    first = next(iter(_paragraphs(text, headings=False) or _paragraphs(text)), "")
    for end in _END.finditer(first):
        if not _ABBREVIATION.search(first[max(end.end() - 12, 0) : end.end()]):
            return first[: end.end()]
    return first


def shortened(text: str, longest: int) -> str:
    """Return the beginning of a text that is longer than so many letters, cut between two of them where that is possible."""
    if len(text) <= longest:
        return text
    start, _, rest = text[: longest - 1].rpartition(" ")
    kept = start if len(start) > longest // 2 else f"{start} {rest}"
    return kept.strip().rstrip("·,;: ") + "…"


def _paragraphs(text: str, headings: bool = True) -> tuple[str, ...]:
    text = tidy(text)
    if means_nothing(text):
        return (" ".join(text.split()),) if text else ()
    return _blocks(text, headings)


@lru_cache(maxsize=8192)
def _blocks(text: str, headings: bool) -> tuple[str, ...]:
    """Return the words of each block of a text that has more than words."""
    blocks: list[list[str]] = [[]]
    skipping = False
    for token in parsed(text).tokens:
        skipping = token.type == "heading_open" or (skipping and token.type != "heading_close")
        if skipping and not headings:
            continue
        if token.block:
            blocks.append([])
        blocks[-1].append(_words_of(token, text))
    written = (" ".join("".join(block).split()) for block in blocks)
    return tuple(filter(None, written))


def _words_of(token: Token, text: str) -> str:
    if token.children:
        return words_in(token.children)
    if token.type == "html_inline":
        return _words_of_tag(token.content, text)
    return " " if "break" in token.type else token.content


def _words_of_tag(tag: str, text: str) -> str:
    """Return what of an author's tag a reader sees."""
    what = fate(tag, text)
    if what == "words":
        return tag
    return " " if name_of(tag) in BLOCKS else words_of(tag)
