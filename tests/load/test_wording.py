"""Where a text is wanted, the line is taken as written: each thing that marketers type and YAML misreads."""

from __future__ import annotations

import pytest

from playbook.load.reading import read_data
from playbook.model.documents import Data
from playbook.problems import Problem


def play(text: str) -> tuple[Data, list[Problem]]:
    """Return what is read from the text of a play."""
    return read_data("content_library/plays/p.yaml", "play", "p", text.encode())


SILENT = (
    "{first_name}",
    "{{contact.firstname}}",
    "$XXk off",
    "no",
    "on",
    "12:30",
    "1_000",
    "0x1F",
    "2026-11-21",
    "~",
    "null",
    "C:\\new\\files",
    'it\'s "fine"',
    "a # remark"[:1],
    "https://example.com/#frag?a=b",
    "- nested"[2:],
    "50% of 3 & more!",
    ">5",
    "naïve café — 🚀",
)


@pytest.mark.parametrize("text", SILENT)
def test_a_text_comes_out_as_written(text: str) -> None:
    """What stands behind the colon is the value, sign for sign, and nobody is bothered."""
    assert play(f"title: {text}\n") == ({"title": text}, [])


@pytest.mark.parametrize("text", ["Ask: who decides?", "[Name]", "{first_name}", "- nested", "? really", '"Quoted": then text'])
def test_an_item_that_yaml_takes_for_a_group_or_list_is_a_text(text: str) -> None:
    """In a list of texts an item with a colon, a bracket or a brace comes out as written."""
    assert play(f"when:\n  - {text}\n  - Next\n") == ({"when": [text, "Next"]}, [])


@pytest.mark.parametrize(
    ("text", "pasted"),
    [
        ("ROI: the guide", '"ROI: the guide"'),
        ("**Call** first", '"**Call** first"'),
        ("*Call first", '"*Call first"'),
        ("*Call", '"*Call"'),
        ('"We can wait" they say', "'\"We can wait\" they say'"),
        ("'Wait' they say", "\"'Wait' they say\""),
        ("> 5 days", '"> 5 days"'),
        ("@anna", '"@anna"'),
        ("%x", '"%x"'),
        ("`backtick` here", '"`backtick` here"'),
        ("text: more", '"text: more"'),
        ("|DATE| is set", '"|DATE| is set"'),
        ("&Co is here", '"&Co is here"'),
        ("& more", '"& more"'),
        ("!wow yes", '"!wow yes"'),
        ("- call", '"- call"'),
        ("? really", '"? really"'),
        (", then", '", then"'),
        ("[Name] and more", '"[Name] and more"'),
        ("{first_name}, your seat", '"{first_name}, your seat"'),
        ("{{contact.firstname}} hi", '"{{contact.firstname}} hi"'),
        ("see https://a.example: nice", '"see https://a.example: nice"'),
    ],
)
def test_a_line_that_others_refuse_is_read_and_printed_corrected(text: str, pasted: str) -> None:
    """No word changes, one warning has the corrected line, and that line says the same without a warning."""
    data, problems = play(f"title: x\nsay: {text}\nask: y\n")
    assert data == {"title": "x", "say": text, "ask": "y"}
    assert [(found.code, found.suggestion) for found in problems] == [("PB113", f"say: {pasted}")]
    assert problems[0].place is not None
    assert (problems[0].place.line, problems[0].place.column) == (2, 6)
    assert play(f"title: x\nsay: {pasted}\nask: y\n") == (data, [])


def test_a_text_of_several_lines_with_a_colon_is_one_text() -> None:
    """A repair takes in the lines that the text goes on over; the lines to paste read the same."""
    data, problems = play("say: Well: yes\n  and further: on\n  to the end\ntitle: x\n")
    assert data == {"say": "Well: yes and further: on to the end", "title": "x"}
    assert play(problems[0].suggestion + "\ntitle: x\n") == (data, [])


def test_a_remark_behind_a_repaired_line_stays_a_remark() -> None:
    """A # with a space on both sides begins a remark, in a repaired line too."""
    assert play("say: @anna # who else\n")[0] == {"say": "@anna"}


def test_a_field_indented_under_a_text_never_becomes_a_part_of_it() -> None:
    """What looks like a field is not put into quotes with the line above: it is read beside it, and the guess is an error."""
    data, problems = play("title: A guide\n  say: hello\n")
    assert data == {"title": "A guide", "say": "hello"}
    assert [(found.code, found.place and found.place.line, found.suggestion) for found in problems] == [("PB114", 2, "say: hello")]


