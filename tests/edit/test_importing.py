"""A workbook of ours goes out and comes back: nothing changes by itself, and what somebody changed is all that does."""

from __future__ import annotations

import shutil
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from msgspec.structs import replace

from playbook.edit import Imported, import_own, start, write
from playbook.formats import read_spreadsheet
from playbook.model.entries import Entry
from playbook.model.kinds import KINDS
from playbook.pipeline import check, spreadsheet

TODAY = date(2026, 11, 22)
ROOT = Path(__file__).parents[2]
ASSET = "content_library/assets/cost-of-vacancy.yaml"


@pytest.fixture(scope="module")
def exported() -> bytes:
    """Return the sample as a workbook."""
    return spreadsheet(ROOT, [*KINDS])


def book_of(raw: bytes) -> Any:
    """Return a workbook as somebody opens it."""
    return openpyxl.load_workbook(BytesIO(raw))


def saved(book: Any) -> bytes:
    """Return a workbook as somebody saves it."""
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def at(page: Any, header: str, row: int = 2) -> Any:
    """Return the cell of a row under a header."""
    return next(cell for cell in page[1] if cell.value == header).offset(row - 1)


def row_of(page: Any, *keys: str) -> int:
    """Return the row that begins with these cells."""
    return next(number for number, row in enumerate(page.iter_rows(values_only=True), 1) if row[: len(keys)] == keys)


def imported(root: Path, raw: bytes) -> Imported:
    """Return what a workbook changes in a library."""
    found = import_own(root, read_spreadsheet("playbook.xlsx", raw))
    assert found is not None
    return found


def difference(found: Imported) -> dict[str, list[str]]:
    """Return the lines that go and come in each file."""
    from playbook.edit import diffs

    lines = ([line for line in each if line[:1] in "+-" and line[:3] not in {"+++", "---"}] for each in diffs(found.changes))
    return dict(zip((change.file for change in found.changes), lines, strict=True))


@pytest.mark.parametrize("name", ["sample", pytest.param("case", marks=pytest.mark.prove)])
def test_out_and_in_again_is_the_same(request: pytest.FixtureRequest, tmp_path: Path, exported: bytes, name: str) -> None:
    """No file is touched; and a library without entries gets them all, each equal to the last word."""
    root = ROOT if name == "sample" else request.getfixturevalue("cases") / "sourcegraph"
    raw = exported if name == "sample" else spreadsheet(root, [*KINDS])
    again = imported(root, raw)
    assert (again.changes, again.problems) == ((), ())
    shutil.copy(root / "enablement.yaml", tmp_path / "enablement.yaml")
    fresh = imported(tmp_path, raw)
    assert fresh.problems == ()
    write(tmp_path, fresh.changes)
    before, after = (check(each, today=TODAY).library.entries for each in (root, tmp_path))
    for kind, entries in before.items():
        assert {id_: as_draft(entry) for id_, entry in entries.items()} == {id_: as_draft(entry) for id_, entry in after[kind].items()}


def as_draft(entry: Entry) -> Entry:
    """Return an entry apart from where its file lies; what has no status is a draft once it is imported as a new one."""
    return replace(entry, file="", status=entry.status or "draft")


def test_a_changed_cell_changes_its_line(sample: Path, exported: bytes) -> None:
    """In a field, in a list, in a group of a group, in the fields that hold a duration: one line each; remarks stay."""
    file = sample / ASSET
    file.write_text("# The best one\n" + file.read_text("utf-8"), "utf-8")
    book = book_of(exported)
    row = row_of(book["assets"], "cost-of-vacancy")
    at(book["assets"], "owner", row).value = "Anna Berg"
    at(book["assets"], "topics", row).value = "budget\novertime\nwinter"
    use = row_of(book["assets uses"], "cost-of-vacancy", "1")
    at(book["assets uses"], "follow_up after", use).value = "3 business days"
    send = row_of(book["assets uses send"], "cost-of-vacancy", "2", "1")
    at(book["assets uses send"], "subject", send).value = "Your sheet: Saturdays"
    found = imported(sample, saved(book))
    assert (found.new, found.changed, found.problems) == (0, 1, ())
    assert sorted(difference(found)[ASSET]) == sorted(
        [
            "-owner: Content lead", "+owner: Anna Berg", "+  - winter",
            "-      after: 2 business days", "+      after: 3 business days",
            "-      - subject: Your sheet, with Saturdays in it", '+      - subject: "Your sheet: Saturdays"',
        ]
    )  # fmt: skip


