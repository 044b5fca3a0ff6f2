"""What the search finds: every kind of entry, with its situation, its answer and its synonyms, and nothing that an edition hides."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from playbook.library import Library, assemble
from playbook.model.content import Asset, Use
from playbook.model.entries import ObjectionLine, Question
from playbook.model.journey import Stage
from playbook.model.knowledge import Objection, Term
from playbook.model.people import Persona
from playbook.model.plays import Play
from playbook.model.search import Findable, SearchBody
from playbook.model.settings import Settings
from playbook.pipeline import check
from playbook.select import findable, pages
from playbook.select.search_page import KINDS

TODAY = date(2026, 11, 22)
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def sample() -> Library:
    """Return the sample."""
    return check(ROOT, today=TODAY).library


def found(library: Library, edition: str = "rep") -> tuple[Findable, ...]:
    """Return what the search of an edition finds."""
    return findable(pages(library, edition=edition, today=TODAY, pdf=False))


def one(things: tuple[Findable, ...], kind: str, title: str) -> Findable:
    """Return the only thing of a kind with this title."""
    [only] = [each for each in things if (each.kind, each.title) == (kind, title)]
    return only


def test_every_kind_is_found(sample: Library) -> None:
    """Of the sample, the search finds things of every kind, each with a title and a place, and none of them twice."""
    things = found(sample)
    assert {each.kind for each in things} == set(KINDS)
    assert all(each.title and each.href for each in things)
    assert len({(each.kind, each.title, each.href) for each in things}) == len(things)


def test_every_live_entry_is_found(sample: Library) -> None:
    """Each play, asset, persona, stage, competitor and campaign is found under its title, and each term, claim, request and signal."""
    titles = {each.title for each in found(sample)}
    kinds = ("play", "asset", "persona", "stage", "competitor", "campaign", "term", "signal")
    wanted = {entry.title_text for kind in kinds for entry in sample.entries[kind].values() if entry.is_live}
    assert len(wanted) > 80
    assert wanted <= titles


SMALL = (
    Persona(id="hr", name="HR director", titles=("Head of people",), objections=(ObjectionLine("Not *now*.", "When, then?"),)),
    Stage(id="early", name="Early", order=1, buyer_question="What does waiting cost?"),
    Asset(
        id="deck",
        title="Deck",
        type="slides",
        summary="Six pages.",
        topics=("overtime",),
        uses=(Use(key="1", personas=("hr",), stages=("early",), when=("They *wait*",)), Use(key="2", when=("Any time",))),
    ),
    Asset(id="old", title="Old deck", type="slides", status="retired", replaced_by="deck"),
    Asset(id="gone", title="Gone deck", type="slides", status="retired"),
    Asset(id="soon", title="Coming deck", type="slides", status="draft"),
    Play(
        id="price",
        title="They talk price",
        stages=("early",),
        questions=(Question("Compared *with* what?", listen_for="A number"),),
        objections=(ObjectionLine("Not now.", "Because?"), ObjectionLine("Too expensive.", "Compared with what?")),
    ),
    Objection(id="own", they_say="We hire ourselves.", you_say="You should.", personas=("hr",), stages=("early",)),
    Term(id="mql", term="qualified lead", means=("A lead that counts",), also=("MQL",), not_=("hot lead",), audience="external"),
)
LIBRARY = assemble(Settings(name="Small", asset_types={"slides": "Slides"}), SMALL)


def test_what_they_say_comes_with_the_answer() -> None:
    """A thing said is there once, whoever says it, with its answer, who says it and when it comes up."""
    things = found(LIBRARY)
    now = one(things, "said", "Not now.")
    assert (now.line, now.personas, now.stages) == ("When, then?", ("hr",), ("early",))
    assert now.href == "they-say.html#persona-hr-says-1"
    own = one(things, "said", "We hire ourselves.")
    assert (own.line, own.personas, own.stages, own.href) == ("You should.", ("hr",), ("early",), "they-say.html#objection-own")
    assert one(things, "said", "Too expensive.").personas == ()


def test_an_asset_is_found_by_its_uses() -> None:
    """An asset brings the moments of its uses, each with its place, for whom and when; one for anybody makes it for anybody."""
    deck = one(found(LIBRARY), "asset", "Deck")
    assert [(use.href, use.when, use.personas, use.stages) for use in deck.uses] == [
        ("assets/deck.html#use-1", "They wait", ("hr",), ("early",)),
        ("assets/deck.html#use-2", "Any time", (), ()),
    ]
    assert (deck.personas, deck.stages, deck.type, deck.words) == ((), (), "slides", ("overtime",))


def test_questions_and_terms_are_found_by_their_words() -> None:
    """A question says what to listen for; a term is found by its other words, and by those that are not to be used."""
    things = found(LIBRARY)
    asked = one(things, "question", "Compared with what?")
    assert (asked.line, asked.stages, asked.href) == ("A number", ("early",), "questions.html#ask-play-price")
    term = one(things, "term", "qualified lead")
    assert (term.words, term.personas, term.audience) == (("MQL", "hot lead"), None, "external")


def test_what_is_retired_leads_to_what_took_its_place() -> None:
    """A retired asset is found under its old name only where there is something to use instead; a draft is not found at all."""
    things = found(LIBRARY)
    old = one(things, "asset", "Old deck")
    assert (old.href, old.use_instead) == ("assets/deck.html", "Deck")
    assert not [each for each in things if each.title in {"Gone deck", "Coming deck"}]


@pytest.mark.parametrize("edition", ["partner", "buyer"])
def test_an_edition_finds_only_what_it_shows(sample: Library, edition: str) -> None:
    """Partners and buyers find no words of the team: nothing said, asked or requested, and no text that stands on none of their pages."""
    things = found(sample, edition)
    assert {"asset", "term", "page"} <= {each.kind for each in things}
    assert {each.kind for each in things}.isdisjoint({"said", "question", "request", "signal", "competitor"})
    made = pages(sample, edition=edition, today=TODAY, pdf=False)
    assert {each.href.partition("#")[0] for each in things} <= {page.path for page in made}
    told = json.dumps([repr(page.body) for page in made], ensure_ascii=False)
    hidden = [line for play in sample.of(Play) for line in (*play.when, play.ask, play.say) if line]
    said = "\n".join("\n".join((each.title, each.when, each.line, *each.words)) for each in things)
    assert len(hidden) > 20
    assert [line for line in hidden if line in said and line not in told] == []
    audiences = {"partner": {"", "external", "partner"}, "buyer": {"", "external"}}[edition]
    assert {each.audience for each in things} <= audiences


def test_an_internal_word_would_be_seen(sample: Library) -> None:
    """The check above sees a planted word of the team."""
    [play] = [each for each in found(sample) if each.kind == "play"][:1]
    assert play.audience == "internal"


def test_a_bare_library_can_be_searched() -> None:
    """One entry without anything in it is found, and a text that says only TODO is nothing to find."""
    bare = assemble(Settings(), [Asset(id="a", title="A", type=""), Play(id="p", title="P", promise="TODO")])
    things = found(bare)
    assert one(things, "asset", "A").uses == ()
    assert one(things, "play", "P").line == ""
    assert {each.kind for each in found(assemble(Settings(), []))} == {"page"}


def test_the_page_offers_what_there_is_to_choose(sample: Library) -> None:
    """Personas, stages, sorts of content and audiences that nothing is about are not offered."""

    def offered(library: Library, edition: str = "rep") -> SearchBody:
        [body] = [page.body for page in pages(library, edition=edition, today=TODAY, pdf=False) if isinstance(page.body, SearchBody)]
        return body

    body = offered(LIBRARY)
    assert ([each.id for each in body.personas], [each.id for each in body.stages]) == (["hr"], ["early"])
    assert body.types == (("slides", "Slides"),)
    assert body.kinds == ("said", "play", "asset", "question", "persona", "stage", "term", "page")
    assert body.requests is None
    assert [each.href for each in body.by_hand] == ["they-say.html", "questions.html", "glossary.html", "sitemap.html"]
    assert offered(assemble(Settings(), [replace(SMALL[2], uses=())])).personas == ()
    assert offered(sample).requests is not None
    assert "internal" not in offered(sample, "buyer").audiences
