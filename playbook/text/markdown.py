"""The one Markdown parser, with the habits of people who write sentences and not Markdown, and what it makes of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING, Any

from playbook.text.signs import starts_block, tidy

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

DEEPEST = 60  # levels of quotes, lists and emphasis in one another; what goes deeper is no text that somebody wrote
MOST_TAGS = 4_000  # HTML tags in one text

# Where a line of a longer text may start a block. Years ("2023. was good"), "#1", ">= 5" and "____" start none.
_STARTS = {
    "heading": (re.compile(r"#{1,6}[ \t]+(?!of\b)[^#\s]"), ("paragraph", "reference", "blockquote")),
    "blockquote": (re.compile(r">(?=[ \t>]|$)"), ("paragraph", "reference", "blockquote", "list")),
    "hr": (re.compile(r"[-*]"), ("paragraph", "reference", "blockquote", "list")),
    "list": (re.compile(r"(?:[-*+]|\d{1,2}[.)])[ \t]+\S"), ("paragraph", "reference", "blockquote")),
}
# Four spaces at the start of a line are no code, "--" under a line is a signature, "[Date]: tomorrow" no hidden definition.
_LEFT_OUT = ("code", "lheading", "reference", "html_block")

_CODE_OR_HIDDEN = re.compile(r"^ {0,3}(?P<fence>`{3,}|~{3,})|(?P<code>`+)|(?P<note><!--)|<(?P<tag>script|style)(?=[\s>])", re.I | re.M)
# Inside a line: merge fields hold no Markdown, and <Company:Name> is a placeholder, no address.
_FIELD = re.compile(r"\{\{[^{}\n]{1,120}\}\}|\{[\w.:|%$ -]{1,80}\}|\*\|[A-Z0-9_:]{1,40}\|\*")
_AUTOLINK = re.compile(r"<(?:(?:https?|mailto|tel):|[^<>\s@]+@)", re.IGNORECASE)
_BARE_ADDRESS = re.compile(r"https?://[^\s<>\"`“”]+", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z]")


@dataclass(frozen=True)
class Parsed:
    """What the parser made of a text, in one row: blocks with their inline pieces after them. `dropped` are scripts and styles."""

    tokens: tuple[Token, ...]
    dropped: tuple[str, ...] = ()
    has_tags: bool = False


@lru_cache(maxsize=8192)
def parsed(text: str) -> Parsed:
    """Return what a text is made of; a text too deep or too strange to be parsed is a row of plain lines. Callers change nothing in it."""
    visible, dropped = without_hidden(tidy(text))
    if len(_TAG.findall(visible)) > MOST_TAGS:
        return Parsed(_plain_tokens(visible), dropped)
    parser = _parser()
    found = parser.parse(visible) if starts_block(visible) else parser.parseInline(visible)
    if any(token.level >= DEEPEST - 1 for token in found):
        return Parsed(_plain_tokens(visible), dropped)
    tokens = tuple(_in_one_row(found))
    return Parsed(tokens, dropped, any(token.type == "html_inline" for token in tokens))


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": DEEPEST}).enable(["table", "strikethrough"]).disable(_LEFT_OUT)
    rules = {rule.name: rule.fn for rule in parser.block.ruler.__rules__}
    for name, (start, ends) in _STARTS.items():
        parser.block.ruler.at(name, partial(_guarded, start, rules[name]), {"alt": list(ends)})
    autolink = next(rule.fn for rule in parser.inline.ruler.__rules__ if rule.name == "autolink")
    parser.inline.ruler.at("autolink", partial(_autolink, autolink))
    parser.inline.ruler.before("escape", "field", _field)
    parser.validateLink = _any_address  # type: ignore[method-assign]  # the renderer judges, and shows the words of what it refuses
    parser.normalizeLink = parser.normalizeLinkText = str  # type: ignore[method-assign]  # problems show addresses as written
    return parser


def _any_address(_url: str) -> bool:
    return True


def _guarded(start: re.Pattern[str], rule: Callable[..., bool], state: Any, line: int, end: int, silent: bool) -> bool:
    """Run a block rule only where the line starts as we want it."""
    begin = state.bMarks[line] + state.tShift[line]
    return start.match(state.src, begin, state.eMarks[line]) is not None and rule(state, line, end, silent)


def _autolink(rule: Callable[..., bool], state: Any, silent: bool) -> bool:
    return _AUTOLINK.match(state.src, state.pos) is not None and rule(state, silent)


def _field(state: Any, silent: bool) -> bool:
    """Take a merge field as it is written."""
    found = _FIELD.match(state.src, state.pos, state.posMax) if state.src[state.pos] in "{*" else None
    if found is None:
        return False
    if not silent:
        state.pending += found[0]
    state.pos = found.end()
    return True


def _plain_tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text that is taken as it is, line by line."""
    from markdown_it.token import Token

    rows = [(Token("text", "", 0, content=line), Token("hardbreak", "br", 0)) for line in text.split("\n")]
    return tuple(token for row in rows for token in row)[:-1]


