"""What holds for every text and for all bytes."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from playbook.load import locate, read, source_line
from playbook.load.quoting import quoted
from playbook.load.reading import read_data

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters="\ufeff\ufffe\uffff"))
WORDS = st.lists(
    st.sampled_from(
        ["a", "title", "say:", "-", "#1", '"', "'", "[", "]", "{", "}", ":", "&x", "*x", "|", ">", "!", "\n", "\n  ", ",", "%", "\t", "\\"]
    )
)
KINDS = st.sampled_from(["play", "asset", "persona", "settings", "agreement", "reviews"])


@given(TEXTS)
@settings(deadline=None)
def test_a_quoted_text_comes_out_as_written(text: str) -> None:
    """Quotes keep every sign, and bring no problem but the one of Windows paths."""
    data, problems = read_data("f.yaml", "play", "f", f"title: {quoted(text)}\n".encode())
    assert data == {"title": text}
    assert {found.code for found in problems} <= {"PB126"}


@given(TEXTS.filter(lambda text: text == text.strip()))
@example("a: b")
@example("> 5")
@settings(deadline=None, max_examples=300)
def test_a_plain_text_comes_out_as_written_or_is_reported(text: str) -> None:
    """No word ever changes silently."""
    data, problems = read_data("f.yaml", "play", "f", f"title: x\nsay: {text}\nask: y\n".encode())
    assert problems or data == {"title": "x", "say": text or None, "ask": "y"} or _is_quoted(text, data)


def _is_quoted(text: str, data: object) -> bool:
    """Whether a text is in quotes of its own, or ends in a remark, or is an empty block: then YAML's reading is the author's."""
    return text[:1] in {'"', "'", "|", ">"} or " #" in f" {text}"


@given(st.binary(max_size=200) | WORDS.map(lambda words: " ".join(words).encode()), KINDS)
@settings(deadline=None, max_examples=400)
def test_no_bytes_ever_raise(raw: bytes, kind: str) -> None:
    """Whatever a file holds, it gives data, or None and an error; the data can be written as JSON."""
    data, problems = read_data("f.yaml", kind, "f", raw)
    json.dumps(data)
    assert data is not None or any(found.level == 3 for found in problems)


@given(st.lists(st.binary(max_size=60) | WORDS.map(lambda words: " ".join(words).encode()), max_size=3))
@settings(deadline=None, max_examples=60)
def test_cached_and_uncached_are_equal_and_all_is_placed(contents: list[bytes]) -> None:
    """A library reads the same from its cache, and every problem of a file that is text finds its line."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / "personas").mkdir()
        (root / "enablement.yaml").write_bytes(b"name: x\n")
        for number, content in enumerate(contents):
            (root / f"personas/p{number}.yaml").write_bytes(content)
        plain = read(root)
        assert [read(root, root / ".playbook") for _ in range(2)] == [plain, plain]
        for found in locate(root, plain.problems):
            assert isinstance(source_line(root, found), str)
