"""The last look before buyers do: words that are meant for the team alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from playbook.library import Library
from playbook.model.pages import Page
from playbook.model.settings import INTERNAL_WORDS
from playbook.model.walk import values
from playbook.select.closing import texts_of


def leaks(pages: Iterable[Page], words: tuple[str, ...], data: Library | None = None) -> dict[str, str]:
    """Return the pages that hold one of the internal words, each with the first one found; left out, `words` are the usual ones.

    `data` is the library as it is published beside the pages, for other programs.
    """
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in words or INTERNAL_WORDS), re.IGNORECASE)
    texts = {page.path: texts_of((page.title, page.body, page.changed, page.links)) for page in pages}
    if data:
        texts["library.json"] = _data(data)
    found = {path: pattern.search("\n".join(each)) for path, each in texts.items()}
    return {path: hit[0] for path, hit in found.items() if hit}


def _data(library: Library) -> Iterator[str]:
    """Every text and label that the data files hold; what is chosen from a list of ours is no word of the team's."""
    for thing in (library.settings, *library.all()):
        yield from (str(value.value) for value in values(thing) if value.scalar.sort != "choice")
