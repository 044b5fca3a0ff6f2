"""Prints that know how old they are: each PDF has a version and an address, and one page says of all of them whether they are current."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from playbook.library import Library, assemble, version
from playbook.model.content import Asset, Use
from playbook.model.entries import Entry
from playbook.model.journey import Handoff, Stage
from playbook.model.knowledge import Claim, Term
from playbook.model.pages import Page
from playbook.model.people import Persona
from playbook.model.plays import Play, Step
from playbook.model.prints import CurrentBody, Printed
from playbook.model.settings import Settings
from playbook.model.values import DayValue
from playbook.select import Earlier, pages

TODAY = date(2026, 11, 22)
READ = date(2026, 3, 2)
REVIEWED = DayValue("2026-03-02", READ, READ)
HR = Persona(id="hr", name="HR director", pains=("Gaps in the rota",), audience="external")
STAGE = Stage(id="early", name="Early", order=1, handoff=Handoff(to="Sales"), audience="external")
CLAIM = Claim(id="fill", text="We fill 96 of 100.", source="Ours", audience="external")
DECK = Asset(id="deck", title="Deck", type="deck", uses=(Use(key="1", personas=("hr",)),), audience="external")
TERM = Term(id="mql", term="MQL", means=("A lead to call",), audience="external")
PLAY = Play(id="über uns", title="Trial", personas=("hr",), claims=("fill",), steps=(Step(key="1", do="Call"),), reviewed=REVIEWED)
ALL: tuple[Entry, ...] = (HR, STAGE, CLAIM, DECK, TERM, PLAY)
SITE = "https://play.example.com/book/"


def library_of(*entries: Entry, site_url: str = SITE) -> Library:
    """A library of these entries, published somewhere."""
    return assemble(Settings(name="Test", site_url=site_url), entries)


def made(*entries: Entry, before: tuple[Entry, ...] = (), edition: str = "rep", site_url: str = SITE) -> dict[str, Page]:
    """Return the pages of these entries by their paths, beside an earlier state of them."""
    earlier = Earlier(library_of(*before), "2026-11-01") if before else None
    found = pages(library_of(*entries, site_url=site_url), edition=edition, today=TODAY, pdf=True, earlier=earlier)
    return {page.path: page for page in found}


def printed(found: dict[str, Page]) -> dict[str, Printed]:
    """Return what the page says of each document, by its path."""
    body = found["current.html"].body
    assert isinstance(body, CurrentBody)
    return {each.link.id: each for each in body.printed}


def instead(changed: Entry) -> tuple[Entry, ...]:
    """Return all entries with this one in the place of its earlier self."""
    return tuple(changed if each.id == changed.id else each for each in ALL)


def test_every_pdf_is_marked_and_listed() -> None:
    """A PDF has its version and the address that asks for it; the page lists the same versions, and pages of the site have no mark."""
    found = made(*ALL)
    papers = {path: page for path, page in found.items() if path.endswith(".pdf")}
    assert len(papers) > 4
    assert {path: page.mark.version for path, page in papers.items() if page.mark} == {
        path: each.mark.version for path, each in printed(found).items()
    }
    assert not [path for path, page in found.items() if page.mark and path not in papers]
    mark = papers["plays/über uns.pdf"].mark
    assert mark
    assert mark.version == version(library_of(*ALL), PLAY)
    assert mark.address == f"{SITE}current.html#of=plays/%C3%BCber%20uns.pdf&v={mark.version}"
    assert str(mark.reviewed) == "2026-03-02"
    assert "current.html" in {item.href for item in found["index.html"].frame.menu}


def test_without_an_address_a_print_has_its_version_only() -> None:
    """Where nobody knows where the site will be, no code leads there."""
    marks = [page.mark for page in made(*ALL, site_url="").values() if page.mark]
    assert marks
    assert all(mark.version and not mark.address for mark in marks)


def test_another_day_makes_no_other_mark() -> None:
    """The day of the build is in no mark: else every PDF would be made anew each day."""
    days = (TODAY, TODAY + timedelta(days=1))
    one, two = ({page.path: page.mark for page in pages(library_of(*ALL), edition="rep", today=day, pdf=True)} for day in days)
    assert one == two


def test_without_pdfs_there_is_no_such_page() -> None:
    """Neither the page nor its place in the menu."""
    found = {page.path: page for page in pages(library_of(*ALL), edition="rep", today=TODAY, pdf=False)}
    assert "current.html" not in {*found, *(item.href for item in found["index.html"].frame.menu)}


def test_what_changed_is_told_of_each_document() -> None:
    """A reworded claim makes another version of the play that quotes it and of the playbooks, and of nothing that does not."""
    known = printed(made(*instead(replace(CLAIM, text="We fill 97 of 100.")), before=ALL))
    old = printed(made(*ALL))
    changed = {path: [entry.link.id for entry in each.changed] for path, each in known.items() if each.before != each.mark.version}
    assert changed["plays/über uns.pdf"] == ["fill"]
    assert changed["playbook.pdf"] == ["fill"]
    assert "handoffs.pdf" not in changed
    assert "personas/hr-pocket.pdf" not in changed
    assert {path: each.before for path, each in known.items()} == {path: each.mark.version for path, each in old.items()}


def test_a_document_without_a_version_of_its_own_changes_with_its_words() -> None:
    """The hand-off cards hold several stages: another word of one is another version, and names the stage."""
    known = printed(made(*instead(replace(STAGE, handoff=Handoff(to="Field sales"))), before=ALL))["handoffs.pdf"]
    assert known.before
    assert known.before != known.mark.version
    assert [entry.link.id for entry in known.changed] == ["early"]


def test_terms_and_what_is_gone_are_told() -> None:
    """A playbook's glossary counts as told; an entry that is no longer there is named to our reps and to nobody else."""
    known = printed(made(*(each for each in instead(replace(TERM, means=("A lead to write to",))) if each is not DECK), before=ALL))
    assert {(entry.sort, entry.link.id) for entry in known["playbook.pdf"].changed} == {("changed", "mql"), ("removed", "deck")}
    others = printed(made(*(each for each in ALL if each is not DECK), before=ALL, edition="buyer"))
    assert not [entry for each in others.values() for entry in each.changed if entry.sort == "removed"]


def test_a_new_document_has_no_earlier_version() -> None:
    """What was not there before is new, and nothing is said to have changed in it."""
    known = printed(made(*ALL, before=(HR,)))["plays/über uns.pdf"]
    assert (known.before, known.changed) == ("", ())


def test_the_paper_of_the_library_reaches_every_page() -> None:
    """A4 unless the library says Letter; on Letter a battlecard takes less onto its first side."""
    frames = {page.frame.paper for page in made(*ALL).values()}
    assert frames == {"a4"}
    letter = pages(assemble(Settings(name="Test", paper="letter"), ALL), edition="rep", today=TODAY, pdf=True)
    assert {page.frame.paper for page in letter} == {"letter"}
