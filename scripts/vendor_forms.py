"""Fetch the form editor as an npm package and write it, packed, to playbook/formats/vendor/.

Run it in the development environment, with npm at hand: `.venv/bin/python scripts/vendor_forms.py`.
It stops where a file is not the one whose hash stands here. Equal versions give equal bytes. What it writes is committed.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent / "playbook" / "formats" / "vendor"
NAME, VERSION, LICENCE = "decap-cms", "3.16.3", "MIT"
MEMBER, PARTS = "package/dist/decap-cms.js", "package/dist/decap-cms.js.LICENSE.txt"
SHA256 = "7c1efd6b616b4786e279aeef194dd21649a72058d3bc8d1f78901b574610dfb8"
"""Of the member as its makers published it."""
LICENCE_PACKAGE, LICENCE_MEMBER = "decap-server@3.11.3", "package/LICENSE"
"""The editor's own package holds the licences of its parts only; the makers' licence lies in the package of their server."""
MAP = b"//# sourceMappingURL="


def main() -> None:
    """Write the editor, packed as a browser takes it, all licences beside it, and what it was made from."""
    source, parts = members(f"{NAME}@{VERSION}", MEMBER, PARTS)
    (licence,) = members(LICENCE_PACKAGE, LICENCE_MEMBER)
    if hashlib.sha256(source).hexdigest() != SHA256:
        sys.exit(f"{MEMBER} of {NAME} {VERSION} is not the file that is known here")
    packed = gzip.compress(source.partition(MAP)[0], 9, mtime=0)
    HERE.mkdir(parents=True, exist_ok=True)
    (HERE / "decap-cms.js.gz").write_bytes(packed)
    (HERE / "Decap-CMS-LICENSE.txt").write_bytes(licence.rstrip() + b"\n\nIts parts:\n\n" + parts.rstrip() + b"\n")
    told = {
        "file": "decap-cms.js.gz",
        "package": NAME,
        "version": VERSION,
        "made_from": MEMBER.removeprefix("package/"),
        "made_from_sha256": SHA256,
        "licence": LICENCE,
        "licence_file": "Decap-CMS-LICENSE.txt",
        "sha256": hashlib.sha256(packed).hexdigest(),
    }
    (HERE / "vendor.json").write_text(json.dumps([told], indent=2) + "\n", encoding="utf-8", newline="\n")
    print(f"{len(packed) / 1000:.0f} kB in {HERE.name}/")


def members(package: str, *names: str) -> list[bytes]:
    """Return files of an npm package."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True, capture_output=True)
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as archive:
            return [archive.extractfile(name).read() for name in names]  # type: ignore[union-attr]


if __name__ == "__main__":
    main()
