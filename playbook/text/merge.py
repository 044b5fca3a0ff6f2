"""Texts that are sent or copied as they are: line breaks kept, merge fields marked, no Markdown."""

from __future__ import annotations

import re

from playbook.text.signs import escaped, tidy

# {first_name}  {{contact.firstname}}  {%name%}  *|FNAME|*  |DATE|  %NAME%  [Name]  <Company>  $XXk
FIELD = re.compile(
    r"\{\{[^{}\n]{1,120}\}\}|\{[^{}\n]{1,80}\}|\*\|[A-Z0-9_:]{1,40}\|\*|\|[A-Z][A-Z0-9_ ]{0,40}\||%[A-Z][A-Z0-9_]+%"
    r"|\[[^\W\d_][^\[\]\n]{1,60}\](?!\()|<[A-Z][^<>\n=/]{0,40}>|\$X+[kKmM]?\b"
)


def lines(text: str) -> str:
    """Return a text to be sent or copied as HTML: escaped, each line break a <br>, merge fields in <span class="merge">."""
    return _lines(tidy(text))


def _lines(text: str) -> str:
    parts, done = [], 0
    for found in FIELD.finditer(text):
        parts += [escaped(text[done : found.start()]), '<span class="merge">', escaped(found[0]), "</span>"]
        done = found.end()
    parts.append(escaped(text[done:]))
    return "".join(parts).replace("\n", "<br>\n")
