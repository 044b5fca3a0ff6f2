"""The real case: all its entries are in the pages, all its mistakes are reported with their place, and its texts come out as written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
import yaml
from e2e_expected import Expected, path_of
from e2e_libraries import TODAY, Seen
from e2e_walk import SeenPage, pages, words

from playbook.model.content import Asset
from playbook.model.plays import Play
from playbook.pipeline import check
from playbook.problems import Level, Problem

# Where a reader finds an entry: a page of its own, or an anchor on a page that a kind shares.
OWN_PAGE = {"personas": "personas", "stages": "stages", "assets": "assets", "plays": "plays", "competitors": "competitors"}
SHARED_PAGE = {"claims": ("claims.html", "claim-"), "terms": ("glossary.html", "term-"), "signals": ("signals.html", "signal-")}
TITLES = ("title", "name", "term", "text")


@pytest.fixture(scope="module")
def expected(cases: Path) -> Expected:
    """Return what the case's own file says of it."""
    return Expected((cases / "sourcegraph/EXPECTED.md").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def seen(case: Seen) -> dict[str, SeenPage]:
    """Return the pages of the built case."""
    return pages(case.site)


def sources(root: Path, kind: str) -> dict[str, dict[str, object]]:
    """Return the entries of a kind as they stand in the files, read without the code under test."""
    folder = root / kind if kind == "personas" else root / "content_library" / kind
    return {path.stem: yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader) for path in sorted(folder.rglob("*.yaml"))}


def title(entry: dict[str, object]) -> str:
    """Return the words by which people know an entry."""
    return " ".join(str(next(entry[name] for name in TITLES if entry.get(name))).split())


def where(kind: str, id_: str, seen: dict[str, SeenPage]) -> str:
    """Return the words that stand where an entry is to be found; empty where it is not there."""
    if kind in OWN_PAGE:
        page = seen.get(f"{OWN_PAGE[kind]}/{id_}.html")
        return words(page.tree.find(".//h1")) if page else ""
    path, start = SHARED_PAGE[kind]
    found = [element for element in seen[path].tree.iter() if element.get("id") == start + id_]
    return words(found[0]) if len(found) == 1 else ""


def test_every_entry_is_in_the_pages(case: Seen, seen: dict[str, SeenPage], expected: Expected) -> None:
    """Each of the 322 entries stands under its own title where links to its kind lead, and no page is there that no entry has."""
    counts = expected.counts()
    assert sum(counts.values()) == 322
    assert set(counts) == OWN_PAGE.keys() | SHARED_PAGE.keys()
    for kind, count in counts.items():
        entries = sources(case.root, kind)
        assert len(entries) == count, kind
        missing = [id_ for id_, entry in entries.items() if plain(title(entry)) not in plain(where(kind, id_, seen))]
        assert missing == [], kind
        if kind in OWN_PAGE:
            assert {path for path in seen if path.startswith(f"{kind}/")} == {f"{kind}/{id_}.html" for id_ in [*entries, "index"]}
    assert "agreement.html" in seen


def plain(text: str) -> str:
    """Return letters and figures only: a claim's words may hold signs of Markdown."""
    return "".join(sign for sign in text if sign.isalnum())


def test_what_entries_hold_is_counted_as_it_is_written(case: Seen, expected: Expected) -> None:
    """Uses, steps, objections and journeys come out of reading in the numbers that the files hold."""
    library = check(case.root, today=TODAY).library
    assert {play.id: len(play.steps) for play in library.of(Play)} == expected.steps()
    assert sum(len(asset.uses) for asset in library.of(Asset)) == 38
    objections = [line for play in library.of(Play) for line in play.objections]
    assert (len(objections), sum(bool(line.you_say) for line in objections)) == (35, 12)
    assert {journey: len(stages) for journey, stages in library.journeys.items()} == {"lifecycle": 5, "opportunity": 9}