def test_rows_come_and_go(sample: Path, exported: bytes) -> None:
    """A new use, one that is gone, a new asset without an id: drafts unless they say otherwise. A row that was deleted deletes nothing."""
    book = book_of(exported)
    uses, assets = book["assets uses"], book["assets"]
    uses.delete_rows(row_of(uses, "cost-of-vacancy", "2"))
    new = uses.max_row + 1
    at(uses, "asset", new).value, at(uses, "when", new).value = "cost-of-vacancy", "They ask twice"
    assets.delete_rows(row_of(assets, "pay-guide-2026"))
    last = assets.max_row + 1
    at(assets, "title", last).value, at(assets, "type", last).value = "What’s a Café shift?", "guide"
    at(assets, "id", last + 1).value, at(assets, "title", last + 1).value = "two", "Two"
    at(assets, "status", last + 1).value = "approved"
    sends = book["assets uses send"]
    sends.delete_rows(row_of(sends, "cost-of-vacancy", "2", "1"))
    found = imported(sample, saved(book))
    assert (found.new, found.changed) == (2, 1)
    assert found.problems == ()
    write(sample, found.changes)
    library = check(sample, today=TODAY).library
    known = library.entries["asset"]
    assert [use.when for use in known["cost-of-vacancy"].uses] == [  # type: ignore[attr-defined]
        ("They say they can wait until next quarter",),
        ("They ask twice",),
    ]
    assert (known["whats-a-cafe-shift"].status, known["two"].status, "pay-guide-2026" in known) == ("draft", "approved", True)


def test_what_is_wrong_is_named_by_its_cell(sample: Path, exported: bytes) -> None:
    """A use of nothing, a message of a use that is not there, an id twice, a part too many, a number that is none, an id changed."""
    book = book_of(exported)
    uses, sends, assets = book["assets uses"], book["assets uses send"], book["assets"]
    at(uses, "asset", 2).value = "nothing"
    at(sends, "uses", row_of(sends, "cost-of-vacancy", "2", "1")).value = "7"
    at(assets, "id", 3).value = at(assets, "id", 2).value
    at(assets, "links public", 4).value = "https://a.b | A | B"
    at(uses, "number", row_of(uses, "cost-of-vacancy", "1")).value = "first"
    at(assets, "id", 5).value = "Not An Id"
    at(assets, "owner", 1).value = "boss"
    found = imported(sample, saved(book))
    told = [(each.code, each.part) for each in found.problems]
    assert {(each.file) for each in found.problems} == {"playbook.xlsx"}
    assert {("PB606", "assets!A3"), ("PB605", "assets!D4"), ("PB612", "assets!A5"), ("PB606", "assets uses!A2")} <= {*told}
    assert {code for code, _ in told} == {"PB604", "PB605", "PB606", "PB612"}
    assert all(each.why.startswith(each.part) and each.remedy for each in found.problems)


def test_what_no_cell_can_hold_stays_in_its_file(tmp_path: Path) -> None:
    """A field of an odd form, and a text longer than a cell, are named in the workbook and left alone on the way back."""
    start(tmp_path / "odd", small=True)
    odd = tmp_path / "odd/content_library/assets/odd.yaml"
    odd.write_text(f"title: Odd\ntype: guide\nlinks: {{public: https://a.b, publik: https://c.d}}\nbody: |\n  {'x' * 40_000}\n", "utf-8")
    raw = spreadsheet(tmp_path / "odd", ["asset"])
    book = book_of(raw)
    row = row_of(book["assets"], "odd")
    assert {at(book["assets"], name, row).value for name in ("links public", "body")} == {"(only in its file)"}
    at(book["assets"], "title", row).value = "Even"
    found = imported(tmp_path / "odd", saved(book))
    assert [*difference(found).values()] == [["-title: Odd", "+title: Even"]]


def test_a_table_without_our_columns_is_none_of_ours(sample: Path) -> None:
    """Somebody's own list of content is not taken for an export; our own columns as CSV are."""
    assert import_own(sample, read_spreadsheet("list.csv", b"Title,Link\nA,https://a.b\n")) is None
    found = import_own(sample, read_spreadsheet("any.csv", b"id;title;type;topics\nnew-one;New;guide;a\n"))
    assert found is not None
    assert [change.file for change in found.changes] == ["content_library/assets/new-one.yaml"]
