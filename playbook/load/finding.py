"""Which files of a folder belong to the library, and as what; what lies where nobody looks for it is a problem."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct, field

from playbook.load.folders import CONTENT, LIBRARY_FOLDERS, SINGLE, misplaced_file, unknown_folder
from playbook.load.ids import compare_files, compare_ids, id_of, is_yaml, unusable_entry
from playbook.model.kinds import FILES_FOLDER, KINDS, SETTINGS_FILE
from playbook.problems import Problem, UsageError, problem


class Found(NamedTuple):
    """A file: its path from the root with forward slashes, its kind and id, and what the disk says about it."""

    file: str
    kind: str
    id: str
    path: str
    stat: os.stat_result


class Finding(Struct, frozen=True):
    """All that was found in a library's folder."""

    entries: list[Found] = field(default_factory=list)
    files: list[Found] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class _Folder(Struct, frozen=True):
    """A folder that is looked through: where it lies, its name from the root, and the real folders it lies in."""

    path: str
    name: str
    root: str
    above: frozenset[str] = frozenset()


def find(root: Path) -> Finding:
    """Return the files of the library in `root`, in the order of their names; raises UsageError where there is none."""
    top = os.path.realpath(root)
    if not any(os.path.lexists(f"{top}/{name}") for name in (SETTINGS_FILE, "enablement.yml", *LIBRARY_FOLDERS)):
        raise UsageError(f"There is no library in {root}.", "Run `playbook init` to start one here, or name its folder.")
    finding = Finding()
    has_content = _may_enter(CONTENT, top, finding)
    _find_single(top, finding, ("", f"{CONTENT}/") if has_content else ("",))
    for kind in (kind for kind in KINDS.values() if has_content or not kind.folder.startswith(CONTENT)):
        for found in _walk_own(kind.folder, top, finding):
            _add_entry(found, kind.name, finding)
    files = [*_walk_own(FILES_FOLDER, top, finding)] if has_content else []
    refused = compare_files([found.file for found in files], finding.problems)
    finding.files.extend(found for found in files if found.file not in refused)
    compare_ids([(found.file, found.kind, found.id) for found in finding.entries], finding.problems)
    _keep_first(finding)
    return finding


def _may_enter(name: str, top: str, finding: Finding) -> bool:
    """Whether a folder that the library itself is made of is no link out of it; one that is not there holds nothing."""
    path = f"{top}/{name}"
    return not os.path.islink(path) or _leads_inside(path, name, _Folder(top, "", top), finding)


def _walk_own(name: str, top: str, finding: Finding) -> Iterator[Found]:
    """Return the files in the folder of a kind."""
    if _may_enter(name, top, finding):
        yield from _walk(_Folder(f"{top}/{name}", name, top), finding)


def _find_single(top: str, finding: Finding, folders: Iterable[str]) -> None:
    """Find the project file and what lies directly in content_library; report what is not looked for there."""
    for folder in folders:
        for item in _items(_Folder(f"{top}/{folder}", folder.rstrip("/"), top), finding):
            file = f"{folder}{item.name}"
            kind = SINGLE.get(os.path.splitext(file)[0], "") if is_yaml(item.name) else ""
            if kind and (found := _found(item, file, _Folder(f"{top}/{folder}", folder.rstrip("/"), top), finding)):
                finding.entries.append(Found(file, kind, id_of(item.name), found.path, found.stat))
            elif folder and item.is_dir():
                finding.problems.extend(unknown_folder(file))
            elif folder and is_yaml(item.name) and not kind:
                finding.problems.append(misplaced_file(file))
    if not any(found.kind == "settings" for found in finding.entries):
        finding.problems.append(
            problem(
                "PB101",
                SETTINGS_FILE,
                why="enablement.yaml is the project file: it names the library and makes this folder one.",
                remedy="Run `playbook init`, or write a file with one line, such as: name: Our playbook",
            )
        )


def _walk(folder: _Folder, finding: Finding) -> Iterator[Found]:
    """Return the files in a folder and in the folders below it."""
    real = os.path.realpath(folder.path)
    for item in _items(folder, finding):
        file = f"{folder.name}/{item.name}"
        if item.is_dir():
            below = _Folder(item.path, file, folder.root, folder.above | {real})
            if _is_inside(item, file, below, finding):
                yield from _walk(below, finding)
        elif found := _found(item, file, folder, finding):
            yield found


def _items(folder: _Folder, finding: Finding) -> list[os.DirEntry[str]]:
    """Return what lies in a folder, hidden things left out, by name; a folder that is not there holds nothing."""
    try:
        with os.scandir(folder.path) as items:
            seen = sorted((item for item in items if not item.name.startswith(".")), key=lambda item: item.name)
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        finding.problems.append(unreadable(folder.name, error))
        return []
    return [item for item in seen if _is_text(item.name, folder, finding)]


def _is_text(name: str, folder: _Folder, finding: Finding) -> bool:
    """Whether the name of a file or folder is text; one that is not is reported, but for what lies beside the library."""
    shown = name.encode("utf-8", "replace").decode()
    if shown != name and folder.name:
        why = "The name of this file or folder is no text in UTF-8, so it is not read."
        finding.problems.append(problem("PB106", f"{folder.name}/{shown}", why=why, remedy="Rename it with plain letters."))
    return shown == name


def _found(item: os.DirEntry[str], file: str, folder: _Folder, finding: Finding) -> Found | None:
    """Return a file that may be read; pipes and the like are passed over."""
    if not _is_inside(item, file, folder, finding):
        return None
    try:
        return Found(file, "", "", item.path, item.stat()) if item.is_file() else None
    except OSError as error:
        finding.problems.append(unreadable(file, error))
    return None


def _is_inside(item: os.DirEntry[str], file: str, folder: _Folder, finding: Finding) -> bool:
    """Whether something is no link out of the library, into nothing, or in a circle; a link that is one is reported."""
    return not item.is_symlink() or _leads_inside(item.path, file, folder, finding)


def _leads_inside(path: str, file: str, folder: _Folder, finding: Finding) -> bool:
    real = os.path.realpath(path)
    if real.startswith(folder.root + os.sep) and os.path.exists(real) and real not in folder.above:
        return True
    where = "in a circle" if real in folder.above else "out of the library" if os.path.exists(real) else "to nothing"
    why = f"This is a link that leads {where}, so it is not read."
    finding.problems.append(problem("PB105", file, why=why, remedy="Put the file itself in its place, or delete the link."))
    return False


def _add_entry(found: Found, kind: str, finding: Finding) -> None:
    name = found.file.rpartition("/")[2]
    if name.startswith("README"):
        return
    if is_yaml(name) and (unusable := unusable_entry(found.file, kind, id_of(name))):
        finding.problems.extend(unusable)
    elif is_yaml(name):
        finding.entries.append(Found(found.file, kind, id_of(name), found.path, found.stat))
    elif ".yaml." in name.lower() or ".yml." in name.lower():
        finding.problems.append(misplaced_file(found.file))


def _keep_first(finding: Finding) -> None:
    """Leave out files whose kind and id, in small or capital letters, another file has already: their pages would be one file."""
    first: dict[tuple[str, str], Found] = {}
    for found in finding.entries:
        first.setdefault((found.kind, found.id.casefold()), found)
    finding.entries[:] = first.values()


def unreadable(file: str, error: OSError) -> Problem:
    """Return the problem of a file or folder that the system does not hand out."""
    why = f"The system does not let us read it: {error.strerror or error}."
    return problem("PB106", file, why=why, remedy="Check that it is still there and that you may read it.")
