"""Fetch Lighthouse as an npm package into the development environment, where the long proofs look for it.

Run it in that environment, with Node and npm at hand: `.venv/bin/python scripts/fetch_lighthouse.py`; `./dev prove` does. Nothing of it
is committed.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

VERSION = "12.8.2"  # the last that runs on the Node of Debian 12
PLACE = Path(sys.prefix) / "lighthouse"


def main() -> int:
    """Fetch Lighthouse, unless this version is there already; return 0."""
    about = PLACE / "node_modules/lighthouse/package.json"
    if about.exists() and json.loads(about.read_text(encoding="utf-8"))["version"] == VERSION:
        return 0
    shutil.rmtree(PLACE, ignore_errors=True)
    PLACE.mkdir()
    npm = ["npm", "install", "--silent", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(PLACE)]
    subprocess.run([*npm, f"lighthouse@{VERSION}"], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
