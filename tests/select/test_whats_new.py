"""What changed since an earlier library: on a page of its own, and on the pages that it concerns."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from playbook.library import Library, assemble
from playbook.model.changes import ChangedHere, ChangesBody
from playbook.model.content import Asset, Use
from playbook.model.entries import Entry
from playbook.model.journey import Stage
from playbook.model.knowledge import Claim
from playbook.model.pages import Page
from playbook.model.people import Persona
from playbook.model.plays import Play, Step, StepAsset
from playbook.model.settings import PlaybookPlan, Settings
from playbook.select import Earlier, leaks, pages
from playbook.select.closing import texts_of

TODAY = date(2026, 11, 22)
HR, OPS = Persona(id="hr", name="HR director", audience="external"), Persona(id="ops", name="Plant manager", audience="partner")
STAGE = Stage(id="early", name="Early", order=1, audience="external")
CLAIM = Claim(id="fill", text="We fill 96 of 100.", source="Ours", audience="external")
USE = Use(key="1", personas=("hr",), stages=("early",), when=("They ask",), how=("Open it",))
DECK = Asset(id="deck", title="Deck", type="deck", claims=("fill",), uses=(USE,), audience="external", summary="Plain words")
OTHER = Asset(id="other", title="Other", type="deck", uses=(replace(USE, personas=("ops",)),), audience="external")
PLAY = Play(id="trial", title="Trial", personas=("hr",), stages=("early",), steps=(Step(key="1", do="Send", assets=(StepAsset("deck"),)),))
ALL: tuple[Entry, ...] = (HR, OPS, STAGE, CLAIM, DECK, OTHER, PLAY)


def library_of(*entries: Entry, settings: Settings | None = None) -> Library:
    """A library of these entries."""
    return assemble(settings or Settings(name="Test", site_url="https://play.example.com"), entries)


def made(before: tuple[Entry, ...], now: tuple[Entry, ...], edition: str = "rep", **how: Settings) -> dict[str, Page]:
    """Return the pages that tell what changed between these entries, by their paths."""
    earlier = Earlier(library_of(*before), "2026-11-01")
    return {page.path: page for page in pages(library_of(*now, **how), edition=edition, today=TODAY, pdf=True, earlier=earlier)}


def told(found: dict[str, Page]) -> set[str]:
    """Return the pages on which something is told."""
    return {path for path, page in found.items() if page.changed}


def body(found: dict[str, Page]) -> ChangesBody:
    """Return what the page of all changes holds."""
    page = found["changes.html"].body
    assert isinstance(page, ChangesBody)
    return page


def instead(*changed: Entry) -> tuple[Entry, ...]:
    """Return all entries with these in the place of their earlier selves."""
    return tuple(next((each for each in changed if each.id == entry.id), entry) for entry in ALL)


def test_without_an_earlier_library_nothing_is_told() -> None:
    """No page of changes, nothing on the pages, and nothing in the menu."""
    found = pages(library_of(*ALL), edition="rep", today=TODAY, pdf=True)
    assert "changes.html" not in {page.path for page in found}
    assert not [page.path for page in found if page.changed]
    assert "changes.html" not in {item.href for page in found for item in page.frame.menu}


def test_where_nothing_changed_the_page_says_so() -> None:
    """The page is there, since it was asked for, and empty; no other page holds a word of it."""
    found = made(ALL, ALL)
    assert body(found) == ChangesBody("2026-11-01")
    assert told(found) == set()
    assert "changes.html" in {item.href for item in found["index.html"].frame.menu if item.more}


def test_only_the_pages_that_it_concerns_tell_of_a_change() -> None:
    """An asset's change stands on its page, on the plays and people that use it, in their PDFs and that of everything."""
    found = made(ALL, instead(replace(DECK, summary="Plainer words")))
    pdfs = {"plays/trial.pdf", "personas/hr.pdf", "playbook.pdf"}
    assert told(found) == {"assets/deck.html", "plays/trial.html", "personas/hr.html", *pdfs}


def test_its_own_page_tells_the_words_and_others_the_name_of_the_field() -> None:
    """On the entry's own page stand the words before and now; a page that it bears on names it and the field."""
    found = made(ALL, instead(replace(DECK, summary="Plainer words")))
    own, other = found["assets/deck.html"].changed, found["plays/trial.html"].changed
    assert own
    assert own.own
    assert [(each.labels, each.gone, each.come) for each in own.own.fields] == [(("Summary",), ("Plain words",), ("Plainer words",))]
    assert other
    assert other.own is None
    assert [(each.sort, each.link.title, [field.labels for field in each.fields]) for each in other.others] == [
        ("changed", "Deck", [("Summary",)])
    ]
    assert "Plainer" not in " ".join(texts_of(other))


