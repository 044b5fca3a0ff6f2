"""HTML tags inside a text: which are kept, which are removed, and which are no tags at all but a placeholder like <Company>."""

from __future__ import annotations

import html as entities
import re
from typing import Literal

from playbook.text.markdown import parsed

KEPT = frozenset("br p b strong i em u s sub sup ul ol li table thead tbody tr td th blockquote code pre h1 h2 h3 h4 h5 h6 hr a".split())
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
BLOCKS = frozenset("p ul ol li table thead tbody tr td th blockquote pre hr br".split()) | HEADINGS

_REMOVED = frozenset(
    "script style iframe div span img svg math html head body meta font center noscript frame frameset applet textarea fieldset "
    "optgroup colgroup col tfoot hgroup figcaption blink marquee nobr wbr tt strike del ins kbd samp dfn bdi bdo abbr acronym ruby "
    "rt rp dl dt dd nav aside canvas embed big small noframes noembed plaintext xmp portal".split()
)
# Words that people also write as placeholders: tags only when they come with a value, in a pair, or closed in themselves.
_AMBIGUOUS = frozenset(
    "title link address time data label button source object details summary map area form input output select option menu section "
    "header footer main article figure caption legend video audio picture track template slot search progress meter mark cite q var "
    "dialog base param code legend".split()
)
_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
_HREF = re.compile(r"""\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_ALT = re.compile(r"""\salt\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)

Fate = Literal["kept", "removed", "comment", "words"]


def name_of(tag: str) -> str:
    """Return the name of a tag in small letters, or nothing for a comment or a declaration."""
    found = _NAME.match(tag)
    return found[1].lower() if found else ""


def fate(tag: str, text: str) -> Fate:
    """Say what becomes of a tag that stands in a text: kept, removed, dropped as a comment, or shown as the words it is."""
    name = name_of(tag)
    if not name:
        return "comment" if tag.startswith(("<!--", "<!doctype", "<!DOCTYPE")) else "words"
    if name in _AMBIGUOUS and not _is_meant(name, tag, text):
        return "words"
    if name in KEPT:
        return "kept"
    return "removed" if name in _REMOVED or name in _AMBIGUOUS else "words"


def _is_meant(name: str, tag: str, text: str) -> bool:
    """Whether a word that is a tag's name, too, stands there as a tag."""
    return "=" in tag or tag.endswith("/>") or f"</{name}" in text.lower()


def address_of(tag: str) -> str:
    """Return the address that an <a> tag leads to, as a browser would read it, or nothing."""
    return _value(_HREF, tag)


def words_of(tag: str) -> str:
    """Return the words that a removed tag holds in itself: a picture's alternative text."""
    return _value(_ALT, tag) if name_of(tag) == "img" else ""


def _value(pattern: re.Pattern[str], tag: str) -> str:
    found = pattern.search(tag)
    return entities.unescape(found[1] or found[2] or found[3] or "").strip() if found else ""


def unsafe_tags(text: str) -> tuple[str, ...]:
    """Return the names of the HTML tags that a page leaves out, each once, in their order; their words stay."""
    if "<" not in text:
        return ()
    written = parsed(text)
    names = [name_of(token.content) for token in written.tokens if token.type.startswith("html") and fate(token.content, text) == "removed"]
    return tuple(dict.fromkeys(names + list(written.dropped)))
