"""What is wrong with one written value, before anybody knows in which file it stands."""

from __future__ import annotations

from msgspec import Struct


class Mistake(Struct, frozen=True):
    """Why a text cannot be read as what the field wants, what to write instead, and the corrected text where it is certain."""

    code: str
    why: str
    remedy: str = ""
    suggestion: str = ""
