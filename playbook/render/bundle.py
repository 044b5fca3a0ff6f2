"""The only reader of the room: theme, a team's templates and its files, once, into a frozen Bundle."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

import playbook
from playbook.model.jobs import Bundle
from playbook.problems import PlaybookError

MEGABYTE = 1024 * 1024
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg"})
THEME_TYPES = PICTURES | {".html", ".css", ".woff2", ".ttf", ".otf"}
FILE_TYPES = PICTURES | set(
    ".pdf .doc .docx .dotx .xls .xlsx .xltx .ppt .pptx .potx .odt .ods .odp .csv .txt .md .ics .zip .mp3 .mp4 .webm .epub".split()
)
RENDERING_ROOMS = ("model", "text", "render")
RENDERING_FILES = ("problems.py", "codes.py")


def read_bundle(theme: Path, overrides: Path | None = None, files: Path | None = None) -> Bundle:
    """Read the shipped theme, a team's own templates and the files that pages may show.

    Names are `theme/play.html`, `team/play.html`, `files/logo.png`. The digest covers the theme and the team's templates;
    a Page carries the digest of each file it shows. Types that are not listed and hidden files are left out.
    Raises PlaybookError for a file that is too large or lies outside its folder.
    """
    found = dict(_tree(theme, "theme", THEME_TYPES, 10))
    if overrides and overrides.is_dir() and overrides.resolve() != theme.resolve():
        found |= _tree(overrides, "team", THEME_TYPES, 10)
    digest = digest_of(found)
    if files and files.is_dir():
        found |= _tree(files, "files", FILE_TYPES, 20)
    return Bundle(found, digest)


def digest_of(files: dict[str, bytes]) -> str:
    """Return one hash over names and bytes."""
    whole = sha256()
    for name in sorted(files):
        whole.update(f"{name}\0{sha256(files[name]).hexdigest()}\n".encode())
    return whole.hexdigest()


def _tree(root: Path, prefix: str, types: frozenset[str] | set[str], megabytes: int) -> Iterator[tuple[str, bytes]]:
    inside = root.resolve()
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root)
        if path.suffix.lower() in types and not any(part.startswith(".") for part in name.parts) and path.is_file():
            yield f"{prefix}/{name.as_posix()}", _read(path, inside, megabytes)


def _read(path: Path, inside: Path, megabytes: int) -> bytes:
    real = path.resolve()
    if not real.is_relative_to(inside):
        raise PlaybookError(f"{path.name} leads out of its folder {inside.name}/.", "Put the file itself there instead of a link to it.")
    if real.stat().st_size > megabytes * MEGABYTE:
        raise PlaybookError(f"{inside.name}/{path.name} is larger than {megabytes} MB.", "Make it smaller, or link to it where it lies.")
    return real.read_bytes()


@cache
def source_digest() -> str:
    """Return one hash over the source of all that has a say in what a page looks like and in what is told of it."""
    package = Path(playbook.__file__).parent
    rooms = [path for room in RENDERING_ROOMS for path in (package / room).rglob("*.py")]
    sources = [*rooms, *(package / name for name in RENDERING_FILES)]
    return digest_of({path.relative_to(package).as_posix(): path.read_bytes() for path in sources})
