"""The catalogue of problem codes: each has a level, a short name and a paragraph that explains it.

PB1xx reading files, PB2xx fields and references, PB3xx editorial rules, PB4xx pages and PDFs, PB5xx publishing.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Code:
    """One kind of problem: its level unless a team sets another, its short name, and what it means at length."""

    code: str
    level: str
    what: str
    explanation: str


_ALL = (
    Code(
        "PB501",
        "error",
        "page could not be made",
        "Making this page or PDF failed, so nothing was published and the site you had is still there. "
        "With --keep-going a notice takes the place of the page instead.",
    ),
)

CODES = {code.code: code for code in _ALL}
