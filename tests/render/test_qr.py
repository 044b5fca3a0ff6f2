"""QR codes: the path of an SVG says the same as the code's modules."""

from __future__ import annotations

import re

import segno

from playbook.render.qr import QUIET, qr_code

ADDRESS = "https://play.example.com/current.html#of=plays/gone-quiet.pdf&v=ab12cd34"


def drawn(size: int, path: str) -> list[list[int]]:
    """Return the modules that a path fills, row by row."""
    rows = [[0] * size for _ in range(size)]
    for left, top, wide in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", path):
        for column in range(int(left), int(left) + int(wide)):
            rows[int(top)][column] = 1
    return rows


def test_the_path_is_the_code() -> None:
    """Each dark module is drawn, no other is, and around them as much stays white as the standard asks for."""
    size, path = qr_code(ADDRESS)
    code = [list(row) for row in segno.make_qr(ADDRESS, error="l", boost_error=True).matrix]
    rows = drawn(size, path)
    assert size == len(code) + 2 * QUIET
    assert [row[QUIET:-QUIET] for row in rows[QUIET:-QUIET]] == code
    assert sum(map(sum, rows)) == sum(map(sum, code)) > 0
    assert "".join(re.findall(r"M\d+ \d+h\d+v1h-\d+z", path)) == path


def test_an_address_in_any_script_has_a_code() -> None:
    """Other signs than those of English only make a larger code."""
    assert qr_code(ADDRESS + "ü漢")[0] >= qr_code(ADDRESS)[0]
