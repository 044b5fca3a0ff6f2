"""A fix puts right what is certain, and never makes a new problem."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from playbook.edit import fixes, start, write
from playbook.pipeline import check

DAY = date(2026, 11, 22)
ASSET = "content_library/assets/cost-of-waiting.yaml"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a folder with the four short files."""
    start(tmp_path / "small", small=True)
    return tmp_path / "small"


def fixed(root: Path, text: str) -> tuple[str, set[str]]:
    """Put a text in the place of an asset, fix it; return the new text and the codes that are left in it."""
    path = root / ASSET
    path.write_bytes(text.encode())
    write(root, fixes(root, lambda _: True, today=DAY))
    return path.read_bytes().decode(), {found.code for found in check(root, today=DAY).problems if found.file == ASSET}


WRONG = """\
titel: 'A sheet'  # what else
type: guide
buyer_question: &tell him  # now
reviewd: 21.11.2026
uses:
\t- when: They wait
\t  how: Ask
\t  stages: [consideratoin]
\t  personas: [operations-directer, nobody]
rights: Ask: who decides? # really
summary: see [it](asset:cost-of-watiing)
audiance: internal
colour: red
"""


def test_slips_quotes_tabs_and_dates(small: Path) -> None:
    """Names of fields and ids one slip away, tabs, quotes, a date, several on one line: remarks and all else stay."""
    text, left = fixed(small, WRONG)
    assert "title: 'A sheet'  # what else\n" in text
    assert 'buyer_question: "&tell him"  # now\n' in text
    assert "(asset:cost-of-waiting)\naudience: internal\n" in text
    assert "reviewed: 2026-11-21\n" in text
    assert "\t" not in text
    assert "stages: [consideration]\n" in text
    assert "personas: [operations-director, nobody]\n" in text
    assert 'rights: "Ask: who decides?" # really\n' in text
    assert left >= {"PB202", "PB203"}, "a field that there is not and an id that is like none are left to people"
    assert fixed(small, text)[0] == text


def test_line_ends_stay(small: Path) -> None:
    """A file from Windows stays one, tabs or not."""
    text, _ = fixed(small, WRONG.replace("\n", "\r\n"))
    assert text.count("\r\n") == text.count("\n") == WRONG.count("\n")


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ('“Guide"', "Guide"),
        ('„Guide"  # said so', "Guide  # said so"),
        ("”Guide”", "Guide"),
        ("“# 1”", '"# 1"'),
        ('"Guide”', '"Guide"'),
        ('"Costs: all”', '"Costs: all"'),
        ('“Costs: all"', '"Costs: all"'),
        ("'“Guide”'", "'“Guide”'"),
        ('“A" and “B"', '“A" and “B"'),
    ],
)
def test_the_quotes_of_a_document_are_put_right(small: Path, written: str, right: str) -> None:
    """One of the two may be straight; what stands in quotes of YAML besides, and a title with two quotations, are left alone."""
    text, _ = fixed(small, f"title: {written}\ntype: guide\n")
    assert text == f"title: {right}\ntype: guide\n"


@pytest.mark.parametrize(
    "text",
    [
        "title: A\ntype: b\nuses:\n  - when: x\n    how: y\ndescription: much\n",
        "title: A\ntype: b\nsummary: 'open\nuses:\n  - when: x\n    how: y\n",
        "title: A\ntype: b\nreviewed: 3/4/2026\n",
        "title: A\ntype: b\ntags: [One thing, but another]\n",
        "title: A\ntype: b\nbody: |\n  Hello, here is\none full chart in 90 seconds: {link}\n  Try it.\n",
    ],
)
def test_what_is_a_guess_is_left_to_people(small: Path, text: str) -> None:
    """Another word for a field, an open quote, a day that may be two, a comma, a line too far left in a text: nothing is changed."""
    assert fixed(small, text)[0] == text


