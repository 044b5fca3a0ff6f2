"""Problems for other programs: GitHub's annotations, GitLab's code quality and SARIF, each as its reader wants it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from playbook.cli.as_github import as_github, as_summary
from playbook.cli.as_gitlab import as_gitlab
from playbook.cli.as_sarif import as_sarif
from playbook.problems import ExitCode, Level, Place, Problem, problem

Run = Callable[..., Any]  # the fixture `run` of conftest.py
PLAY = "content_library/plays/gone-quiet-after-proposal.yaml"
COMMAND = re.compile(r"::(error|warning|notice) ([^\r\n]*?)::([^\r\n]*)")
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def found(**details: object) -> Problem:
    """Return a problem in a file."""
    return problem("PB203", "personas/ana.yaml", ("goals", 0), why="It is wrong.", remedy="Mend it.", place=Place(3, 5, 3, 9), **details)


def read_back(command: str) -> tuple[str, dict[str, str], str]:
    """Read an annotation as GitHub does: the level, its properties and its message."""
    matched = COMMAND.fullmatch(command)
    assert matched
    properties = dict(each.split("=", 1) for each in matched[2].split(","))
    return matched[1], {name: _plain(value, ":,") for name, value in properties.items()}, _plain(matched[3], "")


def _plain(text: str, more: str) -> str:
    for sign in f"\r\n{more}":
        text = text.replace(f"%{ord(sign):02X}", sign)
    return text.replace("%25", "%")


@given(ANY, ANY, ANY)
def test_whatever_stands_in_a_problem_comes_through_as_one_annotation(file: str, what: str, why: str) -> None:
    """Colons, commas, percent signs and line breaks neither end an annotation nor begin another, and are read back as they were."""
    [command] = as_github([replace(found(), file=file, what=what, why=why)])
    level, properties, message = read_back(command)
    assert level == "error"
    assert (properties["file"], properties["title"]) == (file, f"PB203 {what}")
    assert message.startswith(why)
    assert (properties["line"], properties["col"], properties["endLine"], properties["endColumn"]) == ("3", "5", "3", "9")


def test_ten_annotations_of_a_level_and_then_how_many_more() -> None:
    """GitHub shows ten of each level, so the first ten are written, and what is left is counted."""
    lines = list(as_github([found()] * 12 + [found(level=Level.NOTE)]))
    assert [line.split(" ")[0] for line in lines] == ["::error"] * 10 + ["::notice", "2"]


def test_a_summary_holds_all_of_them_and_nothing_takes_effect_in_it() -> None:
    """Every problem has a row; bars, tags and marks of the author's are shown as they are."""
    rows = as_summary([found()] * 12 + [found(suggestion="a|b <img> *c*")]).splitlines()
    assert len(rows) == 2 + 13
    assert "a\\|b &lt;img> \\*c\\*" in rows[-1]


def test_paths_start_at_the_root_of_the_repository() -> None:
    """A library in a folder of its repository is named with that folder, in all forms."""
    [command] = as_github([found()], "team/book")
    assert read_back(command)[1]["file"] == "team/book/personas/ana.yaml"
    assert json.loads(as_gitlab([found()], "team/book"))[0]["location"]["path"] == "team/book/personas/ana.yaml"
    [result] = json.loads(as_sarif([found()], "team/b k"))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "team/b%20k/personas/ana.yaml"


def test_a_fingerprint_stays_where_lines_and_items_move_and_no_two_are_equal() -> None:
    """A line above, or an item before it in the list, leaves a problem the one it was; two of a kind stay two."""
    moved = replace(found(), place=Place(30, 5), field=("goals", 4))
    one, other = (json.loads(as_gitlab([each]))[0]["fingerprint"] for each in (found(), moved))
    assert one == other
    twice = json.loads(as_gitlab([found(), moved]))
    assert len({each["fingerprint"] for each in twice}) == 2


def test_sarif_names_each_code_once_and_points_every_result_at_it() -> None:
    """Each result's rule is the one its number says; a problem in no file has no place, and one without a line has no region."""
    problems = [found(), problem("PB303", "a.yaml", why="Nothing."), problem("PB409", "", why="Nowhere.")]
    [run] = json.loads(as_sarif(problems))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["PB203", "PB303", "PB409"]
    assert {rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"]} == {True}
    places = {each["ruleId"]: each.get("locations") for each in run["results"]}
    assert places["PB409"] is None
    assert places["PB303"][0]["physicalLocation"] == {"artifactLocation": {"uri": "a.yaml"}}
    assert places["PB203"][0]["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 9}


@pytest.mark.parametrize("form", ["gitlab", "sarif"])
def test_a_report_is_valid_where_nothing_is_wrong(run: Run, library: Path, form: str) -> None:
    """No problem is a report too."""
    told = run("check", "--format", form, at=library)
    assert told.code == ExitCode.FINE
    assert json.loads(told.out) == [] if form == "gitlab" else json.loads(told.out)["runs"][0]["results"] == []


def test_the_step_s_summary_gets_the_whole_list(run: Run, misspelt: Path, tmp_path: Path) -> None:
    """Under GitHub the table is added to what the step has said already, and the file is named from the repository's root."""
    (tmp_path / ".git").mkdir()
    summary = tmp_path / "summary.md"
    summary.write_text("# Before\n", encoding="utf-8")
    told = run("check", "--format", "github", at=misspelt, GITHUB_STEP_SUMMARY=str(summary))
    assert told.code == ExitCode.CONTENT
    assert read_back(told.out.strip())[1]["file"] == f"library/{PLAY}"
    head, _, row = summary.read_text(encoding="utf-8").partition("|---|---|---|\n")
    assert head == "# Before\n| where | what | why, and what to do |\n"
    assert row.replace("\\", "").startswith(f"| library/{PLAY}:5 | error PB203 |")
