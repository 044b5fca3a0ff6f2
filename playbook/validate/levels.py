"""A team's own levels: `rules` in enablement.yaml makes a problem an error or a warning, or silences it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from playbook.model.settings import Settings
from playbook.problems import Level, Problem

OFF = "off"


def leveled(problems: Iterable[Problem], settings: Settings) -> tuple[Problem, ...]:
    """Return the problems at the levels that the team has set, without those it has switched off."""
    return tuple(_at(found, settings.rules.get(found.code, "")) for found in problems if settings.rules.get(found.code) != OFF)


def _at(found: Problem, level: str) -> Problem:
    return replace(found, level=Level[level.upper()]) if level else found
