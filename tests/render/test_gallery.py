"""The gallery shows every component, so that a change of the theme is seen in one look."""

from __future__ import annotations

import sys
from pathlib import Path

from playbook.model.jobs import Bundle

ROOT = Path(__file__).parents[2]


def test_the_gallery_shows_the_parts_and_the_tokens(bundle: Bundle) -> None:
    """Each part has its heading and something below it, and the theme's colours and sizes are named."""
    sys.path.insert(0, str(ROOT / "scripts"))
    from gallery import gallery

    parts = gallery(bundle).decode().split('<section class="gallery-part" id="')[1:]
    assert len(parts) >= 12
    assert [part.partition('"')[0] for part in parts if len(part) < 250] == []
    for token in ("--ground", "--accent-ink", "--bad-tint", "--tiny", "--h1"):
        assert token in parts[0] + parts[1]
