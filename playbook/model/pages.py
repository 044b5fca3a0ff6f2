"""A Page: all that one template may read, as plain frozen data. Its hash is what decides whether it is made again."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from playbook.model.agreement_page import AgreementBody
from playbook.model.author_bodies import AuthorsBody
from playbook.model.bodies import (
    AssetBody,
    EntryBody,
    HomeBody,
    ListBody,
    PersonaBody,
    PlayBody,
    PlaybookBody,
)
from playbook.model.changes import ChangedHere, ChangesBody
from playbook.model.completeness_page import CompletenessBody
from playbook.model.coverage_bodies import CoverageBody
from playbook.model.finder_bodies import FinderBody
from playbook.model.handouts import BattlecardBody, CalendarBody, CampaignBody, HandoffsBody, PocketBody
from playbook.model.journey_bodies import JourneysBody, StagePageBody
from playbook.model.kept_body import KeptBody
from playbook.model.kit_body import KitBody
from playbook.model.parts import Link, TermLink
from playbook.model.prints import CurrentBody, PrintMark
from playbook.model.search import SearchBody
from playbook.model.settings import Fonts
from playbook.model.word_bodies import (
    ClaimsBody,
    GlossaryBody,
    MessagesBody,
    NewRepBody,
    QuestionsBody,
    RequestsBody,
    SaidPageBody,
    SignalsBody,
    SiteMapBody,
)

Body: TypeAlias = (
    HomeBody
    | PlayBody
    | AssetBody
    | PersonaBody
    | EntryBody
    | ListBody
    | SaidPageBody
    | CoverageBody
    | PlaybookBody
    | AuthorsBody
    | ChangesBody
    | JourneysBody
    | StagePageBody
    | AgreementBody
    | CompletenessBody
    | QuestionsBody
    | SignalsBody
    | ClaimsBody
    | RequestsBody
    | GlossaryBody
    | MessagesBody
    | BattlecardBody
    | CampaignBody
    | CalendarBody
    | HandoffsBody
    | PocketBody
    | NewRepBody
    | SiteMapBody
    | SearchBody
    | CurrentBody
    | FinderBody
    | KitBody
    | KeptBody
)


class MenuItem(Struct, frozen=True):
    """One place in the menu; `more` items stand under "More"."""

    label: str
    href: str
    more: bool = False


class Frame(Struct, frozen=True):
    """What is the same on every page: the library's name, its looks, the menu, and what scripts need to know.

    `feedback` is where a rep's feedback goes, `edit` the address before the name of a file to change it: both for our own reps only.
    `kept` is the page that tells what a device keeps of a served site, empty where it keeps nothing.
    `workdays` are the days of the week on which clocks run, Monday 0; `holidays` are days on which none does.
    """

    name: str
    company: str
    language: str
    edition: str
    accent: str
    logo: str
    fonts: Fonts
    footer: str
    site_url: str
    menu: tuple[MenuItem, ...]
    paper: str = "a4"
    feedback: str = ""
    edit: str = ""
    kept: str = ""
    workdays: tuple[int, ...] = (0, 1, 2, 3, 4)
    holidays: tuple[str, ...] = ()


class Page(Struct, frozen=True):
    """One HTML page or one PDF, closed: template, frame, body, and every link that its texts and references may use.

    `path` is the file in the site. `pdf` is the path of the page's PDF, empty where there is none. `terms` are the terms whose
    words stand in its texts; the first use of each is linked. `state` is "retired" on the page of what is not to be used any more.
    `changed` is what changed since an earlier library. `mark` is what a print is known by.
    """

    path: str
    template: str
    title: str
    frame: Frame
    body: Body
    links: tuple[Link, ...] = ()
    crumbs: tuple[Link, ...] = ()
    pdf: str = ""
    pdf_parts: tuple[Link, ...] = ()
    terms: tuple[TermLink, ...] = ()
    state: str = ""
    changed: ChangedHere | None = None
    mark: PrintMark | None = None
