"""What is offered to whom, in which order and why; editions; closed pages."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from playbook.library import Library, assemble, review_of, version, visible
from playbook.model.agreement import Agreement
from playbook.model.bodies import AssetBody, HomeBody, PersonaBody, PlayBody, PlaybookBody
from playbook.model.content import Asset, Links, Use
from playbook.model.coverage_bodies import CoverageBody
from playbook.model.documents import LibraryFile
from playbook.model.entries import Entry, ObjectionLine, Send, WebLink
from playbook.model.journey import Signal, Stage
from playbook.model.knowledge import Campaign, Claim, Term
from playbook.model.pages import Page
from playbook.model.people import Persona
from playbook.model.plays import Play, Step, StepAsset
from playbook.model.settings import Brand, PlaybookPlan, Settings
from playbook.model.values import DayValue, Span
from playbook.model.word_bodies import ClaimsBody
from playbook.select import Known, find, leaks, pages
from playbook.select.cards import card
from playbook.select.playbooks import SECTIONS
from playbook.select.ranking import CHANGED, STALE, UNREVIEWED, VERIFIED, candidates, freshness
from playbook.select.selection import selection
from playbook.select.shelves import shelves

TODAY = date(2026, 11, 22)
HR, OPS = Persona(id="hr", name="HR director"), Persona(id="ops", name="Plant manager")
EARLY, LATE = Stage(id="early", name="Early", order=1, goes_to=("late",)), Stage(id="late", name="Late", order=2, outcome="won")
YEAR = Span("1 year", 1, 1, "year")


def on(text: str) -> DayValue:
    """A single day."""
    return DayValue(text, date.fromisoformat(text), date.fromisoformat(text))


def library_of(*entries: Entry, settings: Settings | None = None, agreement: Agreement | None = None) -> Library:
    """A library with two personas, two stages and these entries."""
    return assemble(settings or Settings(name="Test"), [HR, OPS, EARLY, LATE, *entries], agreement)


def asset(id_: str, *uses: Use, **fields: Any) -> Asset:
    """A live asset."""
    return Asset(id=id_, title=id_.upper(), type="deck", uses=uses, **fields)


def page(library: Library, path: str, edition: str = "rep") -> Page:
    """One page of the site."""
    return next(each for each in pages(library, edition=edition, today=TODAY, pdf=True) if each.path == path)


def test_explicit_goes_before_general_then_more_dimensions_then_fresh_then_id() -> None:
    """The one order, rule by rule."""
    whole: Any = {"personas": ("hr",), "stages": ("early",)}
    found = candidates(
        library_of(
            asset("general", Use(key="1")),
            asset("b", Use(key="1", **whole)),
            asset("a", Use(key="1", **whole)),
            asset("stale", Use(key="1", **whole), reviewed=on("2020-01-01"), review_every=YEAR),
            asset("fresh", Use(key="1", **whole), reviewed=on("2026-11-01"), review_every=YEAR),
            asset("signalled", Use(key="1", **whole, signals=("s",))),
        ),
        TODAY,
    )
    assert [each.entry.id for each in found] == ["signalled", "fresh", "a", "b", "stale", "general"]


@pytest.mark.parametrize(("edition", "sent"), [("rep", {"a": True, "b": False}), ("buyer", {"a": True, "b": True})])
def test_lists_say_of_an_asset_what_its_page_says(edition: str, sent: dict[str, bool]) -> None:
    """What nobody outside can open does not stand under what to send; a buyer reads of all of it under one heading."""
    uses = (Use(key="1", benefit="A number"),)
    ours = Links(internal_=(WebLink("https://a.example/b"),))
    library = library_of(asset("a", *uses, audience="external", body="Dear you"), asset("b", *uses, audience="external", links=ours))
    chosen = selection(library, edition=edition, today=TODAY, pdf=False)
    assert {each.entry.id: each.offer.external for each in chosen.ranked} == sent
    assert {each.id: card(chosen, each).external for each in chosen.library.of(Asset)} == sent


@given(st.permutations(["a", "b", "c", "d", "e"]))
def test_the_order_does_not_depend_on_the_order_of_the_files(ids: list[str]) -> None:
    """However the entries come in, the answer is the same."""
    entries = [asset(id_, Use(key="1", personas=("hr",), stages=("early",))) for id_ in ids]
    assert [each.entry.id for each in candidates(library_of(*entries), TODAY)] == ["a", "b", "c", "d", "e"]


def test_reasons_travel_with_an_offer() -> None:
    """Each offer says which people, stages and signals it names, in words, and whether it is verified."""
    use = Use(key="1", personas=("hr",), stages=("early",))
    (offer,) = find(library_of(asset("a", use, reviewed=on("2026-11-01"))), Known(), today=TODAY).offers
    assert {reason.code: str(reason.detail) for reason in offer.reasons} == {
        "names-persona": "HR director",
        "names-stage": "Early",
        "verified": "2026-11-01",
    }


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({}, UNREVIEWED),
        ({"reviewed": DayValue("TODO", None, None)}, UNREVIEWED),
        ({"reviewed": on("2026-11-01")}, VERIFIED),
        ({"reviewed": on("2025-11-23"), "review_every": YEAR}, VERIFIED),
        ({"reviewed": on("2025-11-20"), "review_every": YEAR}, STALE),
        ({"expires": on("2026-11-21")}, STALE),
        ({"expires": on("2026-11-22")}, UNREVIEWED),
        ({"expires": DayValue("evergreen", None, None)}, UNREVIEWED),
    ],
)
def test_a_review_holds_until_its_interval_has_run_out(fields: dict[str, Any], state: str) -> None:
    """The last day still counts; what has expired is stale whatever the review says."""
    entry = asset("a", **fields)
    assert freshness(library_of(entry), entry, TODAY) == state


def test_a_review_holds_while_what_it_saw_is_unchanged() -> None:
    """The entry, its claims and its people are as they were seen, or the entry is no longer verified."""
    claim = Claim(id="c", text="It costs", source="A survey", audience="external")
    entry = asset("a", Use(key="1", personas=("hr",)), claims=("c",), reviewed=on("2026-11-01"), audience="external")
    seen = {"asset/a": review_of(entry, library_of(entry, claim).entries)}
    assert set(seen["asset/a"]) == {"asset/a", "claim/c", "persona/hr"}
    for now, state in ((claim, VERIFIED), (replace(claim, owner="Ana"), VERIFIED), (replace(claim, text="It pays"), CHANGED)):
        library = assemble(Settings(name="T"), [HR, entry, now], reviews=seen)
        assert [freshness(library, entry, TODAY), library.changed.get("asset/a", ())] == [state, () if state == VERIFIED else ("claim/c",)]
        body = page(library, "assets/a.html").body
        assert isinstance(body, AssetBody)
        assert body.review == state


def test_nothing_live_is_lost_from_the_playbooks_that_its_uses_name() -> None:
    """Every use appears on a shelf of each persona it names, at its stage or at any time, and on no other persona's."""
    library = library_of(
        asset("both", Use(key="1", personas=("hr", "ops"), stages=("early", "late"))),
        asset("stage-only", Use(key="1", stages=("late",))),
        asset("persona-only", Use(key="1", personas=("ops",))),
        asset("nobody", Use(key="1")),
        asset("ghost-stage", Use(key="1", personas=("hr",), stages=("gone",))),
    )
    ranked = candidates(library, TODAY)

    def held(persona: str) -> dict[str, list[str]]:
        stocked = shelves(library, ranked, persona)
        return {each.shelf.stage.id if each.shelf.stage else "": [one.entry.id for one in each.candidates] for each in stocked}

    assert held("hr") == {"early": ["both"], "late": ["both"], "": ["ghost-stage", "stage-only", "nobody"]}
    assert held("ops") == {"early": ["both"], "late": ["both"], "": ["persona-only", "stage-only", "nobody"]}
    assert set(held("")["late"]) == {"both", "stage-only"}


