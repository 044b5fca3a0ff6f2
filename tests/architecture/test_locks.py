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


@pytest.mark.parametrize("lock", ["run", "dev", "docs"])
def test_a_lock_names_every_dependency(root: Path, lock: str) -> None:
    """What pyproject.toml asks for is pinned; after a change `./dev lock` puts it in."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    asked = groups["docs"] if lock == "docs" else project["project"]["dependencies"] + groups["build"]
    if lock == "dev":
        asked += [requirement for requirement in groups["dev"] if isinstance(requirement, str)]
    assert {name_of(requirement) for requirement in asked} <= pinned(root / f"requirements/{lock}.txt").keys()


@pytest.mark.parametrize("lock", ["run", "dev", "docs"])
def test_a_lock_holds_pins_and_hashes_only(root: Path, lock: str) -> None:
    """No line is an option, an address or a path: the same file serves every machine."""
    lines = (root / f"requirements/{lock}.txt").read_text(encoding="utf-8").splitlines()
    fit = re.compile(r"#.*|[a-z0-9-]+==[^/:]+ \\|    --hash=sha256:[0-9a-f]{64}( \\)?")
    assert [line for line in lines if not fit.fullmatch(line)] == []


def test_the_locks_agree(root: Path) -> None:
    """Tests run against the versions that users get, and the documentation's tools take none of them away: all share one environment."""
    run, dev, docs = (pinned(root / f"requirements/{lock}.txt") for lock in ("run", "dev", "docs"))
    assert run.items() <= dev.items()
    assert {name for name in dev.keys() & docs.keys() if dev[name] != docs[name]} == set()
