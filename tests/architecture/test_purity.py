"""Files and the clock are touched at the edges only: everything else gets its data and its date as arguments."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

AT_THE_EDGE = (
    "load/",
    "render/bundle.py",  # reads theme, fonts and pictures once
    "analytics/read",  # its readers
    "publish/",
    "formats/",
    "edit/",
    "serve/",
    "cli/",
    "shipped.py",
    "memory.py",
)
MODULES = {"fcntl", "fileinput", "glob", "io", "mmap", "os", "shutil", "socket", "subprocess", "tempfile", "time", "urllib.request"}
IN_MEMORY = {"BytesIO", "StringIO"}  # of io: bytes and words that look like a file to a library, and are none
CALLS = {"open", "input"}
OF_A_PATH = """
    absolute chmod cwd exists expanduser glob hardlink_to home is_dir is_file is_symlink iterdir lstat mkdir open read_bytes read_text
    readlink rglob rmdir samefile stat symlink_to touch unlink write_bytes write_text
"""
OF_THE_CLOCK = "now today utcnow"
METHODS = {*OF_A_PATH.split(), *OF_THE_CLOCK.split()}


def impurities(source: str) -> Iterator[str]:
    """Yield what a module's source does to files or the clock: `line: name`."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import():
                names = {alias.name for alias in node.names} & MODULES
            case ast.ImportFrom(module="io") if {alias.name for alias in node.names} <= IN_MEMORY:
                continue
            case ast.ImportFrom():
                names = {node.module} & MODULES
            case ast.Call(func=ast.Name(id=name)):
                names = {name} & CALLS
            case ast.Call(func=ast.Attribute(attr=name)):
                names = {name} & METHODS
            case _:
                continue
        yield from (f"{node.lineno}: {name}" for name in sorted(names))


@cache
def impurities_of(source: str) -> tuple[str, ...]:
    """Return the same, found once for all copies of a module."""
    return tuple(impurities(source))


def impure_modules(package: Path) -> list[str]:
    """Return every touch of files or the clock in the package's pure modules."""
    modules = sorted((path.relative_to(package).as_posix(), path) for path in package.rglob("*.py"))
    pure = [(name, path) for name, path in modules if not name.startswith(AT_THE_EDGE)]
    return [f"{name}:{found}" for name, path in pure for found in impurities_of(path.read_text(encoding="utf-8"))]


def test_pure_rooms_touch_no_file_and_no_clock(root: Path) -> None:
    """No module outside the edge reads a file, writes one or asks what day it is."""
    assert impure_modules(root / "playbook") == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("text = open('enablement.yaml').read()", "open"),
        ("text = folder.joinpath('a.yaml').read_text()", "read_text"),
        ("here = Path.cwd()", "cwd"),
        ("import os", "os"),
        ("from time import monotonic", "time"),
        ("from io import BytesIO, open", "io"),
        ("import io", "io"),
        ("day = datetime.now(tz=UTC)", "now"),
        ("day = datetime.date.today()", "today"),
    ],
)
@pytest.mark.parametrize("module", ["pipeline.py", "select/planted.py", "render/planted.py"])
def test_a_planted_touch_is_found(copy: Path, module: str, line: str, name: str) -> None:
    """A touch of files or the clock in a pure module is found and named with its place."""
    (copy / "playbook" / module).write_text(f"{line}\n", encoding="utf-8")
    assert impure_modules(copy / "playbook") == [f"{module}:1: {name}"]


@pytest.mark.parametrize("module", ["load/planted.py", "render/bundle.py", "analytics/readers.py", "cli/planted.py", "shipped.py"])
def test_the_edge_may(copy: Path, module: str) -> None:
    """Modules at the edge may read files and the clock."""
    planted = copy / "playbook" / module
    planted.parent.mkdir(exist_ok=True)
    planted.write_text("import os\n", encoding="utf-8")
    assert impure_modules(copy / "playbook") == []


@pytest.mark.parametrize("line", ["day = settings.today", "name = PurePosixPath(file).name", "text = line.replace('a', 'b')"])
def test_plain_data_is_left_alone(line: str) -> None:
    """Paths as names, a date as a value and methods of texts are no touch."""
    assert list(impurities(line)) == []
