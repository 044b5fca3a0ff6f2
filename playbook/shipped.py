"""Where the shipped theme, the sample library and the examples of problems lie: inside the wheel, or at the root of a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _root() -> Path:
    """Return the folder that holds `templates/` and the sample: the wheel's copy if there is one, else the checkout."""
    in_wheel = _PACKAGE / "_shipped"
    return in_wheel if in_wheel.is_dir() else _PACKAGE.parent


def theme_dir() -> Path:
    """Return the folder of the shipped theme's templates."""
    return _root() / "templates"


def sample_dir() -> Path:
    """Return the folder of the sample library: it holds `enablement.yaml`, `personas/` and `content_library/`."""
    return _root()


def examples_file() -> Path:
    """Return the file of mistakes, each as `playbook check` tells it: in a checkout it is what the tests hold the program to."""
    return _root() / "mistakes.txt" if _root() != _PACKAGE.parent else _PACKAGE.parent / "tests/golden/mistakes.txt"
