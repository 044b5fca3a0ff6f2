"""A field gets another value and the rest of its file stays as its author wrote it."""

from __future__ import annotations

import pytest

from playbook.edit.entry_file import EntryFile
from playbook.edit.rewriting import with_value
from playbook.formats import fields_of
from playbook.model.content import Asset
from playbook.model.documents import Data
from playbook.model.shapes import shape_of
from playbook.problems import PlaybookError

WRITTEN = """\
# Our best piece
title: Guide   # as printed
type: guide

links: https://example.com  # since May
topics: [pay, overtime]
uses:
  # the first
  - when: They ask   # on the telephone
    how:
      - Send it
      # never before noon
      - Call
    send:
      subject: Hi
      body: |
        Hi {first_name},

        here.
  - when:
      - They wait
# the end
"""


def changed(name: str, new: Data, written: str = WRITTEN) -> str:
    """Return a file with another value in one field."""
    file = EntryFile("content_library/assets/guide.yaml", "asset", "guide", written.encode())
    old = fields_of("asset", file.data).get(name)
    return with_value(file, shape_of(Asset), name, old, new).raw.decode()


def uses(**first: Data) -> list[Data]:
    """Return the uses as they are written, with other values in the first one."""
    send = [{"subject": "Hi", "body": "Hi {first_name},\n\nhere.\n"}]
    return [{"when": ["They ask"], "how": ["Send it", "Call"], "send": send, **first}, {"when": ["They wait"]}]  # type: ignore[dict-item, list-item]


@pytest.mark.parametrize(
    ("name", "new", "old_line", "new_line"),
    [
        ("title", "The guide: 2", "title: Guide   # as printed", 'title: "The guide: 2"  # as printed'),
        ("links", {"public": [{"url": "https://b.c"}]}, "https://example.com", "https://b.c"),
        ("topics", ["pay"], "[pay, overtime]", "[pay]"),
        ("topics", None, "topics: [pay, overtime]\n", ""),
        ("summary", "Short", "since May\n", "since May\nsummary: Short\n"),
        ("owner", "Ann", "# the end\n", "owner: Ann\n# the end\n"),
        ("uses", uses(when=["They call"]), "when: They ask   #", "when: They call  #"),
        ("uses", uses(how=["Send it", "Wait", "Call"]), "      # never", "      - Wait\n      # never"),
        ("uses", uses(say="Hello"), "    send:\n", "    say: Hello\n    send:\n"),
        ("uses", [*uses(), {"ask": "Who?"}], "      - They wait\n", "      - They wait\n  - ask: Who?\n"),
        ("uses", uses()[:1], "  - when:\n      - They wait\n", ""),
    ],
)
def test_only_what_differs_is_written_anew(name: str, new: Data, old_line: str, new_line: str) -> None:
    """Remarks, brackets, short forms and the order of the fields stay; every other line does."""
    assert changed(name, new) == WRITTEN.replace(old_line, new_line)


@pytest.mark.parametrize(
    "text",
    [
        "a\nb",
        "a\n",
        "a\n\n",
        "\n a\n  b",
        " \na",
        "a" * 300,
        "word " * 60 + "end",
        "'\"",
        "a: b # c",
        "\x07\x85\u2028x",
        "- a",
        "#",
        "null",
        "\t",
        "é",
    ],
)
def test_every_text_is_written_so_that_it_is_read_the_same(text: str) -> None:
    """Line ends at both ends, long lines, quotes and signs that cannot be seen."""
    file = changed("body", text if text.strip() else None)
    assert fields_of("asset", EntryFile("a.yaml", "asset", "a", file.encode()).data).get("body") == (text if text.strip() else None)


def test_a_file_in_one_pair_of_braces_is_left_alone() -> None:
    """What cannot be changed in one place alone stops, and nothing is written."""
    with pytest.raises(PlaybookError, match="cannot be changed"):
        changed("title", "B", "{title: A, type: guide}\n")


def test_a_text_that_becomes_a_group_is_written_out() -> None:
    """An address alone gets lines of its own once it has a label."""
    new = changed("links", {"public": [{"url": "https://b.c", "label": "B"}]})
    assert "links:  # since May\n  public:\n    - url: https://b.c\n      label: B\n" in new
