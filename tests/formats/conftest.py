"""Libraries to publish as data: the sample, a library of one entry, and the real case."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from playbook.library import Catalogue, Library, assemble
from playbook.model.content import Asset
from playbook.model.settings import Settings
from playbook.pipeline import check
from playbook.select import catalogue, pages

TODAY = date(2026, 11, 22)
ROOT = Path(__file__).parents[2]


def catalogued(library: Library, edition: str = "rep") -> Catalogue:
    """Return what an edition of a library tells machines."""
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


@pytest.fixture(params=["sample", "one", "case"])
def library(request: pytest.FixtureRequest) -> Library:
    """Return each of the libraries in turn; the real case where it is there."""
    if request.param == "case":
        cases: Path = request.getfixturevalue("cases")
        return check(cases / "sourcegraph", today=TODAY).library
    found: Library = request.getfixturevalue(request.param)
    return found
