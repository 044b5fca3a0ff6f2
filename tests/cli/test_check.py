"""`playbook check` shows everything that is wrong, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from playbook.problems import ExitCode

Run = Callable[..., Any]  # the fixture `run` of conftest.py
PLAY = "content_library/plays/gone-quiet-after-proposal.yaml"
KEYS = "code level file line column end_line end_column entry field what why remedy suggestion ageing".split()
SHOWN = f"""\
{PLAY}:5:5  error PB203  unknown entry
    5 |   - operations-directer
      |     ^^^^^^^^^^^^^^^^^^^
  "operations-directer" is not a persona. Did you mean "operations-director"?
  Personas here: operations-director (personas/). Name one of them, take it out here, or add personas/operations-directer.yaml.

1 problem: 1 error. What a code means: playbook explain PB203
"""


def test_a_library_as_init_writes_it_has_no_problem(run: Run, library: Path) -> None:
    """The four short files are faultless, and that nothing is wrong is said."""
    told = run("check", at=library)
    assert (told.code, told.out, told.err) == (ExitCode.FINE, "Nothing is wrong: 3 entries checked.\n", "")


def test_a_problem_is_shown_with_its_line_and_what_to_do(run: Run, misspelt: Path) -> None:
    """To the letter: what a marketer reads after a slip of the finger."""
    told = run("check", at=misspelt)
    assert (told.code, told.out, told.err) == (ExitCode.CONTENT, SHOWN, "")


def test_json_is_one_object_a_problem_with_stable_keys(run: Run, misspelt: Path) -> None:
    """Programs get a list, and nothing else on standard output."""
    told = run("check", "--format", "json", at=misspelt)
    (found,) = json.loads(told.out)
    assert told.code == ExitCode.CONTENT
    assert list(found) == KEYS
    assert (found["code"], found["level"], found["file"], found["line"], found["column"]) == ("PB203", "error", PLAY, 5, 5)
    assert (found["entry"], found["suggestion"]) == ("play:gone-quiet-after-proposal", "operations-director")


def test_json_of_a_faultless_library_is_an_empty_list(run: Run, library: Path) -> None:
    """Nothing wrong is a list too."""
    assert run("check", "--format", "json", at=library).out == "[]\n"


@pytest.mark.parametrize(("fail_on", "code"), [("error", ExitCode.CONTENT), ("warning", ExitCode.CONTENT), ("never", ExitCode.FINE)])
def test_fail_on_sets_the_exit_code_and_hides_nothing(run: Run, misspelt: Path, fail_on: str, code: ExitCode) -> None:
    """The same problems are shown whatever makes the command fail."""
    told = run("check", "--fail-on", fail_on, at=misspelt)
    assert (told.code, told.out) == (code, SHOWN)


def test_a_warning_fails_only_where_it_is_asked_for(run: Run, misspelt: Path) -> None:
    """A rule that the team made a warning does not fail a check, unless --fail-on warning."""
    with (misspelt / "enablement.yaml").open("a", encoding="utf-8") as settings:
        settings.write("rules:\n  PB203: warning\n")
    assert [run("check", *on, at=misspelt).code for on in ((), ("--fail-on", "warning"))] == [ExitCode.FINE, ExitCode.CONTENT]


@pytest.mark.parametrize(
    ("path", "at", "shows"),
    [
        (PLAY, ".", True),
        ("content_library", ".", True),
        (".", ".", True),
        ("gone-quiet-after-proposal.yaml", "content_library/plays", True),
        (".", "content_library/plays", True),
        (PLAY, "personas", True),
        ("personas", ".", False),
        (".", "personas", False),
        ("content_library/assets", ".", False),
    ],
)
def test_paths_choose_what_is_shown(run: Run, misspelt: Path, path: str, at: str, shows: bool) -> None:
    """A path is meant from the current folder or from the library's root; problems elsewhere are counted, and do not fail the command."""
    told = run("check", path, at=misspelt / at)
    if shows:
        assert (told.code, told.out) == (ExitCode.CONTENT, SHOWN)
    else:
        assert (told.code, told.out) == (ExitCode.FINE, "Nothing is wrong here.\n1 problem more in the library.\n")


def test_the_library_is_found_from_below_and_by_name(run: Run, misspelt: Path, tmp_path: Path) -> None:
    """The nearest folder with a project file is meant, or the one that --library names."""
    assert run("check", at=misspelt / "personas").out == SHOWN
    assert run("check", "--library", "library", at=tmp_path).out == SHOWN


def test_signs_that_steer_a_terminal_are_shown_and_not_sent(run: Run, misspelt: Path) -> None:
    """An entry cannot write colours, or worse, to somebody's terminal."""
    play = misspelt / PLAY
    play.write_text(play.read_text(encoding="utf-8").replace("operations-directer", '"\\e[31mred"'), encoding="utf-8")
    assert "\x1b" not in run("check", at=misspelt).out