def test_a_persona_playbook_tells_each_use_at_full_length_once() -> None:
    """A use that fits two stages is told where it comes first; the second stage only names it."""
    library = library_of(asset("both", Use(key="1", personas=("hr",), stages=("early", "late"), when=("now",), how=("so",))))
    body = page(library, "personas/hr.pdf").body
    assert isinstance(body, PlaybookBody)
    assert [len(chapter.assets) for chapter in body.chapters] == [1, 0, 0]
    assert [len(chapter.shelf.assets) for chapter in body.chapters] == [1, 1, 0]


def test_what_fits_nowhere_is_shown_as_such() -> None:
    """An asset without any use stands on the coverage page and in the playbook of everything."""
    library = library_of(asset("orphan"))
    coverage, everything = page(library, "coverage.html").body, page(library, "playbook.pdf").body
    assert isinstance(coverage, CoverageBody)
    assert isinstance(everything, PlaybookBody)
    assert [card.link.id for card in coverage.fits_nowhere] == ["orphan"]
    assert [each.asset.id for each in everything.fits_nowhere] == ["orphan"]


def test_drafts_are_absent_and_retired_entries_name_their_replacement() -> None:
    """Reps never see a draft, not even as a reference; a retired page leads to what replaced it and is offered nowhere."""
    library = library_of(
        asset("new", Use(key="1")),
        asset("old", Use(key="1"), status="retired", replaced_by="new"),
        asset("secret", Use(key="1"), status="draft"),
        Play(id="p", title="P", steps=(Step(key="1", do="Send", assets=(StepAsset("secret"), StepAsset("new"))),)),
    )
    found = pages(library, edition="rep", today=TODAY, pdf=False)
    assert not [each.path for each in found if "secret" in each.path or any(link.id == "secret" for link in each.links)]
    body = page(library, "assets/old.html").body
    assert isinstance(body, AssetBody)
    assert body.replaced_by is not None
    assert body.replaced_by.id == "new"
    assert [offer.link.id for offer in find(library, Known(), today=TODAY).offers] == ["p", "new"]


