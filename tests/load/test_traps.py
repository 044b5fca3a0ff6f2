"""Lines that YAML reads without complaint but not as meant: each is caught, with its line, column and what to paste."""

from __future__ import annotations

import pytest

from playbook.load.reading import read_data
from playbook.problems import Level, Problem


def problems_of(text: str | bytes, kind: str = "play") -> list[Problem]:
    """Return what is wrong with a file."""
    return read_data("f.yaml", kind, "f", text if isinstance(text, bytes) else text.encode())[1]


TRAPS = (
    ("a key given twice", "title: a\nsay: x\ntitle: b\n", "PB116", (3, 1), ""),
    ("a # that cuts a text", "title: Top #1 pick\n", "PB117", (1, 12), 'title: "Top #1 pick"'),
    ("a # that cuts a text behind a dash", "when:\n  - #1 asks\n", "PB117", (2, 5), '  - "#1 asks"'),
    ("a # 1 that is lost", "title: We are # 1 here\n", "PB117", (1, 15), 'title: "We are # 1 here"'),
    ("a # 1 that is all", "when:\n  - # 1 asks\n", "PB117", (2, 5), '  - "# 1 asks"'),
    ("a # at the end", "title: The key #\nsay: x\n", "PB117", (1, 16), 'title: "The key #"'),
    ("a # that cuts a text before a remark", "title: Top #1 # for now\n", "PB117", (1, 12), 'title: "Top #1" # for now'),
    ("a # behind a quoted text", 'say: "a #b" #c\n', "PB117", (1, 13), "say: '\"a #b\" #c'"),
    ("a dash swallowed", "when:\n  - one\n   - two\n", "PB118", (3, 4), "  - two"),
    ("a special space after a colon", "reps:\n  primary:\xa0AE\n", "PB119", (2, 11), "  primary: AE"),
    ("a special space after a colon, refused by YAML", "title:\xa0Guide\nsay: x\n", "PB119", (1, 7), "title: Guide"),
    ("a special space before a field", "\xa0title: a\nsay: x\n", "PB119", (1, 1), "title: a"),
    ("a special space in the indentation", "when:\n\xa0 - one\n", "PB119", (2, 1), "  - one"),
    ("a tab in the indentation", "when:\n\t- one\n", "PB120", (2, 1), "  - one"),
    ("a missing closing quote", 'title: "Guide\nsay: hello\nask: why\n', "PB115", (1, 8), 'title: "Guide"'),
    ("a missing closing quote before another quote", 'title: "Guide\nsay: "hello"\n', "PB115", (1, 8), 'title: "Guide"'),
    ("a missing closing quote that closes later", 'title: "Guide\nsay: hello"\nask: x\n', "PB115", (1, 8), 'title: "Guide"'),
    ("a missing closing bracket", "personas: [a, b\ntitle: x\n", "PB115", (1, 11), "personas: [a, b]"),
    ("no space after a colon", "title:Guide\nsay: x\n", "PB113", (1, 1), "title: Guide"),
    ("a vertical tab from a slide", "title: Two\x0bwords\n", "PB119", (1, 11), "title: Two words"),
    ("a line separator from a chat", "title: Two\u2028words\n", "PB119", (1, 11), "title: Two words"),
    ("an alias", "title: &t x\nsay: *t\n", "PB121", (2, 6), ""),
    ("a type sign", 'title: !!python/object/apply:os.system ["false"]\n', "PB122", (1, 8), ""),
    ("a merge", "<<: {title: x}\nsay: y\n", "PB123", (1, 1), ""),
    ("a name that is a list", "? [a]\n: b\n", "PB123", (1, 4), ""),
    ("a Windows path in double quotes", 'say: "C:\\new"\n', "PB126", (1, 6), "say: 'C:\\new'"),
    ("a Windows path that YAML refuses", 'say: "C:\\Users"\n', "PB113", (1, 6), "say: 'C:\\Users'"),
    ("a second document", "title: a\n---\ntitle: b\n", "PB112", (3, 1), ""),
    ("text below a closing line of dashes", "---\ntitle: a\n---\nAnd: a word: more\n", "PB112", (4, 1), ""),
    ("a list in a file", "- a\n", "PB111", (1, 3), ""),
    ("UTF-16", "title: x\n".encode("utf-16"), "PB109", (1, 1), ""),
    ("an old encoding", b"title: a\nsay: caf\xe9\n", "PB108", (2, 9), ""),
    ("bytes of a picture", b"\x89PNG\r\n\x1a\n\0\0\0", "PB108", (1, 1), ""),
    ("a NUL", b"title: a\0b\n", "PB108", (1, 9), ""),
)


