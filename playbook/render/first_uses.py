"""The first use of each term on a page becomes a link to its meaning: one pass over the finished page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from playbook.model.parts import TermLink
from playbook.text import Terms

# What `text` puts around a text of the library, and the place for the list of what was linked. No text can hold these signs.
BEGIN, END, LIST = "\x01", "\x02", "\x03"
_SIGNS = re.compile("[\x01-\x03]")
_NO_PLACE_FOR_LINKS = "a|h[1-6]|code|pre|summary|button|label|script|style|title"
_STOP = re.compile(rf'<(/?)(?:{_NO_PLACE_FOR_LINKS})\b[^>]*>|<p class="subhead">.*?</p>|[{BEGIN}{END}]', re.DOTALL)


def marked(text: str) -> str:
    """Return a fragment with signs around it that say: terms are linked here."""
    return f"{BEGIN}{text}{END}"


def linked(html: str, terms: Mapping[str, TermLink], write: Callable[[TermLink, str], str]) -> tuple[str, tuple[TermLink, ...]]:
    """Return a page in which `write` has made a link of the first use of each term, and the terms that were linked.

    `terms` are by form. Only what stands between our signs is looked at, and nothing in headings, links or code.
    """
    pattern = Terms(terms)
    met: dict[str, TermLink] = {}
    pieces, done, missing = [], 0, len({term.anchor for term in terms.values()})
    for start, end in _stretches(html):
        if len(met) == missing:
            break
        for begin, finish, form in pattern.in_html(html, start, end):
            term = terms[form]
            if term.anchor not in met and not _is_its_own(html, begin, term):
                met[term.anchor] = term
                pieces += [html[done:begin], write(term, html[begin:finish])]
                done = finish
    return _without_signs("".join(pieces) + html[done:]), tuple(met.values())


def _stretches(html: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a page in which words may become links."""
    at, inside, closed = 0, False, 0
    for stop in _STOP.finditer(html):
        if inside and not closed and stop.start() > at:
            yield at, stop.start()
        if stop[0] in (BEGIN, END):
            inside = stop[0] == BEGIN
        elif stop[1] is not None:
            closed = max(closed + (-1 if stop[1] else 1), 0)
        at = stop.end()


def _is_its_own(html: str, place: int, term: TermLink) -> bool:
    """Whether this is the place in the glossary that a link would lead to."""
    if not term.href.startswith("#"):
        return False
    sign = html.rfind(' id="', 0, place) + len(' id="')
    return html[sign : html.find('"', sign)] == term.href[1:]


def _without_signs(html: str) -> str:
    return _SIGNS.sub(lambda sign: sign[0] if sign[0] == LIST else "", html)
