"""The pages made of words lose nothing of what they show, and say so where something is missing."""

from __future__ import annotations

from html import unescape

import lxml.html
import pytest
from msgspec.structs import replace
from sample_pages import ASSET, FRAME, page
from sample_parts import SAID
from word_pages import CLAIM, MESSAGES, REQUEST, TERM, WORD_BODIES

from playbook.model.bodies import AssetBody, UseBody
from playbook.model.content import Links
from playbook.model.entries import Entry, WebLink
from playbook.model.jobs import Bundle
from playbook.model.pages import Page
from playbook.model.parts import Leaf, Link, Row, Rows
from playbook.model.shapes import shape_of
from playbook.model.walk import values
from playbook.model.word_bodies import MessagesBody, NewRepBody, QuestionsBody, SaidPageBody, SaidTopic
from playbook.render import page_html
from playbook.text import plain

HOSTILE = "<script>alert(1)</script>"


def made(shown: Page, bundle: Bundle) -> str:
    """Return the HTML of a page."""
    return (page_html(shown, bundle, "").content or b"").decode()


def words(html: str) -> str:
    """Return what a reader reads."""
    return " ".join(unescape(lxml.html.fromstring(html).text_content()).split())


@pytest.mark.parametrize(
    ("template", "entry"), [("claims.html", CLAIM), ("requests.html", REQUEST), ("glossary.html", TERM), ("messages.html", MESSAGES)]
)
def test_nothing_of_a_small_entry_is_lost(template: str, entry: object, bundle: Bundle) -> None:
    """What these pages show in a place of their own is all there; the rest comes in rows."""
    text = words(made(page(template), bundle))
    own = [value for value in values(entry) if value.path[0] not in shape_of(Entry).fields]
    told = [str(value.value) for value in own if value.scalar.sort not in ("choice", "yes-no", "reference")]
    assert len(told) >= 4
    assert [value for value in told if plain(value) not in text] == []


def test_all_that_is_said_is_a_tap_away(bundle: Bundle) -> None:
    """The words, every answer, who says it, where it comes up, the proof and the rows stand on the page."""
    text = words(made(page("said.html"), bundle))
    for said in ("Agencies never turn up.", SAID.line.you_say, "Another answer", "Plant manager", "They want to wait", "Account executive"):
        assert said in text
    assert text.count("Nobody has written an answer yet.") == 1
    assert "1 is still without an answer." in text


def test_a_table_names_its_columns_and_rows(bundle: Bundle) -> None:
    """Every table has headed columns, every row a heading of its own, and all rows as many cells as there are columns."""
    tables = [
        table
        for name in WORD_BODIES
        if not name.startswith("pdf/")
        for table in lxml.html.fromstring(made(page(name), bundle)).iter("table")
    ]
    assert len(tables) >= 8
    for table in tables:
        columns = [cell.get("scope") for cell in table.find("thead/tr")]
        rows = table.findall("tbody/tr")
        assert set(columns) == {"col"}
        assert {row[0].get("scope") for row in rows} == {"row"}
        assert {len(row) for row in rows} == {len(columns)}


@pytest.mark.parametrize(
    ("template", "body", "sentence"),
    [
        ("said.html", SaidPageBody(()), "Nobody has written down what buyers say yet."),
        ("questions.html", QuestionsBody(()), "There are no questions yet."),
        ("messages.html", MessagesBody(None), "Nobody has written the message in one line yet."),
        ("claims.html", WORD_BODIES["claims.html"], "Nobody has named the source yet."),
        ("glossary.html", WORD_BODIES["glossary.html"], "Nobody has written what it means yet."),
        ("new-rep.html", NewRepBody((), (), (), (), (), ()), "Nobody has answered an objection yet."),
        ("signals.html", WORD_BODIES["signals.html"], "Nobody has written what to do yet."),
    ],
)
def test_what_is_missing_is_told_to_our_reps_alone(template: str, body: object, sentence: str, bundle: Bundle) -> None:
    """An empty page or place says what to do; partners and buyers do not read of it."""
    assert sentence in words(made(page(template, body=body), bundle))
    if template not in ("said.html", "questions.html", "new-rep.html"):  # those are for our own reps alone
        assert "Nobody has" not in made(page(template, body=body, frame=replace(FRAME, edition="partner")), bundle)


@pytest.mark.parametrize(
    ("edition", "says", "not_so"),
    [
        ("rep", ("You may send this", "Send this link", "When and how to use it"), ("not for buyers",)),
        ("partner", ("You may send this", "Send this link", "How to use it"), ("When and how", "For your eyes only")),
        ("buyer", ("Open it", "What it is good for"), ("You may send this", "Send this link", "how to use it", "For buyers")),
    ],
)
def test_each_edition_speaks_to_its_readers(edition: str, says: tuple[str, ...], not_so: tuple[str, ...], bundle: Bundle) -> None:
    """A partner sells and may send; a buyer opens and reads."""
    text = words(made(page("asset.html", frame=replace(FRAME, edition=edition)), bundle))
    assert [word for word in says if word not in text] == []
    assert [word for word in not_so if word in text] == []


@pytest.mark.parametrize("audience", ["internal", "partner"])
def test_what_is_not_for_buyers_is_opened_and_never_sent(audience: str, bundle: Bundle) -> None:
    """An address that anybody can open does not make an asset for own eyes one to send."""
    asset = replace(ASSET, audience=audience)
    for edition in ("rep", "partner"):
        frame = replace(FRAME, edition=edition)
        text = words(made(page("asset.html", body=AssetBody(asset, "v", ()), frame=frame), bundle))
        assert "Open it" in text
        assert "Send this link" not in text


@pytest.mark.parametrize(("edition", "says"), [("rep", "For your eyes only"), ("partner", "For you, not for buyers"), ("buyer", "")])
def test_what_a_buyer_cannot_open_is_never_called_one_to_send(edition: str, says: str, bundle: Bundle) -> None:
    """It is marked external, and its only address is our own: the page does not say both that it may and that it must not be sent."""
    asset = replace(ASSET, audience="external", file_="", body="", links=Links(internal_=(WebLink("https://a.example/deck"),)))
    text = words(made(page("asset.html", body=AssetBody(asset, "v", ()), frame=replace(FRAME, edition=edition)), bundle))
    assert "You may send this" not in text
    assert says in text


def test_a_use_that_seems_to_name_nobody_is_for_anyone_only_to_our_reps(bundle: Bundle) -> None:
    """Whom it names may be hidden from others, so they are not told that it is for anyone."""
    bare = AssetBody(ASSET, "v", (UseBody(replace(ASSET.uses[0], personas=(), stages=())),))
    assert "Anyone" in words(made(page("asset.html", body=bare), bundle))
    assert "Anyone" not in words(made(page("asset.html", body=bare, frame=replace(FRAME, edition="partner")), bundle))


def test_what_authors_wrote_is_no_markup(bundle: Bundle) -> None:
    """Tags in labels and names are shown as text."""
    rows = Rows((Row(HOSTILE, (Leaf("name", "a"),)),))
    topic = SaidTopic(Link("persona", "p", HOSTILE), "by", (), (replace(SAID, rows=rows),))
    html = made(page("said.html", body=SaidPageBody((topic,))), bundle)
    assert "<script>" not in html
    assert html.count("&lt;script&gt;") == 3
