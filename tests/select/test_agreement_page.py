"""The page and the PDF of the agreement, and the figures on home that need no CRM."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from playbook.library import Library, agreed_hash, assemble
from playbook.model.agreement import Agreement, Clock, FunnelStep, Recycle, Shares, Signature, Target
from playbook.model.agreement_page import AgreementBody
from playbook.model.bodies import HomeBody
from playbook.model.completeness_page import CompletenessBody
from playbook.model.content import Asset, Use
from playbook.model.entries import Entry, FollowUp
from playbook.model.journey import Handoff, Signal, Stage
from playbook.model.knowledge import Agreed, Term
from playbook.model.pages import Page
from playbook.model.parts import Figure
from playbook.model.people import Persona
from playbook.model.plays import Play, Reps
from playbook.model.settings import Settings
from playbook.model.values import DayValue, Span
from playbook.pipeline import check
from playbook.select import pages

TODAY = date(2026, 11, 22)
ROOT = Path(__file__).parents[2]
HOURS, DAYS = Span("4 business hours", 4, 4, "hour", business=True), Span("2 business days", 2, 2, "day", business=True)
STAGE = Stage(id="early", name="Early", order=1, definition="They look", accountable="Marketing lead", handoff=Handoff(to="Sales rep"))
ASKED = Signal(id="asked", name="They asked", means="x", kind="did", play="call")
QUIET = Signal(id="quiet", name="Quiet", means="x", kind="silent", stages=("early",))
CALL = Play(id="call", title="Call them", reps=Reps(primary=("Account executive",)))
FULL = Use(key="1", when=("a",), not_when=("b",), how=("c",), say="d", follow_up=FollowUp(do="e"))


def on(text: str) -> DayValue:
    """A single day."""
    return DayValue(text, date.fromisoformat(text), date.fromisoformat(text))


def library_of(*entries: Entry, agreement: Agreement | None = None, **settings: Any) -> Library:
    """A library with a stage, two signals, a play and these entries."""
    return assemble(Settings(name="Test", **settings), [STAGE, ASKED, QUIET, CALL, *entries], agreement)


def found(library: Library, path: str, edition: str = "rep", *, pdf: bool = True) -> Page | None:
    """The page at a path, or None where there is none."""
    return next((page for page in pages(library, edition=edition, today=TODAY, pdf=pdf) if page.path == path), None)


def body(agreement: Agreement, *entries: Entry) -> AgreementBody:
    """What the page of an agreement shows."""
    page = found(library_of(*entries, agreement=agreement), "agreement.html")
    assert page is not None
    assert isinstance(page.body, AgreementBody)
    return page.body


def figures(library: Library) -> dict[str, Figure]:
    """The figures on home, by the first word of their labels."""
    page = found(library, "index.html")
    assert page is not None
    assert isinstance(page.body, HomeBody)
    return {figure.label.split()[0] + figure.label.split()[1]: figure for figure in page.body.figures}


def test_the_agreement_is_a_page_and_a_pdf_for_our_own_people_only() -> None:
    """Reps get both; where no PDFs are made, none is offered; whatever its audience says, others get neither, nor a line in their menu."""
    library = library_of(agreement=Agreement(id="agreement", audience="external", disputes="Ada decides"))
    page, paper = found(library, "agreement.html"), found(library, "agreement.pdf")
    assert page is not None
    assert paper is not None
    assert (page.pdf, paper.template) == ("agreement.pdf", "pdf/agreement.html")
    without = found(library, "agreement.html", pdf=False)
    assert without is not None
    assert without.pdf == ""
    for edition in ("partner", "buyer"):
        assert found(library, "agreement.html", edition) is None
        assert found(library, "agreement.pdf", edition) is None
        assert "agreement.html" not in repr(pages(library, edition=edition, today=TODAY, pdf=True))
    assert found(library_of(), "agreement.html") is None


def test_a_clock_says_who_answers_with_which_play() -> None:
    """The play's own reps answer; without a play, who answers for the signal's stages; at a hand-off, who takes over. Urgent ones first."""
    clocks = (
        Clock(signal="asked", target=DAYS),
        Clock(signal="quiet", target=DAYS),
        Clock(handoff="early", target=HOURS),
        Clock(signal="gone", target=HOURS),
        Clock(signal="first", target=HOURS),
    )
    first = Signal(id="first", name="First", means="x", kind="did")
    groups = {group.kind: group.lines for group in body(Agreement(id="agreement", clocks=clocks), first).clocks}
    assert list(groups) == ["did", "silent", "", "hand-off"]
    assert [(line.starts.title, line.who, line.play.title if line.play else "") for line in groups["did"]] == [
        ("First", (), ""),
        ("They asked", ("Account executive",), "Call them"),
    ]
    assert groups["silent"][0].who == ("Marketing lead",)
    assert groups["hand-off"][0].who == ("Sales rep",)
    assert groups[""][0].starts.state == "missing"


def test_a_hand_over_has_the_clock_of_the_agreement_before_its_own() -> None:
    """The agreement is the home of response times; a stage's own word fills in where it is silent."""
    own = replace(STAGE, handoff=Handoff(to="Sales rep", accept_within=DAYS))
    agreed = Agreement(id="agreement", clocks=(Clock(handoff="early", target=HOURS),))
    (line,) = body(agreed, own).hand_overs
    assert (str(line.within), line.definition, line.stage.title) == ("4 business hours", "They look", "Early")
    assert str(body(Agreement(id="agreement"), own).hand_overs[0].within) == "2 business days"