@pytest.mark.parametrize(("text", "code", "start", "pasted"), [trap[1:] for trap in TRAPS], ids=[trap[0] for trap in TRAPS])
def test_each_trap_is_caught_with_its_place(text: str | bytes, code: str, start: tuple[int, int], pasted: str) -> None:
    """The trap's own problem comes with line, column and, where one can be given, the line to paste."""
    found = next(each for each in problems_of(text) if each.code == code)
    assert found.place is not None
    assert ((found.place.line, found.place.column), found.suggestion) == (start, pasted)


def test_a_remark_that_may_be_meant_is_a_warning() -> None:
    """A # that touches the next word was never meant as a remark; one with a space and a figure, or with nothing behind it, may be."""
    levels = {text: problems_of(f"title: {text}\n")[0].level for text in ("Top #1", "Top # 1", "Top #")}
    assert levels == {"Top #1": Level.ERROR, "Top # 1": Level.WARNING, "Top #": Level.WARNING}


def test_a_colour_cut_by_its_sign_is_said() -> None:
    """A colour without quotes vanishes in YAML; the line to paste keeps it."""
    assert problems_of("name: x\nbrand:\n  accent: #0B5FFF\n", "settings")[0].suggestion == '  accent: "#0B5FFF"'


@pytest.mark.parametrize(
    "text",
    [
        "title: x # remark\n",
        "# remark\ntitle: x\n  # another\n",
        "title: x\n#no space\n",
        "personas: [a, b] #later\n",
        "say: |\n  See #1 and - this\n  - list: x\n",
        'say: "Hello\n  note: this\n  - goes on"\n',
        "say: Two\n  lines\n",
        "\ufefftitle: x\r\nsay: y\r\n",
        "---\ntitle: x\n---\n",
        "title: Prix\xa0:5\xa0€\n",
    ],
)
def test_what_is_fine_is_left_alone(text: str) -> None:
    """Remarks, blocks, quoted texts, byte order marks and Windows line ends bring no problem."""
    assert problems_of(text) == []


def test_the_first_of_two_equal_fields_counts_and_both_lines_are_named() -> None:
    """A field given twice keeps its first value, and the problem names both lines."""
    data, problems = read_data("f.yaml", "play", "f", b"title: a\nsay: x\ntitle: b\n")
    assert data == {"title": "a", "say": "x"}
    assert "line 1" in problems[0].why
    assert "line 3" in problems[0].why


def test_a_repeated_value_is_read_and_a_bomb_is_not() -> None:
    """A small alias gives its value; chains of them are refused, fast and in little memory."""
    assert read_data("f.yaml", "play", "f", b"title: &t x\nsay: *t\n")[0] == {"title": "x", "say": "x"}
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10))]
    data, problems = read_data("f.yaml", "reviews", "f", "\n".join(lines).encode())
    assert len(repr(data)) < 10_000
    assert {found.code for found in problems} == {"PB121"}


@pytest.mark.parametrize("text", ["[" * 200_000, "{" * 5_000, "- " * 5_000, "a: " + "[" * 40 + "]" * 40, "a: &a [*a]"])
def test_depth_never_harms(text: str) -> None:
    """Whatever is nested too deeply is a problem, neither a crash nor an exception."""
    assert problems_of(text)


def test_too_large_and_too_many_are_problems() -> None:
    """Files of more than 1 MB or 50,000 values are refused with a reason."""
    assert [found.code for found in problems_of("a: " + "x" * 1_000_001)] == ["PB107"]
    assert [found.code for found in problems_of("extra: [" + "a," * 60_000 + "]")] == ["PB107"]


def test_many_problems_on_one_long_line_stay_small() -> None:
    """Corrections too long to be pasted are left out, so that a hostile line cannot fill the memory."""
    problems = problems_of("title: [" + "*x, " * 10_000 + "]", "reviews")
    assert len(problems) == 10_000
    assert sum(len(found.suggestion) for found in problems) < 10_000_000
