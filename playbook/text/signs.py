"""Which signs of a text mean something to Markdown here, and which are only what an author typed."""

from __future__ import annotations

import re

# A line of its own that starts with one of these is a block. What marketers type in one line is left alone:
# "> 5 days", "- 5 %", "# of seats", "2023. was good", "+ 3 months", a row of underscores to be filled in.
_BLOCK_START = re.compile(
    r"#{1,6}[ \t]+(?!of\b|1[ \t]+[a-z])[^#\s]"
    r"|>(?:[ \t]*>)*[ \t]+[^\s\d$€£¥=>]"
    r"|[-*][ \t]+[^\s\d]"
    r"|(?:-[ \t]*){3,}$|(?:\*[ \t]*){3,}$"
)
_BLOCK_TAG = re.compile(r"</?(?:p|ul|ol|li|table|thead|tbody|tr|td|th|blockquote|pre|h[1-6]|hr)(?=[\s/>])[^<]*>", re.IGNORECASE)

# Anything else is text that only needs escaping: the one test that most names and sentences need.
_MEANS_SOMETHING = re.compile(r"[\\`*_\[<&\n\r\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]|~~|://|^[-#>~]")

# No page can hold these; a spreadsheet's text may.
_NO_CHARACTER = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def means_nothing(text: str) -> bool:
    """Whether a text without white space around it holds no sign that Markdown or a page would take for more than itself."""
    return _MEANS_SOMETHING.search(text) is None


def tidy(text: str) -> str:
    """Return the text without white space around it, with plain line ends and without characters that no page can hold."""
    if means_nothing(text):
        return text.strip()
    return _NO_CHARACTER.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def starts_block(text: str) -> bool:
    """Whether a tidy text is a block: it has a line break, a block sign at its start, or a block's tag."""
    return "\n" in text or _BLOCK_START.match(text) is not None or _BLOCK_TAG.search(text) is not None


def escaped(text: str) -> str:
    """Return the text so that a page shows it as it is, between tags or inside double quotes."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
