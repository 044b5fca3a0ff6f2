"""What the page of what a device keeps shows."""

from __future__ import annotations

from msgspec import Struct

from playbook.model.parts import Link


class KeptBody(Struct, frozen=True):
    """The pages that a device keeps of a served site before any was opened."""

    always: tuple[Link, ...]
