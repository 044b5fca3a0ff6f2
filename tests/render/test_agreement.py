"""The agreement on the screen and on paper: nothing of it is lost, what is missing is one sentence, and the PDF is for everybody."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from itertools import pairwise
from typing import Any

import page as page_validation
import pytest
from msgspec.structs import replace
from sample_parts import filled, said_values

from playbook.library import assemble
from playbook.model.agreement import (
    Agreement,
    Attempts,
    Capacity,
    FunnelStep,
    MarketingPromise,
    Period,
    Shares,
    Signature,
    Target,
)
from playbook.model.jobs import Bundle
from playbook.model.pages import Page
from playbook.model.settings import Settings
from playbook.model.values import DayValue, Span
from playbook.render import page_pdf
from playbook.render.html import rendered
from playbook.select import pages
from playbook.text import plain

TODAY = date(2026, 11, 22)
PATHS = {"screen": "agreement.html", "paper": "agreement.pdf"}
DAY = Span("14 days", 14, 14, "day")
STEPS = (("Inquiry", "MQL", 0.15), ("MQL", "SAL", 0.5), ("SAL", "SQL", 0.6), ("SQL", "Won", 0.25))
NUMBERS = Agreement(
    id="agreement",
    currency="EUR",
    period=Period(DayValue("2026-07-01", date(2026, 7, 1), date(2026, 7, 1)), DayValue("2027-06-30", date(2027, 6, 30), date(2027, 6, 30))),
    revenue_target=1_000_000,
    deal_size=25_000,
    shares=Shares(0.6, 0.4),
    funnel=tuple(FunnelStep(*step, DAY) for step in STEPS),
    attempts=Attempts(6),
    capacity=Capacity(4, 10, 8),
    marketing=MarketingPromise(pieces=24, hours=14, budget=400),
    targets=(Target("food", "", 5, 0.5),),
    signed=(Signature("Ada"),),
)
EMPTY = Agreement(id="agreement")
FILLED = replace(filled(Agreement), id="agreement", status="approved", audience="internal")


def shown(agreement: Agreement, where: str) -> Page:
    """The page or the PDF of an agreement."""
    library = assemble(Settings(name="Test"), [], agreement)
    return next(page for page in pages(library, edition="rep", today=TODAY, pdf=True) if page.path == PATHS[where])


def html(agreement: Agreement, bundle: Bundle, where: str = "screen") -> str:
    """The HTML of the page, or of what is printed."""
    return rendered(shown(agreement, where), bundle, paper=where == "paper")


def words(source: str) -> str:
    """What a reader sees: no tags, no signs for signs, white space joined."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", source)).split())


@pytest.mark.parametrize("where", PATHS)
def test_nothing_of_an_agreement_is_lost(where: str, bundle: Bundle) -> None:
    """Every text, name, number and time that is agreed stands on the page and on paper; hashes of signatures are shown as states."""
    text = words(html(FILLED, bundle, where))
    hashes = {signature.seen for signature in FILLED.signed}
    # Of numbers each has its own way to be written, such as 1,000: they are looked for in the tests of figures.
    values = [value for value in said_values(FILLED) if value not in hashes and not value.isdigit()]
    assert [value for value in values if plain(value).casefold() not in text.casefold()] == []
    assert len(values) > 60


@pytest.mark.parametrize("where", PATHS)
def test_the_numbers_stand_there_rounded_up(where: str, bundle: Bundle) -> None:
    """The check values, what both shares take together, a month's part of it, the best point, and the hours of both teams."""
    text = words(html(NUMBERS, bundle, where))
    for row in (
        "Inquiry 297 a month 2026-05-06 to 2027-05-05 2,134 1,423 3,556",
        "MQL 45 a month 2026-05-20 to 2027-05-19 320 214 534",
        "Won 4 a month 2026-07-01 to 2027-06-30 24 16 40",
        "one point more, from 15%, and 2,000 first contacts do instead of 2,134.",
        "336 of 400 hours",
        "Feasible: 64 hours are left.",
        "256 of 2,086 hours",
        "Hands over 320 qualified leads in the period, 27 a month.",
        "Sources 60% of the revenue: 600,000 EUR.",
    ):
        assert row in text


