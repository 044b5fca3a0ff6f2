"""The only reader of the room: theme, a team's templates and its files, once, into a frozen Bundle."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

import playbook
from playbook.model.jobs import Bundle
from playbook.model.kinds import FILE_TYPES, LARGEST_FILE, PICTURES
from playbook.problems import PlaybookError

MEGABYTE = 1024 * 1024
LARGEST_OF_A_THEME = 10 * MEGABYTE
THEME_TYPES = PICTURES | {".html", ".css", ".js", ".woff2", ".ttf", ".otf", ".po"}
RENDERING_ROOMS = ("model", "text", "render")
RENDERING_FILES = ("problems.py", "codes.py")


def read_bundle(theme: Path, overrides: Path | None = None, files: Path | None = None) -> Bundle:
    """Read the shipped theme, a team's own templates and the files that pages may show.

    Names are `theme/play.html`, `team/play.html`, `files/logo.png`. The digest covers the theme and the team's templates;
    a Page carries the digest of each file it shows. Left out are types that are not listed, hidden files, and files of the library's
    that are too large to be published. Raises PlaybookError for a template that is too large, and for what lies outside its folder.
    """
    templates = dict(_tree(theme, "theme", THEME_TYPES))
    if overrides and overrides.is_dir() and overrides.resolve() != theme.resolve():
        templates |= _tree(overrides, "team", THEME_TYPES)
    found = {name: _template(path, overrides if name.startswith("team/") else theme) for name, path in templates.items()}
    digest = digest_of(found)
    if files and files.is_dir():
        listed = [(name, path) for name, path in _tree(files, "files", FILE_TYPES) if _is_inside(path, files)]
        found |= {name: path.read_bytes() for name, path in listed if path.stat().st_size <= LARGEST_FILE}
    return Bundle(found, digest)


def digest_of(files: dict[str, bytes]) -> str:
    """Return one hash over names and bytes."""
    whole = sha256()
    for name in sorted(files):
        whole.update(f"{name}\0{sha256(files[name]).hexdigest()}\n".encode())
    return whole.hexdigest()


def _tree(root: Path, prefix: str, types: frozenset[str]) -> Iterator[tuple[str, Path]]:
    """Give each file of these types: its name in the bundle, and where it really lies."""
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root)
        if path.suffix.lower() in types and not any(part.startswith(".") for part in name.parts) and path.is_file():
            yield f"{prefix}/{name.as_posix()}", path


def _template(path: Path, folder: Path | None) -> bytes:
    if folder is None or not _is_inside(path, folder):
        where = f"{path.name} leads out of its folder {path.parent.name}/."
        raise PlaybookError(where, "Put the file itself there instead of a link to it.")
    if path.stat().st_size > LARGEST_OF_A_THEME:
        raise PlaybookError(f"{path.parent.name}/{path.name} is larger than {LARGEST_OF_A_THEME // MEGABYTE} MB.", "Make it smaller.")
    return path.read_bytes()


def _is_inside(path: Path, folder: Path) -> bool:
    """Whether a file really lies in its folder, and the folder where it seems to: links may lead elsewhere."""
    home = folder.parent.resolve() / folder.name
    return path.resolve().is_relative_to(home)


@cache
def source_digest() -> str:
    """Return one hash over the source of all that has a say in what a page looks like and in what is told of it."""
    package = Path(playbook.__file__).parent
    rooms = [path for room in RENDERING_ROOMS for path in (package / room).rglob("*.py")]
    sources = [*rooms, *(package / name for name in RENDERING_FILES)]
    return digest_of({path.relative_to(package).as_posix(): path.read_bytes() for path in sources})
