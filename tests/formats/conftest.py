"""Libraries to publish as data: the sample, a library of one entry, and the real case; and YAML as other programs read it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from playbook.library import Catalogue, Library, assemble
from playbook.model.content import Asset
from playbook.model.settings import Settings
from playbook.pipeline import check
from playbook.select import catalogue, pages

TODAY = date(2026, 11, 22)
ROOT = Path(__file__).parents[2]


def catalogued(library: Library, edition: str = "rep") -> Catalogue:
    """Return what an edition of a library tells machines, worked out once for all tests that ask."""
    return library.once(f"catalogue for {edition}", library, lambda: _catalogued(library, edition))


def _catalogued(library: Library, edition: str) -> Catalogue:
    made = pages(library, edition=edition, today=TODAY, pdf=False)
    return catalogue(library, made, edition=edition, today=TODAY)


@pytest.fixture(scope="session")
def sample() -> Library:
    """Return the sample."""
    return check(ROOT, today=TODAY).library


@pytest.fixture(scope="session")
def one() -> Library:
    """Return a library of one entry."""
    return assemble(Settings(name="One"), [Asset(id="a", title="A", type="deck")])


@pytest.fixture(scope="session")
def case(cases: Path) -> Library:
    """Return the real case."""
    return check(cases / "sourcegraph", today=TODAY).library


@pytest.fixture(params=["sample", "one", "case"])
def library(request: pytest.FixtureRequest) -> Library:
    """Return each of the libraries in turn; the real case where it is there."""
    found: Library = request.getfixturevalue(request.param)
    return found


class _Core(yaml.CSafeLoader):
    """The core schema of YAML 1.2, which editors follow: a day is a text, and so are yes, on and 12:30."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own way


for _tag, _pattern, _first in (
    ("null", "~|null|Null|NULL|", [*"~nN", ""]),
    ("bool", "true|True|TRUE|false|False|FALSE", [*"tTfF"]),
    ("int", "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", [*"-+0123456789"]),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", [*"-+0123456789."]),
):
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_pattern})$"), _first)
_Core.add_constructor(
    "tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node), 0 if "x" in node.value or "o" in node.value else 10)
)


@pytest.fixture(scope="session")
def as_editors_read() -> Callable[[str], Any]:
    """Return what reads YAML as editors and checkers do."""
    return lambda text: yaml.load(text, _Core)
