"""The decision: what names what happened comes first, the signal's own play before all, and who and where narrow it."""

from __future__ import annotations

from datetime import date
from itertools import product
from random import Random

import pytest

from playbook.library import Library, assemble
from playbook.model.content import Asset, Use
from playbook.model.entries import Entry, ObjectionLine
from playbook.model.finder_bodies import FinderBody
from playbook.model.journey import Signal, Stage
from playbook.model.knowledge import Competitor, Objection
from playbook.model.people import Persona
from playbook.model.plays import Play, Step
from playbook.model.settings import Settings
from playbook.select import Known, find, pages, what_happened
from playbook.select.finder import key_of
from playbook.select.finding import in_order
from playbook.select.happening import named_by
from playbook.select.ranking import candidates

TODAY = date(2026, 11, 22)
HR, OPS = Persona(id="hr", name="HR"), Persona(id="ops", name="Operations")
EARLY = Stage(id="early", name="Early", order=1)


def library_of(*entries: Entry) -> Library:
    """A library of these entries."""
    return assemble(Settings(name="Test"), (HR, OPS, EARLY, *entries))


def found(library: Library, known: Known, edition: str = "rep") -> list[str]:
    """The ids of what is offered, best first."""
    return [offer.link.id for offer in find(library, known, today=TODAY, edition=edition).offers]


def asset(id_: str, **use: object) -> Asset:
    """An asset with one use."""
    return Asset(id=id_, title=id_, type="deck", uses=(Use(key="1", when=("w",), how=("h",), **use),))  # type: ignore[arg-type]


def test_what_names_what_happened_goes_before_what_names_the_person() -> None:
    """Naming the signal counts more than naming the persona; what names neither comes last, and nothing that fits is left out."""
    library = library_of(
        Signal(id="quiet", name="Quiet", means="m"),
        asset("neither", stages=("early",)),
        asset("persona", personas=("hr",), stages=("early",)),
        asset("signal", signals=("quiet",)),
        asset("both", personas=("hr",), signals=("quiet",)),
        asset("others", personas=("ops",), signals=("quiet",)),
    )
    assert found(library, Known(what_happened(signal="quiet"), persona="hr")) == ["both", "signal", "persona", "neither"]


def test_what_names_the_person_goes_before_what_names_more_but_not_the_person() -> None:
    """Unasked, what names more comes first; once the person is known, what names the person does."""
    library = library_of(
        Signal(id="quiet", name="Quiet", means="m"),
        asset("more", signals=("quiet",), stages=("early",), industries=("food",)),
        asset("person", signals=("quiet",), personas=("hr",)),
    )
    quiet = what_happened(signal="quiet")
    assert found(library, Known(quiet)) == ["more", "person"]
    assert found(library, Known(quiet, persona="hr")) == ["person", "more"]


def test_the_play_a_signal_names_goes_first_where_it_fits() -> None:
    """A signal's own play goes before plays that name the signal and the person, but not to somebody it is not for."""
    library = library_of(
        Signal(id="quiet", name="Quiet", means="m", play="own"),
        Play(id="better", title="Better", personas=("hr",), stages=("early",), signals=("quiet",)),
        Play(id="own", title="Own", personas=("hr",)),
    )
    assert found(library, Known(what_happened(signal="quiet"))) == ["own", "better"]
    assert found(library, Known(what_happened(signal="quiet"), persona="hr")) == ["own", "better"]
    assert found(library, Known(what_happened(signal="quiet"), persona="ops")) == []


def test_an_objection_leads_to_its_assets_and_to_the_plays_in_which_it_comes_up() -> None:
    """What buyers say is answered by the assets its entry names and by plays with the same words; the rest follows."""
    library = library_of(
        Objection(id="dear", they_say="Too dear", you_say="Compared with what?", assets=("sheet",)),
        asset("sheet"),
        asset("other"),
        Play(id="price", title="Price", objections=(ObjectionLine("Too dear!", "With what?"),)),
        Play(id="silence", title="Silence"),
    )
    assert found(library, Known(what_happened(objection="dear"))) == ["price", "sheet", "silence", "other"]


