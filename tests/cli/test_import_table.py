"""A team's own table becomes drafts: its columns guessed and shown, nothing lost, nothing twice, and no flood of warnings after."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from playbook.cli import console
from playbook.edit import start
from playbook.model.content import Asset
from playbook.pipeline import check
from playbook.problems import ExitCode

Run = Callable[..., Any]  # the fixture `run` of conftest.py
TABLES = Path(__file__).parents[1] / "data/trackers"
TODAY = date(2026, 11, 22)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """Return a folder with the sample library."""
    start(tmp_path / "sample", small=False)
    return tmp_path / "sample"


def assets(root: Path) -> dict[str, Asset]:
    """Return the assets of a library."""
    return {asset.id: asset for asset in check(root, today=TODAY).library.of(Asset)}


def test_thirty_rows_become_drafts(run: Run, sample: Path) -> None:
    """Headings under a title, semicolons, Windows-1252, four forms of days: 28 drafts, one piece known, one row twice, no new problem."""
    before = len(assets(sample))
    told = run("import", str(TABLES / "invented-30.csv"), "--yes", at=sample)
    assert told.code == 0
    assert "Imported: 28 new, 0 changed." in told.out
    assert "1 row of what is there already" in told.out
    assert "invented-30!A25: the row has the title or the address of row 8" in told.out
    assert 'invented-30!D7 and 1 more: no persona here is called "Site nurse".' in told.out
    found = assets(sample)
    assert len(found) == before + 28
    one = found["honest-shift-plans-in-the-capital"]
    assert (one.type, one.public_addresses[0].startswith("https://quillhaven.example/"), str(one.published)) == (
        "case-study",
        True,
        "2026-06-26",
    )
    assert (one.uses[0].personas, one.uses[0].stages) == (("plant-manager", "hospital-nurse-manager"), ("awareness", "onboarding"))
    assert (one.industries, one.topics, one.extra) == (("healthcare",), ("pay", "rates"), {"Budget quarter": "Q2 2026"})
    assert found["fair-papers-in-food-plants"].notes == "Audience: Site nurse\nTracker said: Live"
    assert check(sample, today=TODAY).problems == ()
    assert "Imported" not in run("import", str(TABLES / "invented-30.csv"), "--yes", at=sample).out


def test_two_hundred_rows_do_not_flood_the_check(run: Run, sample: Path) -> None:
    """All of them are drafts or retired, with ids of their own, and the library has no more problems than before."""
    before = len(assets(sample))
    assert "Imported: 200 new" in run("import", str(TABLES / "invented-200.csv"), "--yes", at=sample).out
    assert len(assets(sample)) == before + 200
    assert check(sample, today=TODAY).problems == ()


def test_what_is_there_is_changed_only_when_asked(run: Run, sample: Path) -> None:
    """--update adds what the entry lacks, leaves its title, its status and its uses alone, and names a day that is earlier than its own."""
    old = assets(sample)["cost-of-vacancy"]
    told = run("import", str(TABLES / "invented-30.csv"), "--yes", "--update", at=sample)
    new = assets(sample)["cost-of-vacancy"]
    assert (str(new.published), new.industries, new.extra) == ("2026-09-15", ("healthcare",), {"Budget quarter": "Q3 2025"})
    assert 'the table says "2026-07-28", the library "2026-09-15"' in told.out
    assert (new.title, new.status, new.uses, new.summary) == (old.title, old.status, old.uses, old.summary)


def test_the_map_is_shown_changed_and_kept(run: Run, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody puts a column right, agrees, and the next import takes the same map from its file."""
    table = sample / "mine.csv"
    table.write_text("Piece,Where,Blurb,Secret\nOne,https://a.example/1,About one,no\n", "utf-8")
    answers = ["Blurb=sumary", "Blurb=summary", "Secret=-", "", "n"]
    monkeypatch.setattr(console, "somebody_answers", lambda: True)
    monkeypatch.setattr(console, "ask", lambda _: answers.pop(0))
    told = run("import", "mine.csv", "--save-map", "map.txt", at=sample)
    assert answers == []
    assert "Did you mean 'summary'?" in told.err
    assert "  Where   →  links.public  (addresses in it)" in told.out
    assert (sample / "map.txt").read_text("utf-8") == "Piece=title\nWhere=links.public\nBlurb=summary\nSecret=-\n"
    monkeypatch.setattr(console, "somebody_answers", lambda: False)
    told = run("import", "mine.csv", "--map-file", "map.txt", "--yes", at=sample)
    assert assets(sample)["one"].summary == "About one"
    assert "Secret" not in (sample / "content_library/assets/one.yaml").read_text("utf-8")


def test_a_workbook_is_read_as_people_fill_it(run: Run, sample: Path) -> None:
    """Addresses behind titles, days that are days, joined cells, hidden sheets named; a row without a title, and a day that may be two."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Tracker"
    for row in (["Type", "Title", "Date"], ["Guide", "A", date(2026, 5, 1)], [None, "B", "05/06/2026"], ["Guide", None, None]):
        page.append(row)
    page["B2"].hyperlink = "https://a.example/a"
    page.merge_cells("A2:A3")
    book.create_sheet("Old").append(["x"])
    book["Old"].sheet_state = "hidden"
    book.save(sample / "t.xlsx")
    told = run("import", "t.xlsx", "--yes", at=sample)
    assert "The hidden sheet Old is not read" in told.err
    assert (told.code, "Tracker!C3: " in told.out, "Tracker!A4: the row has neither" in told.out) == (ExitCode.CONTENT, True, True)
    found = assets(sample)
    assert (found["a"].public_addresses, str(found["a"].published), found["a"].status) == (("https://a.example/a",), "2026-05-01", "draft")
    assert (found["b"].type, found["b"].notes) == ("guide", "Date: 05/06/2026")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--map", "Piece=nothing"], "There is no field 'nothing' in asset."),
        (["--map", "Pice=title"], "Did you mean 'Piece'?"),
        (["--sheet", "Other"], "has no sheet 'Other'"),
        (["--map-file", "none.txt"], "cannot be read"),
    ],
)
def test_wrong_maps_are_sentences(run: Run, sample: Path, arguments: list[str], said: str) -> None:
    """A field, a column, a sheet or a map that is not there stops the import."""
    (sample / "mine.csv").write_text("Piece,Where\nOne,https://a.example/1\n", "utf-8")
    told = run("import", "mine.csv", *arguments, at=sample)
    assert (told.code, said in told.err) == (ExitCode.USAGE, True)


def test_other_kinds_have_tables_too(run: Run, sample: Path) -> None:
    """A glossary in two columns becomes terms."""
    (sample / "words.csv").write_text("Term,Definition\nGhost shift,A shift that nobody asked for\n", "utf-8")
    run("import", "words.csv", "--kind", "term", "--map", "Definition=means", "--yes", at=sample)
    assert "means:\n  - A shift that nobody asked for" in (sample / "content_library/terms/ghost-shift.yaml").read_text("utf-8")