def test_terms_are_those_of_the_funnel_in_its_order_then_what_both_have_agreed_on() -> None:
    """A term that nobody agreed on and no state is called by stays in the glossary."""
    terms = [
        Term(id="won", term="Won", means=("x",)),
        Term(id="lead", term="Inquiry", also=("lead",), means=("x",)),
        Term(id="agreed", term="Attempt", means=("x",), agreed=Agreed(by=("Ada",))),
        Term(id="other", term="Other", means=("x",)),
    ]
    shown = body(Agreement(id="agreement", funnel=(FunnelStep("Lead", "Won", 0.5),)), *terms)
    assert [each.link.title for each in shown.terms] == ["Inquiry", "Won", "Attempt"]


def test_a_way_back_leads_to_stages_where_there_are_such() -> None:
    """A stage's id shows as its name and link; the team's own word stays a word, and is not told to be missing."""
    (way,) = body(Agreement(id="agreement", recycle=(Recycle("early", "Nurture"),))).ways_back
    assert (way.from_.title, way.from_.href) == ("Early", "stages/early.html")
    assert (way.to.title, way.to.href, way.to.state) == ("Nurture", "", "")


def test_signatures_say_whether_they_hold() -> None:
    """The hash is that of the agreement as written, also where a page leaves something of it out, such as a clock of a draft signal."""
    draft = Signal(id="draft", name="Draft", means="x", status="draft")
    agreement = Agreement(id="agreement", clocks=(Clock(signal="draft", target=DAYS), Clock(signal="asked", target=DAYS)))
    seen = agreed_hash(agreement)
    signed = (Signature("Ada", seen=seen), Signature("Bo", seen="0123"), Signature("Cy"))
    shown = body(replace(agreement, signed=signed), draft)
    assert sum(len(group.lines) for group in shown.clocks) == 1
    assert [each.state for each in shown.signatures] == ["unchanged", "changed", "untracked"]
    assert shown.version == seen


def test_what_nobody_has_filled_is_named() -> None:
    """All that an agreement may say and this one does not stands at its end."""
    shown = body(Agreement(id="agreement", disputes="Ada decides", shares=Shares(0.6)))
    assert {"period", "funnel", "clocks", "signed"} <= set(shown.open_)
    assert not {"disputes", "shares", "owner", "tags", "extra"} & set(shown.open_)


