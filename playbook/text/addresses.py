"""Addresses that stand in a text as they are: they become links of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

SAFE_ADDRESS = re.compile(r"(?i)(https?://|mailto:|tel:)")
"""How an address begins that a page may lead to."""
_BARE_ADDRESS = re.compile(r"https?://[^\s<>\"`“”]+", re.IGNORECASE)
_STOPS = ".,;:!?'*_~’…"


def with_bare_addresses(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield inline tokens, with addresses that stand in the text outside of any link as links of their own."""
    inside = 0
    for token in tokens:
        if token.type == "text" and not inside and "://" in token.content:
            yield from _split_at_addresses(token.content)
            continue
        inside = max(inside + (token.type == "link_open") - (token.type == "link_close") + _raw_link(token), 0)
        yield token


def _raw_link(token: Token) -> int:
    content = token.content[:3].lower() if token.type == "html_inline" else ""
    return (content in {"<a ", "<a\n"}) - (content == "</a")


def _split_at_addresses(text: str) -> Iterator[Token]:
    from markdown_it.token import Token

    done = 0
    for found in _BARE_ADDRESS.finditer(text):
        address = _without_stop(found[0])
        if "{" in address or "[" in address:  # it holds a merge field, so it leads nowhere yet
            continue
        yield Token("text", "", 0, content=text[done : found.start()])
        yield Token("link_open", "a", 1, attrs={"href": address})
        yield Token("text", "", 0, content=address)
        yield Token("link_close", "a", -1)
        done = found.start() + len(address)
    yield Token("text", "", 0, content=text[done:])


def _without_stop(address: str) -> str:
    """Return an address without the punctuation of the sentence that it ends, and without a bracket that opened before it."""
    surplus = address.count(")") - address.count("(")
    end = len(address)
    while end and (address[end - 1] in _STOPS or (address[end - 1] == ")" and surplus > 0)):
        end -= 1
        surplus -= address[end] == ")"
    return address[:end]
