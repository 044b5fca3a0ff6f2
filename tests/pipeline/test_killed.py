"""A build that is killed, while it makes pages or while it puts them in place: the next one ends byte-equal to a clean one."""

from __future__ import annotations

import os
import random
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest
from e2e_libraries import TODAY, clean, copied_sample, differences, digests, html, in_child

from playbook.pipeline import BuildOptions, build


class Killer:
    """Hears how far a build is and kills the process: after a number of pages, or after a number of steps on disk when all are made."""

    def __init__(self, pages: int, steps: int) -> None:
        """Kill after so many pages or, where they are all made by then, after so many steps that follow."""
        self.pages, self.steps = pages, steps

    def start(self, total: int) -> None:
        """Hear how many pages will be made."""

    def advance(self, label: str) -> None:
        """Hear that a page is made."""
        self.pages -= 1
        if self.pages == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def stop(self) -> None:
        """Hear that all pages are made, and count the steps from here."""
        sys.setprofile(self._step)

    def _step(self, frame: FrameType, event: str, call: object) -> None:
        if event == "c_call" and (getattr(call, "__module__", None) or type(getattr(call, "__self__", None)).__module__) in {
            "posix",
            "_io",
        }:
            self.steps -= 1
            if self.steps == 0:
                os.kill(os.getpid(), signal.SIGKILL)


def killed(root: Path, site: Path, pages: int, steps: int) -> bool:
    """Build in a process that is killed on its way; tell whether it was."""
    options = BuildOptions(pdf=False, workers=1)
    code = in_child(lambda: build(root, site, today=TODAY, options=options, progress=Killer(pages, steps)))
    assert code in {0, -signal.SIGKILL}
    return code != 0


def edited(root: Path, number: int) -> None:
    """Change what many pages show."""
    for name in ("plays/gone-quiet", "terms/client", "stages/decision"):
        file = root / "content_library" / f"{name}.yaml"
        file.write_text(f"{file.read_text().partition('extra:')[0]}extra: {{edit: Number {number}}}\n")


def wrong_after_kills(
    kills: list[tuple[int, int]], root: Path, folder: Path, build_again: Callable[[Path, Path], object] = html
) -> list[str]:
    """Kill builds on their way; return what a reader saw that was neither the old site nor the new, and what was not mended."""
    site, wrong = folder / "site", []
    html(root, site)
    for number, (pages, steps) in enumerate(kills):
        old = digests(site)
        edited(root, number)
        expected = clean(root, folder / f"clean-{number}")[1]
        wrong += [] if killed(root, site, pages, steps) else [f"kill {number} came too late"]
        wrong += [] if digests(site) in (old, digests(expected)) else [f"kill {number}: neither old nor new"]
        build_again(root, site)
        wrong += [f"kill {number}: {path}" for path in differences(site, expected)]
        wrong += [f"kill {number}: {path} is left over" for path in os.listdir(folder) if path.startswith(".site")]
    return wrong


@pytest.mark.prove
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_killed_build_leaves_the_old_site_or_the_new(tmp_path: Path) -> None:
    """Killed in the middle of making, and at two steps of putting in place: readers have one whole site, and the next build mends all."""
    root = copied_sample(tmp_path / "library")
    assert wrong_after_kills([(3, 0), (999, 40), (999, 300)], root, tmp_path) == []


@pytest.mark.prove
def test_without_the_next_build_it_is_not_mended(tmp_path: Path) -> None:
    """The proof notices where nobody builds again: the site is still the old one."""
    root = copied_sample(tmp_path / "library")
    wrong = wrong_after_kills([(3, 0)], root, tmp_path, lambda root, site: None)
    assert any("gone-quiet.html" in what for what in wrong)


@pytest.mark.prove
def test_killed_at_forty_moments(tmp_path: Path) -> None:
    """The same at forty moments, drawn by chance over the pages and over the steps; a few may come when all is done."""
    chance = random.Random(11)
    kills = [(chance.randint(1, 4), 0) if number % 4 == 0 else (999, chance.randint(1, 450)) for number in range(40)]
    wrong = wrong_after_kills(kills, copied_sample(tmp_path / "library"), tmp_path)
    late = [what for what in wrong if what.endswith("came too late")]
    assert [what for what in wrong if what not in late] == []
    assert len(late) < 10