def test_the_signatures_of_the_sample_are_fresh() -> None:
    """One holds for the text as it is, one is for an earlier text, one is from before it was kept; the earlier text is really one."""
    agreement = check(ROOT, today=TODAY).library.agreement
    assert agreement is not None
    now = agreed_hash(agreement)
    clocks = tuple(
        replace(clock, target=Span("2 business hours", 2, 2, "hour", True), limit=Span("4 business hours", 4, 4, "hour", True))
        if clock.signal == "shift-missed"
        else clock
        for clock in agreement.clocks
    )
    seen = [now, agreed_hash(replace(agreement, clocks=clocks)), ""]
    assert [signature.seen for signature in agreement.signed] == seen, "the agreement of the sample has changed: write these hashes there"


def test_home_tells_how_complete_the_library_is() -> None:
    """Each figure has its count and leads to its list; verified is what was reviewed and is not overdue."""
    reviewed: Any = {"type": "deck", "reviewed": on("2026-11-01")}
    library = library_of(
        Persona(id="p", name="P"),
        Asset(id="a", title="A", industries=("food",), uses=(replace(FULL, personas=("p",), stages=("early",)),), **reviewed),
        Asset(id="b", title="B", type="deck", uses=(replace(FULL, say=""),)),
        Asset(id="c", title="C", type="deck", industries=("care",)),
        Asset(id="old", title="Old", type="deck", expires=on("2026-01-01")),
        agreement=Agreement(id="agreement", targets=(Target("food", "", 3), Target("care", "", 1))),
    )
    told = figures(library)
    assert [(figure.part, figure.whole) for figure in told.values()][::2] == [(1, 3), (1, 3)]
    assert [figure.more.href for figure in told.values() if figure.more] == [
        "completeness.html#uses",
        "coverage.html",
        "completeness.html#freshness",
        "completeness.html#plan",
    ]
    assert (told["Contentthat"].text, told["Contentthat"].whole) == ("25%", 2)


def test_a_figure_of_which_there_is_nothing_to_count_is_left_out() -> None:
    """A library without assets, personas and an agreement has no figures; an agreement without targets says which field is wanted."""
    assert figures(assemble(Settings(name="Empty"), [])) == {}
    (figure,) = figures(assemble(Settings(name="Empty"), [], Agreement(id="agreement"))).values()
    assert figure.needs == ("targets",)
    untargeted = figures(library_of(Asset(id="a", title="A"), agreement=Agreement(id="agreement", targets=(Target("food", "", 3),))))
    assert untargeted["Contentthat"].why == "no-industries"


@pytest.mark.parametrize("edition", ["partner", "buyer"])
def test_others_see_no_figures(edition: str) -> None:
    """How complete the library is stands on no page of partners and buyers."""
    library = library_of(Asset(id="a", title="A", audience="external"), agreement=Agreement(id="agreement"))
    home = found(library, "index.html", edition)
    assert home is not None
    assert isinstance(home.body, HomeBody)
    assert home.body.figures == ()
    assert found(library, "completeness.html", edition) is None


def test_the_page_lists_what_is_missing() -> None:
    """Each use with its missing fields, by its name where there are several; each asset that nobody vouches for, with the reason."""
    library = library_of(
        Asset(id="a", title="A", type="deck", owner="Ada", uses=(FULL, replace(FULL, key="two", say="", how=()))),
        Asset(id="b", title="B", type="deck", reviewed=on("2025-01-01"), review_every=Span("1 year", 1, 1, "year")),
    )
    page = found(library, "completeness.html")
    assert page is not None
    assert isinstance(page.body, CompletenessBody)
    assert [(each.asset.title, each.use, each.fields) for each in page.body.untold] == [("A", "two", ("how", "say")), ("B", "", ("uses",))]
    assert [(each.asset.title, each.owner, each.state, str(each.due or "")) for each in page.body.unverified] == [
        ("A", "Ada", "unreviewed", ""),
        ("B", "", "stale", "2026-01-01"),
    ]
