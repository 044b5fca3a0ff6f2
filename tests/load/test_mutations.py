"""Files that come to harm: whatever happens to them, what is wrong is said with its place, and the rest is read."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from random import Random

import pytest
from mutations import MUTATIONS, mutated
from refusals_read import offences

from playbook.pipeline import BuildOptions, build, check

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
AT_ONCE = 50


def entries(root: Path) -> list[Path]:
    """Return the files of a library that people write."""
    return [root / "enablement.yaml", *sorted(root.glob("personas/*.yaml")), *sorted(root.glob("content_library/**/*.yaml"))]


def harmed(root: Path, seed: int, *, site: Path | None = None) -> list[str]:
    """Harm fifty files of a library, return what is told badly of it, and put them right again; with a `site`, build it too."""
    chance = Random(seed)
    before = {file: file.read_bytes() for file in entries(root)}
    try:
        for file in chance.sample(list(before), AT_ONCE):
            file.write_bytes(mutated(chance, before[file], [*before.values()]))
        found = [*offences(root, check(root, today=TODAY).problems)]
        if site:
            built = build(root, site, today=TODAY, options=BuildOptions(pdf=False, workers=1))
            found += [f"{path} is not made" for path in built.published.failed]
    finally:
        for file, raw in before.items():
            file.write_bytes(raw)
    return [f"seed {seed}: {offence}" for offence in found]


def copied(source: Path, to: Path) -> Path:
    """Copy what a team writes of a library."""
    to.mkdir()
    shutil.copy2(source / "enablement.yaml", to)
    for part in ("personas", "content_library"):
        shutil.copytree(source / part, to / part)
    return to


def test_a_harmed_file_is_refused_with_its_line(tmp_path: Path) -> None:
    """A hundred harmed files of the sample: nothing raises, each refusal has its line, and no file is lost in silence."""
    root = copied(ROOT, tmp_path / "sample")
    assert [found for seed in range(2) for found in harmed(root, seed)] == []


@pytest.mark.prove
def test_thousands_of_harmed_files_are_refused_with_their_lines(tmp_path: Path, cases: Path) -> None:
    """The same for five thousand files, of the sample and of real libraries; some of these libraries are built, and every page is made."""
    roots = [copied(source, tmp_path / f"{number}") for number, source in enumerate([ROOT, *sorted(cases.iterdir())])]
    found = [
        offence
        for seed in range(5_000 // AT_ONCE)
        for offence in harmed(roots[seed % len(roots)], seed, site=None if seed % 10 else tmp_path / "site")
    ]
    assert found == []


@pytest.mark.parametrize("mutation", MUTATIONS)
def test_each_mutation_changes_a_file(mutation: object) -> None:
    """None of the ways to harm a file leaves every file as it is."""
    text = (ROOT / "personas/hr-director.yaml").read_text(encoding="utf-8")
    assert any(mutation(Random(seed), text) != text for seed in range(5))  # type: ignore[operator]
