"""The screens and places at which a site is read: a telephone, a tablet and a desk, each from the disk and from a server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

import pytest
from e2e_served import served

HEIGHTS = {390: 844, 768: 1024, 1440: 900}
USUAL = ((390, "disk"), (1440, "server"))
EVERYWHERE = [
    pytest.param(width, place, marks=() if (width, place) in USUAL else pytest.mark.prove)
    for width, place in product(HEIGHTS, ("disk", "server"))
]
"""Every width in pixels with every place; the usual two stand for all of them in the quick tests."""


@contextmanager
def at(place: str, folder: Path) -> Iterator[str]:
    """Give the address of a folder, with its last slash: on the disk or behind a server."""
    if place == "disk":
        yield folder.as_uri() + "/"
    else:
        with served(folder) as address:
            yield address
