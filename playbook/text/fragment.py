"""A text as a safe HTML fragment: what is asked of the library, what the pen writes, and what is mended afterwards."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from playbook.text.links import Target, is_safe, links
from playbook.text.markdown import parsed
from playbook.text.pen import Pen, written
from playbook.text.signs import escaped, means_nothing, starts_block, tidy
from playbook.text.tags import KEPT

_LINK = re.compile(r'(<a(?: [a-z]+="[^"]*")*>)((?:(?!<a[ >]).)*?)</a>', re.DOTALL)
_ANY_TAG = re.compile(r"<[^>]*>")
_EMPTY = re.compile(r"<(p|h[1-6]|ul|ol|table|blockquote)>\s*</\1>\n?")
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}


def _nowhere(_target: str) -> Target | None:
    return None


def html(
    text: str,
    *,
    resolve: Callable[[str], Target | None] = _nowhere,
    level: int = 3,
    keep_lines: bool = False,
    plain_links: bool = False,
) -> str:
    """Return a text as a safe HTML fragment: inline where `is_block` says no, else a row of blocks.

    `resolve` is asked for every target that is no address of the web, an e-mail or a telephone; None shows the words alone.
    `level` is that of the first heading inside, `keep_lines` makes a <br> of each line break, and `plain_links` leaves no
    tags inside links, as accessible PDFs want it.
    """
    text = tidy(text)
    if means_nothing(text):
        return escaped(text)
    asked = dict.fromkeys(link.target for link in links(text) if not is_safe(link.target))
    answers = tuple((target, resolve(target)) for target in asked)
    return _fragment(text, answers, level, keep_lines, plain_links)


def is_block(text: str) -> bool:
    """Return whether `html` makes blocks (paragraphs, lists, …) of a text, and not a piece that fits into a sentence."""
    return starts_block(tidy(text))


@lru_cache(maxsize=8192)
def _fragment(text: str, answers: tuple[tuple[str, Target | None], ...], level: int, keep_lines: bool, plain_links: bool) -> str:
    found = parsed(text)
    fragment = written(found, Pen(text, dict(answers), level, keep_lines))
    if found.has_tags:
        fragment = _balanced(fragment)
    if "<a" in fragment:
        fragment = _LINK.sub(_plain_link if plain_links else _full_link, fragment)
    return _EMPTY.sub("", fragment).strip()


def _balanced(fragment: str) -> str:
    """Return a fragment that an author's tags may have upset as a browser would mend it, and nothing in it that is not on our list."""
    import nh3

    return nh3.clean(fragment, tags=set(KEPT), attributes=_ATTRIBUTES, link_rel=None, clean_content_tags=set())


def _full_link(link: re.Match[str]) -> str:
    return link[0] if _ANY_TAG.sub("", link[2]).strip() else link[2]


def _plain_link(link: re.Match[str]) -> str:
    words = " ".join(_ANY_TAG.sub("", link[2].replace("<br>", " ")).split(" "))
    return f"{link[1]}{words}</a>" if words.strip() else words