def test_a_fix_that_makes_a_new_problem_is_taken_back(small: Path) -> None:
    """Of two slips, the one whose repair shows a text where a number belongs stays; the other is put right."""
    before = "title: A\ntype: b\nreviewd: whenever\nsumary: x\nuses:\n  - when: x\n    how: y\n"
    text, left = fixed(small, before)
    assert text == before.replace("sumary", "summary")
    assert "PB202" in left
    assert "PB209" not in left


def test_only_the_files_that_are_meant(small: Path) -> None:
    """Others are not touched."""
    (small / ASSET).write_text(WRONG, "utf-8")
    assert fixes(small, lambda file: file != ASSET, today=DAY) == ()


def test_what_is_certain_of_days_and_addresses_is_written(small: Path) -> None:
    """A month in words becomes a day, an address gets the beginning it lacks."""
    text, _ = fixed(small, "title: A\ntype: guide\nlinks: www.example.com\nexpires: 31 Dec 2027\n")
    assert text == "title: A\ntype: guide\nlinks: https://www.example.com\nexpires: 2027-12-31\n"


OPEN = """\
title: A
type: guide
uses:
  - when: They ask
    how: Send it
    say: "Shall I show you?
    # What to ask after it: Who else?
    ask:

# Fields of your own.
# extra:
"""


def test_no_fix_touches_a_remark(small: Path) -> None:
    """A quote that is left open above remarks is told once, at its line, and nothing is changed; the rest is read as it is written."""
    text, left = fixed(small, OPEN)
    assert text == OPEN
    told = [found for found in check(small, today=DAY).problems if found.file == ASSET and found.code != "PB314"]
    assert [(found.code, found.suggestion) for found in told if found.place and found.place.line == 6] == [
        ("PB115", '    say: "Shall I show you?"')
    ]
    assert not left & {"PB113", "PB321"}


def test_an_apostrophe_takes_no_quotes_into_the_text(small: Path) -> None:
    """What stands in single quotes loses them, and keeps its apostrophe."""
    text, _ = fixed(small, "title: A\ntype: guide\nsummary: 'what's this page'\n")
    assert text == 'title: A\ntype: guide\nsummary: "what\'s this page"\n'


HOW = "title: A\ntype: guide\nlinks: https://example.com/a\nuses:\n  - when: Now\n    how:\n{how}    not_when: Never\n"


@pytest.mark.parametrize("sign", ["• ", "•", "– ", "* ", "-"])
def test_bullets_of_a_document_become_dashes(small: Path, sign: str) -> None:
    """Whatever stands for the dashes of a list, each line becomes an item of it, whether YAML reads the file or refuses it."""
    for words in ("Open it\n      {}Ask who signs\n", "Open it\n      {}Ask: who signs, and when?\n"):
        text, left = fixed(small, HOW.format(how=f"      {sign}{words.format(sign)}"))
        assert text == HOW.format(how=f"      - {words.format('- ')}")
        assert left == set()


@pytest.mark.parametrize("line", ["    notes They cannot", "    • Call them", "    [Call", "  noted for later"])
def test_nothing_is_written_into_a_file_that_stays_unreadable(small: Path, line: str) -> None:
    """Where the file cannot be read afterwards, or only by a guess, no line of it is touched, and one mistake is told once."""
    text = HOW.format(how="      - Ask\n") + f"{line}\n# A remark\nsummary: x\n"
    after, left = fixed(small, text)
    assert after == text
    assert [code for code in left if code.startswith("PB1")] in (["PB114"], ["PB115"])


def test_each_of_two_mistakes_is_told_where_the_file_stays_unreadable(small: Path) -> None:
    """What can be repaired far from it is told, too, without the promise that a command puts it right."""
    text = f"title: ROI: the guide\n{HOW.format(how='      - Ask').removeprefix('title: A')}extra: x\n  y: {{a: 1\n  z: ]\n"
    after, left = fixed(small, text)
    assert after == text
    found = [each for each in check(small, today=DAY).problems if each.file == ASSET and each.code == "PB113"]
    assert [each.remedy for each in found] == ["Paste the corrected line."]
    assert left > {"PB113"}