def _in_one_row(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.type == "inline":
            yield from _with_bare_addresses(token.children or [])
        else:
            yield token


def _with_bare_addresses(tokens: list[Token]) -> Iterator[Token]:
    """Yield inline tokens, with addresses that stand in the text outside of any link as links of their own."""
    inside = 0
    for token in tokens:
        if token.type == "text" and not inside and "://" in token.content:
            yield from _split_at_addresses(token.content)
            continue
        inside += (token.type == "link_open") - (token.type == "link_close") + _raw_link(token)
        yield token


def _raw_link(token: Token) -> int:
    content = token.content.lower() if token.type == "html_inline" else ""
    return content.startswith(("<a ", "<a\n")) - content.startswith("</a")


def _split_at_addresses(text: str) -> Iterator[Token]:
    from markdown_it.token import Token

    done = 0
    for found in _BARE_ADDRESS.finditer(text):
        address = _without_stop(found[0])
        if "{" in address or "[" in address:  # it holds a merge field, so it leads nowhere yet
            continue
        yield Token("text", "", 0, content=text[done : found.start()])
        yield Token("link_open", "a", 1, attrs={"href": address}, info="bare")
        yield Token("text", "", 0, content=address)
        yield Token("link_close", "a", -1, info="bare")
        done = found.start() + len(address)
    yield Token("text", "", 0, content=text[done:])


def _without_stop(address: str) -> str:
    """Return an address without the punctuation of the sentence that it ends."""
    address = address.rstrip(".,;:!?'*_~’…")
    while address.endswith(")") and address.count(")") > address.count("("):
        address = address[:-1].rstrip(".,;:!?'*_~’…")
    return address


def without_hidden(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text without comments, scripts and styles outside of code, and the names of the tags that went."""
    if "<" not in text:
        return text, ()
    kept, dropped, done, at = [], [], 0, 0
    while found := _CODE_OR_HIDDEN.search(text, at):
        end = _end_of(found, text)
        at = max(end, found.end())
        if end > 0 and not (found["fence"] or found["code"]):
            kept.append(text[done : found.start()])
            done = end
            dropped.append((found["tag"] or "").lower())
    return "".join(kept) + text[done:], tuple(filter(None, dropped))


def _end_of(found: re.Match[str], text: str) -> int:
    """Return where the code or hidden part ends that starts here, or -1 where nothing ends it."""
    if found["note"]:
        return text.find("-->", found.end()) + 3 or -1
    if found["tag"]:
        closing = re.compile(rf"</{found['tag']}\s*>", re.IGNORECASE).search(text, found.end())
        return closing.end() if closing else -1
    sign = found["fence"] or found["code"]
    place = text.find("\n" + sign if found["fence"] else sign, found.end())
    return place + len(sign) + 1 if place >= 0 else -1
