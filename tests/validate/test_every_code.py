"""Every code has a mistake that it reports, exactly there and nowhere else, and an answer that it leaves alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

import pytest
import yaml

from playbook.codes import CODES
from playbook.library import Library
from playbook.model.walk import values
from playbook.problems import Level, Problem
from playbook.validate.rules import RULES, VALUE_RULES

ASSET = "content_library/assets/guide.yaml"
PLAY = "content_library/plays/call.yaml"
STAGE = "content_library/stages/second.yaml"
SIGNAL = "content_library/signals/visit.yaml"
CLAIM = "content_library/claims/cost.yaml"
TERM = "content_library/terms/lead.yaml"
REQUEST = "content_library/requests/sheet.yaml"
AGREEMENT = "content_library/agreement.yaml"
PROJECT = "enablement.yaml"
REVIEWS = "content_library/reviews.yaml"

FOUND = "title: Guide\ntype: guide\n"
LINKED = FOUND + "links: https://example.com\n"
USED = LINKED + "uses: [{when: They ask, how: Send it, not_when: Never}]\n"
PLAYED = "title: They ask\nwhen: They ask\nnot_when: Never\n"
WHOLE = PLAYED + "steps: Call\n"
ANSWERED = PLAYED + "steps: [{{do: Send it, assets: guide}}]\nnext: {{if_yes: Send the offer, if_no: Close it, if_silent: {silent}}}\n"
ELSEWHERE = USED.replace("example.com", "example.com/more")
STAGED = "name: Second\norder: 1\noutcome: won\n"


MISTAKES = yaml.safe_load((Path(__file__).parents[1] / "data/mistakes/mistakes.yaml").read_text(encoding="utf-8"))
CASES = [each for each in MISTAKES if each["code"].startswith(("PB2", "PB3"))]
"""The mistakes of this room; what is printed for each, and that it is reported once, is tested where it is printed (tests/cli)."""

BANNED = re.compile(
    r"\b(?:None|(?i:mapping|scalar|node|NoneType|validator|pydantic|dict|tuple|str|int|float|bool|null|schema|parse[rd]?))\b"
)


def forbidden(text: str) -> list[str]:
    """Return the words in a message that a marketer must never meet."""
    return BANNED.findall(text)


def untested(codes: Iterable[str]) -> set[str]:
    """Return the codes of this room that no case has."""
    return {code for code in codes if code.startswith(("PB2", "PB3"))} - {case["code"] for case in CASES}


def test_every_code_has_a_case_and_every_case_a_code() -> None:
    """No code of fields, references and rules goes without a mistake and an answer."""
    assert untested(CODES) == set()
    assert {case["code"] for case in CASES} <= CODES.keys()


def test_the_guards_of_codes_and_words_catch_an_offender() -> None:
    """A code without a case and a programmer's word are found; everyday words with the same letters are not."""
    assert untested([*CODES, "PB399"]) == {"PB399"}
    assert forbidden("This scalar is a NoneType, not a Mapping") == ["scalar", "NoneType", "Mapping"]
    assert forbidden("A strong point: the internal note is printed") == []


def test_explanations_are_plain_paragraphs() -> None:
    """The long text of each code of this room is more than a sentence, and free of programmers' words."""
    for code in CODES.values():
        if code.code.startswith(("PB2", "PB3")):
            assert len(code.explanation) > 60
            assert forbidden(code.explanation) == []


def test_the_faultless_library_has_no_problem(problems: Callable[..., list[Problem]]) -> None:
    """What all cases start from is without a fault."""
    assert problems({}) == []


def test_removed_tags_are_named(problems: Callable[..., list[Problem]]) -> None:
    """The warning names each tag that no page keeps, once, and says what becomes of the words."""
    [found] = problems({ASSET: USED + "summary: '<div>Read <span>this</span> <span>now</span></div>'"})
    assert found.why == "No page keeps <div>, <span>. Their words stay."


