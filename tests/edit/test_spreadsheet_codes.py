"""Every code of spreadsheets has a file that earns it, and the same file put right that does not."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from playbook.codes import CODES
from playbook.edit import import_own, import_tracker, tracker_columns
from playbook.formats import read_spreadsheet

HEAD = ["id", "title", "type", "links public"]
USES = ["asset", "number", "when"]
RIGHT = {"assets": [HEAD, ["a", "A", "guide", "https://a.b"]], "assets uses": [USES, ["a", "1", "Now"]]}


def with_cell(sheet: str, row: int, column: int, value: str) -> dict[str, list[list[str]]]:
    """Return the faultless sheets with another value in one cell."""
    found = {name: [[*cells] for cells in rows] for name, rows in RIGHT.items()}
    found[sheet][row][column] = value
    return found


CASES = {
    "PB601": None,
    "PB602": {**RIGHT, "far": [[""] * 400 + ["x"]]},
    "PB603": with_cell("assets", 1, 1, "=1+1"),
    "PB604": with_cell("assets", 0, 3, "link"),
    "PB605": with_cell("assets", 1, 3, "https://a.b | A | B"),
    "PB606": with_cell("assets uses", 1, 0, "nothing"),
    "PB607": with_cell("assets", 1, 0, "No Id"),
    "PB608": {"Mine": [["Title", "Persona"], ["A", "Nobody we know"]]},
    "PB610": {"Mine": [["Title", "Topics"], ["Known", "prices"]]},
    "PB611": {"assets": [HEAD, ["known", "Other", "guide", ""]], "as exported": [["assets", "known", '{"title": "0"}']]},
    "PB612": {
        "assets": [HEAD, ["other", "Known", "guide", ""]],
        "as exported": [["assets", "known", f'{{"title": "{sha256(b"Known").hexdigest()[:12]}"}}']],
    },
    "PB609": {"Mine": [["Title", "Persona"], ["A", ""], ["a", "x"]]},
}


def found_in(sheets: dict[str, list[list[str]]] | None, root: Path) -> set[str]:
    """Return the codes that a workbook of these sheets earns."""
    raw = b"PK\x03\x04"
    if sheets:
        book = openpyxl.Workbook()
        book.remove(book.active)
        for name, rows in sheets.items():
            page = book.create_sheet(name)
            for row in rows:
                page.append(row)
        out = BytesIO()
        book.save(out)
        raw = out.getvalue()
    file = read_spreadsheet("a.xlsx", raw)
    found = import_own(root, file)
    if sheets and not found:
        [grid] = file.grids
        found = import_tracker(root, file, grid, "asset", tracker_columns(root, grid, "asset"), update=True)
    return {each.code for each in (found.problems if found else file.problems)}


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """Return a library without entries."""
    (tmp_path / "enablement.yaml").write_text("name: A\n", "utf-8")
    (tmp_path / "content_library/assets").mkdir(parents=True)
    (tmp_path / "content_library/assets/known.yaml").write_text("title: Known\ntype: guide\ntopics: costs\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize("code", [code for code in CODES if code.startswith("PB6")])
def test_every_code_has_a_file(empty: Path, code: str) -> None:
    """The mistake is told by its code, and nothing else is; the explanation is more than a sentence."""
    assert code in found_in(CASES[code], empty)
    assert CODES[code].explanation.count(". ") >= 1


def test_the_faultless_file_has_no_problem(empty: Path) -> None:
    """What all cases start from is without a fault."""
    assert found_in(RIGHT, empty) == set()