def test_a_competitor_leads_to_what_is_tied_to_it_from_either_side() -> None:
    """A battlecard names assets, and plays and assets name competitors: both count."""
    library = library_of(
        Competitor(id="acme", name="Acme", assets=("named",)),
        asset("free"),
        asset("named"),
        Asset(id="names", title="names", type="deck", competitors=("acme",), uses=(Use(key="1", when=("w",)),)),
        Play(id="free-play", title="F"),
        Play(id="against", title="A", competitors=("acme",)),
    )
    assert found(library, Known(what_happened(competitor="acme")))[:3] == ["against", "named", "names"]


def test_nobody_has_asked_what_happened() -> None:
    """Without a signal, an objection or a competitor there is no key, and the one order holds."""
    assert what_happened() == ""
    assert found(library_of(asset("b"), asset("a")), Known()) == ["a", "b"]


@pytest.mark.parametrize("own", ["", "own"])
def test_what_can_be_among_the_first_is_told_in_full_and_little_else(own: str) -> None:
    """Whatever is known, what the page shows before all is asked for has all its words; of the rest hardly anything has."""
    chance = Random(4)

    def some(*of: str) -> tuple[str, ...]:
        return tuple(each for each in of if chance.random() < 0.4)

    library = library_of(
        *(Signal(id=each, name=each, means="m", play=own) for each in ("quiet", "loud")),
        *(asset(f"a{n}", personas=some("hr", "ops"), stages=some("early"), industries=some("x", "y"), signals=some("quiet", "loud"))
          for n in range(400)),
        *(Play(id=each, title=each, steps=(Step(key="1", do="Go"),)) for each in ("other", "own")),
    )  # fmt: skip
    body = next(page.body for page in pages(library, edition="rep", today=TODAY, pdf=False) if page.path == "find.html")
    assert isinstance(body, FinderBody)
    told = {each.key for each in body.answers if each.play or each.use}
    ranked = candidates(library, TODAY)
    named = named_by(library, ranked)
    happened = ("", what_happened(signal="quiet"), what_happened(signal="loud"))
    every = [Known(*each) for each in product(happened, ("", "hr", "ops", "-"), ("", "early", "-"), ("", "x", "y", "-"))]
    first = {key_of(each) for known in every for each in list(in_order(ranked, known, named))[: body.at_first]}
    assert first <= told
    assert own or told == first  # a play that goes before all others takes a place that is not counted
    assert len(told) < len(body.answers) * 0.8
    assert [each.offer.link.title for each in body.answers if not each.offer.link.href] == []


def test_the_finder_tells_waiting_pausing_and_doing_apart() -> None:
    """Each option says what comes before anything is sent, and names its best answer; no edition for others has a finder."""
    library = library_of(
        Signal(id="alone", name="Alone", means="m", kind="did", enough_alone=False, enough_with=("short",)),
        Signal(id="short", name="Short", means="m", kind="after-sale", pause_selling=True, do="Call them", play="mend"),
        Play(id="mend", title="Mend"),
    )
    made = {page.path: page for page in pages(library, edition="rep", today=TODAY, pdf=False)}
    body = made["find.html"].body
    assert isinstance(body, FinderBody)
    assert [group.kind for group in body.groups] == ["did", "after-sale"]
    waiting, pausing = (group.options[0] for group in body.groups)
    assert waiting.situation
    assert not waiting.situation.enough_alone
    assert [link.id for link in waiting.enough_with] == ["short"]
    assert waiting.best is None
    assert pausing.situation
    assert pausing.situation.pause_selling
    assert pausing.best
    assert (pausing.first, pausing.best.id) == ("play:mend", "mend")
    assert {"find.html", "find-anywhere.html"} <= made.keys()
    assert not {page.path for page in pages(library, edition="partner", today=TODAY, pdf=False)} & {"find.html", "find-anywhere.html"}
    assert "find.html" not in {page.path for page in pages(library, edition="buyer", today=TODAY, pdf=False)}