def test_of_a_long_text_only_the_place_is_told() -> None:
    """A word in a long text is told with a few words around it."""
    words = [f"word{number}" for number in range(60)]
    found = made(
        instead(replace(DECK, summary=" ".join(words))), instead(replace(DECK, summary=" ".join([*words[:30], "new", *words[31:]])))
    )
    own = found["assets/deck.html"].changed
    assert own
    assert own.own
    assert own.own.fields[0].gone == ("… word26 word27 word28 word29 word30 word31 word32 word33 word34 …",)
    assert own.own.fields[0].come == ("… word26 word27 word28 word29 new word31 word32 word33 word34 …",)


def test_links_lead_where_the_pages_own_links_do() -> None:
    """On the screen each entry told of is linked; in a PDF it leads into the document or to the site, where its address is known."""
    found = made(ALL, instead(replace(DECK, summary="Plainer words")))
    links = {page: found[page].changed for page in ("plays/trial.html", "plays/trial.pdf", "personas/hr.pdf")}
    hrefs = {path: [each.link.href for each in here.others] for path, here in links.items() if isinstance(here, ChangedHere)}
    assert hrefs == {
        "plays/trial.html": ["assets/deck.html"],
        "plays/trial.pdf": ["https://play.example.com/assets/deck.html"],
        "personas/hr.pdf": ["#asset-deck"],
    }
    assert ("asset", "deck") in {(each.kind, each.id) for each in found["personas/hr.html"].links}


def test_new_retired_and_removed_stand_by_kind() -> None:
    """Each sort has its kinds, a retired asset its replacement, and each entry whom it bears on."""
    now = (HR, OPS, STAGE, CLAIM, replace(DECK, status="retired", replaced_by="other"), OTHER, PLAY, replace(PLAY, id="b", title="B"))
    groups = dict(body(made((*ALL, replace(OTHER, id="gone", title="Gone")), now)).groups)
    assert {sort: [(kind, [each.link.title for each in entries]) for kind, entries in kinds] for sort, kinds in groups.items()} == {
        "new": [("Plays", ["B"])],
        "retired": [("Content", ["Deck"])],
        "removed": [("Content", ["Gone"])],
    }
    retired, removed = groups["retired"][0][1][0], groups["removed"][0][1][0]
    assert retired.replaced_by
    assert retired.replaced_by.title == "Other"
    assert [each.title for each in retired.touches] == ["HR director", "Trial"]
    assert removed.link.href == ""


def test_a_planned_playbook_tells_what_concerns_it() -> None:
    """A playbook that the team has put together tells of the plays and content in it, and of nothing else."""
    plans = (PlaybookPlan("decks", assets=("deck",)), PlaybookPlan("others", assets=("other",)))
    found = made(ALL, instead(replace(DECK, summary="Plainer words")), settings=Settings(name="Test", playbooks=plans))
    assert "playbooks/decks.pdf" in told(found)
    assert "playbooks/others.pdf" not in told(found)


@pytest.mark.parametrize("edition", ["partner", "buyer"])
def test_others_are_not_told_what_is_gone(edition: str) -> None:
    """What stood there before, and what is there no more, may have been taken out because it was not for them."""
    secret = replace(OTHER, id="secret", title="Margins by client")
    before = (*instead(replace(DECK, summary="Confidential margin")), secret)
    found = made(before, (*ALL, replace(secret, audience="internal")), edition)
    whole = " ".join(text for page in found.values() for text in texts_of((page.body, page.changed, page.links)))
    assert "Plain words" in " ".join(texts_of(found["assets/deck.html"].changed))
    assert "Confidential" not in whole
    assert "Margins" not in whole
    assert leaks(found.values(), ("margin", "confidential")) == {}


def test_a_leak_in_what_changed_is_found() -> None:
    """The last look before buyers do sees what is told of changes, too."""
    found = made(ALL, instead(replace(DECK, summary="Confidential")), "buyer")
    assert "assets/deck.html" in leaks([replace(found["assets/deck.html"], body=ChangesBody("x"), links=())], ("confidential",))


def test_a_retired_entry_says_so_on_its_page() -> None:
    """The page of what is retired is marked, whatever its kind, and no other page is."""
    found = made(ALL, instead(replace(PLAY, status="retired"), replace(OTHER, status="retired")))
    assert {path for path, page in found.items() if page.state == "retired"} == {"plays/trial.html", "assets/other.html"}