def test_buyers_do_not_meet_what_is_retired() -> None:
    """They get neither its page nor a link to it, and no use that was for a retired person alone."""
    shown = {"audience": "external"}
    gone = Persona(id="gone", name="Gone", status="retired", **shown)
    uses = (Use(key="1", personas=("gone",), benefit="Theirs"), Use(key="2", personas=("hr",), benefit="Ours"))
    library = library_of(
        gone,
        asset("old", Use(key="1"), status="retired", replaced_by="new", **shown),
        asset("new", *uses, claims=("c", "d"), body="Dear you", **shown),
        Claim(id="c", text="Old figure", source="s", status="retired", **shown),
        Claim(id="d", text="New figure", source="s", **shown),
        Play(id="p", title="P", steps=(Step(key="1", do="Send", assets=(StepAsset("old"), StepAsset("new"))),), **shown),
    )
    found = pages(library, edition="buyer", today=TODAY, pdf=False)
    assert not {"assets/old.html", "personas/gone.html"} & {each.path for each in found}
    assert not [(each.path, link.id) for each in found for link in each.links if link.id in {"old", "gone", "c"}]
    kept = visible(library, "buyer").get("asset", "new")
    assert isinstance(kept, Asset)
    assert ([use.benefit for use in kept.uses], kept.claims) == (["Ours"], ("d",))
    for edition in ("rep", "partner"):
        assert "assets/old.html" in {each.path for each in pages(library, edition=edition, today=TODAY, pdf=False)}


def test_a_buyer_edition_holds_only_external_entries_and_fields() -> None:
    """When, how, say, internal links, internal entries and whatever names them are absent, not hidden."""
    use = Use(
        key="1", personas=("hr",), when=("inside when",), say="inside say", benefit="outside benefit", send=(Send(body="inside send"),)
    )
    links = Links(public=(WebLink("https://example.com/x"),), internal_=(WebLink("https://inside.example.com"),))
    library = library_of(
        asset("shown", use, audience="external", links=links, claims=("c", "d"), summary="outside summary"),
        asset("partner", use, audience="partner"),
        asset("hidden", use),
        Claim(id="c", text="outside claim", source="s", audience="external"),
        Claim(id="d", text="inside claim", source="s"),
        agreement=Agreement(id="agreement", disputes="inside"),
    )
    shown = visible(library, "buyer")
    kept = shown.get("asset", "shown")
    assert isinstance(kept, Asset)
    assert kept.links is not None
    assert (kept.links.internal_, kept.claims, kept.uses[0].when, kept.uses[0].say, kept.uses[0].send) == ((), ("c",), (), "", ())
    assert shown.get("asset", "hidden") is None
    assert shown.get("asset", "partner") is None
    assert shown.agreement is None
    found = pages(library, edition="buyer", today=TODAY, pdf=True)
    everything = repr(found)
    assert not [each.path for each in found if each.path in {"coverage.html", "agreement.html", "they-say.html"}]
    assert "outside benefit" in everything
    assert "outside summary" in everything
    assert "inside" not in everything


