"""HTML tags inside a text: which are kept, which are removed, and which are no tags at all but a placeholder like <Company>."""

from __future__ import annotations

import html as entities
import re
from functools import lru_cache
from typing import Literal

from playbook.text.markdown import parsed
from playbook.text.signs import tidy


def _names(written: str) -> frozenset[str]:
    return frozenset(written.split())


HEADINGS = _names("h1 h2 h3 h4 h5 h6")
BLOCKS = _names("p ul ol li table thead tbody tr td th blockquote pre hr br") | HEADINGS
KEPT = BLOCKS | _names("a b strong i em u s sub sup code")

_REMOVED = _names("""
    abbr acronym applet aside bdi bdo big blink body canvas center col colgroup dd del dfn div dl dt embed fieldset figcaption font
    frame frameset head hgroup html iframe img ins kbd marquee math meta nav nobr noembed noframes noscript optgroup plaintext portal
    rp rt ruby samp script small span strike style svg textarea tfoot tt wbr xmp
""")
# Words that people also write as placeholders: tags only when they come with a value, in a pair, or closed in themselves.
_AMBIGUOUS = _names("""
    address area article audio base button caption cite code data details dialog figure footer form header input label legend link main
    map mark menu meter object option output param picture progress q search section select slot source summary template time title
    track var video
""")
_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
_VALUE = r"""\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))"""
_HREF = re.compile(r"\shref" + _VALUE, re.IGNORECASE)
_ALT = re.compile(r"\salt" + _VALUE, re.IGNORECASE)
_SPAN = re.compile(r"\scolspan" + _VALUE, re.IGNORECASE)

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
    return "removed" if name in _REMOVED | _AMBIGUOUS else "words"


def _is_meant(name: str, tag: str, text: str) -> bool:
    """Whether a word that is a tag's name, too, stands there as a tag."""
    return "=" in tag or tag.endswith("/>") or _is_closed(name, text)


@lru_cache(maxsize=256)
def _is_closed(name: str, text: str) -> bool:
    return f"</{name}" in text.lower()


def address_of(tag: str) -> str:
    """Return the address that an <a> tag leads to, as a browser would read it, or nothing."""
    return _value(_HREF, tag)


def words_of(tag: str) -> str:
    """Return the words that a removed tag holds in itself: a picture's alternative text."""
    return _value(_ALT, tag) if name_of(tag) == "img" else ""


def columns_of(tag: str) -> int:
    """Return how many columns of its table a cell spans, at most 20."""
    written = _value(_SPAN, tag)
    return min(int(written), 20) if written.isascii() and written.isdigit() and len(written) < 4 else 1


def _value(pattern: re.Pattern[str], tag: str) -> str:
    found = pattern.search(tag)
    return entities.unescape(found[1] or found[2] or found[3] or "").strip() if found else ""


def unsafe_tags(text: str) -> tuple[str, ...]:
    """Return the names of the HTML tags that a page leaves out, each once, in their order; their words stay."""
    if "<" not in text:
        return ()
    text = tidy(text)
    written = parsed(text)
    tags = [token.content for token in written.tokens if token.type == "html_inline"]
    return tuple(dict.fromkeys([*written.dropped, *(name_of(tag) for tag in tags if fate(tag, text) == "removed")]))
