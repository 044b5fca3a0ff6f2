"""What only follows from a misspelt field is not told a second time."""

from __future__ import annotations

from playbook.problems import problem
from playbook.validate import without_twins

MISSPELT = problem("PB202", "a.yaml", ("not_wen",), suggestion="not_when")


def test_what_is_missed_because_of_a_slip_is_left_out() -> None:
    """The same file misses the field that is misspelt in it: one problem; another file misses it for itself."""
    missed, elsewhere = problem("PB303", "a.yaml"), problem("PB303", "b.yaml")
    assert without_twins([MISSPELT, missed, elsewhere]) == [MISSPELT, elsewhere]


def test_what_has_nothing_to_do_with_the_slip_stays() -> None:
    """Another field's problem stays, and so does all of it where nobody knows what was meant."""
    owner, unknown = problem("PB314", "a.yaml"), problem("PB202", "a.yaml", ("colour",))
    assert without_twins([MISSPELT, owner]) == [MISSPELT, owner]
    assert without_twins([unknown, problem("PB303", "a.yaml")]) == [unknown, problem("PB303", "a.yaml")]