def test_notes_are_in_no_edition() -> None:
    """What authors note for themselves reaches no page."""
    library = library_of(asset("a", Use(key="1", notes="never shown"), notes="never shown", audience="external"))
    assert not [name for name in ("rep", "partner", "buyer") if "never shown" in repr(pages(library, edition=name, today=TODAY, pdf=True))]


def test_a_text_that_says_only_todo_is_left_out_and_a_term_called_todo_stays() -> None:
    """A gap is no content; a name is."""
    library = library_of(
        asset("a", summary="TBD", extra={"note": "TODO", "kept": "words"}), Term(id="todo", term="TODO", means=("a note",))
    )
    shown = visible(library, "rep").get("asset", "a")
    assert isinstance(shown, Asset)
    assert shown.summary == ""
    assert "TODO" in repr(page(library, "glossary.html").body)


def test_find_puts_what_names_the_choice_first_and_leaves_out_what_is_for_others() -> None:
    """What is silent on a chosen dimension comes second; what names another persona does not come at all."""
    library = library_of(
        asset("named", Use(key="1", personas=("hr",))),
        asset("silent", Use(key="1", stages=("early",), signals=("x",))),
        asset("other", Use(key="1", personas=("ops",), stages=("early",))),
    )
    assert [offer.link.id for offer in find(library, Known(persona="hr"), today=TODAY).offers] == ["named", "silent"]
    assert [offer.link.id for offer in find(library, Known(), today=TODAY, words="OTHER").offers] == ["other"]
    food = library_of(
        asset("all", Use(key="1")), asset("food", Use(key="1", industries=("food",))), asset("docks", Use(key="1"), industries=("docks",))
    )
    assert [offer.link.id for offer in find(food, Known(industry="food"), today=TODAY).offers] == ["food", "all"]
    assert find(library, Known(), today=TODAY, words="nonsense").offers == ()


def test_a_page_carries_every_link_it_shows() -> None:
    """References, labels, files and links to entries in texts all travel with the page; others do not."""
    settings = Settings(name="T", asset_types={"deck": "Slide deck"}, brand=Brand(footer="See [x](term:t)"))
    shown = asset("a", Use(key="1", personas=("hr", "ghost")), summary="Ask [the play](play:p), not [it](play:none)")
    entries = [HR, shown, Play(id="p", title="P"), Term(id="t", term="T", means=("m",)), asset("other")]
    library = assemble(settings, entries, files=[LibraryFile("x.png", 1, "d")])
    links = {(link.kind, link.id): link for link in page(library, "assets/a.html").links}
    assert links["persona", "hr"].href == "personas/hr.html"
    assert links["persona", "ghost"].state == "missing"
    assert links["asset_types", "deck"].title == "Slide deck"
    assert links["play", "p"].href == "plays/p.html"
    assert ("play", "none") not in links
    assert ("term", "t") in links
    assert ("asset", "other") not in links


def test_on_paper_links_lead_inside_the_document_or_to_the_site() -> None:
    """In a PDF an entry told in it is an anchor; another is the site's address, or words where the site has none."""
    use = Use(key="1", personas=("hr",), stages=("early",), when=("w",))
    entries = (asset("a", use, summary="With [it](asset:b)"), asset("b"))

    def leads(settings: Settings | None = None) -> dict[str, str]:
        links = page(library_of(*entries, settings=settings), "personas/hr.pdf").links
        return {link.id: link.href for link in links if link.kind == "asset"}

    assert leads() == {"a": "#asset-a", "b": ""}
    assert leads(Settings(name="T", site_url="https://play.example.com/")) == {
        "a": "#asset-a",
        "b": "https://play.example.com/assets/b.html",
    }


def test_a_version_changes_with_the_words_and_with_a_claim_it_quotes_only() -> None:
    """A new owner or review date is no new version; a changed sentence or claim is."""

    def of(summary: str, claim: str, owner: str) -> str:
        library = library_of(asset("a", summary=summary, claims=("c",), owner=owner), Claim(id="c", text=claim, source="s"))
        entry = library.get("asset", "a")
        assert entry is not None
        return version(library, entry)

    assert of("s", "c", "x") == of("s", "c", "y")
    assert len({of("s", "c", ""), of("t", "c", ""), of("s", "d", "")}) == 3


