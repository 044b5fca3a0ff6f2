"""The language of the theme's own words. English stands in the templates; a catalogue may take its place here."""

from __future__ import annotations


def gettext(message: str) -> str:
    """Return the words of the theme in the reader's language."""
    return message


def ngettext(one: str, many: str, count: int) -> str:
    """Return the singular or the plural of the theme's words."""
    return one if count == 1 else many