def test_an_id_is_offered_once_an_entry(problems: Callable[..., list[Problem]]) -> None:
    """One note for all steps without an id, variants included, with an id that the play does not have yet."""
    steps = "[Write to them again, Again, {id: write-to-them, do: A}, {id: b, do: B}, {id: c, do: C}, {id: d, do: D}]"
    [found] = (each for each in problems({PLAY: PLAYED + f"steps: {steps}\nvariants: [{{steps: Call}}]"}) if each.code == "PB326")
    assert found.level is Level.NOTE
    assert found.why.startswith("3 of the steps")
    assert found.remedy.endswith("id: write-to-them-1")


@pytest.mark.parametrize(
    ("written", "offered"),
    [("spare", "/spare.yaml."), ("New Lead", "/new-lead.yaml and write new-lead here."), ("???", "a file to content_library/stages/ and")],
)
def test_a_new_file_is_offered_under_a_plain_name(problems: Callable[..., list[Problem]], written: str, offered: str) -> None:
    """A name with capital letters and spaces is no id: the file that is proposed has small letters and dashes."""
    [found] = problems({PLAY: WHOLE + f"stages: ['{written}']"})
    assert offered in found.remedy


def test_it_is_said_of_each_whether_it_is_a_draft_or_retired(problems: Callable[..., list[Problem]]) -> None:
    """Of several personas whom no rep meets, those that are drafts and those that are retired are told apart."""
    others = {
        f"personas/{name}.yaml": f"{{name: {name}, status: {word}}}" for name, word in (("a", "draft"), ("b", "draft"), ("c", "retired"))
    }
    [found] = [each for each in problems({PLAY: WHOLE + "personas: [a, b, c]", **others}) if each.code == "PB331"]
    assert found.why == "It names only what no rep meets: a, b are drafts, and c is retired."


def test_what_nobody_can_reach_for_one_cause_is_one_problem(problems: Callable[..., list[Problem]]) -> None:
    """The first says which others there are; one that is excused neither hides the others nor has an excuse for nothing."""
    plays = {f"content_library/plays/{name}.yaml": WHOLE + "personas: a" for name in ("b", "c", "d")}
    plays["content_library/plays/b.yaml"] += "\nsilence: {PB331: The persona comes next week}"
    found = problems({**plays, "personas/a.yaml": "{name: A, status: draft}"})
    [told] = [each for each in found if each.code == "PB331"]
    assert told.file == "content_library/plays/c.yaml"
    assert told.why == "It names only what no rep meets: a is a draft. The same holds for play:d."
    assert [each.code for each in found if each.code == "PB329"] == []


@pytest.mark.parametrize(("asset", "told"), [("title: Guide\ntype: guide\n", ["PB312"]), ("", [])])
def test_a_message_is_not_blamed_for_an_asset_that_cannot_be_read(
    problems: Callable[..., list[Problem]], asset: str, told: list[str]
) -> None:
    """That an asset has no address follows from its file; where it can be read, the message that sends it is told."""
    found = problems({PLAY: PLAYED + "steps: [{do: Send it, assets: guide, send: {body: 'Here: {link}'}}]\n", ASSET: asset})
    assert [each.code for each in found if each.file == PLAY and each.code == "PB312"] == told


def test_every_rule_finds_something(library: Callable[[Mapping[str, str]], Library], today: date) -> None:
    """No rule is there for nothing: each finds the mistake of at least one case."""
    silent = set(RULES) | {rule for rules in VALUE_RULES.values() for rule in rules}
    for case in CASES:
        made = library({**case.get("also", {}), case["file"]: case["text"]})
        silent -= {rule for rule in silent & set(RULES) if any(True for _ in rule(made, today))}  # type: ignore[arg-type]
        silent -= _finding_in_values(made)
    assert silent == set()


def _finding_in_values(library: Library) -> set[object]:
    """Return the rules about single values that find something in a library."""
    things = [library.settings, *library.all()]
    return {
        rule
        for thing in things
        for value in values(thing)
        for rule in VALUE_RULES.get(value.scalar.sort, ())
        if any(True for _ in rule(library, thing, value))
    }


