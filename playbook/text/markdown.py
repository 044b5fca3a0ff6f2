"""The one Markdown parser, with the habits of people who write sentences and not Markdown, and what it makes of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from playbook.text.addresses import with_bare_addresses
from playbook.text.hidden import without_hidden
from playbook.text.signs import starts_block, tidy

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

DEEPEST = 60  # levels of quotes, lists and emphasis in one another; what goes deeper is no text that somebody wrote
MOST_TAGS = 5_000  # HTML tags in one text, those of tables aside: mending what they leave open takes time by the square
MOST_BRACKETS = 10_000  # what might be links

# Where a line of a longer text may start a block. "2023. was good", "#1", "# of seats", "# 1 choice", "> 5 days" and "____" start none.
_STARTS = {
    "heading": (re.compile(r"#{1,6}[ \t]+(?!of\b|1[ \t]+[a-z])[^#\s]"), ("paragraph", "reference", "blockquote")),
    "blockquote": (re.compile(r">(?:[ \t]*>)*(?:[ \t]+[^\s\d$€£¥=]|[ \t]*$)"), ("paragraph", "reference", "blockquote", "list")),
    "hr": (re.compile(r"[-*]"), ("paragraph", "reference", "blockquote", "list")),
    "list": (re.compile(r"(?:[-*+]|\d{1,2}[.)])[ \t]+\S"), ("paragraph", "reference", "blockquote")),
}
_FENCE = re.compile(r"(`{3,}|~{3,})[ \t]*[\w+#.-]*[ \t]*$")
# Four spaces at the start of a line are no code, "--" under a line is a signature, "[Date]: tomorrow" no hidden definition.
_LEFT_OUT = ("code", "lheading", "reference", "html_block")

# What a line holds as it is written: merge fields, blanks to be filled in, "5*3*2", and ` where ' was meant.
_AS_WRITTEN = re.compile(
    r"\{\{[^{}\n]{1,120}\}\}|\{[\w.:|%$ -]{1,80}\}|\*\|[A-Z0-9_:]{1,40}\|\*|_{3,}|\*{4,}|(?<=\d)\*{1,2}(?=\d)|(?<=[^\W\d_])`(?=[^\W\d_])"
)
_AUTOLINK = re.compile(r"<(?:(?:https?|mailto|tel):|[^<>\s@]+@)", re.IGNORECASE)  # <Company:Name> is a placeholder
_ADDRESS_LIKE = re.compile(r"[/.#:@?]")  # [Name](Title) is none
_TAG = re.compile(r"<(?!t[abdhr]|br)[A-Za-z]", re.IGNORECASE)
# A text of several lines that is nothing but paragraphs needs no parser, which takes most of a build's time.
_MORE_THAN_PARAGRAPHS = re.compile(r"[\\`*_\[<&|\t\v\f\r]|~~|://| \n|^ *[-+#>~=:\d]", re.MULTILINE)


class Parsed(Struct, frozen=True):
    """What the parser made of a text, in one row: blocks with their inline pieces after them. `dropped` are scripts and styles."""

    tokens: tuple[Token, ...]
    dropped: tuple[str, ...] = ()
    has_tags: bool = False


@lru_cache(maxsize=1024)
def parsed(text: str) -> Parsed:
    """Return what a text is made of; a text too deep or too strange to be parsed is a row of plain lines. Callers change nothing in it."""
    visible, dropped = without_hidden(tidy(text))
    visible = visible.strip()
    if visible.count("[") > MOST_BRACKETS or sum(1 for _ in _TAG.finditer(visible)) > MOST_TAGS:
        return Parsed(_plain_tokens(visible), dropped)
    if "\n" in visible and not _MORE_THAN_PARAGRAPHS.search(visible):
        return Parsed(tuple(_paragraphs(visible)), dropped)
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
    parser.block.ruler.at("fence", partial(_closed_fence, rules["fence"]), {"alt": ["paragraph", "reference", "blockquote", "list"]})
    parser.block.ruler.at("table", partial(_whole_table, rules["table"]), {"alt": ["paragraph", "reference"]})
    autolink = next(rule.fn for rule in parser.inline.ruler.__rules__ if rule.name == "autolink")
    parser.inline.ruler.at("autolink", partial(_autolink, autolink))
    parser.inline.ruler.before("escape", "as_written", _as_written)
    vars(parser).update(validateLink=_is_address_like, normalizeLink=str, normalizeLinkText=str)  # the writer judges and encodes them
    return parser


def _is_address_like(url: str) -> bool:
    return _ADDRESS_LIKE.search(url) is not None


def _guarded(start: re.Pattern[str], rule: Callable[..., bool], state: Any, line: int, end: int, silent: bool) -> bool:
    """Run a block rule only where the line starts as we want it."""
    begin = state.bMarks[line] + state.tShift[line]
    return start.match(state.src, begin, state.eMarks[line]) is not None and rule(state, line, end, silent)


def _closed_fence(rule: Callable[..., bool], state: Any, line: int, end: int, silent: bool) -> bool:
    """Run the fence rule only where a fence closes it and one word at most, its language, is left out."""
    found = _FENCE.match(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line])
    closed = found is not None and state.src.find(f"\n{found[1]}", state.eMarks[line]) >= 0
    return closed and rule(state, line, end, silent)


def _whole_table(rule: Callable[..., bool], state: Any, line: int, end: int, silent: bool) -> bool:
    """Run the table rule, and give the last cell what it drops: the cells of a row that has more of them than the head."""
    before = len(state.tokens)
    if not rule(state, line, end, silent):
        return False
    columns, last = 0, None
    for token in state.tokens[before:]:
        columns += token.type == "th_open"
        last = token if token.type == "inline" else last
        if token.type == "tr_close" and last is not None and last.map:
            cells = _cells(state, last.map[0])
            last.content = " | ".join(cells[columns - 1 :]) if len(cells) > columns else last.content
    return True


def _cells(state: Any, line: int) -> list[str]:
    from markdown_it.rules_block.table import escapedSplit

    cells = escapedSplit(state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].strip())
    return [cell.strip() for cell in cells[cells[0] == "" : len(cells) - (cells[-1] == "")]]


def _autolink(rule: Callable[..., bool], state: Any, silent: bool) -> bool:
    return _AUTOLINK.match(state.src, state.pos) is not None and rule(state, silent)


def _as_written(state: Any, silent: bool) -> bool:
    """Take what stands here as it is written, where it is no Markdown to its author."""
    found = _AS_WRITTEN.match(state.src, state.pos, state.posMax) if state.src[state.pos] in "{*_`" else None
    if found is None:
        return False
    if not silent:
        state.pending += found[0]
    state.pos = found.end()
    return True


def _paragraphs(text: str) -> Iterator[Token]:
    """Yield the tokens of a text of plain paragraphs."""
    from markdown_it.token import Token

    for paragraph in re.split(r"\n{2,}", text):
        yield Token("paragraph_open", "p", 1, block=True)
        for number, line in enumerate(paragraph.strip().split("\n")):
            if number:
                yield Token("softbreak", "br", 0)
            yield Token("text", "", 0, content=line.lstrip(" "))
        yield Token("paragraph_close", "p", -1, block=True)


def _plain_tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text that is taken as it is, line by line."""
    from markdown_it.token import Token

    rows = [(Token("text", "", 0, content=line), Token("hardbreak", "br", 0)) for line in text.split("\n")]
    return tuple(token for row in rows for token in row)[:-1]


def _in_one_row(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.type == "inline":
            yield from with_bare_addresses(token.children or [])
        else:
            yield token
