"""catalogue.csv: a row for each use, in cells that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from conftest import catalogued

from playbook.formats import data_files
from playbook.formats.catalogue_csv import STARTS_A_FORMULA, safe_cell
from playbook.library import Library, assemble
from playbook.model.content import Asset, Links, Use
from playbook.model.entries import WebLink
from playbook.model.people import Persona
from playbook.model.settings import Settings

FORMULA = st.sampled_from(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "=cmd|'/c calc'!A0", "plain", ""])


def rows(library: Library, edition: str = "rep") -> list[dict[str, str]]:
    """Return the rows of the catalogue as a spreadsheet reads them."""
    content = data_files(catalogued(library, edition))["catalogue.csv"]
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_row_for_each_use(sample: Library) -> None:
    """Each use of a live asset has a row with all that a planner sorts by; retired assets and drafts have none."""
    found = rows(sample)
    uses = [(asset.id, use.key) for asset in sample.of(Asset) if asset.is_live for use in asset.uses]
    assert [(row["id"], row["use"]) for row in found] == uses
    assert "pay-guide-2026" not in {row["id"] for row in found}
    row = next(row for row in found if row["id"] == "cost-of-vacancy")
    assert row["asset"] == sample.get("asset", "cost-of-vacancy").title_text
    assert all(row[name] for name in ("type", "persona", "stage", "when", "how", "link", "audience", "owner", "reviewed", "page"))


def test_an_asset_without_a_use_has_a_row(one: Library) -> None:
    """What nobody has written a use for is in the catalogue, with empty cells."""
    assert [(row["asset"], row["when"], row["use"]) for row in rows(one)] == [("A", "", "")]


@given(st.text() | st.builds("".join, st.lists(FORMULA)))
def test_no_cell_begins_a_formula(text: str) -> None:
    """Whatever is written, the cell does not begin with a sign that makes it run, and nothing of the text is lost."""
    cell = safe_cell(text)
    assert not cell.startswith(tuple(STARTS_A_FORMULA))
    assert cell in (text, f"'{text}")


def test_a_bare_cell_would_be_found() -> None:
    """The property is seen to fail on a cell as it was written."""
    assert "=1+1".startswith(tuple(STARTS_A_FORMULA))


@given(FORMULA, FORMULA, FORMULA)
def test_no_cell_of_a_catalogue_begins_a_formula(title: str, when: str, url: str) -> None:
    """The same through the whole way: titles, texts, addresses, owners and names of personas."""
    use = Use(key="1", when=(when,), personas=("p",))
    asset = Asset(id="a", title=title, type=title, owner=title, links=Links(public=(WebLink(url),)), uses=(use,))
    found = rows(assemble(Settings(name="T"), [asset, Persona(id="p", name=title)]))
    assert not [cell for row in found for cell in row.values() if cell.startswith(tuple(STARTS_A_FORMULA))]


@pytest.mark.parametrize(
    ("edition", "columns"),
    [
        ("partner", "asset type persona stage industry benefit link audience expires page id use"),
        ("buyer", "asset type benefit link audience page id use"),
    ],
)
def test_others_get_their_columns_only(sample: Library, edition: str, columns: str) -> None:
    """When, how, owners and internal addresses are not in the catalogue of partners and buyers, not even as a heading."""
    found = rows(sample, edition)
    assert list(found[0]) == columns.split()
    assert {row["audience"] for row in found} <= ({"external"} if edition == "buyer" else {"external", "partner"})
