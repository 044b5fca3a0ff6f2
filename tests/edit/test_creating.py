"""A new entry of any kind can be filled in from its own remarks, and breaks nothing."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from playbook.edit import Change, asked, create, formatted, start, write
from playbook.edit.blank import blank
from playbook.edit.foreseen import new_problems
from playbook.library import Library
from playbook.model.first_fields import FIRST, FIRST_IN
from playbook.model.kinds import AGREEMENT, KINDS
from playbook.model.shapes import shape_of
from playbook.pipeline import check
from playbook.problems import Level, PlaybookError, UsageError

DAY = date(2026, 11, 22)
ALL = {**KINDS, "agreement": AGREEMENT}
OFF = re.compile(r"^( *)# ( *(?:- )?(?:[a-z][a-z_-]*:|-))$", re.M)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a folder with the four short files."""
    start(tmp_path / "small", small=True)
    return tmp_path / "small"


def library(root: Path) -> Library:
    """Return the library as it is on the disk."""
    return check(root, today=DAY).library


@pytest.mark.parametrize("kind", ALL)
def test_a_new_entry_is_a_draft_without_errors(small: Path, kind: str) -> None:
    """Of every kind: it lies in its folder, is a draft, and the library has no error that it had not."""
    id_ = "agreement" if kind == "agreement" else "my-own"
    write(small, create(small, library(small), kind, id_, {}, today=DAY))
    checked = check(small, today=DAY)
    assert [found for found in checked.problems if found.level is Level.ERROR] == []
    entry = checked.library.agreement if kind == "agreement" else checked.library.get(kind, id_)
    assert entry is not None
    assert entry.status == "draft"
    assert entry.file == f"{ALL[kind].folder}/{id_}.yaml"


@pytest.mark.parametrize("kind", ALL)
def test_a_new_entry_is_in_the_one_form(small: Path, kind: str) -> None:
    """What the program writes, `playbook fmt` has nothing to say about."""
    write(small, create(small, library(small), kind, "agreement" if kind == "agreement" else "my-own", {"title": "My own"}, today=DAY))
    own = formatted(small, lambda file: file.endswith(("/my-own.yaml", "/agreement.yaml")))
    assert [change.file for change in own.changes if change.before != change.after] == []
    assert own.left == {}


def test_every_field_can_be_turned_on(sample: Path) -> None:
    """Of every kind, each field of the model is there once, and taking the # away leaves names that are known, in lines that are read."""
    known = library(sample)
    changes = []
    for kind in ALL.values():
        text = blank(kind, known, dict.fromkeys(shape_of(kind.of).required(), "2026-11-22"))
        on = OFF.sub(r"\1\2", text)
        assert yaml.load(on, Loader=yaml.BaseLoader).keys() == shape_of(kind.of).fields.keys()
        file = "content_library/agreement.yaml" if kind is AGREEMENT else f"{kind.folder}/my-own.yaml"
        changes.append(Change(file, None, on.encode()))
    found = {(each.code, each.why) for each in new_problems(sample, changes, today=DAY)}
    assert [why for code, why in found if code.startswith("PB1") or code == "PB202"] == []


def test_what_is_named_first_is_in_the_model() -> None:
    """Eight fields of each kind and of the groups at its heart, what is required among them."""
    assert FIRST.keys() == ALL.keys()
    for kind, names in FIRST.items():
        fields = shape_of(ALL[kind].of).fields
        assert len(names) == 8
        assert {*names} <= {*fields}
        assert {*shape_of(ALL[kind].of).required()} <= {*names}
    for of, heart in ((shape_of(KINDS["asset"].of), "uses"), (shape_of(KINDS["play"].of), "steps")):
        group = of.fields[heart].shape.item
        assert {*FIRST_IN[group.of.__name__]} <= {*group.fields}


def test_a_field_tells_what_it_chooses_from(sample: Path) -> None:
    """Ids with their names, words with their labels; braces and brackets stand for nothing."""
    text = blank(KINDS["asset"], library(sample), {"title": "What: a sheet", "type": "guide"})
    assert "#   fill-rate             From January to September 2026 we filled" in text
    assert "    #   plant-manager           Plant manager\n" in text
    assert "#   calculator      Calculator\n" in text
    assert 'title: "What: a sheet"\n' in text
    assert "type: guide\n" in text
    assert [line for line in text.splitlines() if line.endswith(" ") or len(line) > 110] == []
    assert [line for line in text.splitlines() if "#" not in line and re.search(r"[][{}]", line)] == []


@pytest.mark.parametrize(
    ("kind", "id_", "said"),
    [
        ("asset", "cost-of-waiting", "There is an asset cost-of-waiting already: content_library/assets/cost-of-waiting.yaml"),
        ("asset", "My Sheet", "Try my-sheet."),
        ("asset", "../x", "Try x."),
        ("asset", "", "makes no id"),
        ("persona", "index", "list of all entries"),
        ("term", "con", "device on Windows"),
    ],
)
def test_an_id_that_is_taken_or_none_is_refused(small: Path, kind: str, id_: str, said: str) -> None:
    """With the file that has it, or with an id that would do."""
    with pytest.raises(UsageError, match=re.escape(said)):
        create(small, library(small), kind, id_, {}, today=DAY)


@pytest.mark.parametrize("id_", ["trial", "decision"])
def test_with_the_first_stage_file_the_others_get_theirs(small: Path, id_: str) -> None:
    """Stages that were only names stay what they were: their order, where they lead, which one is won."""
    before = library(small).journeys["buying"]
    write(small, create(small, library(small), "stage", id_, {}, today=DAY))
    after = {stage.id: stage for stage in library(small).journeys["buying"]}
    assert after.keys() == {stage.id for stage in before} | {id_}
    for stage in before:
        now = after[stage.id]
        assert (now.name, now.order, now.goes_to, now.outcome) == (stage.name, stage.order, stage.goes_to, stage.outcome)
    assert (after[id_].status == "draft") is (id_ == "trial")


def test_what_would_break_the_library_is_not_written(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The guard itself: an entry with a field that there is not is refused."""
    monkeypatch.setattr("playbook.edit.creating.blank", lambda *_: "nmae: A\nnmae: B\n")
    with pytest.raises(PlaybookError, match="With this term the library would have an error it has not now"):
        create(small, library(small), "term", "a", {}, today=DAY)


def test_what_is_asked_for_cannot_be_left_out() -> None:
    """An asset needs a title and a type; a stage gets its order by itself."""
    assert [field.name for field in asked("asset")] == ["title", "type"]
    assert [field.name for field in asked("stage")] == ["name"]
