"""The last look before buyers do: words that are meant for the team alone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from playbook.model.pages import Page
from playbook.model.settings import INTERNAL_WORDS
from playbook.select.closing import texts_of


def leaks(pages: Iterable[Page], words: tuple[str, ...]) -> dict[str, str]:
    """Return the pages that hold one of the internal words, each with the first one found; left out, `words` are the usual ones."""
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in words or INTERNAL_WORDS), re.IGNORECASE)
    found = {page.path: pattern.search("\n".join(texts_of((page.title, page.body, page.links)))) for page in pages}
    return {path: hit[0] for path, hit in found.items() if hit}
