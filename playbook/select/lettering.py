"""How many signs fit into a line of a picture, and words cut into such lines."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import chain

SIGN = 0.56  # the width of a sign in the theme's type, in parts of its size; measured over English and German words


def width_of(text: str) -> int:
    """Return how many places of a line a text takes: a sign of East Asian type takes two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def lines_of(text: str, width: float, size: float, most: int) -> tuple[str, ...]:
    """Return a text in lines that fit a width at a type size, at most so many; what is cut off shows as an ellipsis."""
    room = max(1, int(width / (size * SIGN)))
    lines = list(_filled(text.split(), room))
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], _shortened(lines[most - 1] + "…", room))


def _filled(words: list[str], room: int) -> Iterator[str]:
    line = ""
    for word in chain.from_iterable(_pieces(each, room) for each in words):
        if line and width_of(f"{line} {word}") > room:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    if line:
        yield line


def _pieces(word: str, room: int) -> Iterator[str]:
    """A word that is longer than a line is broken where the line ends."""
    piece = ""
    for sign in word:
        if piece and width_of(piece + sign) > room:
            yield piece
            piece = ""
        piece += sign
    yield piece


def _shortened(text: str, room: int) -> str:
    while width_of(text) > room and len(text) > 1:
        text = f"{text[:-2]}…"
    return text
