"""How each piece of a parsed text is written as HTML. Only tags named here can come out, and attributes only on links and lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct, field

from playbook.text.links import Target, is_refused, is_safe, words_in
from playbook.text.markdown import Parsed
from playbook.text.signs import escaped
from playbook.text.tags import HEADINGS, address_of, columns_of, fate, name_of, words_of

if TYPE_CHECKING:
    from markdown_it.token import Token


class Pen(Struct):
    """What the writing of one fragment must remember. `answers` says where the targets lead that the library knows."""

    text: str
    answers: Mapping[str, Target | None]
    level: int
    keep_lines: bool
    headings: list[int] = field(default_factory=list)  # the author's levels, from the first heading to the last one's own
    links: list[str] = field(default_factory=list)  # what ends each link that is open
    lists: int = 0  # the author's own <ul> and <ol> that are open
    missing_cells: int = 0  # what the author's <td colspan> covers

    def sink(self, level: int) -> str:
        """Return the name of the tag for a heading of the author's level: below its place on our page, and no level left out."""
        while self.headings and self.headings[-1] >= level:
            self.headings.pop()
        self.headings.append(level)
        return self.heading

    @property
    def heading(self) -> str:
        """The name of the tag of the last heading."""
        return f"h{min(self.level + max(len(self.headings), 1) - 1, 6)}"


def written(found: Parsed, pen: Pen) -> str:
    """Return a parsed text as HTML; balanced, unless the author's own tags are not."""
    return "".join(_WRITERS[token.type](token, pen) for token in found.tokens)


def _tag(token: Token, _pen: Pen) -> str:
    """Write the tag of a token that has nothing to it."""
    if token.hidden:
        return "\n" if token.nesting < 0 else ""
    if token.nesting > 0:
        return f"<{token.tag}>"
    return f"</{token.tag}>\n" if token.block else f"</{token.tag}>"


def _words(token: Token, _pen: Pen) -> str:
    return escaped(token.content)


def _soft_break(_token: Token, pen: Pen) -> str:
    return "<br>\n" if pen.keep_lines else "\n"


def _hard_break(_token: Token, _pen: Pen) -> str:
    return "<br>\n"


def _rule(_token: Token, _pen: Pen) -> str:
    return "<hr>\n"


def _inline_code(token: Token, _pen: Pen) -> str:
    return f"<code>{escaped(token.content)}</code>"


def _code(token: Token, _pen: Pen) -> str:
    return f"<pre><code>{escaped(token.content)}</code></pre>\n"


def _numbered(token: Token, _pen: Pen) -> str:
    start = int(token.attrs.get("start", 1))
    return "<ol>" if start == 1 else f'<ol start="{start}">'


def _heading(token: Token, pen: Pen) -> str:
    return f"<{pen.sink(int(token.tag[1]))}>"


def _heading_end(_token: Token, pen: Pen) -> str:
    return f"</{pen.heading}>\n"


def _link(token: Token, pen: Pen) -> str:
    opening = _opening(str(token.attrs["href"]), pen, str(token.attrs.get("title") or ""))
    pen.links.append("</a>" if opening else "")
    return opening


def _link_end(_token: Token, pen: Pen) -> str:
    return pen.links.pop() if pen.links else ""


def _opening(address: str, pen: Pen, title: str = "") -> str:
    """Return the opening tag of a link, or nothing where the address leads nowhere that a page may link."""
    target = Target(address) if is_safe(address) else pen.answers.get(address)
    if target is None or not target.href or is_refused(target.href):
        return ""
    title = target.title or title
    shown = f' title="{escaped(title)}"' if title else ""
    return f'<a href="{escaped(_encoded(target.href))}"{shown}>'


@lru_cache(maxsize=4096)
def _encoded(address: str) -> str:
    """Return an address with what it must not hold in percent signs."""
    from markdown_it.common.normalize_url import normalizeLink

    return normalizeLink(address.strip())


def _picture(token: Token, pen: Pen) -> str:
    """Write a picture as its alternative text, linked: pages fetch nothing from elsewhere."""
    words = escaped(words_in(token.children or []).strip()) or "picture"
    opening = "" if any(pen.links) else _opening(str(token.attrs["src"]), pen)
    return f"{opening}{words}</a>" if opening else words


def _authors_tag(token: Token, pen: Pen) -> str:
    """Write a tag that the author wrote."""
    what = fate(token.content, pen.text)
    if what == "words":
        return escaped(token.content)
    if what == "kept":
        return _kept(name_of(token.content), token.content, pen)
    return escaped(words_of(token.content)) if what == "removed" else ""


def _kept(name: str, tag: str, pen: Pen) -> str:
    """Write a tag of the author's that is on our list, without its attributes."""
    closes = tag.startswith("</")
    if name in ("br", "hr"):
        return f"<{name}>"
    if name == "a":
        return "</a>" if closes else _opening(address_of(tag), pen)
    if name in HEADINGS:
        return f"</{pen.heading}>" if closes else f"<{pen.sink(int(name[1]))}>"
    if name == "li" and not pen.lists:  # an item without its list is a line of its own
        return "" if closes else "<br>"
    if name in ("ul", "ol"):
        pen.lists = max(pen.lists + (-1 if closes else 1), 0)
    return _cells(name, tag, pen) + (f"</{name}>" if closes else f"<{name}>")


def _cells(name: str, tag: str, pen: Pen) -> str:
    """Return the empty cells that stand for the columns which the cell before spans: every row has as many cells as the others."""
    if name not in ("td", "th", "tr"):
        return ""
    empty = "<td></td>" * pen.missing_cells if not (name in ("td", "th") and tag.startswith("</")) else ""
    pen.missing_cells = 0 if empty else max(pen.missing_cells, columns_of(tag) - 1)
    return empty


def _pairs(*names: str) -> dict[str, Callable[[Token, Pen], str]]:
    return {f"{name}_{end}": _tag for name in names for end in ("open", "close")}


_WRITERS: dict[str, Callable[[Token, Pen], str]] = {
    **_pairs("paragraph", "blockquote", "bullet_list", "list_item", "strong", "em", "s"),
    **_pairs("table", "thead", "tbody", "tr", "th", "td"),
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
