"""Markdown in, safe pieces out: HTML fragments, links, words. No files, no clock, and nothing here ever raises over a text."""

from playbook.text.addresses import SAFE_ADDRESS
from playbook.text.fragment import html, is_block
from playbook.text.links import Target, TextLink, links
from playbook.text.merge import lines, with_fields
from playbook.text.tags import unsafe_tags
from playbook.text.terms import Terms
from playbook.text.titles import title_of
from playbook.text.words import first_sentence, plain, seconds_aloud, shortened, words

__all__ = [
    "SAFE_ADDRESS",
    "Target",
    "Terms",
    "TextLink",
    "first_sentence",
    "html",
    "is_block",
    "lines",
    "links",
    "plain",
    "seconds_aloud",
    "shortened",
    "title_of",
    "unsafe_tags",
    "with_fields",
    "words",
]
