"""How long `playbook check` takes on the sample: with nothing changed, and after one edit. Every figure is a new process.

Run it with `./dev bench`, or alone with `.venv/bin/python bench/check.py`. Wanted are at most 10 times bare Python's start with nothing
changed, and 25 times after one edit. Processor time is counted beside the clock, because what else runs on the machine changes it less.
Why one edit takes what it takes stands in docs/adr/0006-check-says-again.md; the rows of imports below show it.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[1]
RUNS = 9
EDITED = "content_library/plays/champion-gone.yaml"
TITLES = ("title: My champion", "title: Our champion")
IMPORTS = {
    "the command": "playbook.cli.commands, playbook.cli.check",
    "YAML": "yaml",
    "the model": "playbook.model.kinds",
    "all for an edit": "playbook.cli.commands, playbook.cli.check, playbook.pipeline",
}


def main() -> None:
    """Print one table for the sample."""
    bare = _measured(lambda: _run("-c", ""))
    print(f"bare Python starts in {bare[0] * 1000:.0f} ms, {bare[1] * 1000:.0f} ms of them on the processor")
    with tempfile.TemporaryDirectory() as folder:
        root = _sample(Path(folder) / "sample")
        check = ("-m", "playbook", "check", "--library", str(root), "--fail-on", "never")
        _run(*check)
        for name, modules in IMPORTS.items():
            _row(f"import {name}", partial(_run, "-c", f"import {modules}"), bare)
        _row("nothing changed", lambda: _run(*check), bare)
        _row("one play edited", lambda: _after_an_edit(root / EDITED, check), bare)


def _sample(root: Path) -> Path:
    root.mkdir()
    shutil.copy2(ROOT / "enablement.yaml", root)
    for part in ("personas", "content_library"):
        shutil.copytree(ROOT / part, root / part)
    return root


def _row(name: str, work: Callable[[], None], bare: tuple[float, float]) -> None:
    clock, processor = _measured(work)
    print(
        f"  {name:22} {clock * 1000:6.0f} ms, {clock / bare[0]:5.1f} times Python's start;"
        f" on the processor {processor * 1000:6.0f} ms, {processor / bare[1]:5.1f} times"
    )


def _measured(work: Callable[[], None]) -> tuple[float, float]:
    """Return the medians of the seconds that work takes by the clock, and of what its processes take on the processor."""
    clocks, processors = zip(*(_once(work) for _ in range(RUNS)), strict=True)
    return statistics.median(clocks), statistics.median(processors)


def _once(work: Callable[[], None]) -> tuple[float, float]:
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    work()
    took, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return took, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _after_an_edit(path: Path, command: tuple[str, ...]) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(*TITLES) if TITLES[0] in text else text.replace(*reversed(TITLES)), encoding="utf-8")
    _run(*command)


def _run(*arguments: str) -> None:
    """Run Python as it is installed: with its compiled files kept."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run((sys.executable, *arguments), check=True, stdout=subprocess.DEVNULL, env=environment)


if __name__ == "__main__":
    main()
