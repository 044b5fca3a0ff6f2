"""The playbooks that a team plans in its project file: each is a PDF, so each needs a file name of its own."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from playbook.model.filenames import fault_of
from playbook.model.settings import PlaybookPlan
from playbook.validate.reading import Reading


def usable(plans: Iterable[PlaybookPlan], reading: Reading) -> tuple[PlaybookPlan, ...]:
    """Return the plans of which a PDF can be made; the others are reported, but for those without an id, which are already."""
    return tuple(_usable(plans, reading))


def _usable(plans: Iterable[PlaybookPlan], reading: Reading) -> Iterator[PlaybookPlan]:
    taken: dict[str, int] = {}
    for number, plan in enumerate(plans):
        path = ("playbooks", number, "id")
        name = unicodedata.normalize("NFC", plan.id).casefold()
        if fault := _fault(plan.id):
            why = f"The PDF is called after this id. {fault} So it is not made."
            reading.report("PB127", path, part=plan.id, why=why, remedy="Write an id of letters, digits and dashes.")
        elif name in taken:
            other = ("playbooks", taken[name], "id")
            why = f'A playbook above has the id "{plan.id}", or one that differs only in capital letters, so this one is not made.'
            reading.report("PB218", path, other=other, part=plan.id, why=why, remedy="Give each one an id of its own.")
        elif name:
            taken[name] = number
            yield plan


def _fault(id_: str) -> str:
    return "Its name holds /, which separates folders." if "/" in id_ else fault_of(id_)
