"""The schema of files as they are written: what authors may write it takes, what is wrong it refuses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from playbook.formats.schema import Describer, Form
from playbook.model.agreement import Agreement
from playbook.model.content import Asset
from playbook.model.kinds import AGREEMENT, KINDS
from playbook.model.plays import Play
from playbook.model.settings import Settings
from playbook.model.shapes import Group, Many, Shape, Table, shape_of

ROOT = Path(__file__).parents[2]


def schema_of(of: type, form: Form = "written") -> dict[str, Any]:
    """Return the whole schema of an entry."""
    describer = Describer(form)
    return {**describer.of_class(of), "$defs": describer.definitions}


@cache
def written(of: type) -> Draft202012Validator:
    """Return what checks an entry as it is written."""
    schema = schema_of(of)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_the_sample_is_written_as_the_schema_says(as_editors_read: Callable[[str], Any]) -> None:
    """Every file of the sample keeps to it, as an editor's YAML reads it."""
    files = [(known.of, file) for known in KINDS.values() for file in sorted((ROOT / known.folder).rglob("*.yaml"))]
    files += [(AGREEMENT.of, ROOT / "content_library/agreement.yaml"), (Settings, ROOT / "enablement.yaml")]
    assert len(files) > 90
    found = [
        f"{file.stem}: {error.message}"
        for of, file in files
        for error in written(of).iter_errors(as_editors_read(file.read_text(encoding="utf-8")))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("of", "data"),
    [
        (Asset, {"title": "A", "type": "deck", "links": "https://example.com"}),
        (Asset, {"title": 2027, "type": "deck", "links": {"public": {"url": "https://example.com", "label": "Here"}}, "uses": None}),
        (
            Asset,
            {"title": "A", "type": "deck", "uses": {"when": "They ask", "send": "Hello", "follow_up": {"do": "Call", "after": "2 days"}}},
        ),
        (Play, {"title": "P", "steps": ["Call", {"do": "Write", "day": 3, "assets": "deck"}], "next": {"if_silent": "Wait"}}),
        (Agreement, {"shares": {"marketing": "60%", "sales": 0.4}}),
    ],
)
def test_short_forms_are_fine(of: type, data: Any) -> None:
    """A text stands for a group, one value for a list, a number for a title."""
    assert [error.message for error in written(of).iter_errors(data)] == []


@pytest.mark.parametrize(
    ("of", "data"),
    [
        (Asset, {"title": "A"}),
        (Asset, {"title": "A", "type": "deck", "sumary": "misspelt"}),
        (Asset, {"title": "A", "type": "deck", "status": "live"}),
        (Asset, {"title": ["A", "B"], "type": "deck"}),
        (Play, {"title": "P", "steps": [{"day": 3}]}),
        (Play, {"title": "P", "next": "Wait"}),
    ],
)
def test_a_planted_mistake_is_found(of: type, data: Any) -> None:
    """A missing or misspelt field, a word that is none of its list, a list for a text: each is refused."""
    assert list(written(of).iter_errors(data))


def test_published_knows_no_short_forms() -> None:
    """What is published is always whole: programs need not know what authors may leave out."""
    published = Draft202012Validator(schema_of(Asset, "published"))
    assert list(published.iter_errors({"title": "A", "links": "https://example.com"}))
    assert not list(published.iter_errors({"title": "A", "links": {"public": [{"url": "https://example.com"}]}}))


def test_no_two_groups_share_a_name() -> None:
    """Definitions are told apart by the names of the classes."""
    seen: set[type] = set()
    for known in (*KINDS.values(), AGREEMENT):
        _gather(shape_of(known.of), seen)
    _gather(shape_of(Settings), seen)
    assert [name for name, count in Counter(each.__name__ for each in seen).items() if count > 1] == []


def _gather(shape: Shape, seen: set[type]) -> None:
    if isinstance(shape, Many | Table):
        _gather(shape.item, seen)
    elif isinstance(shape, Group) and shape.of not in seen:
        seen.add(shape.of)
        for known in shape.fields.values():
            _gather(known.shape, seen)
