"""A workbook that is older than the library undoes nobody's work: only what was changed in it comes back."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from playbook.edit import import_own, write
from playbook.formats import read_spreadsheet
from playbook.model.kinds import KINDS
from playbook.pipeline import spreadsheet

ASSET = """\
title: Guide
type: guide
audience: external
status: approved
links: https://example.com/guide
topics:
  - prices
uses:
  - when: They ask
    how: Send it
    send:
      subject: The guide
      body: Here it is
  - when: They come back
    how: Call them
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Return a library with one asset."""
    (tmp_path / "enablement.yaml").write_text("name: A\n", "utf-8")
    (tmp_path / "content_library/assets").mkdir(parents=True)
    file_of(tmp_path).write_text(ASSET, "utf-8")
    return tmp_path


def file_of(root: Path) -> Path:
    """Return the file of the asset."""
    return root / "content_library/assets/guide.yaml"


def exported(root: Path) -> Any:
    """Return the library as a workbook that can be changed."""
    return openpyxl.load_workbook(BytesIO(spreadsheet(root, tuple(KINDS))))


def put(book: Any, sheet: str, header: str, text: str, row: int = 2) -> None:
    """Write into a cell of a row, in the column of that name."""
    column = next(cell.column for cell in book[sheet][1] if cell.value == header)
    book[sheet].cell(row, column, text)


def brought_in(root: Path, book: Any) -> list[tuple[str, tuple[object, ...]]]:
    """Import a workbook, and return the codes of what is wrong, each with its cell."""
    out = BytesIO()
    book.save(out)
    found = import_own(root, read_spreadsheet("book.xlsx", out.getvalue()))
    assert found is not None
    write(root, found.changes)
    return [(each.code, each.field) for each in found.problems]


def changed(root: Path, *pairs: tuple[str, str]) -> str:
    """Change texts in the file of the asset, and return what it says then."""
    text = file_of(root).read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    file_of(root).write_text(text, "utf-8")
    return text


def test_a_workbook_that_nobody_changed_changes_nothing(library: Path) -> None:
    """Whatever happened in the library since: who hid or retired something finds it hidden and retired."""
    book = exported(library)
    after = changed(
        library,
        ("external", "internal"),
        ("approved", "retired"),
        ("  - prices\n", "  - prices\n  - costs\n"),
        ("They ask", "They ask twice"),
        ("    how: Call them\n", "    how: Call them\n  - when: Third\n    how: Wait\n"),
        ("Here it is", "Here is the guide"),
    )
    assert brought_in(library, book) == []
    assert file_of(library).read_text("utf-8") == after


def test_both_sides_keep_what_they_changed(library: Path) -> None:
    """A cell changed here and another field changed there: the entry has both."""
    book = exported(library)
    put(book, "assets", "title", "The guide to prices")
    changed(library, ("external", "internal"), ("They ask", "They ask twice"))
    assert brought_in(library, book) == []
    after = file_of(library).read_text("utf-8")
    assert ("title: The guide to prices" in after, "audience: internal" in after, "They ask twice" in after) == (True, True, True)


def test_what_both_changed_stays_and_is_told(library: Path) -> None:
    """The library's value stays, and the cell is named; so is a list of groups, as one."""
    book = exported(library)
    put(book, "assets", "title", "The guide to prices")
    put(book, "assets uses", "when", "They call")
    after = changed(library, ("title: Guide", "title: Our guide"), ("They ask", "They ask twice"))
    assert brought_in(library, book) == [("PB611", ("assets!B2",)), ("PB611", ("assets uses!A2",))]
    assert file_of(library).read_text("utf-8") == after


def test_what_both_say_is_shown(library: Path) -> None:
    """Whoever decides reads both values, of a long text its beginning, and of a list the first row that differs."""
    book = exported(library)
    put(book, "assets", "title", "The guide to prices " * 9)
    put(book, "assets uses", "when", "They call")
    changed(library, ("title: Guide", "title: Our guide"), ("They ask", "They ask twice"))
    out = BytesIO()
    book.save(out)
    found = import_own(library, read_spreadsheet("book.xlsx", out.getvalue()))
    assert found is not None
    title, uses = (each.why.partition("library. ")[2] for each in found.problems)
    assert title == 'The table says "The guide to prices The guide to prices The…", the library "Our guide", and that stays.'
    assert 'says "1, They call' in uses
    assert 'the library "1, They ask twice' in uses


