"""library.json: what it holds, what its schema says, and that nothing is lost on the way out and back."""

from __future__ import annotations

import json
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).parent))

from conftest import TODAY, catalogued

from playbook.formats import data_files, read_published
from playbook.formats.plain import from_plain, to_plain
from playbook.library import Library, assemble, version, visible
from playbook.model.content import Asset, Links, Use
from playbook.model.entries import FollowUp, Send, WebLink
from playbook.model.journey import Signal, Stage
from playbook.model.knowledge import Claim
from playbook.model.people import Persona
from playbook.model.plays import Play, Step
from playbook.model.settings import Settings
from playbook.model.shapes import Audience
from playbook.model.values import DayValue, Span, StepDayValue
from playbook.problems import UsageError
from playbook.select import catalogue, leaks, pages

EDITIONS = ("rep", "partner", "buyer")
OLD = '{"format": 1, "edition": "rep", "day": "2026-11-22", "project": {}, "entries": {"play": [%s]}}'


def told(library: Library, edition: str = "rep") -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the library.json of an edition and its schema."""
    files = data_files(catalogued(library, edition))
    return json.loads(files["library.json"]), json.loads(files["library.schema.json"])


def faults(data: Any, schema: Any) -> list[str]:
    """Return where the data do not keep to the schema."""
    return [error.json_path for error in Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).iter_errors(data)]


@pytest.mark.parametrize("edition", EDITIONS)
def test_it_keeps_to_its_schema(library: Library, edition: str) -> None:
    """Of the sample, of one entry and of the real case, in each edition, library.json is what its schema says."""
    data, schema = told(library, edition)
    Draft202012Validator.check_schema(schema)
    assert faults(data, schema) == []


@pytest.fixture(scope="module")
def files(sample: Library) -> tuple[bytes, bytes]:
    """Return the library.json of the sample and its schema as bytes: each test reads its own."""
    made = data_files(catalogued(sample))
    return made["library.json"], made["library.schema.json"]


@pytest.mark.parametrize(
    ("way", "planted", "where"),
    [
        (("surprise",), 1, "$"),
        (("entries", "play", 0, "version"), "new", "$.entries.play[0].version"),
        (("entries", "play", 0, "fields", "minutes"), "15", "$.entries.play[0].fields.minutes"),
        (("entries", "asset", 0, "fields", "uses"), {"when": ["x"]}, "$.entries.asset[0].fields.uses"),
        (("entries", "asset", 0, "fields", "uses", 0, "whenn"), ["x"], "$.entries.asset[0].fields.uses[0]"),
        (("entries", "asset", 0, "fields", "status"), "live", "$.entries.asset[0].fields.status"),
        (("entries", "claim", 0, "fields", "checked", "first"), "yesterday", "$.entries.claim[0].fields.checked.first"),
    ],
)
def test_a_planted_offender_is_found(files: tuple[bytes, bytes], way: tuple[str | int, ...], planted: Any, where: str) -> None:
    """The schema refuses what a library.json never holds, and says where."""
    data, schema = map(json.loads, files)
    at: Any = data
    for step in way[:-1]:
        at = at[step]
    at[way[-1]] = planted
    assert faults(data, schema) == [where]


@pytest.mark.parametrize("edition", EDITIONS)
def test_nothing_is_lost_on_the_way_out_and_back(library: Library, edition: str, tmp_path: Path) -> None:
    """What is read from a library.json is the edition that was published: the same entries with the same versions."""
    (tmp_path / "library.json").write_bytes(data_files(catalogued(library, edition))["library.json"])
    back = read_published(tmp_path)
    shown = visible(library, edition)
    assert (back.edition, back.day) == (edition, TODAY.isoformat())
    for entry in shown.all():
        kind = next(name for name, entries in shown.entries.items() if entries.get(entry.id) is entry)
        same = back.library.get(kind, entry.id)
        assert same == replace(entry, file=entry.file if edition == "rep" else "")
        assert version(back.library, same) == version(shown, entry)
    assert back.library.agreement == shown.agreement
    assert back.library.settings.messages == shown.settings.messages


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_page_that_it_names_is_there(library: Library, edition: str) -> None:
    """Each address leads to a page of that edition, and each entry that has a page says so; PDFs likewise."""
    planned = pages(library, edition=edition, today=TODAY, pdf=True)
    data = json.loads(data_files(catalogue(library, planned, edition=edition, today=TODAY))["library.json"])
    made = {page.path for page in planned}
    entries = [entry for found in data["entries"].values() for entry in found]
    named = {entry["page"].partition("#")[0] for entry in entries if "page" in entry}
    referred = {each["page"].partition("#")[0] for entry in entries for each in entry["references"] if "page" in each}
    assert named | referred <= made
    assert {entry["pdf"] for entry in entries if "pdf" in entry} <= made
    own = {path for path in made if path.endswith(".html") and path.partition("/")[2] not in {"", "index.html"}}
    assert own <= named


def test_it_is_the_same_whatever_the_order_of_the_files(sample: Library) -> None:
    """The same entries in another order give the same bytes."""
    turned = assemble(sample.settings, reversed(list(sample.all())), sample.agreement, sample.files.values())
    assert data_files(catalogued(turned)) == data_files(catalogued(sample))


def mixed() -> Library:
    """Return a library in which each edition sees something else."""
    secret = Use(key="win-room", id="win-room", when=("The margin is thin",), benefit="Counts nights", say="Hush", personas=("hr",))
    return assemble(
        Settings(
            name="Mixed",
            segments={"whales": "Whales to squeeze", "small": "Small"},
            do_not_contact=("Acme",),
            links_base="http://wiki.test",
        ),
        [
            Asset(id="open", title="Open", type="deck", audience="external", uses=(secret,), owner="Ida", notes="zanzibar"),
            Asset(id="closed", title="Closed", type="deck"),
            Asset(id="waiting", title="Waiting", type="deck", status="draft", audience="external"),
            Persona(id="hr", name="HR director", audience="partner", pains=("Nights",)),
            Play(id="p", title="Run it", audience="partner", steps=(Step(key="squeeze", id="squeeze", do="Call"),), segments=("small",)),
        ],
    )


@pytest.mark.parametrize(
    ("edition", "there", "absent"),
    [
        ("rep", ["Closed", "margin is thin", "Ida", "win-room", "Whales", "squeeze"], ["zanzibar", "Waiting", "Acme", "wiki.test"]),
        (
            "partner",
            ["Open", "Nights", "Run it", '"Small"'],
            ["Closed", "margin", "Ida", "win-room", "squeeze", "zanzibar", "Waiting", "Whales", "Hush"],
        ),
        (
            "buyer",
            ["Open", "Counts nights"],
            ["Closed", "margin", "Ida", "HR director", "Run it", "win-room", "zanzibar", "Waiting", "Small"],
        ),
    ],
)
def test_each_edition_holds_only_what_it_may(edition: str, there: list[str], absent: list[str]) -> None:
    """In no data file of an edition stands a word that its readers may not see."""
    files = data_files(catalogued(mixed(), edition))
    whole = "\n".join(content.decode() for content in files.values())
    assert [word for word in there if word not in whole] == []
    assert [word for word in absent if word in whole] == []


def test_the_schema_of_buyers_names_no_field_of_ours() -> None:
    """What an edition cannot hold is not in its schema either."""
    schema = json.loads(data_files(catalogued(mixed(), "buyer"))["library.schema.json"])
    assert "benefit" in schema["$defs"]["Use"]["properties"]
    assert {"when", "say", "send"}.isdisjoint(schema["$defs"]["Use"]["properties"])
    assert "Step" not in schema["$defs"]


def test_an_internal_word_in_the_data_alone_is_a_leak() -> None:
    """What no page shows and library.json holds is looked at too; the words of our own lists are nobody's secret."""
    library = assemble(Settings(name="T", roles={"x": "Confidential"}), [Persona(id="p", name="P", audience="external")])
    assert leaks([], (), library) == {"library.json": "Confidential"}
    assert leaks([], ("external",), mixed()) == {}