@pytest.mark.parametrize(
    ("text", "pasted"),
    [
        ("We hear that\nand one more: it goes on\n", '"We hear that\n  and one more: it goes on"'),
        ("We hear\n  that\nand one more: on\n", '"We hear\n  that\n  and one more: on"'),
        ("|\n  We hear\nand one more: on\n", "|\n  We hear\n  and one more: on"),
    ],
)
def test_a_line_that_goes_on_with_the_text_above_is_told_as_that(text: str, pasted: str) -> None:
    """It is neither an unknown field nor shown to whom the text above is shown; the lines to paste are read as one text."""
    data, [found] = play(f"title: x\nsay: {text}")
    assert isinstance(data, dict)
    assert (found.code, found.suggestion) == ("PB114", f"say: {pasted}")
    assert [*data] == ["title", "say"]
    assert "and one" not in str(data["say"])
    mended, problems = play(f"title: x\n{found.suggestion}\n")
    assert isinstance(mended, dict)
    assert problems == []
    assert "and one more: " in str(mended["say"])


@pytest.mark.parametrize(
    "line", ["say: We hear\nnot when: x", "say: We hear\ncolour: red", "say: 'We hear'\nand so: on", "status: draft\nand so: on"]
)
def test_what_may_be_a_field_is_none_that_goes_on(line: str) -> None:
    """One word, a word near a field's name, and what follows a value that has one line or ends with a quote stay names."""
    data, problems = play(f"title: x\n{line}\n")
    assert isinstance(data, dict)
    assert len(data) == 3
    assert problems == []


def test_what_no_field_is_called_is_not_taken_for_one() -> None:
    """A word that no field has is neither given a colon nor moved: the file is refused."""
    for text in ("title: A guide\n  sahy: hello\n", "title: A guide\nsahy hello\nwhen: Now\n"):
        data, problems = play(text)
        assert data is None
        assert [found.code for found in problems] == ["PB114"]


def test_a_colon_is_put_only_where_the_file_can_be_read_then() -> None:
    """A long text whose next line begins with the name of a field stays that text."""
    data, problems = play("title: A guide to\n  steps and when to do them\n")
    assert data == {"title": "A guide to steps and when to do them"}
    assert problems == []


def test_a_sentence_stands_for_the_main_field_of_a_group() -> None:
    """Where a group has a main field, a bare text with a colon is that text; a field's name stays a field."""
    data, problems = play("questions:\n  - Who decides: you or she?\n  - {name}\n  - ? really\n  - aks: why?\n  - ask: Budget\n")
    assert data == {"questions": ["Who decides: you or she?", "{name}", "? really", {"aks": "why?"}, {"ask": "Budget"}]}
    assert problems == []


def test_several_lines_of_a_list_in_the_place_of_a_text_are_kept_and_said() -> None:
    """Nothing is lost: the lines are read as a text, with a warning."""
    data, problems = play("say:\n  - one\n  - two: three\n")
    assert data == {"say": "- one\n- two: three"}
    assert [found.code for found in problems] == ["PB125"]


def test_the_teams_own_fields_keep_their_form() -> None:
    """Below extra everything is text, list or group, as deep as it is written; nothing is typed."""
    data, problems = play("extra:\n  Page title: x\n  on: yes\n  list: [1, 2.0, {a: 3}]\n  none:\n")
    assert data == {"extra": {"Page title": "x", "on": "yes", "list": ["1", "2.0", {"a": "3"}], "none": None}}
    assert problems == []


def test_a_comma_that_splits_a_sentence_is_said() -> None:
    """A list in brackets whose items look like pieces of a sentence is printed with dashes; plain lists are left alone."""
    _, problems = play("when: [They ask for the price, but can wait, Send it]\npersonas: [a, b]\ngoals: [x y, z]\n")
    assert [(found.code, found.suggestion) for found in problems] == [
        ("PB124", "when:\n  - They ask for the price, but can wait\n  - Send it")
    ]
    assert play("when: [Two shifts are open, The planner is away]\n")[1] == []


def test_one_value_and_a_bare_text_keep_the_form_they_are_written_in() -> None:
    """The data says what is written; who builds the entry makes the list of one and the group of the main field."""
    text = "when: now\nsend: Hi {first_name}\nnext:\n  if_silent: Call again\nreps: [AE, SDR]\n"
    assert play(text)[0] == {"when": "now", "send": "Hi {first_name}", "next": {"if_silent": "Call again"}, "reps": ["AE", "SDR"]}


def test_a_long_list_of_misread_lines_is_read_whole() -> None:
    """A file in which every line needs quotes comes out as written, line by line."""
    items = [f"**Step {number}** first: then" for number in range(150)]
    data, problems = play("when:\n" + "".join(f"  - {item}\n" for item in items))
    assert data == {"when": items}
    assert len(problems) == 150
