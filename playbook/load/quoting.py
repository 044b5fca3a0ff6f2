"""A line of YAML taken apart at its value, and a text put in quotes so that every YAML reader takes it as it is."""

from __future__ import annotations

import re

from msgspec import Struct

from playbook.model.quotes import within_odd_quotes

_NAME = r"[A-Za-z_][\w-]*"
# After a dash only a plain name counts as a field's: in "- Ask me: who decides?" the whole item is the text.
_LINE = re.compile(rf"^(?P<lead>[ ]*(?:-[ ]+)*(?:{_NAME}[ ]*:(?:[ ]+|$))?)(?P<value>.*)$")
_LOOSE = re.compile(r"^(?P<lead>[ ]*[^\s\-#\"'\[\]{}&*!|>%@`,?:][^:#]*:[ ]+)(?P<value>.*)$")
_COLON = re.compile(r"(\S+):(?=\s|$)")
_OWN_AT_START = frozenset("@`%*&!|>{}[],?-:")
_SOME_SIGN = "YAML takes a sign in this text for its own."
_COMMENT = re.compile(r"[ ]+#(?=[ ]|$).*$")


class Line(Struct, frozen=True):
    """A line: what comes before its value (indentation, dashes, the field's name), the value, and a comment behind it."""

    lead: str
    value: str
    comment: str = ""

    @property
    def indent(self) -> int:
        """How far the line is indented."""
        return len(self.lead) - len(self.lead.lstrip(" "))


def line_of(written: str) -> Line:
    """Take a line apart; where no field's name is found, all behind indentation and dashes is the value."""
    found = _LINE.match(written)
    lead, rest = (found["lead"], found["value"]) if found else ("", written)
    if not lead.rstrip().endswith((":", "-")) and (loose := _LOOSE.match(written)):
        lead, rest = loose["lead"], loose["value"]
    comment = _COMMENT.search(rest)
    value = rest[: comment.start()] if comment else rest
    return Line(lead, value.rstrip(), comment[0] if comment else "")


def looks_like_a_field(written: str) -> bool:
    """Whether a line begins with a field's name and a colon, or with the dash of a list."""
    return bool(re.match(rf"^\s*(?:-(?:\s|$)|{_NAME}:(?:\s|$))", written))


def is_remark(written: str) -> bool:
    """Whether a line is nothing but a remark."""
    return written.lstrip().startswith("#")


def without_quotes(text: str) -> str:
    """Return a text without the quotes around it, where they are no part of it: an apostrophe within does not end it."""
    quote, inner = text[:1], text[1:-1]
    if words := within_odd_quotes(text):  # a word processor has made them of straight ones
        return words
    if len(text) < 2 or quote not in {'"', "'"} or text[-1] != quote:
        return text
    if quote == '"':
        return inner.replace('\\"', '"') if "\\" in inner or inner.count('"') % 2 else text
    ends = re.sub(r"''|(?<=\w)'(?=\w)", "", inner).count("'")
    return inner.replace("''", "'") if ends == 0 or inner.count("'") % 2 else text


def sign_in(text: str) -> str:
    """Say which sign of a text YAML takes for its own, and where it stands."""
    first = text[:1]
    if first in {'"', "'"}:
        end = re.search(rf"\S*{first}\S*", text[1:])
        return f"YAML takes the {first} in {end[0]} for the end of this text." if end else _SOME_SIGN
    if first in _OWN_AT_START:
        return f"YAML gives {first} at the start of a text a meaning of its own."
    colon = _COLON.search(text)
    return f"YAML takes the colon after {colon[1]} for the end of a field's name, because a space follows it." if colon else _SOME_SIGN


def quoted(text: str) -> str:
    """Return a text in the quotes that need the least escaping."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"