def test_the_day_is_an_input(run: Run, library: Path) -> None:
    """--date comes before SOURCE_DATE_EPOCH: what has not run out in 2026 has by 2028."""
    asset = library / "content_library/assets/cost-of-waiting.yaml"
    asset.write_text(asset.read_text(encoding="utf-8") + "expires: 2027-06-30\n", encoding="utf-8")
    in_2028 = "1830000000"
    assert run("check", "--date", "2026-11-22", at=library, SOURCE_DATE_EPOCH=in_2028).out.startswith("Nothing is wrong")
    assert "expire" in run("check", at=library, SOURCE_DATE_EPOCH=in_2028).out


def test_drafts_are_listed_with_what_they_wait_for(run: Run, library: Path) -> None:
    """After the problems stands what no rep sees yet, with its owner and what is missing; beyond ten only how many; no JSON holds any."""
    for number in range(11):
        written = f"title: Deck {number}\ntype: deck\nstatus: draft\nowner: Ida\nuses:\n  - when: They ask\n"
        (library / f"content_library/assets/deck-{number:02}.yaml").write_text(written)
    told = run("check", at=library)
    waits = "waits for how to use it, somebody to approve it"
    assert "11 drafts, which no rep sees yet:\n" in told.out
    assert f"  content_library/assets/deck-00.yaml  Deck 0, of Ida: {waits}\n" in told.out
    assert told.out.endswith("  … and 1 more, all of them on the page for authors (authors.html)\n")
    one = run("check", "content_library/assets/deck-03.yaml", at=library)
    assert "1 draft, which no rep sees yet:\n" in one.out
    assert "Deck 4" not in one.out
    assert "Ida" not in run("check", "--format", "json", at=library).out


def test_the_draft_that_others_wait_for_comes_first(run: Run, library: Path) -> None:
    """It says how many entries it holds up."""
    (library / "personas/zoe.yaml").write_text("name: Zoe\nsummary: She signs\nstatus: draft\nowner: Ida\n", encoding="utf-8")
    for number in range(2):
        written = f"title: Deck {number}\ntype: deck\nstatus: draft\nowner: Ida\nuses: {{personas: zoe, when: They ask, how: Show it}}\n"
        (library / f"content_library/assets/deck-{number:02}.yaml").write_text(written, encoding="utf-8")
    told = run("check", at=library).out.partition("which no rep sees yet:\n")[2]
    assert told.startswith("  personas/zoe.yaml  Zoe, of Ida: waits for somebody to approve it; 2 others wait for it\n")


def with_many_mistakes(library: Path) -> Path:
    """Write twelve assets that name a persona that is not there, one of them Ana's."""
    for number in range(12):
        owner = "Ana Lindt" if number == 3 else "Ben Oakes"
        text = f"title: Sheet {number}\ntype: guide\nowner: {owner}\nlinks: https://example.com/{number}\npersonas: x\n"
        (library / f"content_library/assets/sheet-{number:02}.yaml").write_text(text, encoding="utf-8")
    return library


def test_after_a_long_list_stand_the_ten_worth_doing_first(run: Run, library: Path) -> None:
    """More than ten problems end with a numbered list of ten; ten or fewer do not."""
    told = run("check", at=with_many_mistakes(library)).out
    assert "Worth doing first, of all that stands above (10):\n  1. content_library/assets/sheet-00.yaml" in told
    assert "\n 10. " in told
    assert "\n 11. " not in told
    few = run("check", "content_library/assets/sheet-00.yaml", at=library).out
    assert "Worth doing" not in few
    assert "problems more in the library." in few


def test_first_shows_only_these(run: Run, library: Path) -> None:
    """With --first the list is the ten, in their order and in full, and what is left is counted."""
    told = run("check", "--first", "--format", "json", at=with_many_mistakes(library)).out
    assert len(json.loads(told)) == 10
    assert "\n10 problems: " in run("check", "--first", at=library).out


def test_an_owner_sees_what_is_theirs(run: Run, library: Path) -> None:
    """Only the files that somebody owns, however the name's letters are written; a name that owns nothing is answered with the nearest."""
    mine = json.loads(run("check", "--owner", "ana lindt", "--format", "json", at=with_many_mistakes(library)).out)
    assert {each["file"] for each in mine} == {"content_library/assets/sheet-03.yaml"}
    told = run("check", "--owner", "Ana Lint", at=library)
    assert told.code == ExitCode.USAGE
    assert told.err == "playbook: Nothing here is owned by 'Ana Lint'. Did you mean 'Ana Lindt'?\n  Owners here: Ana Lindt, Ben Oakes.\n"
