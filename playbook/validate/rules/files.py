"""Files of the library that fields name: there, of a listed type, and not too large."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from playbook.library import Library
from playbook.model.documents import LibraryFile
from playbook.model.entries import Entry
from playbook.model.kinds import FILES_FOLDER, FONTS, LARGEST_FILE, PICTURES
from playbook.model.settings import Settings
from playbook.model.walk import Value
from playbook.problems import Problem
from playbook.validate.near import nearest
from playbook.validate.rules.finding import finding

PICTURE_FIELDS = {"portrait", "logo"}
FONT_FIELDS = ("brand", "fonts")


def files(library: Library, thing: Entry | Settings, value: Value) -> Iterator[Problem]:
    """A field names a file that is not here, is too large, or is no picture where a picture is wanted."""
    name = str(value.value)
    known = library.files.get(name)
    if known is None:
        yield finding(
            thing,
            "PB216",
            value.path,
            part=name,
            why=f'There is no file "{name}" in {FILES_FOLDER}/.',
            suggestion=nearest(name, library.files),
            remedy="Put it there, or write the name of one that is there; capital letters count.",
        )
    elif fault := _fault(known, value.path):
        why, remedy = fault
        yield finding(thing, "PB217", value.path, part=name, why=why, remedy=remedy)


def _fault(known: LibraryFile, path: tuple[str | int, ...]) -> tuple[str, str] | None:
    """Return why a file cannot be published in this field, and what to do."""
    if known.size > LARGEST_FILE:
        return f'"{known.name}" has {known.size / 1024 / 1024:.0f} MB.', "Make it smaller than 20 MB, or link to it."
    suffix = PurePosixPath(known.name).suffix.lower()
    if path[:2] == FONT_FIELDS and suffix not in FONTS:
        return f'"{known.name}" is not a font.', "Name a TTF, OTF or WOFF2 file."
    if path[-1] in PICTURE_FIELDS and suffix not in PICTURES:
        return f'"{known.name}" is not a picture.', "Name a PNG, JPEG, WebP, GIF or SVG file."
    return None
