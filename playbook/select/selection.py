"""What every page is chosen from: the visible library, everything offered in the one order, and the frame around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from playbook.library import Library, agreed_hash
from playbook.model.pages import Frame, MenuItem
from playbook.select.addresses import COLLECTIONS, FOLDERS, file_link
from playbook.select.editions import visible
from playbook.select.ranking import Candidate, candidates
from playbook.select.terms import Glossary, glossary

PLACES = (("What now", "index.html"), ("Plays", "plays/index.html"), ("Content", "assets/index.html"))
MORE = {
    "stage": "Journey",
    "signal": "Signals",
    "competitor": "Battlecards",
    "campaign": "Campaigns",
    "claim": "Claims",
    "term": "Glossary",
}


@dataclass(frozen=True)
class Selection:
    """One edition of a library on one day, with everything that is offered in the one order, and its terms.

    `agreed` is the hash of the agreement as it was written, before the edition was cut: what people sign.
    """

    library: Library
    ranked: tuple[Candidate, ...]
    frame: Frame
    glossary: Glossary
    today: date
    pdf: bool
    agreed: str = ""

    @property
    def for_reps(self) -> bool:
        """Whether our own reps read it; gaps, coverage and figures are shown to nobody else."""
        return self.frame.edition == "rep"


def selection(library: Library, *, edition: str, today: date, pdf: bool) -> Selection:
    """Return what the pages of an edition are chosen from."""
    shown = visible(library, edition)
    agreed = agreed_hash(library.agreement) if library.agreement else ""
    return Selection(shown, candidates(shown, today), _frame(shown, edition), glossary(shown), today, pdf, agreed)


def index_path(kind: str) -> str:
    """Return the file of the page that lists a kind."""
    return f"{FOLDERS[kind]}/index.html" if kind in FOLDERS else f"{COLLECTIONS[kind]}.html"


def _frame(library: Library, edition: str) -> Frame:
    settings, brand = library.settings, library.settings.brand
    return Frame(
        name=settings.name or settings.company or "Playbook",
        company=settings.company,
        language=settings.language,
        edition=edition,
        accent=brand.accent if brand else "",
        logo=file_link(library, brand.logo).href if brand and brand.logo else "",
        footer=brand.footer if brand else "",
        site_url=settings.site_url,
        menu=tuple(_menu(library, edition)),
    )


def _menu(library: Library, edition: str) -> list[MenuItem]:
    said = [MenuItem("They say", "they-say.html")] if edition == "rep" else []
    people = [MenuItem("People", "personas/index.html")]
    more = [MenuItem(label, index_path(kind), more=True) for kind, label in MORE.items() if library.entries[kind]]
    if library.agreement and edition == "rep":
        more.append(MenuItem("Agreement", "agreement.html", more=True))
    if library.entries["request"]:
        more.append(MenuItem("Requests", index_path("request"), more=True))
    if edition == "rep":
        more.append(MenuItem("Coverage", "coverage.html", more=True))
    return [*(MenuItem(label, href) for label, href in PLACES), *said, *people, *more]
