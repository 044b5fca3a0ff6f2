"""Words of the theme's own that come with the data."""

from __future__ import annotations


class ThemeWords(str):
    """Words of ours among the data, such as a heading: translated where they are shown, as a team's own words never are.

    What stands in `ThemeWords("…")` is found by scripts/catalogues.py and goes into the catalogues.
    """

    __slots__ = ()
