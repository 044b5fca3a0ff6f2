"""An earlier state of the library, as an input of a build."""

from __future__ import annotations

from msgspec import Struct

from playbook.library import Library


class Earlier(Struct, frozen=True):
    """An earlier state of the library, and what people call it: a date, or a revision with its date."""

    library: Library
    name: str
