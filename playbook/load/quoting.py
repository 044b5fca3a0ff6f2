"""A line of YAML taken apart at its value, and a text put in quotes so that every YAML reader takes it as it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NAME = r"[A-Za-z_][\w-]*"
# After a dash only a plain name counts as a field's: in "- Ask me: who decides?" the whole item is the text.
_LINE = re.compile(rf"^(?P<lead>[ ]*(?:-[ ]+)*(?:{_NAME}[ ]*:(?:[ ]+|$))?)(?P<value>.*)$")
_LOOSE = re.compile(r"^(?P<lead>[ ]*[^\s\-#\"'\[\]{}&*!|>%@`,?:][^:#]*:[ ]+)(?P<value>.*)$")
_COMMENT = re.compile(r"[ ]+#(?=[ ]|$).*$")


@dataclass(frozen=True)
class Line:
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


def quoted(text: str) -> str:
    """Return a text in the quotes that need the least escaping."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"
