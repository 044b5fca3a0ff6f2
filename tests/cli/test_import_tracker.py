"""A marketer's tracker comes into a small library: nothing internal is sent, no word is lost, every way back that is promised exists."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from playbook.cli import console
from playbook.model.content import Asset
from playbook.pipeline import check

Run = Callable[..., Any]  # the fixture `run` of conftest.py
TABLE = Path(__file__).parents[1] / "data/trackers/invented-robots.csv"
TODAY = date(2026, 11, 22)


def assets(root: Path) -> dict[str, Asset]:
    """Return the assets of a library."""
    return {asset.id: asset for asset in check(root, today=TODAY).library.of(Asset)}


def test_who_may_see_a_row_decides_where_its_address_goes(run: Run, library: Path) -> None:
    """Customers are external, own people internal, and what is internal has no address that anybody sends."""
    told = run("import", str(TABLE), "--yes", at=library)
    columns = dict(re.findall(r"^  (\S.*?) +→  (\S+)", told.out, re.MULTILINE))
    assert (columns["Audience"], columns["For whom"], columns["URL"]) == ("audience", "uses.personas", "links.public")
    assert "8 rows are internal: their addresses go to links.internal, which nobody sends." in told.out
    found = assets(library)
    prices, story = found["price-list-emea"], found["customer-story-halden-logistics"]
    assert prices.links is not None
    assert (prices.audience, prices.public_addresses, prices.links.internal_[0].url, prices.may_be_sent) == (
        "internal",
        (),
        "https://intranet.example.com/prices",
        False,
    )
    assert (story.audience, story.public_addresses) == ("external", ("https://example.com/halden",))
    assert [each.audience for each in found.values()].count("internal") == 8


def test_an_audience_that_nobody_knows_is_internal_and_told_once(run: Run, library: Path) -> None:
    """A word that is none of the three is kept, named once for all its rows, and the entry is kept from buyers."""
    rows = "".join(f"P{number},https://a.example/{number},{'Customers' if number > 3 else 'Humans'}\n" for number in range(12))
    (library / "t.csv").write_text("Name,URL,Audience\n" + rows, "utf-8")
    told = run("import", "t.csv", "--yes", at=library)
    assert told.out.count('"Humans"') == 1
    assert 't!C2 and 3 more: "Humans"' in told.out
    found = assets(library)["p0"]
    assert (found.audience, found.public_addresses, found.notes) == ("internal", (), "Audience: Humans")


def test_what_the_tracker_said_of_its_state_is_kept(run: Run, library: Path) -> None:
    """Each word of the column is counted in one line and stands in the notes; retired is retired."""
    told = run("import", str(TABLE), "--yes", at=library)
    assert "27 rows say Live: imported as drafts, for you to approve." in told.out
    assert "1 row says Needs update: imported as a draft, for you to approve." in told.out
    found = assets(library)
    assert (found["battlecard-autolift"].status, found["battlecard-autolift"].notes) == ("draft", "Tracker said: Needs update")
    assert (found["old-roi-calculator"].status, found["old-roi-calculator"].notes) == (
        "retired",
        "use the new one\nFor whom: Operations manager",
    )


def test_personas_and_stages_come_in_once_they_are_there(run: Run, library: Path) -> None:
    """The import says the commands that add what the library lacks; after them --update places it, and takes it out of the notes."""
    told = run("import", str(TABLE), "--yes", at=library)
    commands = [line.strip() for line in told.out.splitlines() if line.startswith("  playbook new ")]
    assert 'playbook new persona operations-manager --title "Operations manager"' in commands
    assert "playbook new stage onboarding --title Onboarding" in commands
    assert assets(library)["demo-video-3-min"].uses[0].personas == ()
    for line in commands:
        _, new, kind, id_, option, *title = line.split()
        assert run(new, kind, id_, option, " ".join(title).strip('"'), at=library).code == 0, line
    again = run("import", str(TABLE), "--yes", "--update", at=library)
    assert "playbook new" not in again.out
    found = assets(library)
    assert found["demo-video-3-min"].uses[0].personas == ("operations-manager", "it-manager")
    assert found["demo-video-3-min"].notes == "Tracker said: Live"
    assert found["second-site-offer"].uses[0].stages == ("expansion",)
    assert "Everything is written so already." in run("import", str(TABLE), "--yes", "--update", at=library).out


def test_a_use_that_somebody_changed_is_left_alone(run: Run, library: Path) -> None:
    """Personas that were put right by hand stay, whatever the table says."""
    run("import", str(TABLE), "--yes", at=library)
    file = library / "content_library/assets/first-call-deck.yaml"
    file.write_text(file.read_text("utf-8").replace("uses:\n  - ", "uses:\n  - personas: operations-director\n    "), "utf-8")
    run("new", "persona", "operations-manager", "--title", "Operations manager", at=library)
    run("import", str(TABLE), "--yes", "--update", at=library)
    assert assets(library)["first-call-deck"].uses[0].personas == ("operations-director",)


def test_one_sort_of_content_is_one_word_with_its_label(run: Run, library: Path) -> None:
    """Capitals, spaces and hyphens make no second type; readers see the words of the table, and what was joined is said."""
    told = run("import", str(TABLE), "--yes", at=library)
    assert 'Taken for the same as "Battlecard": "Battle card".' in told.out
    checked = check(library, today=TODAY)
    types = checked.library.settings.asset_types
    assert (types["case-study"], types["battlecard"], types["data-sheet"]) == ("Case Study", "Battlecard", "Data sheet")
    found = assets(library)
    assert {found[each].type for each in ("customer-story-mora-foods", "customer-story-halden-logistics")} == {"case-study"}
    assert found["battlecard-autolift"].type == "battlecard"
    assert [each for each in checked.problems if each.field == "type" or "asset_types" in each.why] == []


def test_the_sum_stands_before_the_long_difference(run: Run, library: Path) -> None:
    """How many rows are new, known and refused, and where they go; a try that nobody asked for is called none."""
    told = run("import", str(TABLE), at=library)
    assert "30 rows read: 30 new, 0 known, 0 refused. New ones go to content_library/assets." in told.out
    assert told.out.index("30 rows read") < told.out.index("--- (no file)")
    assert "dry run" not in told.out
    assert "Nothing was written: nobody is here to be asked. --yes writes." in told.out
    assert "this was a dry run" in run("import", str(TABLE), "--dry-run", at=library).out


def test_the_fields_are_listed_to_who_asks(run: Run, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A question mark lists the fields with what they are, and the import stops where somebody will add the personas first."""
    asked: list[str] = []
    answers = ["?", "", "n"]

    def ask(question: str) -> str:
        asked.append(question)
        return answers.pop(0)

    monkeypatch.setattr(console, "somebody_answers", lambda: True)
    monkeypatch.setattr(console, "ask", ask)
    told = run("import", str(TABLE), at=library)
    assert "? lists the fields" in asked[0]
    assert "  links.internal" in told.err
    assert asked[-1] == "Go on without them? [Y/n]"
    assert "Nothing was written." in told.out
    assert len(assets(library)) == 1


