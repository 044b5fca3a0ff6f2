"""The language of the theme's own words: English stands in the templates, a catalogue takes its place."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import c2py
from typing import Any

from babel.messages.pofile import PoFileError, read_po
from msgspec import Struct, field

from playbook.model.jobs import Bundle
from playbook.problems import PlaybookError

CATALOGUES = "languages/{}.po"


class Translation(Struct, frozen=True):
    """The theme's words in one language: what each message is called, in its singular or in all its plurals; by itself English."""

    messages: dict[str, tuple[str, ...]] = field(default_factory=dict)
    plural: Any = None

    def gettext(self, message: str) -> str:
        """Return words of a template in the reader's language."""
        return self.messages.get(message, (message,))[0]

    def ngettext(self, one: str, many: str, count: int) -> str:
        """Return the form of words that goes with a count."""
        forms = self.messages.get(one)
        if forms is None or self.plural is None:
            return one if count == 1 else many
        return forms[min(int(self.plural(int(count))), len(forms) - 1)]


def translation(bundle: Bundle, language: str) -> Translation:
    """Return the words of a language: the theme's catalogue, and above it the team's own. "de-AT" may fall back on "de"."""
    found = Translation()
    for name in _widening(language):
        for root in ("theme/", "team/"):
            if (content := bundle.files.get(root + CATALOGUES.format(name))) is not None:
                found = _over(found, content, root + CATALOGUES.format(name))
    return found


def _widening(language: str) -> Iterator[str]:
    """Yield the names of the catalogues for a language, the widest first: de, de-AT."""
    parts = language.replace("_", "-").split("-")
    yield from ("-".join(parts[: count + 1]) for count in range(len(parts)))


def _over(below: Translation, content: bytes, name: str) -> Translation:
    """Return a translation with what a catalogue says above what there is; what it leaves empty or unsure changes nothing."""
    try:
        read = read_po(content.splitlines(), abort_invalid=True)
        plural = c2py(read.plural_expr)
    except (PoFileError, ValueError) as wrong:
        shown = name.replace("team/", "templates/", 1)
        raise PlaybookError(f"The catalogue {shown} cannot be read: {wrong}.", "Compare it with a catalogue of the theme.") from wrong
    told = {}
    for message in read:
        forms = tuple(map(str, message.string)) if isinstance(message.string, tuple | list) else (str(message.string or ""),)
        if message.id and all(forms) and not message.fuzzy:
            told[message.id if isinstance(message.id, str) else message.id[0]] = forms
    return Translation(below.messages | told, plural)
