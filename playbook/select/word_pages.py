"""The pages made of words: what they say, what to ask, signals, claims, requests, the glossary and the messages."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.model.pages import Page
from playbook.model.theme_words import ThemeWords
from playbook.select.closed import screen_page
from playbook.select.knowledge import claims, requests, signals, terms
from playbook.select.messages import messages
from playbook.select.questions import questions
from playbook.select.said import said_page
from playbook.select.selection import Selection


def word_pages(chosen: Selection) -> Iterator[Page]:
    """Yield the pages of these that the menu names: those for which there is something, and that the edition may show."""
    made = (
        ("they-say.html", "said.html", ThemeWords("They say"), said_page),
        ("questions.html", "questions.html", ThemeWords("Questions"), questions),
        ("messages.html", "messages.html", ThemeWords("Messages"), messages),
        ("signals.html", "signals.html", ThemeWords("Signals"), signals),
        ("claims.html", "claims.html", ThemeWords("Claims"), claims),
        ("glossary.html", "glossary.html", ThemeWords("Glossary"), terms),
        ("requests.html", "requests.html", ThemeWords("Requests"), requests),
    )
    for path, template, title, body in made:
        if any(item.href == path for item in chosen.frame.menu):
            yield screen_page(chosen, path, template, title, body(chosen))
