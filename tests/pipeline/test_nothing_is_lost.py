"""What somebody has written is read by somebody: every sentence of a library stands on a page of its site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from e2e_libraries import Seen, copied_sample, html
from e2e_walk import pages

# Signs of Markdown and HTML, the numbers of a list and merge fields: what stands between them is words.
BETWEEN = re.compile(r"\]\([^)]*\)|</?[a-z][^>]*>|<https?:[^>]*>|\n\s*\d+\.\s|^\s*\d+\.\s|\n|[\[\]{}!]")


def sentences(value: Any, field: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield every piece of three words or more in a file, with its field; notes are for authors and left out."""
    if isinstance(value, dict):
        for name, item in value.items():
            if name != "notes":
                yield from sentences(item, (*field, name))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from sentences(item, (*field, number))
    elif isinstance(value, str):
        yield from ((field, piece) for piece in BETWEEN.split(value) if len(piece.split()) > 2)


def letters(text: str) -> str:
    """Return letters and figures only: what signs stand between words is for other tests."""
    return "".join(sign for sign in text if sign.isalnum())


def lost(root: Path, site: Path) -> tuple[list[str], int]:
    """Return each piece of the files that stands on no page, and how many were looked for; drafts are for authors."""
    there = " ".join(letters(page.text) for page in pages(site).values())
    gone, count = [], 0
    for file in sorted(root.rglob("*.yaml")):
        data = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
        if data.get("status") == "draft":
            continue
        for field, piece in sentences(data):
            count += 1
            if letters(piece) not in there:
                gone.append(f"{file.stem} {field}: {piece}")
    return gone, count


@pytest.mark.parametrize(("name", "least"), [("sample", 2000), ("case", 1000)])
def test_every_sentence_is_on_a_page(request: pytest.FixtureRequest, name: str, least: int) -> None:
    """Of the sample and of the real case no sentence is lost between its file and the pages."""
    seen: Seen = request.getfixturevalue(name)
    gone, count = lost(seen.root, seen.site)
    assert gone == []
    assert count > least


def test_a_sentence_that_is_lost_is_found(tmp_path: Path, sample: Seen) -> None:
    """One sentence more in a file than on the pages is noticed."""
    root = copied_sample(tmp_path / "library")
    file = root / "content_library/terms/client.yaml"
    file.write_text(file.read_text() + "extra: {remark: These words are new}\n")
    assert lost(root, sample.site)[0] == ["client ('extra', 'remark'): These words are new"]


def test_notes_are_for_authors(tmp_path: Path) -> None:
    """What stands under notes, in an entry or in one of its steps, is in no file of the site; the same words under extra are."""
    root = copied_sample(tmp_path / "library")
    for file in (root / "content_library").rglob("*.yaml"):
        file.write_text(re.sub(r"^  - (do|when|day|id|title):", r"  - notes: zanzibar\n    \1:", file.read_text(), flags=re.MULTILINE))
    file = root / "content_library/terms/client.yaml"
    file.write_text(file.read_text() + "notes: zanzibar\nextra: {remark: ouagadougou}\n")
    assert "zanzibar" in (root / "content_library/plays/gone-quiet.yaml").read_text()
    html(root, tmp_path / "site")
    everything = b"".join(path.read_bytes() for path in (tmp_path / "site").rglob("*") if path.is_file()).lower()
    assert b"ouagadougou" in everything
    assert b"zanzibar" not in everything
