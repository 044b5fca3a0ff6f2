"""A picture as data: blocks, lines, dots and words at their places. One macro of the theme writes it as SVG, for screen and paper."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.values import Span, StepDayValue


@dataclass(frozen=True)
class Block:
    """A rectangle; `look` is what it stands for and decides its colours."""

    x: float
    y: float
    width: float
    height: float
    look: str


@dataclass(frozen=True)
class Line:
    """A line or a filled shape, as the commands of an SVG path."""

    path: str
    look: str


@dataclass(frozen=True)
class Dot:
    """A round mark."""

    x: float
    y: float
    radius: float
    look: str


@dataclass(frozen=True)
class Words:
    """Words in one line, from their start or around their middle. What the look calls a label is the theme's and is translated."""

    x: float
    y: float
    text: str | Span | StepDayValue
    look: str
    middle: bool = False


@dataclass(frozen=True)
class Drawing:
    """A whole picture in its own units: about one pixel on a screen."""

    width: float
    height: float
    blocks: tuple[Block, ...] = ()
    lines: tuple[Line, ...] = ()
    dots: tuple[Dot, ...] = ()
    words: tuple[Words, ...] = ()
