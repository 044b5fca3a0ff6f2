"""QR codes as one path of an SVG."""

from __future__ import annotations

from functools import lru_cache

QUIET = 4
"""Modules that must stay white around a code, so that a telephone finds it."""


@lru_cache(maxsize=256)
def qr_code(address: str) -> tuple[int, str]:
    """Return the width of the code of an address in modules, with what stays white around it, and the path of its dark modules."""
    import segno

    rows = segno.make_qr(address, error="l", boost_error=True).matrix
    path = "".join(_runs(bytes(row), QUIET + number) for number, row in enumerate(rows))
    return len(rows) + 2 * QUIET, path


def _runs(row: bytes, top: int) -> str:
    """The dark stretches of a row, each a rectangle one module high."""
    edges = [at for at, module in enumerate(row) if bool(module) != bool(at and row[at - 1])]
    ends = zip(edges[::2], [*edges[1::2], len(row)] if len(edges) % 2 else edges[1::2], strict=True)
    return "".join(f"M{QUIET + first} {top}h{last - first}v1h-{last - first}z" for first, last in ends)
