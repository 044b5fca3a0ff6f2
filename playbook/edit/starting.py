"""A new library: the shipped sample or four short files, and what a repository needs around them. All of it, or nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from playbook import __version__
from playbook.edit.formatting import formatted
from playbook.problems import MachineError, UsageError
from playbook.shipped import sample_dir

_STARTER = Path(__file__).with_name("starter")
_AROUND = {
    ".gitignore": "gitignore.txt",
    "templates/README.md": "templates.md",
    ".github/workflows/publish.yml": "publish.yml",
}
_SAMPLE_PARTS = ("enablement.yaml", "personas", "content_library")
_COMPANY = "company: Your company"


def start(target: Path, *, small: bool, company: str = "") -> tuple[Path, ...]:
    """Write a library into `target` and return the paths of its files, relative to it, in their order.

    `small` writes four short files in the place of the sample, with the company's name in them. Raises UsageError where a file is
    in the way, MachineError where the disk refuses; in both cases nothing is left behind.
    """
    files = dict(sorted({**_around(), **(_small(company) if small else _sample())}.items()))
    _must_be_free(target, files)
    files = _in_one_form(files)
    _write(target, files)
    return tuple(map(Path, files))


def _around() -> dict[str, bytes]:
    """Return what goes around a library: what git leaves alone, how to override the looks, and how to publish."""
    version = __version__.encode()
    return {name: (_STARTER / source).read_bytes().replace(b"PLAYBOOK_VERSION", version) for name, source in _AROUND.items()}


def _small(company: str) -> dict[str, bytes]:
    """Return the four short files. A company's name is quoted: it may hold any sign."""
    files = dict(_below(_STARTER / "small", _STARTER / "small"))
    if company:
        named = f"company: {json.dumps(company, ensure_ascii=False)}"
        files["enablement.yaml"] = files["enablement.yaml"].replace(_COMPANY.encode(), named.encode())
    return files


def _sample() -> dict[str, bytes]:
    """Return the files of the shipped sample."""
    return {name: content for part in _SAMPLE_PARTS for name, content in _below(sample_dir() / part, sample_dir())}


def _in_one_form(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files as `playbook fmt` leaves them, so that the first difference a team sees is one of its own."""
    with TemporaryDirectory() as folder:
        _write(Path(folder), files)
        return {**files, **{change.file: change.after or b"" for change in formatted(Path(folder), lambda _: True).changes}}


def _below(place: Path, root: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every file at or below a place, hidden ones aside, with its path from the root."""
    for file in sorted(place.rglob("*")) if place.is_dir() else [place]:
        path = file.relative_to(root)
        if file.is_file() and not any(part.startswith((".", "__")) for part in path.parts):
            yield path.as_posix(), file.read_bytes()


def _must_be_free(target: Path, files: Mapping[str, bytes]) -> None:
    if target.exists() and not target.is_dir():
        raise UsageError(f"{target} is a file, so no library can be started in it.", "Name a folder: playbook init my-playbook.")
    there = [name for name in files if (target / name).exists() or (target / name).is_symlink()]
    if there:
        shown = ", ".join(there[:5]) + (f" and {len(there) - 5} more" if len(there) > 5 else "")
        raise UsageError(f"Nothing was written, because this is there already: {shown}.", "Name a new folder: playbook init my-playbook.")


def _write(target: Path, files: Mapping[str, bytes]) -> None:
    """Write the files, each only if it is new; when one cannot be written, take back the others and the folders made for them."""
    made: list[Path] = []
    try:
        for name, content in files.items():
            _make_folders((target / name).parent, made)
            with (target / name).open("xb") as file:
                made.append(target / name)
                file.write(content)
    except OSError as refused:
        _take_back(made)
        raise MachineError(f"The library could not be written to {target}: {refused.strerror}.", "Nothing was left behind.") from refused


def _make_folders(folder: Path, made: list[Path]) -> None:
    """Make a folder and those above it, and note each new one."""
    for each in (*reversed(folder.parents), folder):
        if not each.exists():
            each.mkdir()
            made.append(each)


def _take_back(made: list[Path]) -> None:
    for path in reversed(made):
        path.rmdir() if path.is_dir() else path.unlink()