def test_what_is_not_feasible_says_by_how_much(bundle: Bundle) -> None:
    """The hours that are missing, and what there would be time for."""
    tight = replace(NUMBERS, capacity=Capacity(0.2, 10, 8), marketing=MarketingPromise(pieces=30, hours=14, budget=400))
    text = words(html(tight, bundle))
    assert "Not feasible: 20 hours are missing. There is time for 28 pieces." in text
    assert "Not feasible: 152 hours are missing. Reps that it takes: 1." in text


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"revenue_target": None}, "Not worked out: fill in revenue_target in content_library/agreement.yaml."),
        ({"shares": Shares(0.6)}, "Not all worked out: fill in shares.sales in content_library/agreement.yaml."),
        ({"period": None}, "Not all worked out: fill in period.from, period.to in content_library/agreement.yaml."),
        ({"capacity": None}, "fill in capacity.minutes_an_attempt, capacity.reps, capacity.hours_a_week in"),
        ({"funnel": (FunnelStep("A", "C", 0.5), FunnelStep("B", "C", 0.5))}, "the rows under funnel do not form one line"),
        ({"funnel": (FunnelStep("A", "C", 0.5),)}, "call the state in which marketing hands a lead over MQL"),
        ({"signed": ()}, "Nobody has signed yet. Add name, role and day under signed in content_library/agreement.yaml."),
        ({"clocks": ()}, "No clock runs yet. Add signals and hand-offs under clocks in content_library/agreement.yaml."),
        ({}, "no live asset names an industry"),
        ({}, "Not agreed yet: influenced share,"),
    ],
)
def test_what_is_missing_is_one_sentence_with_the_field_to_fill(changes: dict[str, Any], sentence: str, bundle: Bundle) -> None:
    """There is no figure, no guess and no zero: the sentence says what to write, and where."""
    assert sentence in words(html(replace(NUMBERS, **changes), bundle))


@pytest.mark.parametrize("where", PATHS)
@pytest.mark.parametrize("agreement", [EMPTY, NUMBERS, FILLED], ids=["empty", "numbers", "filled"])
def test_it_is_in_order_however_much_is_written(agreement: Agreement, where: str, bundle: Bundle) -> None:
    """Each id stands once, no heading skips a level, every cell of a head says what it is the head of, and the picture has its words."""
    source = html(agreement, bundle, where)
    ids = re.findall(r' id="([^"]*)"', source)
    assert len(ids) == len(set(ids))
    levels = [int(level) for level in re.findall(r"<h([1-6])", source)]
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
    assert not re.findall(r"<th(?![^>]*scope)[ >]", source)
    for picture in re.findall(r"<svg.*?</svg>", source, re.DOTALL):
        assert re.search(r"<title[^>]*>[^<]", picture)
        assert "var(" not in picture


def test_a_share_of_nothing_draws_nothing(bundle: Bundle) -> None:
    """A target of which neither team has a share gives a picture without bars, and no division by nothing."""
    source = html(replace(NUMBERS, shares=Shares(0.0, 0.0)), bundle)
    assert "<svg" in source
    assert source.count('class="of-marketing" x=') == 1, "the legend alone"


@pytest.mark.parametrize("agreement", [EMPTY, NUMBERS, FILLED], ids=["empty", "numbers", "filled"])
def test_the_pdf_keeps_the_rules_of_accessible_pdfs(agreement: Agreement, bundle: Bundle) -> None:
    """page-validation finds nothing against PDF/UA-1, and the engine has nothing to warn of."""
    made = page_pdf(shown(agreement, "paper"), bundle, "")
    assert made.problems == ()
    report = page_validation.validate_pdf_bytes(made.content or b"", profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


def test_names_and_hostile_words_stay_words(bundle: Bundle) -> None:
    """Tags in the names of states, in roles and in the currency are shown as text, in the picture too."""
    evil = "<script>alert(1)</script>"
    agreement = replace(
        NUMBERS,
        currency=evil,
        funnel=(FunnelStep(evil, "MQL", 0.5, DAY), FunnelStep("MQL", "Won", 0.5, DAY)),
        signed=(Signature(evil, evil),),
    )
    assert "<script>" not in html(agreement, bundle)
    assert "<script>" not in html(agreement, bundle, "paper")
