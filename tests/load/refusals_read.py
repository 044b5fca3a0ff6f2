"""What must hold of every problem that a library can have, however it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from playbook.cli.shape import lines
from playbook.load import read, source_line
from playbook.problems import Level, Problem

FOREIGN = re.compile(r"\b(mapping|scalar|sequence|node|nonetype|token|stream|anchor|parser|scanner|yaml\.)\b", re.IGNORECASE)
"""What a library of ours would say, and a marketer would not understand."""


def offences(root: Path, problems: Iterable[Problem]) -> Iterator[str]:
    """Yield what is wrong with how a library is refused: a problem without place, remedy or our own words, a file lost in silence."""
    found = tuple(problems)
    for each in found:
        yield from (f"{each.code} {each.file}: {offence}" for offence in _told_badly(root, each))
    refused = {each.file for each in found if each.level is Level.ERROR}
    yield from (f"{each.file} is lost" for each in read(root).documents if each.data is None and each.file not in refused)


def _told_badly(root: Path, found: Problem) -> Iterator[str]:
    file = root / found.file
    written = file.read_bytes() if file.is_file() else b""
    if not found.place and file.is_file():
        yield "no place"
    if found.place and found.place.line > len(written.splitlines()) + 1:
        yield f"line {found.place.line} is not in the file"
    if not (found.why and found.remedy):
        yield "no reason or no remedy"
    said = f"{found.what} {found.why} {found.remedy}"
    yield from (f"says {word}" for word in FOREIGN.findall(said) if word.lower() not in written.decode(errors="replace").lower())
    assert "".join(bit.text for line in lines(found, source_line(root, found)) for bit in line)