def test_a_cell_that_says_nothing_is_empty(run: Run, library: Path) -> None:
    """A dash or "n/a" is no persona to add, and "All" is what an empty list means; an import that has nothing new says so."""
    rows = "".join(f"P{number},https://a.example/{number},{who}\n" for number, who in enumerate(("n/a", "-", "All", "CFO")))
    (library / "t.csv").write_text("Name,URL,Persona\n" + rows, "utf-8")
    told = run("import", "t.csv", "--yes", at=library)
    assert re.findall(r"playbook new .*", told.out) == ["playbook new persona cfo --title CFO"]
    assert [assets(library)[each].notes for each in ("p0", "p1", "p2", "p3")] == ["", "", "", "Persona: CFO"]
    again = run("import", "t.csv", "--yes", at=library).out
    assert ("4 rows of what is there already" in again, "Everything is written" in again) == (True, False)


@pytest.mark.parametrize("declared", [True, False])
def test_types_in_use_are_offered(run: Run, library: Path, monkeypatch: pytest.MonkeyPatch, declared: bool) -> None:
    """Somebody who makes an asset is shown the sorts of content there are; where none is declared, any other will do."""
    if declared:
        run("import", str(TABLE), "--yes", at=library)
    monkeypatch.setattr(console, "somebody_answers", lambda: True)
    monkeypatch.setattr(console, "ask", lambda _: "data-sheet")
    told = run("new", "asset", "fresh", "--title", "Fresh", at=library)
    assert ("  data-sheet  Data sheet" if declared else "In use: calculator") in told.err
    assert assets(library)["fresh"].type == "data-sheet"