def test_a_gap_at_a_stage_is_marked() -> None:
    """A persona's stage without a play or without content is shown as a gap, honestly."""
    body = page(library_of(asset("a", Use(key="1", personas=("hr",), stages=("early",)))), "personas/hr.html").body
    assert isinstance(body, PersonaBody)
    assert [(shelf.stage and shelf.stage.id, shelf.gap) for shelf in body.shelves] == [("early", True), ("late", True), (None, False)]


def test_a_place_is_covered_in_part_or_only_by_what_is_for_anyone() -> None:
    """Content and a play that name both cover a place, one of them covers it in part; what fits anyone has a state of its own."""
    both, play = Use(key="1", personas=("hr",), stages=("early",)), Play(id="p", title="P", personas=("hr",), stages=("early",))

    def states(*entries: Entry) -> list[str]:
        body = page(library_of(*entries), "coverage.html").body
        assert isinstance(body, CoverageBody)
        return [cell.state for row in body.tables[0].rows for cell in row.cells]

    assert states() == ["gap", "gap", "gap", "gap"]
    assert states(asset("a", both)) == ["part", "gap", "gap", "gap"]
    assert states(asset("a", both), play) == ["covered", "gap", "gap", "gap"]
    assert states(asset("a", Use(key="1", stages=("early",)))) == ["general", "gap", "general", "gap"]


def test_a_signal_leads_to_the_play_that_it_or_the_play_names() -> None:
    """The signal's own play goes first; else the first play in the order that names the signal."""
    library = library_of(
        Signal(id="own", name="Own", means="m", play="b"),
        Signal(id="called", name="Called", means="m", kind="said"),
        Play(id="a", title="A", signals=("own", "called")),
        Play(id="b", title="B"),
    )
    groups = page(library, "index.html").body
    assert isinstance(groups, HomeBody)
    assert {each.title: each.answer.id for group in groups.situations for each in group.situations if each.answer} == {
        "Own": "b",
        "Called": "a",
    }


def test_a_message_carries_the_public_address_and_never_an_internal_one() -> None:
    """`{link}` becomes the asset's public address, a message without it ends in the address, and without one nothing is put in."""
    public = Links(public=(WebLink("https://example.com/x"),), internal_=(WebLink("https://inside.example.com"),))
    inside = Links(internal_=(WebLink("https://inside.example.com"),))

    def body(text: str, links: Links) -> str:
        found = page(library_of(asset("a", Use(key="1", send=(Send(body=text),)), links=links)), "assets/a.html").body
        assert isinstance(found, AssetBody)
        return re.sub(r"pb_version=[0-9a-f]{8}", "pb_version=v", found.uses[0].use.send[0].body)

    counted = "https://example.com/x?pb_asset=a&pb_use=1&pb_version=v"
    assert body("See {link} now", public) == f"See {counted} now"
    assert body("See it", public) == f"See it\n\n{counted}"
    assert body("It is at https://example.com/x already", public) == "It is at https://example.com/x already"
    assert body("See {link} now", inside) == "See {link} now"
    kept = asset("a", Use(key="1", send=(Send(body="See it"),)), links=public, audience="internal")
    found = page(library_of(kept), "assets/a.html").body
    assert isinstance(found, AssetBody)
    assert found.uses[0].use.send[0].body == "See it"


def test_what_is_read_out_names_the_asset_and_no_address() -> None:
    """On a voicemail, however it is written, `{link}` becomes the asset's title, and no address is added; internal assets are not named."""

    def body(text: str, channel: str, audience: str = "external") -> str:
        send = (Send(channel=channel, body=text),)
        links = Links(public=(WebLink("https://example.com/x"),))
        found = page(library_of(asset("a", Use(key="1", send=send), links=links, audience=audience)), "assets/a.html").body
        assert isinstance(found, AssetBody)
        return found.uses[0].use.send[0].body

    assert body("It is called {link}.", " Voice Mail ") == "It is called A."
    assert body("It is in your mail.", "voicemail") == "It is in your mail."
    assert body("It is called {link}.", "voicemail", "internal") == "It is called {link}."
    assert "https://" in body("It is in your mail.", "LinkedIn")