def test_sentences_come_out_as_written(seen: dict[str, SeenPage], expected: Expected) -> None:
    """The ten sentences and the short strings stand in the text of a page: no sign is lost or made prettier."""
    sentences = list(expected.sentences())
    assert len(sentences) == 18
    assert [sentence for sentence in sentences if not shown(sentence[2], seen.values())] == []


def test_a_sentence_that_is_not_there_is_missed(seen: dict[str, SeenPage]) -> None:
    """The search would notice one changed sign: a quote made curly, an apostrophe lost, a word cut."""
    there = "I've caught (AE/CE) up to speed on our conversation, I'll go ahead and pass the mic to AE to introduce themselves."
    assert shown(there, seen.values())
    for other in (there.replace("I've", "I’ve"), there.replace("'", ""), there.replace("(AE/CE) ", "")):
        assert not shown(other, seen.values())


def shown(text: str, seen: Iterable[SeenPage]) -> bool:
    """Tell whether a page shows these words one after the other."""
    return any(" ".join(text.split()) in page.text for page in seen)


def test_what_must_not_appear(case: Seen, seen: dict[str, SeenPage]) -> None:
    """Notes are nowhere in the site, not even in its source; no tag is shown as text; TBD alone is no content, in a sentence it stays."""
    for file in (path for path in case.site.rglob("*") if path.is_file()):
        assert not [path for path in (b"content/departments/", b"data/glossary.yml") if path in file.read_bytes()], file.name
    tag = re.compile(r"</?\s*(p|br|td|tr|th|table|ul|li|div|span|a|b|i|em|strong)\b[^>]*>", re.IGNORECASE)
    assert {page.path: tag.findall(page.text) for page in seen.values() if tag.search(page.text)} == {}
    alone = [page.path for page in seen.values() for element in page.tree.iter() if words(element) == "TBD"] if seen else []
    assert alone == []
    sentence = "TBD on more details as the Pathfinders program comes to maturity."
    assert sentence in seen["plays/gtm-launch-activities.html"].text


