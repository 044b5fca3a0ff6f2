"""One file of the library that is about to be changed: its lines, what YAML sees in them, and what they say."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from msgspec import Struct

from playbook.edit.changes import Change
from playbook.edit.lines import Lines, lines_of
from playbook.load import Node, outline, read_data
from playbook.model.documents import Data
from playbook.problems import PlaybookError


class EntryFile(Struct, frozen=True, dict=True):
    """A file as it is read: `raw` holds its bytes, `kind` and `id` say as what it is read."""

    file: str
    kind: str
    id: str
    raw: bytes

    @cached_property
    def root(self) -> Node:
        """The group of fields that the file consists of; raises PlaybookError where it cannot be read."""
        found = outline(self.raw)
        if found is None:
            raise PlaybookError(
                f"{self.file} cannot be read as it is, so nothing is written into it.", f"`playbook check {self.file}` says what is wrong."
            )
        return found

    @cached_property
    def lines(self) -> Lines:
        """Its lines; raises PlaybookError where it is no text in UTF-8."""
        try:
            return lines_of(self.raw)
        except UnicodeDecodeError as wrong:
            raise PlaybookError(f"{self.file} is no text in UTF-8.", "Open it in an editor and save it as UTF-8.") from wrong

    @cached_property
    def data(self) -> Data:
        """What it says."""
        return read_data(self.file, self.kind, self.id, self.raw)[0]

    def must_be_readable(self) -> None:
        """Raise PlaybookError where it cannot be read."""
        _ = self.lines, self.root

    def with_lines(self, lines: Lines) -> EntryFile:
        """Return the file with other lines."""
        return EntryFile(self.file, self.kind, self.id, lines.to_bytes())

    def change_to(self, changed: EntryFile) -> Change:
        """Return the change that makes another file of this one."""
        return Change(self.file, self.raw, changed.raw)


def opened(root: Path, file: str, kind: str, id_: str) -> EntryFile:
    """Return a file of the library in `root`; raises PlaybookError where it cannot be read."""
    found = EntryFile(file, kind, id_, (root / file).read_bytes())
    found.must_be_readable()
    return found


def must_say(changed: EntryFile, data: Data) -> EntryFile:
    """Return a changed file that says what it should, and only that; raises PlaybookError where it would say anything else."""
    if outline(changed.raw) is None or changed.data != data:
        raise PlaybookError(
            f"{changed.file} is written in a way that cannot be changed without changing something else.",
            "Nothing was written. Write each of its fields on a line of its own, without braces, and try again.",
        )
    return changed
