"""A team's accent colour, made readable: text on it, and shades of it that can be read as text on light and on dark."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

Rgb = tuple[float, float, float]

HEX = re.compile(r"#[0-9a-fA-F]{6}")
SHORT_HEX = re.compile(r"#[0-9a-fA-F]{3}")
FALLBACK = "#1d4e6f"
BLACK: Rgb = (0.0, 0.0, 0.0)
PAPER: Rgb = (1.0, 1.0, 1.0)
LIGHT: Rgb = (0.957, 0.949, 0.929)  # the darkest ground that links stand on in light mode
DARK: Rgb = (0.125, 0.137, 0.153)  # the lightest ground that links stand on in dark mode
ENOUGH = 4.5  # WCAG 2, level AA
READABLE = 4.6  # a little more, to survive rounding to eight bits
ON_ACCENT = ("#ffffff", "#14171a", "#000000")  # on any colour white or black has at least 4.58


class Palette(Struct, frozen=True):
    """Colours as six-digit hex: the accent, text on it, and the accent as text and as a tint on light and dark ground."""

    accent: str
    on_accent: str
    ink: str
    ink_dark: str
    tint: str
    tint_dark: str


def palette(accent: str) -> Palette:
    """Return the colours that follow from an accent; anything but a hex colour falls back to the theme's own."""
    base = _rgb(_six(accent))
    tint, tint_dark = _mix(base, PAPER, 0.92), _mix(base, DARK, 0.82)
    return Palette(
        _hex(base),
        next(text for text in ON_ACCENT if contrast(base, _rgb(text)) >= ENOUGH),
        _hex(_until_readable(base, (LIGHT, tint), BLACK)),
        _hex(_until_readable(base, (DARK, tint_dark), PAPER)),
        _hex(tint),
        _hex(tint_dark),
    )


def on_light(accent: str) -> float:
    """Return the contrast of an accent with the darkest ground that text stands on in light mode."""
    return contrast(_rgb(_six(accent)), LIGHT)


def contrast(one: Rgb, other: Rgb) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2, relative luminance)."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _six(accent: str) -> str:
    if SHORT_HEX.fullmatch(accent):
        return "#" + "".join(digit * 2 for digit in accent[1:])
    return accent if HEX.fullmatch(accent) else FALLBACK


def _rgb(colour: str) -> Rgb:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _hex(colour: Rgb) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)


def _luminance(colour: Rgb) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _mix(colour: Rgb, other: Rgb, share: float) -> Rgb:
    red, green, blue = (a + (b - a) * share for a, b in zip(colour, other, strict=True))
    return red, green, blue


def _until_readable(colour: Rgb, grounds: Iterable[Rgb], towards: Rgb) -> Rgb:
    """Move a colour step by step until it reads as text on every ground."""
    steps = (_mix(colour, towards, step / 20) for step in range(21))
    return next((shade for shade in steps if all(contrast(shade, ground) >= READABLE for ground in grounds)), towards)
