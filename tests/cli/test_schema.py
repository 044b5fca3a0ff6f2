"""`playbook schema` writes what editors need, says whether it is up to date, and leaves settings alone that it cannot change."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playbook.problems import ExitCode

Run = Callable[..., Any]  # the fixture `run` of conftest.py


def test_schemas_are_written_and_bound(run: Run, library: Path) -> None:
    """Thirteen schemas lie in schema/, the editor knows which is for which files, and a second time there is nothing to say."""
    told = run("schema", "--yes", at=library)
    assert told.out.startswith("13 schemas in schema/.\n")
    settings = json.loads((library / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    assert {(library / name).is_file() for name in settings} == {True}
    assert run("schema", at=library).out == "13 schemas in schema/.\n"


def test_check_tells_when_there_are_new_ids(run: Run, library: Path) -> None:
    """Missing schemas and new entries are told with exit 1; written anew, all is well."""
    assert run("schema", "--check", at=library).code == ExitCode.CONTENT
    run("schema", at=library)
    assert run("schema", "--check", at=library).out == "All schemas are up to date.\n"
    (library / "personas/site-manager.yaml").write_text("name: Site manager\n", "utf-8")
    told = run("schema", "--check", at=library)
    assert told.code == ExitCode.CONTENT
    assert "schema/asset.schema.json\n" in told.out
    run("schema", at=library)
    assert run("schema", "--check", at=library).code == ExitCode.FINE


def test_settings_among_remarks_are_left_and_the_lines_told(run: Run, library: Path) -> None:
    """What cannot be merged is printed, ready to be pasted."""
    (library / ".vscode").mkdir()
    (library / ".vscode/settings.json").write_text('{ // ours\n "yaml.schemas": {} }', "utf-8")
    told = run("schema", at=library)
    assert '"./schema/asset.schema.json": [' in told.err
    assert (library / ".vscode/settings.json").read_text("utf-8").startswith("{ // ours")


def test_elsewhere_there_are_only_schemas(run: Run, library: Path, tmp_path: Path) -> None:
    """Outside the library nothing is bound; a dry run writes nothing."""
    run("schema", "--out", str(tmp_path / "out"), at=library)
    assert len([*(tmp_path / "out").iterdir()]) == 13
    run("schema", "--dry-run", at=library)
    assert not (library / ".vscode").exists()
    assert not (library / "schema").exists()


def test_schemas_follow_what_the_program_changes(run: Run, library: Path) -> None:
    """A new entry, another id and an import are in the schemas at once; a library that has none gets none."""
    run("new", "persona", "first", "--title", "First", at=library)
    assert not (library / "schema").exists()
    run("schema", at=library)
    told = run("new", "persona", "site-manager", "--title", "Site manager", at=library)
    assert "in schema/ brought up to date." in told.err
    run("rename", "persona", "site-manager", "site-lead", "--yes", at=library)
    (library / "t.csv").write_text("Title,URL\nPlan,https://a.example/plan\n", "utf-8")
    run("import", "t.csv", "--yes", at=library)
    schema = (library / "schema/play.schema.json").read_text("utf-8")
    assert ('"site-lead"' in schema, '"site-manager"' in schema, '"plan"' in schema) == (True, False, True)
    assert run("schema", "--check", at=library).code == ExitCode.FINE