def test_a_step_like_another_has_its_message_with_its_own_asset() -> None:
    """`same_as` takes the words of the other step; the address is that of the asset the step itself shows."""
    links = Links(public=(WebLink("https://example.com/b"),))
    steps = (
        Step(key="first", do="Write", send=(Send(body="Hello {link}"),)),
        Step(key="2", do="Again", same_as="first", assets=(StepAsset("b"),)),
    )
    found = page(library_of(asset("b", links=links), Play(id="p", title="P", steps=steps)), "plays/p.html").body
    assert isinstance(found, PlayBody)
    first, second = (step.send[0].body for step in found.play.steps)
    assert (first, second.partition("?")[0]) == ("Hello {link}", "Hello https://example.com/b")
    assert "pb_asset=b&pb_use=p/2&" in second


def test_what_is_only_for_drafts_waits_with_them() -> None:
    """A play, a use or a planned playbook whose only persona is a draft is offered to nobody, and not to everybody."""
    draft = Persona(id="new", name="New", status="draft")
    plans = (PlaybookPlan(id="x", personas=("new",)),)
    library = library_of(
        draft,
        asset("a", Use(key="1", personas=("new",)), Use(key="2", personas=("new", "hr"))),
        Play(id="p", title="P", personas=("new",)),
        settings=Settings(name="T", playbooks=plans),
    )
    assert [(offer.link.id, offer.use) for offer in find(library, Known(), today=TODAY).offers] == [("a", "2")]
    assert "playbooks/x.pdf" not in {each.path for each in pages(library, edition="rep", today=TODAY, pdf=True)}


def test_a_step_that_says_todo_keeps_its_message() -> None:
    """A gap in a required field is a gap, and takes nothing else with it."""
    play = Play(id="p", title="P", steps=(Step(key="1", do="TODO", send=(Send(body="Hello"),)),))
    body = page(library_of(play), "plays/p.html").body
    assert isinstance(body, PlayBody)
    assert [(step.do, step.send[0].body) for step in body.play.steps] == [("", "Hello")]


def test_a_draft_agreement_is_not_published() -> None:
    """What is still being agreed is nobody's rule yet."""
    agreement = Agreement(id="agreement", status="draft", disputes="x")
    assert "agreement.html" not in {each.path for each in pages(library_of(agreement=agreement), edition="rep", today=TODAY, pdf=False)}


def test_a_retired_claim_is_listed_nowhere_and_linked_from_nowhere() -> None:
    """It has no page that could name its replacement, so a reference to it is words."""
    claim = Claim(id="c", text="Old", source="s", status="retired")
    library = library_of(asset("a", claims=("c",)), claim, Claim(id="d", text="New", source="s"))
    body = page(library, "claims.html").body
    assert isinstance(body, ClaimsBody)
    assert [each.title for _, group in body.groups for each in group] == ["New"]
    assert [link.href for link in page(library, "assets/a.html").links if link.id == "c"] == [""]


def test_a_planned_playbook_holds_what_was_asked_for_and_nothing_else() -> None:
    """Personas, campaigns and single entries narrow it; lists of everything stay in the playbook of everything."""
    use = Use(key="1", personas=("hr",), stages=("early",))
    plans = (PlaybookPlan(id="two", personas=("hr", "ops")), PlaybookPlan(id="winter", campaigns=("w",)))
    library = library_of(
        asset("a", use), asset("b", use), asset("orphan"), Campaign(id="w", name="W", assets=("b",)), Claim(id="c", text="C", source="s"),
        Persona(id="cfo", name="CFO", objections=(ObjectionLine("Too dear"),)),
        settings=Settings(name="T", playbooks=plans),
    )  # fmt: skip
    two, winter = page(library, "playbooks/two.pdf").body, page(library, "playbooks/winter.pdf").body
    assert isinstance(two, PlaybookBody)
    assert isinstance(winter, PlaybookBody)
    assert ([each.title for each in two.people], two.said, two.more, two.fits_nowhere) == (["HR director", "Plant manager"], (), (), ())
    assert [each.asset.id for chapter in winter.chapters for each in chapter.assets] == ["b"]