def tracker(*rows: str) -> str:
    """Return a table of one's own with these rows."""
    return "\n".join(("Name,URL,Audience,Status,Last update,When,Description", *rows)) + "\n"


def test_what_the_table_holds_back_later_is_held_back(run: Run, library: Path) -> None:
    """With --update a row that became internal or retired takes its entry along, addresses too; nothing is opened or revived by a row."""
    rows = (
        "FAQ,https://a.example/faq,Customers,Live,2026-01-01,They ask,Words",
        "Deck,https://a.example/deck,Internal,Live,2026-01-01,First call,Words",
    )
    (library / "t.csv").write_text(tracker(*rows), "utf-8")
    run("import", "t.csv", "--yes", at=library)
    file = library / "content_library/assets/faq.yaml"
    file.write_text(file.read_text("utf-8").replace("status: draft", "status: approved"), "utf-8")
    (library / "t.csv").write_text(
        tracker(rows[0].replace("Customers", "Internal"), rows[1].replace("Internal,Live", "Customers,Retired")), "utf-8"
    )
    told = run("import", "t.csv", "--yes", "--update", at=library)
    found = assets(library)
    assert (found["faq"].audience, found["faq"].public_addresses, found["faq"].status) == ("internal", (), "approved")
    assert (found["deck"].audience, found["deck"].public_addresses, found["deck"].status) == ("internal", (), "retired")
    assert 't!C3: the table says "external", the library "internal". In audience the entry stays as it is.' in told.out


def test_what_stays_is_told_by_its_cells(run: Run, library: Path) -> None:
    """A title, a use or an address that the table changed is named by its cell, and it is not said that all is written."""
    rows = [f"P{number},https://a.example/{number},Customers,Live,2026-01-01,They ask,Words" for number in range(3)]
    (library / "t.csv").write_text(tracker(*rows), "utf-8")
    run("import", "t.csv", "--yes", at=library)
    assert "Everything is written so already." in run("import", "t.csv", "--yes", "--update", at=library).out
    before = assets(library)
    changed = (rows[0].replace("They ask", "They call"), rows[1].replace("P1", "Other title"), rows[2].replace("They ask", "They write"))
    (library / "t.csv").write_text(tracker(*changed), "utf-8")
    told = run("import", "t.csv", "--yes", "--update", at=library).out
    both = 't!F2: the table says "They call", the library "They ask"; t!F4: the table says "They write", the library "They ask".'
    assert f"{both} In uses.when the entries stay as they are." in told
    assert 't!A3: the table says "Other title", the library "P1". In title the entry stays as it is.' in told
    assert "Nothing is written: the library keeps what it says." in told
    assert "Everything is written so already." not in told
    assert assets(library) == before


def test_a_cell_that_can_be_read_by_now_leaves_the_notes(run: Run, library: Path) -> None:
    """A day that may be two days waits in the notes; put right in the table, it is the entry's, and the notes are done with it."""
    row = "FAQ,https://a.example/faq,Customers,Live,03/04/2026,They ask,Words"
    (library / "t.csv").write_text(tracker(row), "utf-8")
    run("import", "t.csv", "--yes", at=library)
    assert "Last update: 03/04/2026" in assets(library)["faq"].notes
    (library / "t.csv").write_text(tracker(row.replace("03/04/2026", "2026-04-03").replace("Live", "In review")), "utf-8")
    run("import", "t.csv", "--yes", "--update", at=library)
    found = assets(library)["faq"]
    assert (str(found.updated.text if found.updated else ""), found.notes) == ("2026-04-03", "Tracker said: In review")


