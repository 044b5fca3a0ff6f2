"""What cannot be seen or read by everybody: pictures without words, and an accent that is too light for text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from playbook.library import Library
from playbook.model.colours import ENOUGH, on_light, palette
from playbook.model.entries import Entry
from playbook.model.settings import Settings
from playbook.model.shapes import Audience
from playbook.model.walk import Value
from playbook.problems import Problem
from playbook.text import links
from playbook.validate.rules.finding import finding


def pictures_without_words(library: Library, thing: Entry | Settings, value: Value) -> Iterator[Problem]:  # noqa: ARG001 - every rule is asked alike
    """A picture in a text has no words for those who cannot see it."""
    if value.audience is Audience.AUTHORS or "![" not in value.value:
        return
    for picture in links(value.value):
        if picture.is_image and not picture.label.strip():
            yield finding(
                thing,
                "PB339",
                value.path,
                part=picture.target,
                why=f'The picture "{picture.target}" has no words for readers who cannot see it.',
                remedy=f"Say between the brackets what it shows: ![The figures of last winter]({picture.target}).",
            )


def pale_accent(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """The accent colour cannot be read as text on a light ground, so the theme takes a darker shade for it."""
    accent = library.settings.brand.accent if library.settings.brand else ""
    if accent and (found := on_light(accent)) < ENOUGH:
        yield finding(
            library.settings,
            "PB340",
            ("brand", "accent"),
            part=accent,
            why=f"On light ground {accent} has a contrast of {found:.1f}, text needs {ENOUGH}: there it is shown as {palette(accent).ink}.",
            remedy="Leave it if that is fine, since areas keep your colour; or name a darker one.",
        )