def test_words_between_tags_stay(case: Seen, seen: dict[str, SeenPage]) -> None:
    """Of a table written in HTML every cell is there, whether the tags were kept or dropped."""
    summary = str(sources(case.root, "assets")["marketing-launch-tiers"]["summary"])
    cells = [" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in re.findall(r"<td[^>]*>(.*?)</td>", summary, re.DOTALL)]
    text = seen["assets/marketing-launch-tiers.html"].text
    assert len(cells) > 40
    assert [cell for cell in cells if cell not in text] == []


def test_a_remote_picture_is_its_words(seen: dict[str, SeenPage]) -> None:
    """No page loads a picture from elsewhere; its alternative text is there, linked."""
    assert [page.path for page in seen.values() if page.tree.findall(".//main//img")] == []
    links = seen["stages/adopting.html"].tree.iter("a")
    (picture,) = (link for link in links if re.search(r"\.(png|jpg|gif|svg)|storage", link.get("href") or ""))
    assert words(picture)


def line_of(root: Path, found: Problem) -> str:
    """Return the line of a file that a problem points to."""
    assert found.place is not None, found
    return (root / found.file).read_text(encoding="utf-8").splitlines()[found.place.line - 1]


def test_dangling_references_are_reported_in_place(case: Seen, expected: Expected) -> None:
    """Each of the nine references to nothing is one error at its line, with no wrong suggestion; nothing else is taken for one."""
    told = {(file, path_of(field), id_) for file, field, id_ in expected.tables("References that dangle")[0]}
    found = [found for found in case.problems if found.code == "PB203"]
    assert len(told) == len(found) == 9
    assert {(each.file, each.field) for each in found} == {(file, field) for file, field, _ in told}
    for file, field, id_ in told:
        (each,) = (each for each in found if (each.file, each.field) == (file, field))
        assert id_ in line_of(case.root, each)
        assert each.suggestion == ""
        assert each.level is Level.ERROR


def test_missing_means_are_reported(case: Seen, expected: Expected) -> None:
    """The six entries without `means` are six errors with file and line, and all six are built nevertheless."""
    section = expected.section("Required by the model")
    lines = [line for line in section.splitlines() if line.startswith("- ")]
    told = {f"content_library/{line[2:].partition(':')[0]}/{id_}.yaml" for line in lines for id_ in re.findall(r"`([a-z0-9-]+)`", line)}
    found = [each for each in case.problems if each.code == "PB201"]
    assert len(told) == 6
    assert Counter(each.file for each in found) == Counter(told)
    assert {each.field for each in found} == {("means",)}
    assert all(each.place and each.place.line >= 1 for each in found)


def test_missing_when_and_how_are_reported(case: Seen, expected: Expected) -> None:
    """Every asset that lacks when or how is reported at a line, as an error where somebody approved it; so are plays without when."""
    assets = sources(case.root, "assets")
    whole = set(re.findall(r"`([a-z0-9-]+)`", expected.section("No when, no how").strip().splitlines()[0]))
    found = [each for each in case.problems if each.code == "PB301"]
    assert {Path(each.file).stem for each in found} == assets.keys() - whole
    assert len(assets) - len(whole) == 75
    approved = {id_ for id_, asset in assets.items() if asset.get("status") == "approved"}
    assert {Path(each.file).stem for each in found if each.level is Level.ERROR} == approved
    plays = expected.ids("No when, no how", "Plays without `when`")
    assert {Path(each.file).stem for each in case.problems if each.code == "PB302"} == plays
    assert all(each.place and each.place.line >= 1 for each in case.problems if each.code in {"PB301", "PB302"})


def test_how_and_when_in_every_combination(case: Seen, expected: Expected) -> None:
    """No uses, uses with neither, only how, only when: each asset's report names the field that is missing, in words."""
    lists = ("No `uses` at all", "Uses with neither", "`how` and no `when`", "`when` and no `how`")
    by_list = [expected.ids("No when, no how", start) for start in lists]
    assert [len(ids) for ids in by_list] == [44, 20, 7, 4]
    whys = {Path(each.file).stem: f"{each.what} {each.why}" for each in case.problems if each.code == "PB301"}
    told = [{re.sub(r"\d+|\"[^\"]*\"", "_", whys[id_]) for id_ in ids} for ids in by_list]
    assert all(not one & other for number, one in enumerate(told) for other in told[number + 1 :]), told


def test_links_in_texts_that_lead_nowhere_are_reported(case: Seen, expected: Expected) -> None:
    """The thirty links to nothing are thirty warnings at the line of the link, and one path in the place of an address is one."""
    told = Counter((file, whole(path_of(field)), target) for file, field, target in expected.tables("Links in texts")[0])
    found = [each for each in case.problems if each.code == "PB307"]
    assert sum(told.values()) == len(found) == 30
    assert Counter((each.file, whole(each.field)) for each in found) == Counter((file, field) for file, field, _ in told.elements())
    for file, field, target in told:
        assert any(target in line_of(case.root, each) for each in found if (each.file, whole(each.field)) == (file, field)), target
    assert [each.file for each in case.problems if each.code == "PB214"] == ["content_library/assets/product-feature-compatibility.yaml"]
    assert [each.file for each in case.problems if each.code == "PB221"] == ["content_library/agreement.yaml"]


def whole(field: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Return a field where one value is taken for a list of one: `means[0]` and `means` are the same."""
    return field[:-1] if field[-1:] == (0,) else field


def test_every_problem_has_a_place(case: Seen) -> None:
    """Every problem of the case names a file that is there and a line of it, in words that are no program's."""
    for found in case.problems:
        assert (case.root / found.file).is_file(), found
        assert found.place is not None
        lines = (case.root / found.file).read_text(encoding="utf-8").count("\n") + 1
        assert 1 <= found.place.line <= lines, found
        assert found.what, found
        assert not re.search(r"Traceback|NoneType|scalar|mapping|\bdict\b|Error:", f"{found.why} {found.remedy}"), found
