"""The page for authors: drafts, owners and what is due."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from playbook.library import Library, assemble, drafts
from playbook.model.author_bodies import AuthorsBody
from playbook.model.content import Asset, Use
from playbook.model.drafts import Waiting
from playbook.model.entries import Entry
from playbook.model.journey import Stage
from playbook.model.knowledge import Claim, Request
from playbook.model.people import Persona
from playbook.model.plays import Play, Step
from playbook.model.settings import Settings
from playbook.model.values import DayValue, Span
from playbook.select import pages
from playbook.select.closing import texts_of
from playbook.text import title_of

TODAY = date(2026, 11, 22)
YEAR = Span("1 year", 1, 1, "year")
USE = Use(key="1", when=("They ask",), how=("Open it",))


def on(text: str) -> DayValue:
    """A single day."""
    return DayValue(text, date.fromisoformat(text), date.fromisoformat(text))


def library_of(*entries: Entry) -> Library:
    """A library of these entries."""
    return assemble(Settings(name="Test"), entries)


def authors(library: Library) -> AuthorsBody:
    """Return what the page for authors holds."""
    body = next(page.body for page in pages(library, edition="rep", today=TODAY, pdf=False) if page.path == "authors.html")
    assert isinstance(body, AuthorsBody)
    return body


def asset(id_: str, **fields: object) -> Asset:
    """A piece of content with a use."""
    return replace(Asset(id=id_, title=id_.capitalize(), type="deck", uses=(USE,), file=f"{id_}.yaml"), **fields)  # type: ignore[arg-type]


def test_drafts_stand_there_with_what_they_wait_for_and_not_with_what_they_say() -> None:
    """The title, the owner and what is missing; of its words none, on this page or any other."""
    wip = asset("wip", status="draft", uses=(Use(key="1", when=("Zanzibar",)),), owner="Ida", summary="Zanzibar", type="")
    library = library_of(wip, Play(id="p", title="Play", status="draft"))
    first, second = authors(library).drafts
    assert (first.kind, first.title, first.owner, first.file) == ("asset", "Wip", "Ida", "wip.yaml")
    assert first.waits == (Waiting("field", "Type"), Waiting("how"), Waiting("approval"))
    assert second.waits == (Waiting("steps"), Waiting("owner"), Waiting("approval"))
    assert "Zanzibar" not in " ".join(text for page in pages(library, edition="rep", today=TODAY, pdf=True) for text in texts_of(page.body))


def test_what_names_only_drafts_waits_with_them() -> None:
    """A play for nobody but a persona that is a draft is off the pages, and authors see why."""
    hr = Persona(id="hr", name="HR director", goals=("Peace",), status="draft", owner="Ida")
    play = Play(id="p", title="Play", personas=("hr",), steps=(Step(key="1", do="Call"),), owner="Ida")
    found = {draft.title: draft.waits for draft in drafts(library_of(hr, play), title_of)}
    assert found == {"HR director": (Waiting("approval"),), "Play": (Waiting("draft", "HR director"),)}


def test_a_draft_of_which_only_the_name_is_written_waits_for_its_content() -> None:
    """Who reads the list sees first that nothing is in it; a name that says TODO is missing like one that is not there."""
    bare = Persona(id="buyer", name="Buyer", status="draft", owner="Ida")
    todo = Persona(id="new", name="TODO", status="draft", owner="Ida", goals=("Peace",))
    stage = Stage(id="trial", name="Trial", order=5, status="draft", owner="Ida")
    found = {draft.title: draft.waits for draft in drafts(library_of(bare, todo, stage), title_of)}
    assert found.pop("Trial") == (Waiting("content"), Waiting("approval"))
    assert found == {"Buyer": (Waiting("content"), Waiting("approval")), "TODO": (Waiting("field", "Name"), Waiting("approval"))}


@pytest.mark.parametrize("status", ["", "draft"])
def test_a_file_that_cannot_be_read_is_no_draft(status: str) -> None:
    """Of such a file only the id is known: it is a problem, and nobody is told that it waits for a title."""
    assert drafts(library_of(Play(id="torn", file="torn.yaml", status=status)), title_of) == ()


@pytest.mark.parametrize("edition", ["partner", "buyer"])
def test_others_get_no_page_for_authors(edition: str) -> None:
    """Neither the page nor the place in the menu nor the title of a draft reaches partners and buyers."""
    found = pages(
        library_of(asset("a", audience="external"), asset("wip", status="draft", audience="external")),
        edition=edition,
        today=TODAY,
        pdf=True,
    )
    assert "authors.html" not in {page.path for page in found} | {item.href for page in found for item in page.frame.menu}
    assert "Wip" not in " ".join(text for page in found for text in texts_of((page.body, page.links)))


@pytest.mark.parametrize(
    ("entry", "state", "day"),
    [
        (asset("a"), "never", ""),
        (asset("a", reviewed=on("2026-01-01")), "verified", ""),
        (asset("a", reviewed=on("2026-01-01"), review_every=YEAR), "verified", "2027-01-01"),
        (asset("a", reviewed=on("2026-01-01"), review_every=YEAR, expires=on("2026-12-24")), "verified", "2026-12-24"),
        (asset("a", reviewed=on("2025-11-22"), review_every=YEAR), "verified", "2026-11-22"),
        (asset("a", reviewed=on("2025-11-21"), review_every=YEAR), "overdue", "2026-11-21"),
        (asset("a", reviewed=on("2026-01-01"), expires=on("2026-11-21")), "expired", "2026-11-21"),
        (asset("a", expires=on("2026-11-22")), "never", ""),
        (Claim(id="c", text="T", source="S", checked=on("2026-10-01"), expires=on("2027-06-30")), "verified", "2027-06-30"),
    ],
)
def test_each_state_with_the_day_that_it_turns_on(entry: Entry, state: str, day: str) -> None:
    """Expired, overdue, never reviewed or verified, by the day of the build; dates, never how long ago."""
    ((row,),) = (owner.rows for owner in authors(library_of(entry)).owners)
    assert (row.state, str(row.day or "")) == (state, day)


def test_what_a_review_did_not_see_is_told() -> None:
    """An entry of which something has changed since its review is not verified any more."""
    library = replace(library_of(asset("a", reviewed=on("2026-01-01"))), changed={"asset/a": ("asset/a",)})
    assert [row.state for owner in authors(library).owners for row in owner.rows] == ["changed"]


def test_owners_stand_by_name_and_the_urgent_first() -> None:
    """What has no owner comes last; each owner's rows begin with what needs somebody now; retired entries and requests need nobody."""
    body = authors(
        library_of(
            asset("fresh", owner="Ida", reviewed=on("2026-11-01")),
            asset("late", owner="Ida", reviewed=on("2020-01-01"), review_every=YEAR),
            asset("gone", owner="Ida", expires=on("2026-01-01")),
            asset("old", owner="Ida", status="retired"),
            asset("nobodys"),
            asset("adas", owner="Ada"),
            Request(id="r", wanted="More"),
        )
    )
    assert [(each.owner, [row.link.id for row in each.rows]) for each in body.owners] == [
        ("Ada", ["adas"]),
        ("Ida", ["gone", "late", "fresh"]),
        ("", ["nobodys"]),
    ]
    assert dict(body.owners[1].counts) == {"expired": 1, "overdue": 1, "changed": 0, "never": 0, "verified": 1}


def test_it_works_with_nothing_and_with_two_thousand_entries() -> None:
    """A library of nothing has an empty page; of two thousand entries each stands there once."""
    assert authors(library_of()) == AuthorsBody((), ())
    body = authors(library_of(*(asset(f"a{number}", owner=f"Owner {number % 40}") for number in range(2000))))
    assert len(body.owners) == 40
    assert len({row.link.id for owner in body.owners for row in owner.rows}) == 2000