def test_too_long_is_told_with_how_much(problems: Callable[..., list[Problem]]) -> None:
    """A text that is too long is told with the words to take away, and a play with too many steps with how many go over."""
    steps = f"steps: [{', '.join(['Call'] * 9)}]"
    long = problems({PLAY: WHOLE + "promise: " + "word " * 17})
    many = problems({PLAY: PLAYED + steps})
    assert [each.remedy for each in long if each.code == "PB321"] == [
        "Shorten it by 3 or more words, and move what explains it to another field."
    ]
    assert [each.why for each in many if each.code == "PB322"] == ["It has 9 steps, 2 more than fit the first page."]


def test_a_word_that_stands_in_capitals_for_stress_is_no_abbreviation(problems: Callable[..., list[Problem]]) -> None:
    """Who writes FIRST means first: it is an abbreviation only where nobody writes it in small letters."""
    files = {
        "personas/buyer.yaml": "{name: Buyer, summary: Asks FIRST}",
        ASSET: USED + "summary: Read it FIRST",
        PLAY: WHOLE + "promise: You are FIRST",
        TERM: "{term: Lead, means: Somebody}",
    }
    assert [each.code for each in problems(files)] == ["PB344"]
    assert problems({**files, TERM: "{term: Lead, means: Somebody at first}"}) == []


def test_two_terms_without_a_name_have_no_word_in_common(problems: Callable[..., list[Problem]]) -> None:
    """Where the name of a term is missing, that is said, and nothing more."""
    found = problems({TERM: "{means: Somebody, not: ' '}", "content_library/terms/other.yaml": "means: Something"})
    assert {each.code for each in found} == {"PB201"}


def test_a_loop_is_told_once_with_all_that_is_sent_again(problems: Callable[..., list[Problem]]) -> None:
    """Three plays in a ring after silence are one problem; after a yes a ring is progress, and a long one is not noticed."""

    def ring(count: int, answers: str) -> dict[str, str]:
        following = [(number, (number + 1) % count) for number in range(count)]
        return {f"content_library/plays/p{a}.yaml": answers.replace("NEXT", f"{{play: p{b}}}") for a, b in following}

    silent = ANSWERED.format(silent="NEXT")
    [found] = problems(ring(3, silent))
    assert (found.code, found.entry) == ("PB332", "play:p0")
    assert "(p0, p1, p2, p0)" in found.why
    assert "Guide" in found.why
    assert problems(ring(3, silent.replace("Send the offer", "NEXT").replace("if_silent: NEXT", "if_silent: Wait"))) == []
    assert problems(ring(8, silent)) == []


def test_a_signal_that_names_its_play_leaves_no_doubt(problems: Callable[..., list[Problem]]) -> None:
    """Two plays share a signal, and the signal says which of them it starts; of three alike two are told."""
    plays = {f"content_library/plays/p{number}.yaml": WHOLE + "signals: visit" for number in range(3)}
    assert [each.entry for each in problems({**plays, SIGNAL: "{name: Visit, means: Interest}"})] == ["play:p1", "play:p2"]
    two = dict(list(plays.items())[:2])
    assert problems({**two, SIGNAL: "{name: Visit, means: Interest, play: p1}"}) == []


def test_a_shipped_request_is_used_where_a_play_hands_it_out(problems: Callable[..., list[Problem]]) -> None:
    """An asset without a use of its own counts as used while a live play sends it."""
    files = {
        "content_library/assets/sheet.yaml": FOUND + "links: https://example.com/sheet",
        REQUEST: "{wanted: A sheet, state: shipped, asset: sheet}",
    }
    assert {each.code for each in problems(files)} == {"PB301", "PB343"}
    assert {each.code for each in problems({**files, PLAY: PLAYED + "steps: [{do: Send, assets: sheet}]"})} == {"PB301"}


def test_what_ages_comes_from_time_alone(problems: Callable[..., list[Problem]]) -> None:
    """A campaign that is over is a matter of time, like a review that is due."""
    [found] = problems({"content_library/campaigns/fair.yaml": "{name: Fair, starts: 2026-10-01, ends: 2026-11-21}"})
    assert found.ageing
