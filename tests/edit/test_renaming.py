"""A new id leaves a library that says the same as before."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from playbook.edit import rename, review, sign, write
from playbook.edit.renaming import Renamed
from playbook.library import Library, agreed_hash, signature_state
from playbook.model.kinds import KINDS
from playbook.pipeline import check
from playbook.problems import PlaybookError, UsageError

DAY = date(2026, 11, 22)
QUICK = ("persona", "signal")


def library(root: Path) -> Library:
    """Return the library as it is on the disk."""
    return check(root, today=DAY).library


def renamed(root: Path, kind: str, old: str, new: str) -> Renamed:
    """Rename an entry."""
    found = rename(root, kind, old, new, today=DAY)
    write(root, found.changes)
    return found


def words(root: Path) -> dict[str, str]:
    """Return every file of the library with what it says."""
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*.yaml") if ".github" not in path.parts}


@pytest.mark.parametrize("kind", [kind if kind in QUICK else pytest.param(kind, marks=pytest.mark.prove) for kind in KINDS])
def test_every_kind_can_be_renamed_and_back(sample: Path, kind: str) -> None:
    """The entry that is named most: no problem is new, every reference leads to the new id, and back again no byte has changed."""
    before, now = words(sample), library(sample)
    old = max(now.entries[kind], key=lambda id_: len(now.used_by(kind, id_)))
    renamed(sample, kind, old, "brand-new")
    checked = check(sample, today=DAY)
    assert checked.problems == ()
    assert len(checked.library.used_by(kind, "brand-new")) == len(now.used_by(kind, old))
    assert checked.library.get(kind, old) is None
    renamed(sample, kind, "brand-new", old)
    assert words(sample) == before


def test_links_in_texts_and_what_only_mentions_it(sample: Path) -> None:
    """A link in a text follows; the bare word, longer ids and remarks stay, and are told."""
    asset = sample / "content_library/assets/cost-of-vacancy.yaml"
    text = asset.read_text("utf-8") + (
        "notes: |\n  See [it](persona:plant-manager), persona:plant-manager. But mypersona:plant-manager and persona:plant-manager-2\n"
        "  and the plant-manager stay.\n# plant-manager too\n"
    )
    asset.write_text(text, "utf-8")
    found = renamed(sample, "persona", "plant-manager", "works-manager")
    now = asset.read_text("utf-8")
    assert "See [it](persona:works-manager), persona:works-manager. But mypersona:plant-manager and persona:plant-manager-2\n" in now
    left = [line for place, line in found.left.items() if place.startswith("content_library/assets/cost-of-vacancy.yaml:")]
    assert left == [line.strip() for line in now.splitlines()[-3:]]
    assert f"content_library/assets/cost-of-vacancy.yaml:{len(now.splitlines())}" in found.left


def test_reviews_and_signatures_that_hold_go_on_holding(sample: Path) -> None:
    """What was verified stays so, what was not stays that; keys in the file of reviews follow."""
    write(sample, review(sample, library(sample), "asset", ("cost-of-vacancy", "rate-breakdown"), on=DAY))
    write(sample, [sign(sample, library(sample), "Ann", on=DAY)])
    persona = sample / "personas/finance-director.yaml"
    persona.write_text(persona.read_text("utf-8").replace("summary: >-", "summary: >-\n  Busy."), "utf-8")
    stale = {"asset/cost-of-vacancy": ("persona/finance-director",), "asset/rate-breakdown": ("persona/finance-director",)}
    assert library(sample).changed == stale
    signal = next(clock.signal for clock in library(sample).agreement.clocks if clock.signal)
    for kind, old in (("claim", "vacancy-daily-cost"), ("persona", "plant-manager"), ("signal", signal), ("asset", "rate-breakdown")):
        renamed(sample, kind, old, "brand-new")
    now = library(sample)
    assert now.changed == {"asset/cost-of-vacancy": ("persona/finance-director",), "asset/brand-new": ("persona/finance-director",)}
    states = {each.name: signature_state(each, agreed_hash(now.agreement)) for each in now.agreement.signed}
    assert states["Ann"] == "unchanged"
    assert states["Matteo Brandis (invented)"] == "changed"


def test_what_cannot_be_changed_stops_everything(sample: Path) -> None:
    """An id over two lines, and a file that needs a repair: nothing is written, and the file is named."""
    play = sample / "content_library/plays/not-now.yaml"
    before = play.read_text("utf-8")
    for text, said in (
        (before + 'competitors: "\n  hoproster"\n', "names hoproster under competitors"),
        (before + "competitors: [hoproster]\nnotes: 'open\n", "cannot be read"),
    ):
        play.write_text(text, "utf-8")
        was = words(sample)
        with pytest.raises(PlaybookError, match=re.escape(said)) as stopped:
            renamed(sample, "competitor", "hoproster", "hop-roster")
        assert "not-now.yaml" in stopped.value.what
        assert words(sample) == was


@pytest.mark.parametrize(("old", "new"), [("renewal", "not-now"), ("renewal", "Not Now"), ("renewl", "x"), ("renewal", "index")])
def test_a_wrong_id_is_refused(sample: Path, old: str, new: str) -> None:
    """Taken, no id, not there, or the name of a page that there is."""
    with pytest.raises(UsageError):
        rename(sample, "play", old, new, today=DAY)
