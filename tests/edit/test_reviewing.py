"""A review holds until what it saw changes, and is written without touching anything else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from playbook.edit import review, write
from playbook.library import Library
from playbook.model.kinds import KINDS, REVIEWS_FILE
from playbook.pipeline import check
from playbook.problems import PlaybookError, UsageError

DAY = date(2026, 11, 22)
ASSET = "content_library/assets/cost-of-vacancy.yaml"


def library(root: Path) -> Library:
    """Return the library as it is on the disk."""
    return check(root, today=DAY).library


def reviewed(root: Path, kind: str, *ids: str, by: str = "") -> None:
    """Write down a review."""
    write(root, review(root, library(root), kind, ids, on=DAY, by=by))


def unverified(root: Path) -> dict[str, tuple[str, ...]]:
    """Return what was changed since it was reviewed."""
    return dict(library(root).changed)


def test_a_review_holds_until_what_it_saw_changes(sample: Path) -> None:
    """Its own words, a claim or a persona: each takes the verification away; a new review gives it back."""
    reviewed(sample, "asset", "cost-of-vacancy")
    assert not unverified(sample)
    for file, old, new in (
        (ASSET, "title: ", "title: The "),
        ("content_library/claims/vacancy-daily-cost.yaml", "text: ", "text: About "),
        ("personas/plant-manager.yaml", "summary: >-", "summary: >-\n  Busy."),
    ):
        path = sample / file
        path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
        kind = {"content_library": Path(file).parent.name.rstrip("s"), "personas": "persona"}[file.split("/")[0]]
        assert unverified(sample) == {"asset/cost-of-vacancy": (f"{kind}/{path.stem}",)}
        assert any(
            found.code == "PB327" and "playbook review asset cost-of-vacancy" in found.remedy for found in check(sample, today=DAY).problems
        )
        reviewed(sample, "asset", "cost-of-vacancy")
        assert not unverified(sample)


@pytest.mark.prove
def test_every_entry_of_the_sample_can_be_reviewed(sample: Path) -> None:
    """The day and the name are set, nothing else is read otherwise, each file keeps all its other lines, and no problem is new."""
    before = library(sample)
    texts = {entry.file: (sample / entry.file).read_text("utf-8").splitlines() for entry in before.all()}
    for kind in KINDS:
        write(sample, review(sample, before, kind, tuple(before.entries[kind]), on=DAY, by="Anna: Berg"))
    for entry in library(sample).all():
        assert (str(entry.reviewed), entry.approved_by) == ("2026-11-22", "Anna: Berg")
        kept = [line for line in texts[entry.file] if not line.startswith(("reviewed:", "approved_by:"))]
        now = (sample / entry.file).read_text("utf-8").splitlines()
        assert [line for line in now if not line.startswith(("reviewed:", "approved_by:"))] == kept
    assert check(sample, today=DAY).problems == ()
    keys = [line for line in (sample / REVIEWS_FILE).read_text("utf-8").splitlines() if not line.startswith((" ", "#"))]
    assert keys == sorted(f"{kind}/{id_}:" for kind in KINDS for id_ in before.entries[kind])


def test_line_ends_remarks_and_the_place_of_the_date_stay(sample: Path) -> None:
    """A file from Windows stays one, a remark behind the date stays, and remarks in the file of reviews stay, too."""
    path = sample / ASSET
    text = path.read_text("utf-8").replace("reviewed: 2026-09-15", "reviewed: '2026-09-15'  # by Anna")
    path.write_bytes(text.replace("\n", "\r\n").encode())
    (sample / REVIEWS_FILE).write_text("# ours\nplay/renewal:\n  play/renewal: 00000000 # old\n", "utf-8")
    reviewed(sample, "asset", "cost-of-vacancy")
    assert path.read_bytes() == text.replace("'2026-09-15'", "2026-11-22").replace("\n", "\r\n").encode()
    written = (sample / REVIEWS_FILE).read_text("utf-8")
    assert written.startswith("# ours\nasset/cost-of-vacancy:\n")
    assert written.endswith("play/renewal:\n  play/renewal: 00000000 # old\n")


@pytest.mark.parametrize(
    "content", ["{title: A}\n", "title: A\n uses: -\n  x\n\tb\n", "title: A\nreviewed:\n  - 2026-01-01\n  - 2026-01-02\n", "", "- a\n"]
)
def test_a_file_that_cannot_be_changed_safely_is_left_alone(sample: Path, content: str) -> None:
    """Braces, a broken line, a list for a day, no fields at all: nothing is written, and a sentence says why."""
    (sample / ASSET).write_text(content, "utf-8")
    with pytest.raises(PlaybookError, match="cost-of-vacancy"):
        reviewed(sample, "asset", "cost-of-vacancy")
    assert (sample / ASSET).read_text("utf-8") == content
    assert not (sample / REVIEWS_FILE).exists()


def test_a_broken_file_of_reviews_is_left_alone(sample: Path) -> None:
    """Nothing is written over what somebody has to repair first."""
    (sample / REVIEWS_FILE).write_text("play/renewal: 'x\n", "utf-8")
    with pytest.raises(PlaybookError, match=r"reviews\.yaml cannot be read"):
        reviewed(sample, "asset", "cost-of-vacancy")


def test_who_is_not_there_cannot_be_reviewed(sample: Path) -> None:
    """A wrong id is answered with the nearest right one, and none of several is written."""
    with pytest.raises(UsageError, match=r"Did you mean cost-of-vacancy\?"):
        reviewed(sample, "asset", "rate-breakdown", "cost-of-vacany")
