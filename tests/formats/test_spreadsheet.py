"""Whatever file is given, what it shows is read or it is said what is wrong with it; and no cell of ours runs anything."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font

from playbook.formats import Spreadsheet, filled, read_spreadsheet, workbook
from playbook.formats.grids import letters


def made(fill: Callable[[Any], object]) -> bytes:
    """Return a workbook whose first sheet was filled by a function."""
    book = openpyxl.Workbook()
    book.active.title = "Tracker"
    fill(book.active)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def repacked(raw: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a workbook with one of its parts changed."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, change(old.read(info)) if info.filename == name else old.read(info))
    return out.getvalue()


def read(raw: bytes, name: str = "tracker.xlsx") -> Spreadsheet:
    """Return what a file shows."""
    return read_spreadsheet(name, raw)


def odd_values(page: Any) -> None:
    """Fill in what spreadsheets hold beside texts."""
    page.append(["Title", "Day", "Share", "Yes", "Number", "Time"])
    page.append(["A", date(2026, 11, 22), 0.1, True, 3.0, datetime.fromisoformat("2026-11-22T09:30")])
    page["C2"].number_format = "0%"
    page["A2"].hyperlink = "https://example.com/a"
    page["A2"].font = Font(bold=True)
    page["A2"].comment = Comment("remark", "Ann")
    page["A9"], page["H4"] = " ", ""


def test_values_are_shown_as_people_see_them() -> None:
    """Days, shares, yes and no, whole numbers; the address behind a title; nothing of empty rows and columns."""
    [grid] = read(made(odd_values)).grids
    assert grid.rows == (
        ("Title", "Day", "Share", "Yes", "Number", "Time"),
        ("A", "2026-11-22", "10%", "yes", "3", "2026-11-22 09:30:00"),
    )
    assert grid.links == {(1, 0): "https://example.com/a"}
    assert grid.cell(1, 2) == "Tracker!C2"
    assert [letters(number) for number in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def joined(page: Any) -> None:
    """Fill in a title over all columns and a cell over two rows."""
    for row in (["Our content"], ["Sort", "Title"], ["Guide", "A"], [None, "B"]):
        page.append(row)
    page.merge_cells("A1:B1")
    page.merge_cells("A3:A4")


def test_joined_cells_stand_for_all_their_rows() -> None:
    """What stands in a cell over two rows is said of both; a title over the table once."""
    [grid] = read(made(joined)).grids
    assert grid.rows == (("Our content",), ("Sort", "Title"), ("Guide", "A"), ("Guide", "B"))


def test_formulas_give_their_results_or_are_named() -> None:
    """A formula that no program has worked out, and an error, are problems at their cells; nothing is worked out here."""
    found = read(made(lambda page: (page.append(["Title", "=1+1"]), page.append(["#REF!", "b"]))))
    page = found.grids[0]
    assert [(each.code, each.file, each.part) for each in found.problems] == [
        ("PB603", "tracker.xlsx", "Tracker!B1"),
        ("PB603", "tracker.xlsx", "Tracker!A2"),
    ]
    assert page.rows == (("Title",), ("", "b"))
    done = repacked(
        made(lambda page: page.append(["=1+1"])), "xl/worksheets/sheet1.xml", lambda xml: re.sub(rb"<v ?/>|<v></v>", b"<v>2</v>", xml)
    )
    assert read(done).grids[0].rows == (("2",),)


def test_hidden_sheets_are_known_as_such() -> None:
    """Sheets that somebody hid are told apart, however well they are hidden."""
    raw = made(lambda page: (page.append(["a"]), setattr(page.parent.create_sheet("Old"), "sheet_state", "veryHidden")))
    assert [(grid.name, grid.hidden) for grid in read(raw).grids] == [("Tracker", False), ("Old", True)]


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>'
)
PLAIN = made(lambda page: page.append(["Title"]))
SHEET = "xl/worksheets/sheet1.xml"
JOINED = b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        pytest.param(b"PK\x03\x04" + b"\x00" * 200, "damaged", id="no-zip"),
        pytest.param(PLAIN[: len(PLAIN) // 2], "damaged", id="half"),
        pytest.param(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 99, "password", id="protected"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0", "neither", id="picture"),
        pytest.param(repacked(PLAIN, SHEET, lambda _: BOMB), "declares signs", id="entities"),
        pytest.param(repacked(PLAIN, SHEET, lambda _: b"<a>" * 100 + b"\0"), "no workbook", id="broken-xml"),
        pytest.param(repacked(PLAIN, SHEET, lambda xml: xml + b" " * 30_000_000), "larger than", id="zip-bomb"),
        pytest.param(repacked(PLAIN, SHEET, lambda xml: xml.replace(b"</sheetData>", JOINED)), "joined", id="all-joined"),
        pytest.param(repacked(PLAIN, "xl/workbook.xml", lambda xml: xml.replace(b"<sheets>", b"<shoots>")), "no workbook", id="no-sheets"),
        pytest.param(b"x" * 25_000_001, "25 MB", id="huge"),
        pytest.param(b'a,b\n"' + b"x" * 200_000, "no text with separators", id="endless-cell"),
        pytest.param(b"a\n" * 20_002, "20,002 rows", id="endless-rows"),
    ],
)  # fmt: skip
def test_a_hostile_file_is_one_clear_problem(raw: bytes, why: str) -> None:
    """Bombs, halves, pictures, protected files: one sentence on what it is and one on what to do, and not one cell of it."""
    found = read(raw)
    [problem] = found.problems
    assert (problem.code, problem.file, found.grids) == ("PB601", "tracker.xlsx", ())
    assert why in problem.why
    assert problem.remedy


def test_a_cell_far_away_does_not_fill_the_memory() -> None:
    """A sheet that reaches to the last row of Excel is named; the others are read."""

    def fill(page: Any) -> None:
        page.parent.create_sheet("Good").append(["a"])
        page["XFD1048576"] = "x"

    found = read(made(fill))
    assert [each.code for each in found.problems] == ["PB602"]
    assert [grid.name for grid in found.grids] == ["Good"]


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param('\ufeffTitel;Größe\n"Über; uns";3,5\n'.encode(), id="bom-semicolon"),
        pytest.param('Titel;Größe\n"Über; uns";3,5\n'.encode("cp1252"), id="windows-1252"),
        pytest.param('Titel\tGröße\nÜber; uns\t3,5\n'.encode("utf-16"), id="utf-16-tab"),
        pytest.param('Titel,Größe\r\nÜber; uns,"3,5"\r\n\r\n,,\r\n'.encode(), id="comma"),
        pytest.param('Titel|Größe\rÜber; uns|3,5\r'.encode(), id="bar"),
    ],
)  # fmt: skip
def test_text_with_separators_is_read_as_it_was_meant(raw: bytes) -> None:
    """Byte order marks, semicolons, tabs, bars, old encodings and line ends."""
    [grid] = read(raw, "Liste.csv").grids
    assert (grid.name, grid.rows) == ("Liste", (("Titel", "Größe"), ("Über; uns", "3,5")))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|'/c calc'!A0", "\x07bell_x0007_", " 1 ", "2026-11", "10%"])
def test_no_text_of_ours_runs_or_becomes_another(text: str) -> None:
    """What looks like a formula is a text that stays one when it is edited; signs that no workbook holds come back."""
    raw = workbook(filled("asset", {"a": {"title": "A", "body": text}}), lambda _: {})
    page = openpyxl.load_workbook(BytesIO(raw))["assets"]
    column = next(cell.column for cell in page[1] if cell.value == "body")
    cell = page.cell(2, column)
    assert (cell.data_type, cell.number_format) == ("s", "@")
    assert cell.quotePrefix is (text[0] in "=+-@\t")
    grid = next(grid for grid in read(raw).grids if grid.name == "assets")
    assert grid.rows[1][column - 1] == text


def test_cells_offer_what_may_stand_there() -> None:
    """Drop-downs lead to the lists on the sheet of words: refused with a warning where one word is wanted, offered only in lists."""
    offers = {"persona": {"buyer": "The buyer"}, "asset_types": {"guide": "Guide"}}
    raw = workbook(filled("asset", {"a": {"title": "A", "uses": {"when": "Now"}}}), lambda value: offers.get(value.of, {}))
    book = openpyxl.load_workbook(BytesIO(raw))
    assert book.sheetnames == ["read me", "assets", "assets uses", "assets uses send", "words", "as exported"]
    known = {page: {str(each.sqref)[0]: each for each in book[page].data_validations.dataValidation} for page in ("assets", "assets uses")}
    assert [each.formula1 for each in known["assets"].values()] == ["'words'!$A$2:$A$2"]
    [personas] = [each for each in known["assets uses"].values() if "'words'!$C$2" in each.formula1]
    assert (known["assets"]["C"].showErrorMessage, personas.showErrorMessage) == (True, False)
    assert "what buyers" in book["assets"]["B1"].comment.text or "as buyers see it" in book["assets"]["B1"].comment.text
    assert book["assets"].freeze_panes == "B2"