def test_an_earlier_day_is_told_and_never_written(run: Run, library: Path) -> None:
    """A table that nobody kept up does not make an entry older; a later day comes in, and takes the place of a gap."""
    row = "FAQ,https://a.example/faq,Customers,Live,2026-05-01,They ask,Words"
    (library / "t.csv").write_text(tracker(row), "utf-8")
    run("import", "t.csv", "--yes", at=library)
    (library / "t.csv").write_text(tracker(row.replace("2026-05-01", "2026-01-31")), "utf-8")
    told = run("import", "t.csv", "--yes", "--update", at=library).out
    assert 't!E2: the table says "2026-01-31", the library "2026-05-01". In updated the entry stays as it is.' in told
    assert str(assets(library)["faq"].updated) == "2026-05-01"
    (library / "t.csv").write_text(tracker(row.replace("2026-05-01", "2026-06-30")), "utf-8")
    assert "PB610" not in run("import", "t.csv", "--yes", "--update", at=library).out
    assert str(assets(library)["faq"].updated) == "2026-06-30"


def test_of_many_cells_the_first_are_told_whole(run: Run, library: Path) -> None:
    """Three with what both sides say, cut short; some more by their names, and of the others how many there are."""
    rows = [f"P{number},https://a.example/{number},Customers,Live,2026-01-01,They ask,Words" for number in range(20)]
    (library / "t.csv").write_text(tracker(*rows), "utf-8")
    run("import", "t.csv", "--yes", at=library)
    (library / "t.csv").write_text(tracker(*(row.replace("They ask", "They call us again " * 5) for row in rows)), "utf-8")
    told = " ".join(run("import", "t.csv", "--yes", "--update", at=library).out.split())
    assert told.count('the table says "They call us again They call us again They call…", the library "They ask"') == 3
    assert "; so it is in t!F5, t!F6, t!F7, t!F8, t!F9, t!F10, t!F11, t!F12, t!F13 and 8 more. In uses.when" in told


def test_an_address_of_the_own_network_is_sent_to_nobody(run: Run, library: Path) -> None:
    """Whatever a row says of who may see it: nobody outside opens an intranet, and it is said how many rows that are."""
    told = run("import", str(TABLE), "--yes", at=library)
    assert "1 row for buyers or partners has an address that only your own network opens: it goes to links.internal" in told.out
    found = assets(library)["quarterly-review-deck"]
    assert (found.audience, found.public_addresses) == ("external", ())
    assert found.links is not None
    assert [link.url for link in found.links.internal_] == ["https://intranet.example.com/qbr"]


@pytest.mark.parametrize(("answer", "shown"), [("y", 0), ("d", 30)])
def test_many_new_files_are_named_before_the_question(
    run: Run, library: Path, monkeypatch: pytest.MonkeyPatch, answer: str, shown: int
) -> None:
    """At a terminal thirty new files are thirty lines, and d shows them whole; where nobody is asked all of it is shown at once."""
    answers = ["", "", answer, "y"]
    monkeypatch.setattr(console, "somebody_answers", lambda: True)
    monkeypatch.setattr(console, "ask", lambda _: answers.pop(0))
    told = run("import", str(TABLE), at=library).out
    assert told.count("new  content_library/assets/") == 30
    assert told.count("--- (no file)") == shown
    assert len(assets(library)) == 31


def test_a_table_in_german_keeps_its_secrets(run: Run, library: Path) -> None:
    """Who may see it is told in other languages too, and an id has only letters that every file system writes alike."""
    rows = "Preisübersicht Große,https://a.example/1,Intern\nHandout,https://a.example/2,Kunden\n"
    (library / "t.csv").write_text("Title,URL,Audience\n" + rows, "utf-8")
    run("import", "t.csv", "--yes", at=library)
    found = assets(library)
    assert (found["preisubersicht-grosse"].audience, found["preisubersicht-grosse"].public_addresses) == ("internal", ())
    assert found["handout"].audience == "external"


def test_a_table_without_names_of_columns_is_refused(run: Run, library: Path) -> None:
    """Its first row would be lost as a heading: nothing is written, and it is said what is missing."""
    (library / "t.csv").write_text("Deck,https://a.example/1,Customers\nFAQ,https://a.example/2,Customers\n", "utf-8")
    told = run("import", "t.csv", "--yes", at=library)
    assert "t has no row with the names of its columns." in told.err
    assert len(assets(library)) == 1


