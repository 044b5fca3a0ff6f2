"""`playbook coverage` shows what the coverage page shows, and walks each persona's way."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from playbook.edit import start
from playbook.library import cells
from playbook.pipeline import check
from playbook.problems import ExitCode

Run = Callable[..., Any]  # the fixture `run` of conftest.py
DAY = "2026-11-22"
SMALL = """\
Journey buying: 0 of 4 places are covered (0%).
  1: Awareness, 2: Consideration, 3: Decision, 4: Customer
                       1   2   3   4
  Operations director  --  -A  P-  --
  PA a play and an asset   P- no asset   -A no play   ~~ only what is for anybody   -- nothing

  Operations director at Awareness: no play and no asset names both the persona and the stage.
    Could be widened: What one more quarter costs  (for them at Consideration, asset:cost-of-waiting)
  Operations director at Consideration: no play names both the persona and the stage.
    Could be widened: They went quiet after the proposal  (for them at Decision, play:gone-quiet-after-proposal)
  Operations director at Decision: no asset names both the persona and the stage.
    Could be widened: What one more quarter costs  (for them at Consideration, asset:cost-of-waiting)
  Operations director at Customer: no play and no asset names both the persona and the stage.
    Could be widened: They went quiet after the proposal  (for them at Decision, play:gone-quiet-after-proposal)

In hand on the way, plays and assets for each persona:
  Operations director: Awareness 0, Consideration 1, Decision 2, Customer 0.

"""


def without_onboarding(tmp_path: Path) -> Path:
    """Return the sample in which nothing is for procurement between the decision and the renewal."""
    start(tmp_path, small=False)
    kit = tmp_path / "content_library/assets/onboarding-kit.yaml"
    kit.write_text(re.sub(r"\n +- procurement-manager$", "", kit.read_text(encoding="utf-8"), flags=re.MULTILINE), encoding="utf-8")
    return tmp_path


def test_the_map_the_gaps_and_the_way(run: Run, library: Path) -> None:
    """To the letter: the map, what lacks with what could be widened, and what a rep has in hand stage by stage."""
    told = run("coverage", at=library)
    assert (told.code, told.out, told.err) == (ExitCode.FINE, SMALL, "")


def test_programs_get_the_numbers_of_the_coverage_page(run: Run, tmp_path: Path) -> None:
    """The places, how many are covered and their states are those that the library counts, industry by industry."""
    start(tmp_path, small=False)
    told = json.loads(run("coverage", "--format", "json", "--date", DAY, at=tmp_path).out)
    found = cells(check(tmp_path, today=date.fromisoformat(DAY)).library, date.fromisoformat(DAY))
    assert (told["covered"], told["required"]) == (sum(cell.is_covered for cell in found), len(found))
    assert told["percent"] == round(100 * told["covered"] / told["required"], 1)
    [journey] = told["journeys"]
    places = {(each["persona"], each["stage"], each["state"], each["plays"], each["assets"]) for each in journey["places"]}
    assert places == {(cell.persona, cell.stage, cell.state, cell.plays, cell.assets) for cell in found}
    assert {(each["persona"], each["stage"]) for each in journey["gaps"]} == {
        (cell.persona, cell.stage) for cell in found if not cell.is_covered
    }
    assert not any(stage["dry"] for way in journey["ways"] for stage in way["stages"])


def test_a_rep_who_runs_dry_is_told_where(run: Run, tmp_path: Path) -> None:
    """Between two stages with something in hand lies one without: the walk says so, and so does the check, with what could be widened."""
    root = without_onboarding(tmp_path)
    told = run("coverage", "--persona", "procurement-manager", "--date", DAY, at=root)
    assert "    Runs dry: nothing to show or send at Onboarding.\n" in told.out
    assert "HR director:" not in told.out
    found = run("check", "--date", DAY, at=root).out
    assert "PB330" in found
    assert "(asset:" in found


def test_too_little_coverage_fails(run: Run, library: Path, tmp_path: Path) -> None:
    """Under the threshold the exit code is 1, and what was asked for is said beside what was found; at the threshold all is well."""
    told = run("coverage", "--fail-under", "50", at=library)
    assert (told.code, told.err) == (ExitCode.CONTENT, "0.0% is less than the 50% that --fail-under asks for.\n")
    assert run("coverage", "--fail-under", "0", at=library).code == ExitCode.FINE
    assert run("coverage", "--fail-under", "101", at=library).code == ExitCode.USAGE


def test_a_persona_who_is_not_here_is_answered_with_the_nearest(run: Run, library: Path) -> None:
    """A slip of the finger in an id is a usage error that names the one that was meant."""
    told = run("coverage", "--persona", "operations-directer", at=library)
    assert told.code == ExitCode.USAGE
    assert "Did you mean 'operations-director'?" in told.err


def test_without_personas_the_first_step_is_told(run: Run, library: Path) -> None:
    """Where there is nobody to cover anything for, a sentence says how to begin."""
    (library / "personas/operations-director.yaml").unlink()
    assert run("coverage", at=library).out.startswith("Nothing can be covered yet: describe a person in personas/")
