"""What the page of the deal kit shows."""

from __future__ import annotations

from msgspec import Struct

from playbook.model.parts import Link


class KitItem(Struct, frozen=True):
    """One piece of content for a kit: its page, the address that a buyer opens, and what it is for."""

    link: Link
    address: Link
    summary: str = ""
    question: str = ""


class KitBody(Struct, frozen=True):
    """Everything that may be sent, in groups by what it is."""

    groups: tuple[tuple[str, tuple[KitItem, ...]], ...]
