"""Where the links of a text lead: which addresses are safe, and which the library must resolve."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec import Struct

from playbook.text.markdown import parsed
from playbook.text.signs import means_nothing, tidy
from playbook.text.tags import address_of, name_of

if TYPE_CHECKING:
    from markdown_it.token import Token

# What a browser skips inside an address before it looks for the scheme.
_SKIPPED = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028\u2029\ufeff]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_SAFE = frozenset(("http", "https", "mailto", "tel"))


class Target(Struct, frozen=True):
    """Where a link leads in the pages that are built, and what a pointer resting on it says."""

    href: str
    title: str = ""


class TextLink(Struct, frozen=True):
    """A link as an author wrote it: its target, the words that carry it, and whether it is a picture's address."""

    target: str
    label: str
    is_image: bool = False


def scheme_of(address: str) -> str:
    """Return the scheme that a browser would find in an address, in small letters, or nothing."""
    found = _SCHEME.match(_SKIPPED.sub("", address))
    return found[1].lower() if found else ""


def is_safe(address: str) -> bool:
    """Whether an address may be linked as it is: the web, an e-mail or a telephone number."""
    return scheme_of(address) in _SAFE


def is_refused(href: str) -> bool:
    """Whether a resolved address must not reach a page: it has a scheme, and not a safe one."""
    return scheme_of(href) not in _SAFE | {""}


def links(text: str) -> tuple[TextLink, ...]:
    """Return the links and pictures of a text in their order, as the pages show them: none of those inside code."""
    return () if means_nothing(text) else tuple(_found(parsed(tidy(text)).tokens))


def _found(tokens: tuple[Token, ...]) -> Iterator[TextLink]:
    for place, token in enumerate(tokens):
        if token.type == "link_open":
            yield TextLink(str(token.attrs["href"]), _label(tokens, place))
        elif token.type == "image":
            yield TextLink(str(token.attrs["src"]), words_in(token.children or []), is_image=True)
        elif token.type == "html_inline" and name_of(token.content) == "a" and (address := address_of(token.content)):
            yield TextLink(address, _label(tokens, place))


def _label(tokens: tuple[Token, ...], place: int) -> str:
    """Return the words from a link's opening to its end."""
    following = (tokens[at] for at in range(place + 1, len(tokens)))
    return words_in(list(takewhile(lambda token: token.type != "link_close" and token.content[:3].lower() != "</a", following)))


def words_in(tokens: list[Token]) -> str:
    """Return the bare words of inline tokens."""
    parts = [words_in(token.children) if token.children else " " if "break" in token.type else _own_words(token) for token in tokens]
    return "".join(parts)


def _own_words(token: Token) -> str:
    return "" if token.type == "html_inline" else token.content