def test_what_both_changed_alike_is_no_trouble(library: Path) -> None:
    """The same new text here and there is one change."""
    book = exported(library)
    put(book, "assets", "title", "Our guide")
    put(book, "assets uses", "when", "They ask twice")
    after = changed(library, ("title: Guide", "title: Our guide"), ("They ask", "They ask twice"))
    assert brought_in(library, book) == []
    assert file_of(library).read_text("utf-8") == after


def test_a_use_that_was_changed_here_is_written_where_nobody_else_changed_uses(library: Path) -> None:
    """A changed and a new row of uses come in beside a field that the library changed."""
    book = exported(library)
    put(book, "assets uses", "when", "They call")
    put(book, "assets uses", "asset", "guide", row=4)
    put(book, "assets uses", "when", "Third", row=4)
    put(book, "assets uses", "how", "Wait", row=4)
    changed(library, ("external", "internal"))
    assert brought_in(library, book) == []
    after = file_of(library).read_text("utf-8")
    assert ("They call" in after, "Third" in after, "audience: internal" in after) == (True, True, True)


def test_an_entry_that_came_later_is_left_alone(library: Path) -> None:
    """A workbook that does not know an entry says nothing of it, nor of uses that came to one."""
    book = exported(library)
    later = library / "content_library/assets/later.yaml"
    later.write_text(ASSET.replace("Guide", "Later"), "utf-8")
    assert brought_in(library, book) == []
    assert later.read_text("utf-8") == ASSET.replace("Guide", "Later")


def test_rows_may_be_sorted(library: Path) -> None:
    """Rows in another order are the same rows: their numbers say which comes first."""
    book = exported(library)
    page = book["assets uses"]
    rows = [[cell.value for cell in page[number]] for number in (3, 2)]
    for number, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            page.cell(number, column, value)
    after = changed(library, ("They come back", "They come again"))
    assert brought_in(library, book) == []
    assert file_of(library).read_text("utf-8") == after


def test_a_workbook_without_the_hidden_sheet_is_taken_as_it_is(library: Path) -> None:
    """Where somebody deleted the fingerprints, or they are damaged, each cell counts as it did before there were any."""
    book = exported(library)
    book["as exported"].cell(1, 3, "not for us")
    book["as exported"].cell(2, 3, "[]")
    put(book, "assets", "title", "Mine")
    brought_in(library, book)
    assert "title: Mine" in file_of(library).read_text("utf-8")
    book = exported(library)
    del book["as exported"]
    put(book, "assets", "title", "Mine again")
    brought_in(library, book)
    assert "title: Mine again" in file_of(library).read_text("utf-8")


def test_an_id_that_was_changed_makes_no_second_entry(library: Path) -> None:
    """Others name the old id, so the row is refused with the command that renames; a new row beside it is a new entry."""
    book = exported(library)
    put(book, "assets", "id", "our-guide")
    put(book, "assets", "id", "new", row=3)
    put(book, "assets", "title", "New", row=3)
    put(book, "assets", "type", "guide", row=3)
    assert brought_in(library, book) == [("PB612", ("assets!A2",))]
    assert sorted(path.name for path in file_of(library).parent.iterdir()) == ["guide.yaml", "new.yaml"]
    assert file_of(library).read_text("utf-8") == ASSET


def test_a_value_that_is_none_is_named_by_its_cell(library: Path) -> None:
    """What a field does not take is written, since nothing is lost, and named by the cell it stands in."""
    book = exported(library)
    put(book, "assets", "status", "Live")
    put(book, "assets", "reviewed", "31.12.2026x")
    letters = {cell.value: cell.column_letter for cell in book["assets"][1]}
    assert brought_in(library, book) == [("PB605", (f"assets!{letters[name]}2",)) for name in ("status", "reviewed")]
    assert "status: Live" in file_of(library).read_text("utf-8")
