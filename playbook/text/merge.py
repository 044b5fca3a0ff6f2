"""Texts that are sent or copied as they are: line breaks kept, merge fields marked, no Markdown."""

from __future__ import annotations

import re

from playbook.text.signs import escaped, tidy

# {first_name}  {{contact.firstname}}  {%name%}  *|FNAME|*  |DATE|  %NAME%  [Name]  <Company>  $XXk
FIELD = re.compile(
    r"\{\{[^{}\n]{1,120}\}\}|\{[^{}\n]{1,80}\}|\*\|[A-Z0-9_:]{1,40}\|\*|\|[A-Z][A-Z0-9_ ]{0,40}\||%[A-Z][A-Z0-9_]+%"
    r"|\[[^\W\d_][^\[\]\n]{1,60}\](?!\()|<[A-Z][^<>\n=/]{0,40}>|\$X+[kKmM]?\b"
)


BRACES = re.compile(r"\{[^{}\n]{1,80}\}")
TAGS = re.compile(r"(<[^>]*>)")
# An address with the parameters by which its use is counted (playbook/select/sending.py)
COUNTED = re.compile(r"(https?://[^\s?]+)([?&][^\s]*?pb_asset=[\w%./+-]*&pb_use=[\w%./+-]*&pb_version=\w+)")


def lines(text: str) -> str:
    """Return a text to be sent or copied as HTML: escaped, each line break a <br>, merge fields in <span class="merge">.

    Of an address that is counted the parameters stand in <span class="counting">: they are sent with it and tell a reader nothing.
    """
    return _lines(tidy(text))


def _lines(text: str) -> str:
    parts, done = [], 0
    for found in COUNTED.finditer(text):
        address, counting = (escaped(part) for part in found.groups())
        parts += [
            _merged(text[done : found.start()]),
            f'<a href="{address}{counting}">{address}<span class="counting">{counting}</span></a>',
        ]
        done = found.end()
    parts.append(_merged(text[done:]))
    return "".join(parts).replace("\n", "<br>\n")


def with_fields(html: str) -> str:
    """Mark in a text that is HTML already what stands in single braces, such as {first_name}, but nothing inside a tag."""
    return "".join(part if part.startswith("<") else BRACES.sub(r'<span class="merge">\g<0></span>', part) for part in TAGS.split(html))


def _merged(text: str) -> str:
    parts, done = [], 0
    for found in FIELD.finditer(text):
        parts += [escaped(text[done : found.start()]), '<span class="merge">', escaped(found[0]), "</span>"]
        done = found.end()
    parts.append(escaped(text[done:]))
    return "".join(parts)
