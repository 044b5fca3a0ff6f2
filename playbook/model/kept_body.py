"""What the page of what a device keeps shows."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.parts import Link


@dataclass(frozen=True)
class KeptBody:
    """The pages that a device keeps of a served site before any was opened."""

    always: tuple[Link, ...]
