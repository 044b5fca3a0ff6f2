"""What every page is chosen from: the visible library, everything offered in the one order, and the frame around it."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from playbook.library import Library, agreed_hash, drafts, visible
from playbook.model.drafts import Draft
from playbook.model.pages import Frame
from playbook.model.settings import Fonts, Repository
from playbook.select.addresses import COLLECTIONS, FOLDERS, file_link, web_link
from playbook.select.earlier import Earlier
from playbook.select.menu import menu
from playbook.select.ranking import Candidate, candidates
from playbook.select.terms import Glossary, glossary
from playbook.text import title_of

KEPT = "kept.html"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Selection(Struct, frozen=True):
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
    drafts: tuple[Draft, ...] = ()
    earlier: Earlier | None = None

    @property
    def for_reps(self) -> bool:
        """Whether our own reps read it; gaps, coverage and figures are shown to nobody else."""
        return self.frame.edition == "rep"


def selection(library: Library, *, edition: str, today: date, pdf: bool, earlier: Earlier | None = None) -> Selection:
    """Return what the pages of an edition are chosen from; of an earlier state, too, only what the edition may show."""
    shown = visible(library, edition)
    agreed = agreed_hash(library.agreement) if library.agreement else ""
    frame = _frame(shown, edition, is_news=earlier is not None, pdf=pdf)
    waiting = drafts(library, title_of) if edition == "rep" else ()
    before = replace(earlier, library=visible(earlier.library, edition)) if earlier else None
    ranked = candidates(shown, today)
    if edition == "buyer":  # nobody sends them what they read: whatever it is, it stands under one heading
        ranked = tuple(replace(each, offer=replace(each.offer, external=True)) for each in ranked)
    return Selection(shown, ranked, frame, glossary(shown), today, pdf, agreed, waiting, before)


def index_path(kind: str) -> str:
    """Return the file of the page that lists a kind."""
    return f"{FOLDERS[kind]}/index.html" if kind in FOLDERS else f"{COLLECTIONS[kind]}.html"


def _frame(library: Library, edition: str, *, is_news: bool, pdf: bool) -> Frame:
    settings, brand = library.settings, library.settings.brand
    return Frame(
        name=settings.name or settings.company or "Playbook",
        company=settings.company,
        language=settings.language,
        edition=edition,
        accent=brand.accent if brand else "",
        logo=file_link(library, brand.logo).href if brand and brand.logo else "",
        fonts=(brand.fonts if brand else None) or Fonts(),
        footer=brand.footer if brand else "",
        site_url=settings.site_url,
        menu=menu(library, edition, is_news=is_news, is_printed=pdf),
        paper=settings.paper,
        feedback=web_link(settings.feedback.url).href if settings.feedback and edition == "rep" else "",
        edit=_editing(settings.repository) if settings.repository and edition == "rep" else "",
        kept="" if edition == "buyer" else KEPT,
        **_clock_days(library),
    )


def _editing(repository: Repository) -> str:
    """Return what stands before the name of a file to edit it where it is kept: GitHub and those like it, or GitLab."""
    base = web_link(repository.url).href.removesuffix("/").removesuffix(".git")
    between = "/-/edit/" if "gitlab" in base else "/edit/"
    return f"{base}{between}{repository.branch}/" if base.startswith("http") else ""


def _clock_days(library: Library) -> dict[str, Any]:
    """Return the days on which clocks run; where nothing is agreed, Monday to Friday."""
    hours = library.agreement.business_hours if library.agreement else None
    days = [WEEKDAYS.index(day.casefold()) for day in hours.days if day.casefold() in WEEKDAYS] if hours else []
    return {"workdays": tuple(days) or (0, 1, 2, 3, 4), "holidays": tuple(map(str, hours.holidays)) if hours else ()}
