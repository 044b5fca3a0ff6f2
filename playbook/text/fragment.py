"""A text as a safe HTML fragment."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from playbook.text.links import Target, is_refused, is_safe, links, words_in
from playbook.text.markdown import Parsed, parsed
from playbook.text.signs import escaped, means_nothing, starts_block, tidy
from playbook.text.tags import BLOCKS, HEADINGS, KEPT, address_of, fate, name_of, words_of

if TYPE_CHECKING:
    from markdown_it.token import Token

_LINK = re.compile(r'<a(?: [a-z]+="[^"]*")*>((?:(?!<a[ >]).)*?)</a>', re.DOTALL)
_ANY_TAG = re.compile(r"<[^>]*>")
_EMPTY = re.compile(r"<(p|h[1-6])>\s*</\1>\n?")
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
_OWN_TAGS = {"strong", "em", "s", "p", "blockquote", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}


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
    """Whether `html` makes blocks (paragraphs, lists, …) of a text, and not a piece that fits into a sentence."""
    return starts_block(tidy(text))


@lru_cache(maxsize=8192)
def _fragment(text: str, answers: tuple[tuple[str, Target | None], ...], level: int, keep_lines: bool, plain_links: bool) -> str:
    found = parsed(text)
    written = _written(found, _Pen(text, dict(answers), level, keep_lines))
    if found.has_tags:
        written = _balanced(written)
    if "<a" in written:
        written = _LINK.sub(_plain_link if plain_links else _full_link, written)
    return _EMPTY.sub("", written).strip()


def _balanced(written: str) -> str:
    """Return a fragment that an author's tags may have upset as a browser would mend it, and nothing in it that is not on our list."""
    import nh3

    return nh3.clean(written, tags=set(KEPT), attributes=_ATTRIBUTES, link_rel=None, strip_comments=True, clean_content_tags=set())


def _full_link(link: re.Match[str]) -> str:
    return link[0] if _ANY_TAG.sub("", link[1]).strip() else link[1]


def _plain_link(link: re.Match[str]) -> str:
    words = _ANY_TAG.sub("", link[1])
    return link[0].replace(f">{link[1]}</a>", f">{words}</a>") if words.strip() else words


@dataclass
class _Pen:
    """What the writing of one fragment must remember."""

    text: str
    answers: Mapping[str, Target | None]
    level: int
    keep_lines: bool
    headings: list[int] = field(default_factory=list)
    links: list[str] = field(default_factory=list)  # what ends each link that is open
    lists: int = 0

    def sunk(self, level: int) -> int:
        """Return where a heading of the author's level stands on our page: below its place, and no level left out."""
        while self.headings and self.headings[-1] >= level:
            self.headings.pop()
        self.headings.append(level)
        return min(self.level + len(self.headings) - 1, 6)


def _written(found: Parsed, pen: _Pen) -> str:
    return "".join(_WRITERS[token.type](token, pen) for token in found.tokens)


def _tag(token: Token, _pen: _Pen) -> str:
    """Write the tag of a token that has nothing to it."""
    if token.hidden:
        return "\n" if token.nesting < 0 else ""
    if token.nesting > 0:
        return f"<{token.tag}>"
    return f"</{token.tag}>\n" if token.block else f"</{token.tag}>"


def _words(token: Token, _pen: _Pen) -> str:
    return escaped(token.content)


def _soft_break(_token: Token, pen: _Pen) -> str:
    return "<br>\n" if pen.keep_lines else "\n"


def _hard_break(_token: Token, _pen: _Pen) -> str:
    return "<br>\n"


def _rule(_token: Token, _pen: _Pen) -> str:
    return "<hr>\n"


def _inline_code(token: Token, _pen: _Pen) -> str:
    return f"<code>{escaped(token.content)}</code>"


def _code(token: Token, _pen: _Pen) -> str:
    return f"<pre><code>{escaped(token.content)}</code></pre>\n"


def _numbered(token: Token, _pen: _Pen) -> str:
    start = token.attrs.get("start", 1)
    return "<ol>" if start == 1 else f'<ol start="{int(start)}">'


def _heading(token: Token, pen: _Pen) -> str:
    return f"<h{pen.sunk(int(token.tag[1]))}>"


def _heading_end(_token: Token, pen: _Pen) -> str:
    return f"</h{min(pen.level + len(pen.headings) - 1, 6)}>\n"


def _link(token: Token, pen: _Pen) -> str:
    opening = _opening(str(token.attrs["href"]), pen, str(token.attrs.get("title") or ""))
    pen.links.append("</a>" if opening else "")
    return opening


def _link_end(_token: Token, pen: _Pen) -> str:
    return pen.links.pop() if pen.links else ""


def _opening(address: str, pen: _Pen, title: str = "") -> str:
    """Return the opening tag of a link, or nothing where the address leads nowhere that a page may link."""
    target = Target(address, title) if is_safe(address) else pen.answers.get(address)
    if target is None or not target.href or is_refused(target.href):
        return ""
    shown = f' title="{escaped(target.title)}"' if target.title else ""
    return f'<a href="{escaped(_encoded(target.href))}"{shown}>'


@lru_cache(maxsize=4096)
def _encoded(address: str) -> str:
    """Return an address with all that it must not hold in percent signs."""
    from markdown_it.common.normalize_url import normalizeLink

    return normalizeLink(address.strip())


def _picture(token: Token, pen: _Pen) -> str:
    """Write a picture as its alternative text, linked: pages fetch nothing from elsewhere."""
    words = escaped(words_in(token.children or []).strip()) or "picture"
    opening = "" if any(pen.links) else _opening(str(token.attrs["src"]), pen)
    return f"{opening}{words}</a>" if opening else words


def _authors_tag(token: Token, pen: _Pen) -> str:
    """Write a tag that the author wrote."""
    what = fate(token.content, pen.text)
    if what == "words":
        return escaped(token.content)
    if what == "kept":
        return _kept(name_of(token.content), token.content, pen)
    return escaped(words_of(token.content)) if what == "removed" else ""


def _kept(name: str, tag: str, pen: _Pen) -> str:
    closes = tag.startswith("</")
    if name in ("br", "hr"):
        return f"<{name}>"
    if name == "a":
        return "</a>" if closes else _opening(address_of(tag), pen)
    if name in HEADINGS:
        return _heading_end(None, pen) if closes else f"<h{pen.sunk(int(name[1]))}>"  # type: ignore[arg-type]
    if name == "li" and not _in_list(pen):
        return "" if closes else "<br>"
    pen.lists += (name in ("ul", "ol")) * (-1 if closes else 1)
    return f"</{name}>" if closes else f"<{name}>"


def _in_list(pen: _Pen) -> bool:
    return pen.lists > 0


_WRITERS: dict[str, Callable[[Token, _Pen], str]] = {
    **{
        f"{name}_{end}": _tag
        for name in ("paragraph", "blockquote", "bullet_list", "list_item", "strong", "em", "s")
        for end in ("open", "close")
    },
    **{f"{name}_{end}": _tag for name in ("table", "thead", "tbody", "tr", "th", "td") for end in ("open", "close")},
    "ordered_list_open": _numbered,
    "ordered_list_close": _tag,
    "heading_open": _heading,
    "heading_close": _heading_end,
    "text": _words,
    "softbreak": _soft_break,
    "hardbreak": _hard_break,
    "hr": _rule,
    "code_inline": _inline_code,
    "fence": _code,
    "link_open": _link,
    "link_close": _link_end,
    "image": _picture,
    "html_inline": _authors_tag,
}
