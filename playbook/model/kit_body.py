"""What the page of the deal kit shows."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.parts import Link


@dataclass(frozen=True)
class KitItem:
    """One piece of content for a kit: its page, the address that a buyer opens, and what it is for."""

    link: Link
    address: Link
    summary: str = ""
    question: str = ""


@dataclass(frozen=True)
class KitBody:
    """Everything that may be sent, in groups by what it is."""

    groups: tuple[tuple[str, tuple[KitItem, ...]], ...]