def test_planned_playbooks_take_the_place_of_the_usual_ones() -> None:
    """Where a team has planned its playbooks, those alone are made, and each page offers the one that is nearest to it."""
    plans = (PlaybookPlan(id="both", personas=("hr", "ops")), PlaybookPlan(id="hr", personas=("hr",)), PlaybookPlan(id="all"))
    planned = library_of(settings=Settings(name="T", playbooks=plans))
    cards = {"personas/hr-pocket.pdf", "personas/ops-pocket.pdf", "new-rep.pdf"}  # no playbooks
    made = {each.path: each.pdf for each in pages(planned, edition="rep", today=TODAY, pdf=True)}
    assert {path for path in made if path.endswith(".pdf")} == {"playbooks/both.pdf", "playbooks/hr.pdf", "playbooks/all.pdf", *cards}
    offered = [made["personas/hr.html"], made["personas/ops.html"], made["index.html"]]
    assert offered == ["playbooks/hr.pdf", "playbooks/both.pdf", "playbooks/all.pdf"]
    usual = {each.path for each in pages(library_of(), edition="rep", today=TODAY, pdf=True)}
    assert {path for path in usual if path.endswith(".pdf")} == {"personas/hr.pdf", "personas/ops.pdf", "playbook.pdf", *cards}


def test_a_planned_playbook_holds_the_sections_it_names() -> None:
    """Each part of a playbook belongs to one section, and a section that is not named is left out."""
    parts = set(PlaybookBody.__struct_fields__) - {"title", "version", "one_line", "short", "part", "parts"}
    assert sorted(part for section in SECTIONS.values() for part in section) == sorted(parts)
    plans = (PlaybookPlan(id="short", sections=("people",)),)
    body = page(library_of(asset("a", Use(key="1")), settings=Settings(name="T", playbooks=plans)), "playbooks/short.pdf").body
    assert isinstance(body, PlaybookBody)
    assert {part for part in parts if getattr(body, part)} == {"people"}


def test_the_version_of_a_playbook_is_that_of_all_it_tells() -> None:
    """A play that says something else makes a new version of the playbook of its persona."""

    def of(say: str) -> str:
        body = page(library_of(Play(id="p", title="P", say=say, personas=("hr",), stages=("early",))), "personas/hr.pdf").body
        assert isinstance(body, PlaybookBody)
        return body.version

    assert of("a") == of("a") != of("b")


def test_words_meant_for_the_team_are_found_in_what_buyers_would_read() -> None:
    """The usual words, or the team's own, in texts, titles and links, whole words only."""
    library = library_of(
        asset("a", audience="external", summary="For internal only use"),
        asset("b", audience="external", summary="Unconfidentially yours"),
        asset("c", audience="external", summary="About Falcon"),
    )
    found = pages(library, edition="buyer", today=TODAY, pdf=False)
    assert leaks(found, ()) == dict.fromkeys(("index.html", "assets/index.html", "assets/a.html"), "internal only")
    assert leaks(found, ("falcon",)) == dict.fromkeys(("index.html", "assets/index.html", "assets/c.html"), "Falcon")


def test_ids_of_uses_are_not_for_buyers() -> None:
    """A use goes by its number where its id is not theirs to see."""
    library = library_of(asset("a", Use(key="hush-hush", id="hush-hush", benefit="b"), audience="external"))
    assert "hush" not in repr(pages(library, edition="buyer", today=TODAY, pdf=False))


def test_a_heading_made_of_a_text_is_plain_words() -> None:
    """A claim is Markdown; as a title it shows neither signs nor comments nor where its links lead."""
    library = library_of(Claim(id="c", text="We fill **97%** <!-- hush --> see [w](claim:hush)", source="s"))
    body = page(library, "claims.html").body
    assert isinstance(body, ClaimsBody)
    assert body.groups[0][1][0].title == "We fill 97% see w"


def test_a_buyer_meets_the_company_and_no_rules_that_are_empty() -> None:
    """A buyer's pages and PDFs go by the company's name, others by the playbook's; an agreement that says nothing makes no chapter."""
    rules = Agreement(id="agreement", audience="external", status="approved")
    library = assemble(Settings(name="T sales playbook", company="T"), [HR, asset("a", Use(key="1"), audience="external")], rules)
    for edition, name in (("rep", "T sales playbook"), ("partner", "T sales playbook"), ("buyer", "T")):
        paper = next(each for each in pages(library, edition=edition, today=TODAY, pdf=True) if each.path == "playbook.pdf")
        assert (paper.title, paper.frame.name) == (name, name)
        assert isinstance(paper.body, PlaybookBody)
        assert paper.body.rules_of_the_road == ()
