"""The schemas that editors get: whatever the program reads they take, in any way of reading YAML; slips and unknown ids they mark."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from playbook.formats import editor_schemas, schema_patterns
from playbook.formats.alike import alike
from playbook.library import Library, assemble
from playbook.load import read
from playbook.model.content import Asset
from playbook.model.documents import Document
from playbook.model.people import Persona
from playbook.model.settings import Settings
from playbook.pipeline import check

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
OF_FIELDS = {f"PB{number}" for number in (*range(101, 130), *range(201, 224))}
Read = Callable[[str], Any]


def validators(library: Library) -> dict[str, Draft202012Validator]:
    """Return what checks a file of each sort as an editor does, by the kind of document."""
    found = {}
    for name, content in editor_schemas(library).items():
        schema = json.loads(content)
        kind = name.partition(".")[0]
        found["settings" if kind == "enablement" else kind] = Draft202012Validator(schema)
    return found


def refused(root: Path, library: Library, documents: list[Document], as_editors_read: Read) -> Iterator[str]:
    """Yield what the schemas have against files, as this program reads them and as editors do."""
    by_kind = validators(library)
    for document in documents:
        if document.kind in by_kind:
            text = (root / document.file).read_text(encoding="utf-8")
            for data in (document.data, as_editors_read(text)):
                yield from (f"{document.file}: {error.json_path}: {error.message}" for error in by_kind[document.kind].iter_errors(data))


def test_every_file_of_the_sample_is_taken(sample: Library, as_editors_read: Read) -> None:
    """With the sample's own ids to choose from, nothing in it is marked."""
    documents = [*read(ROOT).documents]
    assert len(documents) > 130
    assert [*refused(ROOT, sample, documents, as_editors_read)] == []


def test_the_real_case_is_taken_where_check_has_nothing_against_its_fields(cases: Path, as_editors_read: Read) -> None:
    """Files of a real company in which no field is wrong are not marked, and those with a slip are."""
    root = cases / "sourcegraph"
    checked = check(root, today=TODAY)
    wrong = {found.file for found in checked.problems if found.code in OF_FIELDS}
    documents = [*read(root).documents]
    assert [*refused(root, checked.library, [each for each in documents if each.file not in wrong], as_editors_read)] == []
    slips = {found.file for found in checked.problems if found.code in {"PB202", "PB203", "PB204", "PB205"}}
    for document in documents:
        if document.file in slips:
            assert [*refused(root, checked.library, [document], as_editors_read)]


@pytest.fixture(scope="module")
def small() -> Library:
    """Return a library with a persona whose id is a number to YAML, and a list of industries."""
    settings = Settings(name="Small", industries={"food": "Food"}, asset_types={"deck": "Deck"})
    return assemble(settings, [Persona(id="2027", name="The class of 2027"), Asset(id="a", title="A", type="deck")])


@pytest.fixture(scope="module")
def marked(small: Library) -> Draft202012Validator:
    """Return what checks an asset of the small library; it is a schema by the rules."""
    found = validators(small)["asset"]
    Draft202012Validator.check_schema(found.schema)
    return found


def _asset(**more: Any) -> dict[str, Any]:
    return {"title": "A", "type": "deck", **more}


@pytest.mark.parametrize(
    "data",
    [
        _asset(uses={"when": "Now", "personas": 2027}),
        _asset(uses={"when": "Now", "personas": ["2027", None]}),
        _asset(uses={"when": "Now", "follow_up": {"Who decides": "you or she?"}}),
        _asset(uses={"when": {"first_name": None}, "industries": "food"}),
        _asset(reviewed="2026-11", review_every="6 months", title=12.5, summary=None, extra={"any": [{"thing": 1}]}),
        _asset(segments="whatever"),
    ],
)
def test_what_the_reader_takes_is_taken(marked: Draft202012Validator, data: dict[str, Any]) -> None:
    """Numbers for ids, sentences with a colon, placeholders, a list that the team has not: each is fine."""
    assert [error.message for error in marked.iter_errors(data)] == []


@pytest.mark.parametrize(
    "data",
    [
        {"type": "deck"},
        _asset(titel="A"),
        _asset(status="live"),
        _asset(replaced_by="b"),
        _asset(uses={"when": "Now", "personas": ["plant-manager"]}),
        _asset(uses={"when": "Now", "industries": ["steel"]}),
        _asset(type="dekc"),
        _asset(uses=[{"wehn": "They ask"}]),
    ],
)
def test_slips_and_unknown_ids_are_marked(marked: Draft202012Validator, data: dict[str, Any]) -> None:
    """A missing or misspelt field, a word that is none of its list, an id that nothing has: each is refused."""
    assert list(marked.iter_errors(data))


def test_ids_and_fields_say_what_they_are(small: Library) -> None:
    """Each id carries the title of its entry, each field its sentence, in plain words and as Markdown."""
    schema = json.loads(editor_schemas(small)["asset.schema.json"])
    ids = schema["$defs"]["reference-persona"]
    assert ids["enum"] == ["2027", 2027, None]
    assert ids["enumDescriptions"] == ids["markdownEnumDescriptions"] == ["The class of 2027", "The class of 2027", "Nothing yet."]
    title = schema["$defs"]["Asset"]["properties"]["title"]
    assert title["markdownDescription"].startswith("**Title**\n\n")
    assert title["description"] in title["markdownDescription"]


def test_every_kind_of_file_has_a_schema(small: Library) -> None:
    """Each schema is for some files, and each of these patterns has its schema."""
    assert schema_patterns().keys() == editor_schemas(small).keys()
    assert schema_patterns()["persona.schema.json"] == ("personas/**/*.yaml", "personas/**/*.yml")


@pytest.mark.parametrize(
    ("text", "values"),
    [("a", ("a",)), ("2027", ("2027", 2027)), ("1e3", ("1e3", 1000.0)), ("true", ("true", True)), ("1-2", ("1-2",)), ("1e999", ("1e999",))],
)
def test_a_text_is_known_in_every_reading(text: str, values: tuple[Any, ...]) -> None:
    """What YAML would read as a number or as yes and no is known as both."""
    assert alike(text) == values
