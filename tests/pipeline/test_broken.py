"""Whatever lies in a library: what is wrong is a problem with its place, and everything else is built."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from e2e_broken import ALL, NEW, Broken
from e2e_libraries import DATA, TODAY, copied, html
from e2e_walk import offences, pages

from playbook.pipeline import Built, check
from playbook.problems import Problem

PROGRAMS = re.compile(
    r"Traceback|NoneType|\bdict\b|\bscalar\b|\bmapping\b|\bsequence\b|Error\b|<class|yaml\.\w+Error|expected <|utf-8' codec"
)


@pytest.fixture(scope="module")
def faultless(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return the library of twelve and its site, built once; each broken input is laid in and taken out again."""
    folder = tmp_path_factory.mktemp("broken")
    root = copied(DATA / "twelve", folder / "library")
    html(root, folder / "site")
    return root, folder / "site"


def titles(root: Path) -> Iterator[str]:
    """Yield the words by which the twelve entries are known."""
    for path in root.rglob("*.yaml"):
        entry = yaml.load(path.read_text(), yaml.BaseLoader)
        yield next(entry[name] for name in ("title", "name", "term", "text") if name in entry)


def described(found: Problem) -> str:
    """Return all that people read of a problem."""
    return " ".join((found.what, found.why, found.remedy, found.suggestion))


def ill(broken: Broken, built: Built, root: Path, site: Path) -> Iterator[str]:
    """Yield what a build made of a broken input that it should not have."""
    mine = [found for found in built.problems if found.code == broken.code and found.file == broken.file]
    if not mine:
        yield f"no {broken.code} in {broken.file}: {sorted((found.code, found.file) for found in built.problems)}"
    for found in mine:
        line = found.place.line if found.place else 0
        if (broken.has_line and line < 1) or (broken.line and broken.line not in {each.place.line for each in mine if each.place}):
            yield f"{broken.code} at line {line}, not {broken.line or '1 or later'}"
    yield from (f"a program's words: {described(found)}" for found in built.problems if PROGRAMS.search(described(found)))
    if built.published.failed:
        yield f"pages failed: {built.published.failed}, {built.problems}"
    everything = " ".join(page.text for page in pages(site).values())
    yield from (f"{title} is gone" for title in titles(DATA / "twelve") if title not in everything and broken.file != "enablement.yaml")
    # A retired entry's page stays for old links: nothing on the site leads to it.
    yield from (what for what in offences(site, private=(str(root),)) if "no page leads here" not in what or broken.code != "PB319")


# What is not put right yet, by the name of the broken input; a row that is put right fails until it is taken out here.
ROWS = [pytest.param(row, id=row.name) for row in ALL]


@pytest.mark.parametrize("broken", ROWS)
def test_a_broken_input_is_a_problem_with_its_place(faultless: tuple[Path, Path], tmp_path: Path, broken: Broken) -> None:
    """It gives its code, in its file, at its line, in no program's words; the other entries are in the pages, and each link arrives."""
    root, site = copied(faultless[0], tmp_path / "library"), faultless[1]
    broken.lay(root)
    assert list(ill(broken, html(root, site), root, site)) == []


def test_there_are_enough_of_them() -> None:
    """At least sixty inputs, each broken in its own way."""
    assert len({broken.name for broken in ALL}) == len(ALL) >= 60
    assert len({broken.code for broken in ALL}) > 45


def test_the_library_without_a_fault_has_none(faultless: tuple[Path, Path]) -> None:
    """Without anything broken there is one warning, of an objection without an answer: so the others come from what was broken."""
    assert [(found.code, found.file) for found in check(faultless[0], today=TODAY).problems] == [("PB306", "personas/engineer.yaml")]


def test_a_problem_that_is_not_reported_is_missed(faultless: tuple[Path, Path]) -> None:
    """The proof itself notices a wrong code, a wrong line, and an entry that is gone."""
    root, site = faultless
    silent = Broken("nothing", "PB201", NEW, "", 3)
    built = html(root, site)
    assert [what.partition(":")[0] for what in ill(silent, built, root, site)] == [f"no PB201 in {NEW}"]
    late = Broken("late", "PB306", "personas/engineer.yaml", "", 99)
    assert any("not 99" in what for what in ill(late, built, root, site))


def test_all_of_it_at_once(tmp_path: Path) -> None:
    """With everything broken that can lie side by side, each problem is there and the twelve entries are built."""
    root, site = copied(DATA / "twelve", tmp_path / "library"), tmp_path / "site"
    laid = []
    for number, broken in enumerate(ALL):
        own = f"{number:02}-" if broken.file.endswith("/new.yaml") and isinstance(broken.content, str | bytes) else ""
        file = broken.file.replace("/new.yaml", f"/{own}new.yaml")
        if own:
            Broken(broken.name, broken.code, file, broken.content).lay(root)
            laid.append((broken.code, file))
    built = html(root, site)
    assert {(found.code, found.file) for found in built.problems} >= {each for each in laid if each[0] not in {"PB319", "PB317"}}
    assert built.published.failed == ()
    everything = " ".join(page.text for page in pages(site).values())
    assert [title for title in titles(DATA / "twelve") if title not in everything] == []
    assert [what for what in offences(site) if "no page leads here" not in what] == []
