"""The real case: what its EXPECTED.md lists by hand is what the rules find, no more and no less."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

from playbook.library import Library, assemble
from playbook.load import locate, read
from playbook.model.documents import Data, Loaded
from playbook.problems import FieldPath, Level, Problem
from playbook.validate import Bound, bind, inspect

TODAY = date(2026, 11, 22)
Row = tuple[str, str, str]


@pytest.fixture(scope="module")
def expected(cases: Path) -> str:
    """Return what was written down by hand about the case."""
    return (cases / "sourcegraph/EXPECTED.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def loaded(cases: Path) -> Loaded:
    """Return the case as it is written."""
    return read(cases / "sourcegraph")


@pytest.fixture(scope="module")
def bound(loaded: Loaded) -> Bound:
    """Return what the case says."""
    return bind(loaded.documents)


@pytest.fixture(scope="module")
def library(bound: Bound, loaded: Loaded) -> Library:
    """Return the case as a library."""
    return assemble(bound.settings, bound.entries, bound.agreement, loaded.files)


@pytest.fixture(scope="module")
def problems(bound: Bound, library: Library) -> tuple[Problem, ...]:
    """Return all that is wrong with the case."""
    return (*bound.problems, *inspect(library, TODAY))


def section(text: str, title: str) -> str:
    """Return what stands under one heading."""
    return re.split(r"(?m)^## ", text.split(f"## {title}\n", 1)[1], maxsplit=1)[0]


def table(text: str) -> list[Row]:
    """Return the rows of a table with three columns of code."""
    return [row for line in text.splitlines() if len(row := tuple(re.findall(r"`([^`]+)`", line))) == 3 and line.startswith("|")]  # type: ignore[misc]


def ids(text: str, start: str) -> set[str]:
    """Return the ids that a line of the list names after its start."""
    line = next(line for line in text.splitlines() if line.startswith(start))
    return set(re.findall(r"`([a-z0-9-]+)`", line.removeprefix(start).partition(". Plays")[0]))


def dotted(path: Iterable[str | int]) -> str:
    """Return a field path as EXPECTED.md writes it."""
    return re.sub(r"^\.", "", "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path))


def as_written(data: Data, path: FieldPath) -> Iterator[str | int]:
    """Yield the steps of a path that the file has: one value stands for a list of one, a text for its group."""
    for step in path:
        if isinstance(data, list if isinstance(step, int) else dict):
            data = data[step]  # type: ignore[index,call-overload]
            yield step


def rows(found: Iterable[Problem], loaded: Loaded) -> list[Row]:
    """Return problems as rows of EXPECTED.md: file, field, and the piece that is wrong."""
    data = {document.file: document.data for document in loaded.documents}
    return sorted((each.file, dotted(as_written(data[each.file], each.field)), each.part) for each in found)


def coded(problems: Iterable[Problem], code: str) -> list[Problem]:
    """Return the problems with a code."""
    return [each for each in problems if each.code == code]


def test_every_entry_is_built(bound: Bound, expected: str) -> None:
    """All entries are there, those with mistakes too."""
    count = re.search(r"\| \*\*all\*\* \| \*\*(\d+)\*\* \|", expected)
    assert count
    assert len(bound.entries) == int(count[1])
    assert bound.agreement is not None


def test_what_the_source_leaves_empty_is_one_problem_each(bound: Bound, expected: str) -> None:
    """Binding finds the missing `means`, and nothing else in the whole case."""
    missing = section(expected, "Required by the model, empty in the source")
    wanted = {f"signal:{each}" for each in ids(missing, "- signals:")} | {f"term:{each}" for each in ids(missing, "- terms:")}
    assert len(bound.problems) == len(wanted) == 6
    assert {each.entry for each in bound.problems} == wanted
    assert {(each.code, each.field) for each in bound.problems} == {("PB201", ("means",))}


def test_dangling_references_are_those_of_the_table_without_a_wrong_suggestion(
    problems: tuple[Problem, ...], loaded: Loaded, expected: str
) -> None:
    """Nine references dangle, and none of the ids is a misspelt one."""
    dangling = coded(problems, "PB203")
    wanted = table(section(expected, "References that dangle on purpose"))
    assert len(wanted) == 9
    assert rows(dangling, loaded) == sorted(wanted)
    assert {each.suggestion for each in dangling} == {""}


def test_the_link_that_is_a_path_is_a_warning_and_its_value_is_kept(
    problems: tuple[Problem, ...], library: Library, loaded: Loaded
) -> None:
    """An address that is a path is reported where it stands, and stays in the entry."""
    [found] = coded(problems, "PB214")
    assert found.level is Level.WARNING
    assert rows([found], loaded) == [("content_library/assets/product-feature-compatibility.yaml", "links.internal", found.part)]
    asset = library.get("asset", "product-feature-compatibility")
    assert found.part in str(asset)


def test_links_that_lead_nowhere_are_those_of_the_table(problems: tuple[Problem, ...], loaded: Loaded, expected: str) -> None:
    """Thirty links in texts lead nowhere, each a warning."""
    nowhere = coded(problems, "PB307")
    wanted = table(section(expected, "Links in texts that lead nowhere in this library"))
    assert len(wanted) == 30
    assert rows(nowhere, loaded) == sorted(wanted)
    assert {each.level for each in nowhere} == {Level.WARNING}


def test_links_that_lead_nowhere_point_to_their_line(cases: Path, problems: tuple[Problem, ...]) -> None:
    """The place of each such link is the line in which its target stands."""
    for found in locate(cases / "sourcegraph", coded(problems, "PB307")):
        assert found.place
        lines = (cases / "sourcegraph" / found.file).read_text(encoding="utf-8").splitlines()
        assert found.part in lines[found.place.line - 1]


def test_the_clock_for_a_stage_that_is_not_here_is_a_warning(problems: tuple[Problem, ...]) -> None:
    """The agreement's clock names no stage: a warning at its field."""
    [found] = coded(problems, "PB221")
    assert (found.level, found.file, found.field) == (Level.WARNING, "content_library/agreement.yaml", ("clocks", 0, "handoff"))


