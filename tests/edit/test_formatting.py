"""The one form says the same as before, is reached in one step, and keeps every remark."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from playbook.edit import formatted, write
from playbook.edit.entry_file import EntryFile
from playbook.edit.formatting import _formatted, _remarks
from playbook.library import Library, assemble
from playbook.load import read
from playbook.validate import bind


def library(root: Path) -> Library:
    """Return the library as it is on the disk."""
    bound = bind(read(root).documents)
    return assemble(bound.settings, bound.entries, bound.agreement, reviews=bound.reviews)


def form(text: str, kind: str = "asset") -> str:
    """Return the text of one file in the one form, or why it is left."""
    found = _formatted(EntryFile("a.yaml", kind, "a", text.encode()))
    return found if isinstance(found, str) else found.raw.decode()


def in_one_form(root: Path) -> None:
    """Format a whole library, and prove that it says the same and is not changed again."""
    before = library(root)
    first = formatted(root, lambda _: True)
    assert first.left == {}
    write(root, first.changes)
    assert library(root) == before
    assert [change for change in formatted(root, lambda _: True).changes if change.before != change.after] == []
    for change in first.changes:
        assert sorted(_remarks(EntryFile("", "", "", change.before))) == sorted(_remarks(EntryFile("", "", "", change.after)))


def test_the_sample_says_the_same(sample: Path) -> None:
    """Each of its entries is equal before and after."""
    in_one_form(sample)


@pytest.mark.prove
def test_real_libraries_say_the_same(cases: Path, tmp_path: Path) -> None:
    """So do those of real companies."""
    for case in cases.iterdir():
        shutil.copytree(case, tmp_path / case.name, ignore=shutil.ignore_patterns("site", ".playbook"))
        in_one_form(tmp_path / case.name)


SHORT = """\
# Our calculator.

owner: Ann  # for now
tags: [a, "b, c"]  # two

# Where it is.
links: https://example.com/a
uses:
  - when: They wait   # a moment
    how: [Ask, 'Fill: in']
    # the mail
    send: |
      Hi {first_name},

      here it is: {link}
    personas: plant-manager
  # second
  - {when: They call, say: Yes}
type: guide
title: A sheet
# the end
"""
LONG = """\
# Our calculator.

title: A sheet
type: guide

# Where it is.
links:
  public:
    - url: https://example.com/a
uses:
  - personas:
      - plant-manager
    when:
      - They wait  # a moment
    how:
      - Ask
      - 'Fill: in'
    # the mail
    send:
      - body: |
          Hi {first_name},

          here it is: {link}
  # second
  - when:
      - They call
    say: Yes
owner: Ann  # for now
tags:  # two
  - a
  - "b, c"
# the end
"""


def test_short_forms_become_long_and_remarks_stay_with_their_fields() -> None:
    """Lists of one, main fields, brackets and braces, in the model's order; what every kind has comes last."""
    assert form(SHORT) == LONG
    assert form(LONG) == LONG


def test_a_slip_in_a_name_stays_where_it_stands() -> None:
    """An unknown field keeps its neighbour and the remarks above it: what stands at the top of a file is not carried to its end."""
    assert form("# Our calculator.\ntitel: A sheet\ntype: guide\ntag: a\nowner: Ann\n") == (
        "# Our calculator.\ntitel: A sheet\ntype: guide\ntag: a\nowner: Ann\n"
    )
    assert form("owner: Ann\nonwer: Bob\ntitle: A sheet\n") == "title: A sheet\nowner: Ann\nonwer: Bob\n"


def test_line_ends_and_the_mark_at_the_start_stay() -> None:
    """A file from Windows stays one."""
    assert form("\ufeff" + SHORT.replace("\n", "\r\n")) == "\ufeff" + LONG.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("title: 'a\ntype: b\n", "it cannot be read"),
        ("say: x\n\ttitle: a\n", "it cannot be read"),
        ("", "it cannot be read"),
        ("---\ntitle: a\n", "it holds signs that only YAML understands: & or *, --- or ... or %"),
        ("summary: &x hello\ntype: *x\ntitle: a\n", "it holds signs that only YAML understands: & or *, --- or ... or %"),
        ("title: a\nbody: |+\n  kept\n\n\ntype: b\n", "it would be read otherwise"),
    ],
)
def test_what_cannot_be_kept_is_left(text: str, why: str) -> None:
    """A file that is broken, or would not say the same, stays as it is, and it is said why."""
    assert form(text) == why


def test_a_change_of_reading_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The guard itself: a form that loses a word or a remark is not written."""
    for old, new in (("They wait", "They"), ("# the mail", "#")):
        lost = LONG.replace(old, new).rstrip("\n").split("\n")
        with monkeypatch.context() as patched:
            patched.setattr("playbook.edit.formatting._file", lambda *_, lost=lost: lost)
            assert form(SHORT) == "it would be read otherwise"


@pytest.mark.parametrize(
    "text",
    [
        "title: a\nsummary:\n  text below\n  goes on\ntags:\n- x\n-  y\n",
        "title: a\nsummary: >-\n\n  folded\n\n   more\n  end\nbody: |\n  kept\n\n\ntype: b\ntags: [a, # one\n  b]\n",
        "title: a\nuses: [{when: [a, b], how: c}, {say: d}]\n",
        "title: a\nuses:\n- when: a\n\n  how:\n  - b\n\n  - c\n- say: |2\n      deep\n    less\n",
        "title: a\nlinks: {public: [{url: https://a.example, label: A}], internal: https://b.example}\n",
        "title: a\nlinks:\n  - https://a.example\n  - url: https://b.example\n    label: B\n",
        "title: a\nlinks:\n  url: https://a.example\n",
        "title: a\nextra:\n  b: [1, {c: d}]\n  a: x\nnotes: |\n  # no remark\n",
        "title: a\ntags: []\nuses: {}\nsummary:\nreviewed: 2026-01-01\n",
        'title: "a\n  b"\nnmae: x\ntags: a\n',
    ],
)
def test_however_it_is_written(text: str) -> None:
    """Many ways to write an entry: the form is reached and says the same, which `form` proves; a second time changes nothing."""
    once = form(text)
    assert once.startswith("title: ")
    assert form(once) == once