@pytest.mark.parametrize(
    ("content", "sign"),
    [
        (None, "There is no library.json in"),
        ("no json", "is not a library.json that a build has written"),
        ("[]", "is not a library.json that a build has written"),
        ("[" * 100_000, "is not a library.json that a build has written"),
        ('{"format": 99}', "has the format 99, and this program reads 1"),
        (OLD % '{"id": "a", "fields": {"steps": 1}}', "is not a library.json"),
    ],
)
def test_what_is_no_library_json_is_told(tmp_path: Path, content: str | None, sign: str) -> None:
    """A missing, foreign or broken file stops with a sentence and a remedy."""
    if content is not None:
        (tmp_path / "library.json").write_text(content)
    with pytest.raises(UsageError, match=sign) as stop:
        read_published(tmp_path)
    assert stop.value.remedy


def test_fields_and_kinds_of_other_versions_are_passed_over(tmp_path: Path, sample: Library) -> None:
    """A library.json of a program that knew more, or less, is still read."""
    data, _ = told(sample)
    newer = deepcopy(data)
    newer["entries"]["story"] = [{"id": "x", "fields": {}}]
    newer["entries"]["play"][0]["fields"]["mood"] = "good"
    del newer["entries"]["request"]
    (tmp_path / "library.json").write_text(json.dumps(newer))
    assert read_published(tmp_path / "library.json").library.get("play", data["entries"]["play"][0]["id"])


texts = st.text(max_size=20).filter(bool)
spans = st.builds(
    Span, texts, st.floats(0, 99), st.floats(0, 99), st.sampled_from(["minute", "hour", "day", "week", "month", "year"]), st.booleans()
)
days = st.builds(DayValue, texts, st.none() | st.dates(), st.none() | st.dates())
free = st.dictionaries(
    texts, st.recursive(texts, lambda inner: st.lists(inner, min_size=1).map(tuple) | st.dictionaries(texts, inner, min_size=1))
)
things = st.one_of(
    st.builds(FollowUp, after=st.none() | spans, do=texts),
    st.builds(Step, key=texts, day=st.none() | st.builds(StepDayValue, texts, st.integers(-99, 99), st.booleans()), do=texts),
    st.builds(Claim, id=st.just(""), file=st.just(""), text=texts, checked=st.none() | days, extra=free, status=st.just("")),
    st.builds(
        Stage,
        id=st.just(""),
        file=st.just(""),
        order=st.none() | st.integers(0, 9),
        probability=st.none() | st.floats(0, 1),
        status=st.just(""),
    ),
    st.builds(Signal, id=st.just(""), file=st.just(""), enough_alone=st.none() | st.booleans(), status=st.just("")),
    st.builds(Links, public=st.lists(st.builds(WebLink, texts, texts), max_size=2).map(tuple)),
    st.builds(Send, texts, texts, texts),
    st.builds(Settings, name=texts, roles=st.dictionaries(texts, texts)),
)


@given(things)
def test_any_value_survives_the_way_out_and_back(thing: Any) -> None:
    """Spans, days, figures, groups and the team's own fields come back as they went."""
    from msgspec import json

    assert from_plain(type(thing), json.decode(json.encode(to_plain(thing, Audience.AUTHORS)))) == thing
