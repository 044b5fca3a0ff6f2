"""How long a build takes: cold, with nothing changed, after one edit; and a check. Every figure is a new process.

Run it with `./dev bench`. Other machines give other seconds, so each row also says how often bare Python's start fits into it, and
how the cold build compares with nothing but turning the same texts from Markdown to HTML.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml
from _corpus import write_corpus
from markdown_it import MarkdownIt

SIZES = (100, 1_000)
RUNS = 5
PLAYBOOK = (sys.executable, "-m", "playbook")


def main() -> None:
    """Print one table for each size; sizes can be given as arguments."""
    start = _median(lambda: _run(sys.executable, "-c", ""))
    print(f"bare Python starts in {start * 1000:.0f} ms; playbook --version takes {_ratio(lambda: _run(*PLAYBOOK, '--version'), start)}")
    for size in [int(each) for each in sys.argv[1:]] or SIZES:
        with tempfile.TemporaryDirectory() as folder:
            _measure(Path(folder), size, start)


def _measure(root: Path, size: int, start: float) -> None:
    write_corpus(root, size)
    build = (*PLAYBOOK, "build", "--library", str(root), "--no-pdf", "--jobs", "1", "--quiet", "--fail-on", "never")
    check = (*PLAYBOOK, "check", "--library", str(root), "--fail-on", "never")
    asset = root / "content_library/assets/asset-000000.yaml"
    cold = _seconds(lambda: _run(*build))
    markdown = _seconds(lambda: _markdown_only(root))
    print(f"\n{size} assets, {size // 10} plays")
    print(f"  build, cold               {cold:7.2f} s   {cold / markdown:5.1f} times the Markdown alone ({markdown:.2f} s)")
    print(f"  build, nothing changed    {_row(lambda: _run(*build), start, cold)}")
    print(f"  build, one asset edited   {_row(lambda: _edited(asset, build), start, cold)}")
    print(f"  check, nothing changed    {_row(lambda: _run(*check), start, cold)}")
    print(f"  check, one asset edited   {_row(lambda: _edited(asset, check), start, cold)}")


def _row(work: Callable[[], None], start: float, cold: float) -> str:
    seconds = _median(work)
    return f"{seconds:7.2f} s   {seconds / start:5.1f} times Python's start, {seconds / cold:6.1%} of the cold build"


def _ratio(work: Callable[[], None], start: float) -> str:
    return f"{_median(work) / start:.1f} times that"


def _markdown_only(root: Path) -> None:
    """What cannot be avoided with this Markdown library: every text of the assets once, with one parser."""
    markdown = MarkdownIt()
    for path in (root / "content_library").rglob("*.yaml"):
        for text in _texts(yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)):
            markdown.render(text)


def _texts(data: object) -> list[str]:
    if isinstance(data, dict):
        return [text for value in data.values() for text in _texts(value)]
    if isinstance(data, list):
        return [text for value in data for text in _texts(value)]
    return [data] if isinstance(data, str) else []


def _edited(path: Path, command: tuple[str, ...]) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace("title: Asset", "title: An asset", 1) + "\n", encoding="utf-8")
    _run(*command)


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _seconds(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _median(work: Callable[[], None]) -> float:
    return statistics.median(_seconds(work) for _ in range(RUNS))


if __name__ == "__main__":
    main()
