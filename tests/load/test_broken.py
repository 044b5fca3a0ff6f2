"""Many ways to break a file: each gives a problem in our own words, none an exception, and the rest is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from refusals_read import FOREIGN

from playbook.load import locate, read
from playbook.problems import Level

BROKEN: tuple[str | bytes, ...] = (
    "",
    " \n\n",
    "# only a remark\n",
    "---\n",
    "---\n---\n",
    "...\n",
    "just a text\n",
    "- a\n- b\n",
    "[a, b]\n",
    "42\n",
    "~\n",
    '"title"\n',
    "title\n",
    "title: a\ntitle: b\n",
    "title: a\n b: c\n",
    "title: a\n  b: c\n",
    " title: a\nsay: b\n",
    "title: a\nsay\n",
    "title a\nsay: b\n",
    "title: 'open\n",
    'title: "open\n',
    'title: "open\nsay: x\n',
    "title: 'open\nsay: it's\n",
    'say: "a" "b\n',
    'title: "a\\qb"\n',
    "tags: [a, b\n",
    "tags: [a, b\nsay: c\n",
    "tags: a, b]\n]: x\n",
    "tags: [a]]\n",
    "tags: [[a]\n",
    "tags: {a: b\n",
    "tags: }\n",
    "tags: ]\n",
    "tags: [a, {b]\n",
    "when:\n- a\n -\n- c\n",
    "when:\n  - a\n - b\n",
    "when:\n  - a\n   - b\n",
    "when:\n  - a\nb\n",
    "when: - a\n  - b\n",
    "when:\n  -a: b\n  - c\n",
    "\ttitle: a\n",
    "title: a\n\tsay: b\n",
    "when:\n\t- a\n  - b\n",
    "title: |a\n  b\n",
    "title: >9x\n  b\n",
    "title: |\nsay\n",
    "title: |\n  a\n b\n",
    "%YAML 9.9\n---\ntitle: a\n",
    "%TAG ! x\n",
    "%x\n",
    "!!map [a]\n",
    "title: !!int x\n",
    "title: !<a> b\n",
    "!x title: a\n? ",
    "? [a\n",
    "? [a]\n: b\n",
    ": b\n",
    "<<: *x\n",
    "<<: [a]\n",
    "title: *none: x\n",
    "*a : b\n",
    "title: &a\n  &b c\n",
    "&a &b title: c\n",
    "title: a\n---\nsay: b\n",
    "title: a\n...\nsay: b\n",
    "title:\xa0a\nsay: b\n",
    "\xa0title: a\nsay: b\n",
    "title: a\x01b\n",
    "title: a\u2028say: b\n",
    "title: \ufffe\n",
    "@title: a\n",
    "`title`: a\n",
    "title: @\n",
    "title: %\n",
    b"\xff\xfe",
    b"\xff\xfet\0i\0",
    b"\xfe\xff\0t",
    b"\xff\xfe\xff",
    b"title: \xff\n",
    b"title: a\0b\n",
    b"PK\x03\x04\0\0",
    b"\x89PNG\r\n\x1a\n",
    "title: \ud7ff\nsay".encode("utf-16-le"),
    "[" * 100_000,
    "{a: " * 100,
    "- " * 1000,
    "title: " + "x" * 1_100_000,
    "a: &a [*a, *a]\n",
    "title: Top #1\n",
    "extra: [" + "a," * 51_000 + "]\n",
)


@pytest.mark.parametrize("content", BROKEN, ids=[repr(content[:24]) for content in BROKEN])
def test_a_broken_file_is_reported_and_the_rest_is_read(content: str | bytes, tmp_path: Path) -> None:
    """At least one problem with a place in that file, in words an author understands; the files beside it are read."""
    (tmp_path / "content_library/plays").mkdir(parents=True)
    (tmp_path / "enablement.yaml").write_text("name: x\n", encoding="utf-8")
    (tmp_path / "content_library/plays/a.yaml").write_bytes(content if isinstance(content, bytes) else content.encode())
    (tmp_path / "content_library/plays/b.yaml").write_text("title: fine\n", encoding="utf-8")
    loaded = read(tmp_path)
    problems = locate(tmp_path, loaded.problems)
    assert problems
    assert {found.file for found in problems} == {"content_library/plays/a.yaml"}
    assert all(found.place and found.place.line >= 1 and found.place.column >= 1 for found in problems)
    assert all(found.why and found.remedy for found in problems)
    assert not [found.why for found in problems if FOREIGN.search(f"{found.what} {found.why} {found.remedy}")]
    assert {"title": "fine"} in [document.data for document in loaded.documents]
    unread = next(document for document in loaded.documents if document.id == "a").data is None
    assert not unread or any(found.level is Level.ERROR for found in problems)
