"""What the page "How complete is this?" shows: each figure with all that it counts. Plain frozen data."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from playbook.model.figures import Answer, Mismatch
from playbook.model.parts import Figure, Link


class UntoldUse(Struct, frozen=True):
    """One use that leaves a rep alone with a question: its asset, the use where there are several, and the fields that are missing."""

    asset: Link
    use: str
    fields: tuple[str, ...]


class Unverified(Struct, frozen=True):
    """An asset that nobody vouches for today: never "unreviewed", "changed" since it was, or "stale" since a day."""

    asset: Link
    owner: str
    state: str
    due: date | None = None


class CompletenessBody(Struct, frozen=True):
    """The figures of a library that need no CRM, and below each the list of what is missing; `industries` are what they are called."""

    figures: tuple[Figure, ...]
    untold: tuple[UntoldUse, ...]
    unverified: tuple[Unverified, ...]
    mismatch: Answer[Mismatch] | None
    industries: tuple[Link, ...] = ()
