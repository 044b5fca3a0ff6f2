"""Changes are written all or none, and only over what was read."""

from __future__ import annotations

from pathlib import Path

import pytest

from playbook.edit import Change, diffs, write
from playbook.problems import MachineError, PlaybookError


def files(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its content."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_files_are_changed_made_and_taken_away(tmp_path: Path) -> None:
    """One call changes one file, makes another in a new folder, and takes a third away; rights stay, nothing else is left."""
    (tmp_path / "a").write_bytes(b"1")
    (tmp_path / "a").chmod(0o640)
    (tmp_path / "c").write_bytes(b"3")
    write(tmp_path, [Change("a", b"1", b"one"), Change("new/b", None, b"2"), Change("c", b"3", None), Change("d", None, None)])
    assert files(tmp_path) == {"a": b"one", "new/b": b"2"}
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("stopping", [OSError("disk full"), KeyboardInterrupt()])
def test_whatever_stops_the_writing_nothing_is_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stopping: BaseException) -> None:
    """When the second of two files cannot be put in its place, the first is put back, and nothing hidden is left."""
    (tmp_path / "a").write_bytes(b"1")
    (tmp_path / "b").write_bytes(b"2")
    real, asked = Path.replace, []

    def replace(source: Path, target: Path) -> None:
        asked.append(target)
        if len(asked) == 2:
            raise stopping
        real(source, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises((MachineError, KeyboardInterrupt)):
        write(tmp_path, [Change("a", b"1", b"one"), Change("b", b"2", b"two")])
    assert len(asked) == 3, "the first was put back"
    assert files(tmp_path) == {"a": b"1", "b": b"2"}


def test_what_somebody_else_changed_meanwhile_is_not_lost(tmp_path: Path) -> None:
    """A file that is no longer as it was read stops everything before anything is written."""
    (tmp_path / "a").write_bytes(b"1")
    (tmp_path / "b").write_bytes(b"theirs")
    with pytest.raises(PlaybookError, match="b has been changed by somebody else"):
        write(tmp_path, [Change("a", b"1", b"one"), Change("b", b"2", b"two")])
    assert files(tmp_path) == {"a": b"1", "b": b"theirs"}


def test_a_difference_reads_as_in_git() -> None:
    """Lines that go begin with a minus, lines that come with a plus, and a file that is new says so."""
    shown = [*diffs([Change("a", b"x\r\ny\n", b"x\r\nz\n"), Change("b", None, b"x\n")])]
    assert shown[0] == ["--- a", "+++ a", "@@ -1,2 +1,2 @@", " x", "-y", "+z"]
    assert shown[1][:2] == ["--- (no file)", "+++ b"]


def test_a_file_that_gets_another_name_is_one_difference() -> None:
    """Its lines are not shown as gone and come again; what changes beside it follows."""
    moved = [Change("a", b"x\ny\n", None), Change("b", None, b"x\nz\n"), Change("c", b"1\n", b"2\n")]
    assert [*diffs(moved)] == [
        ["--- a", "+++ b", "@@ -1,2 +1,2 @@", " x", "-y", "+z"],
        ["--- c", "+++ c", "@@ -1 +1 @@", "-1", "+2"],
    ]
    assert [*diffs([Change("a", b"x\n", None), Change("b", None, b"x\n")])] == [["--- a", "+++ b"]]
