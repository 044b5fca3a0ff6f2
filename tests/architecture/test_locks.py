"""The locks pin everything by hash, name every dependency, and hold no address or folder of the machine they were made on."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

PIN = re.compile(r"^([a-z0-9][a-z0-9-]*)==\S+", re.MULTILINE)


def pinned(lock: Path) -> dict[str, str]:
    """Return the pins of a lock, name → `name==version`."""
    return {match[1]: match[0] for match in PIN.finditer(lock.read_text(encoding="utf-8"))}


def name_of(requirement: str) -> str:
    """Return the normal form of the name in a requirement as pyproject.toml has it."""
    return re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0].lower().replace("_", "-")


@pytest.mark.parametrize("lock", ["run", "dev"])
def test_a_lock_names_every_dependency(root: Path, lock: str) -> None:
    """What pyproject.toml asks for is pinned; after a change `./dev lock` puts it in."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    asked = project["project"]["dependencies"] + groups["build"]
    if lock == "dev":
        asked += [requirement for requirement in groups["dev"] if isinstance(requirement, str)]
    assert {name_of(requirement) for requirement in asked} <= pinned(root / f"requirements/{lock}.txt").keys()


@pytest.mark.parametrize("lock", ["run", "dev"])
def test_a_lock_holds_pins_and_hashes_only(root: Path, lock: str) -> None:
    """No line is an option, an address or a path: the same file serves every machine."""
    lines = (root / f"requirements/{lock}.txt").read_text(encoding="utf-8").splitlines()
    fit = re.compile(r"#.*|[a-z0-9-]+==[^/:]+ \\|    --hash=sha256:[0-9a-f]{64}( \\)?")
    assert [line for line in lines if not fit.fullmatch(line)] == []


def test_both_locks_agree(root: Path) -> None:
    """Tests run against the versions that users get."""
    assert pinned(root / "requirements/run.txt").items() <= pinned(root / "requirements/dev.txt").items()