def test_a_row_that_revives_an_entry_is_told_and_nothing_else_is(run: Run, library: Path) -> None:
    """What is retired here and live in the table stays retired, and the cell of its status is named; its notes are the same."""
    row = "FAQ,https://a.example/faq,Customers,Retired,2026-01-01,They ask,Words,use the new one"
    head = "Name,URL,Audience,Status,Last update,When,Description,Notes\n"
    (library / "t.csv").write_text(f"{head}{row}\n", "utf-8")
    run("import", "t.csv", "--yes", at=library)
    (library / "t.csv").write_text(f"{head}{row.replace('Retired', 'Live')}\n", "utf-8")
    told = run("import", "t.csv", "--yes", "--update", at=library).out
    assert re.findall(r"t!\w+(?=: the table)", told) == ["t!D2"]
    assert assets(library)["faq"].status == "retired"


def test_who_says_nothing_of_the_audience_gives_nothing_away(run: Run, library: Path) -> None:
    """An empty cell is internal, a column of own people is no column of personas, and a word is no address."""
    rows = "A,https://a.example/a,\nB,https://a.example/b,All staff\nC,see SharePoint,Sales team\nD,https://a.example/d,Everybody else\n"
    (library / "t.csv").write_text("Name,URL,Audience\n" + rows, "utf-8")
    told = run("import", "t.csv", "--yes", at=library)
    assert "Audience  →  audience" in told.out
    assert 't!B4: "see SharePoint" is no address.' in told.out
    found = assets(library)
    assert [(found[each].audience, found[each].public_addresses) for each in "abcd"] == [("internal", ())] * 4
    assert found["c"].notes == "URL: see SharePoint"


def test_a_note_that_looks_like_a_column_stays(run: Run, library: Path) -> None:
    """What somebody wrote in the notes is never taken for what a cell left there, in the table or in the file."""
    row = "FAQ,https://a.example/faq,Customers,Live,Priya,Last update: ask Tom"
    (library / "t.csv").write_text(f"Name,URL,Audience,Status,Owner,Notes\n{row}\n", "utf-8")
    run("import", "t.csv", "--yes", at=library)
    file = library / "content_library/assets/faq.yaml"
    file.write_text(file.read_text("utf-8").replace("ask Tom", "ask Tom\n  Owner: Priya until May\n  Status: with legal"), "utf-8")
    before = assets(library)["faq"].notes
    (library / "t.csv").write_text(f"Name,URL,Audience,Status,Owner,Notes,Last update\n{row},2026-11-20\n", "utf-8")
    run("import", "t.csv", "--yes", "--update", at=library)
    assert assets(library)["faq"].notes == before
    assert "Owner: Priya until May\nStatus: with legal" in before


def test_addresses_side_by_side_are_several_and_words_between_them_are_kept_whole(run: Run, library: Path) -> None:
    """A name with a space in it is no address, and no piece of it becomes one."""
    links = {"A": "https://a.example/1 https://a.example/2", "B": "Demo script v4.docx", "C": "https://a.example/my file v2.pdf"}
    (library / "t.csv").write_text("Name,URL,Audience\n" + "".join(f"{name},{link},Customers\n" for name, link in links.items()), "utf-8")
    told = run("import", "t.csv", "--yes", at=library)
    found = assets(library)
    assert [link.url for link in found["a"].links.public] == ["https://a.example/1", "https://a.example/2"]
    assert [found[each].links for each in "bc"] == [None, None]
    assert [found[each].notes for each in "bc"] == [f"URL: {links['B']}", f"URL: {links['C']}"]
    assert re.findall(r"t!\w+(?=: )", told.out) == ["t!B3", "t!B4"]


@pytest.mark.parametrize(
    ("written", "audience"),
    [
        ("Customers & partners", "external"),
        ("Customers/Partners", "external"),
        ("Partners and customers", "external"),
        ("Partners, partners", "partner"),
        ("Customers and sales", "internal"),
        ("Customers and Humans", "internal"),
    ],
)
def test_two_audiences_in_a_cell_are_both_meant(run: Run, library: Path, written: str, audience: str) -> None:
    """Buyers and partners together are everybody; where one of the two is nobody's word or our own people, it stays inside."""
    (library / "t.csv").write_text(f'Name,URL,Audience\nA,https://a.example/1,"{written}"\nB,https://a.example/2,Customers\n', "utf-8")
    run("import", "t.csv", "--yes", at=library)
    assert assets(library)["a"].audience == audience
