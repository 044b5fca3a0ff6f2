"""A picture as data: blocks, lines, dots and words at their places. One macro of the theme writes it as SVG, for screen and paper."""

from __future__ import annotations

from msgspec import Struct

from playbook.model.values import Span, StepDayValue


class Block(Struct, frozen=True):
    """A rectangle; `look` is what it stands for and decides its colours."""

    x: float
    y: float
    width: float
    height: float
    look: str


class Line(Struct, frozen=True):
    """A line or a filled shape, as the commands of an SVG path."""

    path: str
    look: str


class Dot(Struct, frozen=True):
    """A round mark."""

    x: float
    y: float
    radius: float
    look: str


class Words(Struct, frozen=True):
    """Words in one line, from their start or around their middle. What the look calls a label is the theme's and is translated."""

    x: float
    y: float
    text: str | Span | StepDayValue
    look: str
    middle: bool = False


class Drawing(Struct, frozen=True):
    """A whole picture in its own units: about one pixel on a screen."""

    width: float
    height: float
    blocks: tuple[Block, ...] = ()
    lines: tuple[Line, ...] = ()
    dots: tuple[Dot, ...] = ()
    words: tuple[Words, ...] = ()
