"""Whatever accent a team chooses, its texts can be read."""

from __future__ import annotations

import re

import pytest

from playbook.model.colours import DARK, FALLBACK, LIGHT, READABLE, Palette, _rgb, contrast, palette

ACCENTS = ["#0B5C7A", "#ffcc00", "#000000", "#ffffff", "#777777", "#00ff00", "#E4002B", "#f5f5dc"]


@pytest.mark.parametrize("accent", ACCENTS)
def test_text_is_readable_on_and_in_the_accent(accent: str) -> None:
    """Text on the accent, and the accent as text on light and dark ground, has a contrast of at least 4.5."""
    made = palette(accent)
    assert contrast(_rgb(made.accent), _rgb(made.on_accent)) >= 4.5
    assert contrast(_rgb(made.ink), LIGHT) >= READABLE - 0.05
    assert contrast(_rgb(made.ink), _rgb(made.tint)) >= 4.5
    assert contrast(_rgb(made.ink_dark), DARK) >= READABLE - 0.05
    assert contrast(_rgb(made.ink_dark), _rgb(made.tint_dark)) >= 4.5


@pytest.mark.parametrize("accent", ["", "red", "#12", "#12345g", "url(javascript:alert(1))", "#000;} body{display:none"])
def test_anything_but_a_colour_falls_back(accent: str) -> None:
    """What is no hex colour never reaches a style; the theme's own accent stands in."""
    assert palette(accent).accent == FALLBACK


def test_a_short_colour_is_written_out() -> None:
    """#abc is #aabbcc."""
    assert palette("#1ab").accent == "#11aabb"


@pytest.mark.parametrize("accent", ACCENTS)
def test_all_colours_are_six_digits(accent: str) -> None:
    """Every colour that goes into a style attribute is a literal of six digits."""
    made = palette(accent)
    assert all(re.fullmatch(r"#[0-9a-f]{6}", getattr(made, name)) for name in Palette.__struct_fields__)


def test_known_contrasts() -> None:
    """Black on white is 21 to 1, a colour on itself 1 to 1."""
    assert contrast((0, 0, 0), (1, 1, 1)) == pytest.approx(21)
    assert contrast((0.3, 0.5, 0.7), (0.3, 0.5, 0.7)) == pytest.approx(1)