def test_when_and_how_are_missing_where_the_lists_say_so(problems: tuple[Problem, ...], library: Library, expected: str) -> None:
    """One problem for each asset without when or how, an error for the approved ones, and each says what is missing."""
    lists = section(expected, "No when, no how")
    found = {each.entry.removeprefix("asset:"): each for each in coded(problems, "PB301")}
    complete = ids(lists, "Of 77 assets, 2 have both in every use:")
    assert found.keys() == library.entries["asset"].keys() - complete
    assert len(found) == 75 == len(coded(problems, "PB301"))
    for start, why in (
        ("- No `uses` at all, 44:", "Nothing says when and how"),
        ("- Uses with neither, 20:", "has no when and no how"),
        ("- `how` and no `when`, 7:", "has no when"),
        ("- `when` and no `how`, 4:", "has no how"),
    ):
        assert all(why in found[each].why for each in ids(lists, start)), start
    approved = ids(lists.replace("\n`", " `"), "Five assets say `status: approved`") - {"status"}
    assert {each for each, problem in found.items() if problem.level is Level.ERROR} == approved
    assert len(approved) == 5


def test_plays_without_when_are_those_of_the_list(problems: tuple[Problem, ...], expected: str) -> None:
    """Five plays say not when to run them; all have steps."""
    wanted = ids(section(expected, "No when, no how"), "Plays without `when`, 5:")
    assert {each.entry.removeprefix("play:") for each in coded(problems, "PB302")} == wanted


def test_nothing_else_is_an_error(problems: tuple[Problem, ...]) -> None:
    """The errors are the missing fields, the dangling references and the approved assets, and nothing is left for debate."""
    errors = [each.code for each in problems if each.level is Level.ERROR]
    assert sorted(errors) == ["PB201"] * 6 + ["PB203"] * 9 + ["PB301"] * 5


def test_unanswered_questions_are_one_problem_with_its_count(problems: tuple[Problem, ...]) -> None:
    """One play has 35 objections, 23 of them without an answer."""
    [found] = coded(problems, "PB306")
    assert found.entry == "play:common-customer-questions"
    assert found.why.startswith("23 of 35 ")


def test_to_be_done_is_a_gap_alone_a_note_in_a_sentence_and_a_term_as_a_word(problems: tuple[Problem, ...]) -> None:
    """The agreement's TBD is a gap, the play's sentence a note, and the term called TODO is content."""
    assert [(each.entry, each.field) for each in coded(problems, "PB304")] == [
        ("agreement:agreement", ("extra", "recording_outbound_activity"))
    ]
    assert [(each.entry, each.field) for each in coded(problems, "PB305")] == [("play:gtm-launch-activities", ("steps", 10, "do"))]


def test_no_price_or_placeholder_is_refused(problems: tuple[Problem, ...]) -> None:
    """Nothing but the codes above and plain editorial advice is said about this case."""
    editorial = (1, 2, 3, 4, 5, 6, 7, 13, 15, 18, 20, 21, 22, 34, 38, 42, 44)
    known = {"PB201", "PB203", "PB204", "PB214", "PB221", *(f"PB3{number:02}" for number in editorial)}
    assert {each.code for each in problems} == known


def test_words_and_addresses_that_are_there_twice_are_those_that_a_reader_finds(problems: tuple[Problem, ...]) -> None:
    """Six words of the glossary are explained twice, two assets lie at one page, and three abbreviations are explained nowhere."""
    twice = {(each.entry.removeprefix("term:"), each.part) for each in coded(problems, "PB334")}
    assert twice == {
        ("api-lingo", "API"),
        ("dogfood-lingo", "Dogfood"),
        ("forecast-commit", "Commit"),
        ("ide-lingo", "IDE"),
        ("pull-request", "PR"),
        ("qualified-pipeline-salesforce", "Qualified Pipeline"),
    }
    assert [(each.entry, each.why) for each in coded(problems, "PB338")] == [
        ("asset:value-drivers", '"case studies" (asset:case-studies) leads to the same place.')
    ]
    assert {each.part for each in coded(problems, "PB344")} == {"MSA", "PMM", "FAANG"}


def test_plays_that_only_know_a_yes_are_told(problems: tuple[Problem, ...]) -> None:
    """Two plays say what comes after a yes, and not what after silence or a no."""
    assert {each.entry for each in coded(problems, "PB342")} == {"play:new-inbound-lead", "play:post-sales-handoff"}


def test_with_a_base_for_links_none_leads_nowhere(bound: Bound, loaded: Loaded) -> None:
    """Where the team says what its relative links are relative to, they are no problem."""
    settings = type(bound.settings)(name="A", links_base="https://example.com/handbook/")
    found = inspect(assemble(settings, bound.entries, bound.agreement, loaded.files), TODAY)
    assert coded(found, "PB307") == coded(found, "PB214") == []
