"""An earlier state of the library, as an input of a build."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.library import Library


@dataclass(frozen=True)
class Earlier:
    """An earlier state of the library, and what people call it: a date, or a revision with its date."""

    library: Library
    name: str
