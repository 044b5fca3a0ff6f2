"""A small library without a fault, into which a test writes its own files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path, PurePosixPath

import pytest
import yaml

from playbook.library import Library, assemble
from playbook.model.documents import Document, LibraryFile
from playbook.model.kinds import AGREEMENT_FILE, KINDS, REVIEWS_FILE, SETTINGS_FILE
from playbook.problems import Problem
from playbook.validate import Bound, bind, inspect, without_twins

TODAY = date(2026, 11, 22)
FILES = (
    LibraryFile("sheet.pdf", 1000, "1"),
    LibraryFile("huge.pdf", 21 * 1024 * 1024, "2"),
    LibraryFile("ana.png", 1000, "3"),
)
FAULTLESS = yaml.safe_load((Path(__file__).parents[1] / "data/mistakes/faultless.yaml").read_text(encoding="utf-8"))
SPECIAL = {SETTINGS_FILE: "settings", AGREEMENT_FILE: "agreement", REVIEWS_FILE: "reviews"}


def _document(file: str, text: str) -> Document:
    path = PurePosixPath(file)
    by_folder = {kind.folder: name for name, kind in KINDS.items()}
    kind = SPECIAL.get(file) or by_folder[path.parent.as_posix()]
    return Document(file, kind, path.stem, yaml.load(text, yaml.BaseLoader), "")


@pytest.fixture
def today() -> date:
    """Return the day on which all tests of rules take place."""
    return TODAY


@pytest.fixture
def bound() -> Callable[[Mapping[str, str]], Bound]:
    """Return a function: files as YAML texts → what they say."""
    return lambda files: bind([_document(file, text) for file, text in files.items()])


@pytest.fixture
def library(bound: Callable[[Mapping[str, str]], Bound]) -> Callable[[Mapping[str, str]], Library]:
    """Return a function: files as YAML texts → the faultless library with these files in the place of its own."""

    def made(files: Mapping[str, str]) -> Library:
        said = bound({**FAULTLESS, **files})
        return assemble(said.settings, said.entries, said.agreement, FILES, said.reviews)

    return made


@pytest.fixture
def problems(bound: Callable[[Mapping[str, str]], Bound], library: Callable[[Mapping[str, str]], Library]) -> Callable[..., list[Problem]]:
    """Return a function: files as YAML texts → all that is wrong with the faultless library with these files in it."""

    def found(files: Mapping[str, str], today: date = TODAY) -> list[Problem]:
        return without_twins([*bound({**FAULTLESS, **files}).problems, *inspect(library(files), today)])

    return found
