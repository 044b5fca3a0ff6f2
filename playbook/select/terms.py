"""Which terms of the glossary stand in a page's texts, so that the page holds them and no others."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field

from playbook.library import Library
from playbook.model.gaps import is_gap
from playbook.model.knowledge import Term
from playbook.model.parts import TermLink
from playbook.select.addresses import address, anchor
from playbook.text import Terms, plain

LONGEST = 280  # signs of a meaning that is shown beside a word; the glossary has it whole


class Glossary(Struct, frozen=True, eq=False):
    """The live terms of a library, to be found in texts. Where two terms share a form, the first by id has it."""

    owners: dict[str, Term]
    pattern: Terms
    _seen: dict[str, frozenset[str]] = field(default_factory=dict)

    def used(self, texts: Iterable[str]) -> tuple[Term, ...]:
        """Return the terms whose words stand in these texts, by id."""
        found = {self.owners[form].id: self.owners[form] for text in texts for form in self._forms(text)}
        return tuple(found[id_] for id_ in sorted(found))

    def linked(self, texts: Iterable[str]) -> tuple[TermLink, ...]:
        """Return the terms of these texts as their pages link them: not those that say `link: false` or nothing at all."""
        told = ((term, _meaning(term)) for term in self.used(texts) if term.link is not False)
        return tuple(TermLink(anchor("term", term.id), self._own(term), means, address("term", term.id)) for term, means in told if means)

    def _own(self, term: Term) -> tuple[str, ...]:
        return tuple(form for form in _forms(term) if self.owners.get(form) is term)

    def _forms(self, text: str) -> frozenset[str]:
        """Most texts stand on several pages: each is searched once."""
        if text not in self._seen:
            self._seen[text] = self.pattern.within(plain(text))
        return self._seen[text]


def glossary(library: Library) -> Glossary:
    """Return the terms of a library, ready to be looked for."""
    owners: dict[str, Term] = {}
    for term in library.of(Term):
        for form in _forms(term) if term.is_live else ():
            owners.setdefault(form, term)
    return Glossary(owners, Terms(owners))


def _forms(term: Term) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form for form in (term.term, *term.also) if form.strip()))


def _meaning(term: Term) -> str:
    """Return what a term means, in plain words and not too many."""
    means = "; ".join(plain(meaning) for meaning in term.means if not is_gap(meaning))
    return means if len(means) <= LONGEST else means[:LONGEST].rpartition(" ")[0].rstrip(",;:") + " …"
