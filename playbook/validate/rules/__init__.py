"""Every rule there is. A new one is a function in the module of its topic, and a line here."""

from __future__ import annotations

from collections.abc import Mapping

from playbook.validate.rules import completeness, references
from playbook.validate.rules.finding import Rule, ValueRule

RULES: tuple[Rule, ...] = (
    references.dangling,
    references.no_longer_offered,
    references.replaced_but_not_retired,
    references.replaced_in_a_ring,
    completeness.uses_without_when_or_how,
    completeness.plays_without_when_or_steps,
    completeness.nothing_said_about_when_not,
    completeness.objections_without_answer,
)

# Rules about one value alone, by the sort of the value: the library is walked once for all of them.
VALUE_RULES: Mapping[str, tuple[ValueRule, ...]] = {}
