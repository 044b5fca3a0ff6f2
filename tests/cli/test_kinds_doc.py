"""The guide to the kinds: its examples are a library, its tables are the model's, its pictures are there."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from playbook.model.kinds import AGREEMENT, KINDS

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs/kinds"
EXAMPLE = re.compile(r"^```yaml\n# (\S+\.yaml)\n(.*?)^```$", re.M | re.S)
ALL = [*KINDS.values(), AGREEMENT]
PAGES = [*(kind.name for kind in ALL), "project-file"]
LARGEST_PICTURE = 120_000


@pytest.fixture(scope="module")
def tables() -> ModuleType:
    """Return the script that writes the tables."""
    spec = importlib.util.spec_from_file_location("docs_tables", ROOT / "scripts/docs_tables.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def examples() -> dict[str, str]:
    """Return the examples of the guide by the file that each is."""
    return {name: text for page in sorted(GUIDE.glob("*.md")) for name, text in EXAMPLE.findall(page.read_text(encoding="utf-8"))}


def test_the_examples_make_a_library_without_problems(run, tmp_path: Path) -> None:
    """Copied into their files, the examples pass `check` without so much as a note, and each kind is among them."""
    written = examples()
    for name, text in written.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert run("check", "--date", "2026-11-22", at=tmp_path).out.startswith("Nothing is wrong")
    assert {str(Path(name).parent) for name in written} == {".", *(kind.folder for kind in ALL)}


def test_every_kind_has_a_page_in_its_group() -> None:
    """The index lists each kind under Start, Sharpen or Agree, as the model groups it."""
    _, *parts = re.split(r"^## ", (GUIDE / "index.md").read_text(encoding="utf-8"), flags=re.M)
    listed = {part.partition("\n")[0].lower(): re.findall(r"^\| \[\w+\]\((\w+)\.md\)", part, re.M) for part in parts}
    assert listed == {group: [kind.name for kind in ALL if kind.group == group] for group in ("start", "sharpen", "agree")}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_shows_an_example_a_picture_and_its_fields(name: str) -> None:
    """Each page holds an example, a small picture with a text in its place, and a table of fields."""
    page = (GUIDE / f"{name}.md").read_text(encoding="utf-8")
    assert EXAMPLE.search(page)
    assert "| field | what to write |" in page
    (picture,) = re.findall(r"!\[\w[^]]+\]\(([^)]+)\)", page)
    assert 0 < (GUIDE / picture).stat().st_size < LARGEST_PICTURE


def test_the_tables_are_those_of_the_program(tables: ModuleType) -> None:
    """No table of fields or blocks is out of date; `python scripts/docs_tables.py --write` renews them."""
    assert [path.name for path in tables.stale(ROOT / "docs")] == []


def test_a_stale_table_is_found_and_renewed(tables: ModuleType, tmp_path: Path) -> None:
    """A field that is missing from a table is seen, and comes back."""
    page = (GUIDE / "claim.md").read_text(encoding="utf-8")
    (tmp_path / "claim.md").write_text(re.sub(r"^\| `source` .*\n", "", page, flags=re.M), encoding="utf-8")
    assert tables.stale(tmp_path) == {tmp_path / "claim.md": page}
