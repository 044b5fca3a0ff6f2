"""Problems for programs: which forms there are, and where each goes."""

from __future__ import annotations

import os
from pathlib import Path

from playbook.cli import console
from playbook.cli.first_things import Resting, worth_doing
from playbook.problems import MachineError, Problem

FORMS = ("json", "github", "gitlab", "sarif")
_SUMMARY = "GITHUB_STEP_SUMMARY"


def report(form: str, problems: tuple[Problem, ...], root: Path, resting: Resting) -> None:
    """Write the problems in one of FORMS to standard output; raises MachineError where a step's summary cannot be written."""
    folder = _in_repository(root)
    if form == "github":
        _annotate(problems, folder, resting)
    elif form == "gitlab":
        from playbook.cli.as_gitlab import as_gitlab

        console.say(as_gitlab(problems, folder))
    elif form == "sarif":
        from playbook.cli.as_sarif import as_sarif

        console.say(as_sarif(problems, folder))
    else:
        from playbook.cli.as_json import as_json

        console.say(as_json(problems))


def _annotate(problems: tuple[Problem, ...], folder: str, resting: Resting) -> None:
    """Write what GitHub shows beside the lines, the worst first, and all of it into the summary of the step, if there is one."""
    from playbook.cli.as_github import as_github, as_summary

    first = [worth.problem for worth in worth_doing(problems, resting, most=len(problems))]
    ranked = [*first, *(found for found in problems if found not in set(first))]
    for line in as_github(ranked, folder):
        console.say(line)
    if (summary := os.environ.get(_SUMMARY)) and ranked:
        try:
            with Path(summary).open("a", encoding="utf-8") as file:
                file.write(as_summary(ranked, folder))
        except OSError as refused:
            raise MachineError(f"The summary of the step could not be written to {summary}: {refused.strerror}.") from refused


def _in_repository(root: Path) -> str:
    """Return the library's folder as its repository knows it: the paths in a report are counted from there. Without one: nothing."""
    top = next((each for each in (root, *root.parents) if (each / ".git").exists()), root)
    return "" if top == root else root.relative_to(top).as_posix()
