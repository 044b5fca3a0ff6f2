"""Fetch the search engine of the site as an npm package and write it, made small, to templates/js/vendor/.

Run it in the development environment, with npm at hand: `.venv/bin/python scripts/vendor_search.py`.
It stops where the package is not the one whose hash stands here. Equal versions give equal bytes. What it writes is committed.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent / "templates" / "js" / "vendor"
NAME, VERSION, LICENCE = "minisearch", "7.2.0", "MIT"
MEMBER, LICENCE_MEMBER = "package/dist/umd/index.js", "package/LICENSE.txt"
SHA256 = "03c27931eb603af1d3358579e9885eafdb6a2f5fa9929557b3e77d7e99d06d03"
"""Of the member as its makers published it."""
MINIFIER = "terser@5.44.1"
MAP = "//# sourceMappingURL="


def main() -> None:
    """Write the engine with its licence at its head, the licence beside it, and what both were made from."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", f"{NAME}@{VERSION}"], cwd=folder, check=True, capture_output=True)
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as archive:
            source, licence = (archive.extractfile(name).read() for name in (MEMBER, LICENCE_MEMBER))  # type: ignore[union-attr]
        if hashlib.sha256(source).hexdigest() != SHA256:
            sys.exit(f"{MEMBER} of {NAME} {VERSION} is not the file that is known here")
        written = small(source.decode(), licence.decode(), Path(folder)).encode()
    HERE.mkdir(parents=True, exist_ok=True)
    (HERE / "minisearch.js").write_bytes(written)
    (HERE / "MiniSearch-LICENSE.txt").write_bytes(licence)
    (HERE / "vendor.json").write_text(json.dumps([told(written)], indent=2) + "\n", encoding="utf-8", newline="\n")
    print(f"{len(written) / 1000:.0f} kB in {HERE.name}/")


def small(source: str, licence: str, folder: Path) -> str:
    """Return the source without comments and long names, its licence before it: whoever gets the file gets the licence."""
    lines = [line for line in source.splitlines() if not line.startswith(MAP)]
    (folder / "full.js").write_text("\n".join(lines), encoding="utf-8")
    command = ["npm", "exec", "--yes", f"--package={MINIFIER}", "--", "terser", "full.js", "--compress", "--mangle", "--ecma", "2017"]
    made = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout
    return f"/*! MiniSearch {VERSION}\n\n{licence.strip()}\n*/\n{made.strip()}\n"


def told(written: bytes) -> dict[str, str]:
    """Return what vendor.json says about the engine."""
    return {
        "file": "minisearch.js",
        "package": NAME,
        "version": VERSION,
        "made_from": MEMBER.removeprefix("package/"),
        "made_from_sha256": SHA256,
        "made_with": MINIFIER,
        "licence": LICENCE,
        "licence_file": "MiniSearch-LICENSE.txt",
        "sha256": hashlib.sha256(written).hexdigest(),
    }


if __name__ == "__main__":
    main()
