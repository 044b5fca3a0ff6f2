"""The words of a glossary in a text: one pattern for all of them, the longest first, whole words only and in the same case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from playbook.text.signs import escaped

# What makes a word part of another one, of an address or of a placeholder: "non-client", "client.example", "{client}", "&client;".
_BEFORE = r"(?<![\w@.{\[|%$#&-])"
_AFTER = r"(?![\w\]}]|[-.@]\w)"
_TAG = r"<[^>]*>"
_SENTENCE = re.compile(r"(?:^|[.!?:…\x01]|<(?:p|li|t[dh]|br|blockquote)>)(?:[\s\"“‘(«]|&quot;)*$")
_SENTENCE_SIGNS = 24  # so far back it is looked for what ended the sentence before


class Terms:
    """Words and phrases to be found in texts. A form in small letters is also found with a capital at the start of a sentence."""

    def __init__(self, forms: Iterable[str]) -> None:
        """Make one pattern of all the forms; it is kept for as long as this is."""
        self._forms = {escaped(" ".join(form.split())): form for form in forms if form.strip()}
        longest_first = sorted(self._forms, key=lambda form: (-len(form), form))
        self._pattern = re.compile(f"{_TAG}|{_BEFORE}({'|'.join(map(_either_case, longest_first)) or '(?!)'}){_AFTER}")

    def within(self, text: str) -> frozenset[str]:
        """Return the forms that a text without markup may hold, wherever their sentences start."""
        found = (self._form(match[1]) for match in self._pattern.finditer(escaped(text)) if match[1])
        return frozenset(filter(None, found))

    def in_html(self, html: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Yield where forms stand in a stretch of HTML, outside of its tags, and which ones: begin, end, form."""
        for match in self._pattern.finditer(html, start, end):
            form = self._form(match[1]) if match[1] else ""
            if form and (match[1][0] == escaped(form)[0] or _starts_sentence(html, match.start())):
                yield match.start(), match.end(), form

    def _form(self, found: str) -> str:
        """Return the form that somebody wrote: the same signs, or the same but for a capital at its start."""
        words = " ".join(found.split())
        return self._forms.get(words) or self._forms.get(words[0].lower() + words[1:], "")


def _starts_sentence(html: str, place: int) -> bool:
    return _SENTENCE.search(html[max(place - _SENTENCE_SIGNS, 0) : place]) is not None


def _either_case(form: str) -> str:
    """Return the pattern of a form, with any white space between its words."""
    first = f"[{re.escape(form[0])}{re.escape(form[0].upper())}]" if form[0].islower() and len(form[0].upper()) == 1 else re.escape(form[0])
    return first + r"\s+".join(map(re.escape, form[1:].split(" ")))
