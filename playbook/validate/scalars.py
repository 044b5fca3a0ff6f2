"""One written text → the value that its field holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from playbook.model.shapes import Scalar
from playbook.validate.days import day, step_day
from playbook.validate.durations import duration
from playbook.validate.mistake import Mistake
from playbook.validate.quantities import number, share, whole
from playbook.validate.words import address, choice, colour, file_name, yes_no

_READERS: Mapping[str, Callable[[str], Any]] = {
    "number": number,
    "whole": whole,
    "share": share,
    "duration": duration,
    "day": day,
    "step-day": step_day,
    "yes-no": yes_no,
    "address": address,
    "file": file_name,
    "colour": colour,
}


def scalar(shape: Scalar, text: str) -> Any | Mistake:
    """Read one text, which is not empty. Texts to send or copy are kept to the letter; others lose the space around them."""
    if shape.sort == "lines":
        return text
    if shape.sort == "text":
        return text.strip("\n").rstrip()
    if shape.sort == "choice":
        return choice(text.strip(), shape.of)
    return _READERS.get(shape.sort, str)(text.strip())
