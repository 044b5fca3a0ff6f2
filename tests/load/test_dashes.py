"""Dashes that are forgotten before items of lists: each is told at its line, and what is pasted makes the file whole."""

from __future__ import annotations

import pytest

from playbook.load.reading import read_data
from playbook.model.documents import Data
from playbook.problems import Problem

TEXTS = ["Do this first", "Do that then", "Write it down"]
STEPS = [{"do": "Call", "who": "Ann"}, {"do": "Write"}]
USES = [{"when": "They ask", "not_when": ["Never", "Ever"], "how": "Send it"}, {"when": "They call", "not_when": "Never"}]
FORGOTTEN: tuple[tuple[str, str, str, str, int, str, Data], ...] = (
    (
        "before the first text",
        "play",
        "when:\n  Do this first\n  - Do that then\n  - Write it down\n",
        "PB130",
        2,
        "  - Do this first",
        {"when": TEXTS},
    ),
    (
        "before the first text, which stands where its dash would leave it",
        "play",
        "when:\n    Do this first\n  - Do that then\n  - Write it down\n",
        "PB130",
        2,
        "  - Do this first",
        {"when": TEXTS},
    ),
    (
        "before the first two texts",
        "play",
        "when:\n  Do this first\n  Do that then\n  - Write it down\n",
        "PB130",
        2,
        "  - Do this first\n  - Do that then",
        {"when": TEXTS},
    ),
    (
        "before the first text, with remarks around it",
        "play",
        "when: # three\n  # one\n  Do this first\n\n  # two\n  - Do that then\n  - Write it down\n",
        "PB130",
        3,
        "  - Do this first",
        {"when": TEXTS},
    ),
    (
        "before a text in the middle",
        "play",
        "when:\n  - Do this first\n  Do that then\n  - Write it down\n",
        "PB130",
        3,
        "  - Do that then",
        {"when": TEXTS},
    ),
    (
        "before a word in the middle",
        "play",
        "when:\n  - Do this first\n  Call\n  - Write it down\n",
        "PB130",
        3,
        "  - Call",
        {"when": ["Do this first", "Call", "Write it down"]},
    ),
    (
        "before the last text",
        "play",
        "when:\n  - Do this first\n  - Do that then\n  Write it down\nsay: Hello\n",
        "PB130",
        4,
        "  - Write it down",
        {"when": TEXTS, "say": "Hello"},
    ),
    (
        "before the first group",
        "play",
        "steps:\n  do: Call\n  who: Ann\n  - do: Write\n",
        "PB130",
        2,
        "  - do: Call\n    who: Ann",
        {"steps": STEPS},
    ),
    (
        "before the first group, which stands where its dash would leave it",
        "play",
        "steps:\n    do: Call\n    who: Ann\n  - do: Write\n",
        "PB130",
        2,
        "  - do: Call\n    who: Ann",
        {"steps": STEPS},
    ),
    (
        "nowhere: a field of the item above stands in the column of the dashes",
        "asset",
        "uses:\n  - when: They ask\n  not_when:\n    - Never\n    - Ever\n    how: Send it\n  - when: They call\n    not_when: Never\n",
        "PB114",
        3,
        "    not_when:",
        {"uses": USES},
    ),
    (
        "nowhere: such a field with a long text",
        "asset",
        "uses:\n  - when: They ask\n  not_when: >-\n    Never and\n    never\n",
        "PB114",
        3,
        "    not_when: >-\n      Never and\n      never",
        {"uses": [{"when": "They ask", "not_when": "Never and never"}]},
    ),
)


def _read(kind: str, text: str) -> tuple[Data, list[Problem]]:
    data, problems = read_data("f.yaml", kind, "f", text.encode())
    return data, problems


@pytest.mark.parametrize(
    ("kind", "text", "code", "line", "pasted", "data"), [case[1:] for case in FORGOTTEN], ids=[case[0] for case in FORGOTTEN]
)
def test_it_is_told_where_it_is_missing_and_nothing_is_lost(kind: str, text: str, code: str, line: int, pasted: str, data: Data) -> None:
    """There is one problem, at the line without its dash; all is read as meant; with the pasted lines there is no problem any more."""
    found, problems = _read(kind, text)
    assert found == data
    assert [(each.code, each.place.line if each.place else 0, each.suggestion) for each in problems] == [(code, line, pasted)]
    lines = text.split("\n")
    lines[line - 1 : line - 1 + len(pasted.split("\n"))] = pasted.split("\n")
    assert _read(kind, "\n".join(lines)) == (data, [])


def test_a_line_that_goes_on_with_the_text_above_gets_no_dash() -> None:
    """Several words that begin with a small letter are read as the rest of the item above."""
    found, problems = _read("play", "when:\n  - They ask for\n  the price of it\n  - They call\n")
    assert found == {"when": ["They ask for the price of it", "They call"]}
    assert [each.code for each in problems] == ["PB114"]


def test_where_one_text_is_wanted_it_stays_one() -> None:
    """A dash within a text that is no list makes no list of it."""
    found, problems = _read("play", "title:\n  Call\n  - and write\n")
    assert found == {"title": "Call - and write"}
    assert [each.code for each in problems] == ["PB118"]
