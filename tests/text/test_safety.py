"""No text may bring a page down or bring anything onto it that is not on our list, whoever wrote it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from playbook.text import Target, first_sentence, html, is_block, lines, links, plain, unsafe_tags, words

Reading = Callable[[str], Any]

ATTACKS = Path(__file__).with_name("attacks.txt").read_text(encoding="utf-8").splitlines()  # one a line


AROUND = ("{}", "words {} more", "- {}\n- b", "| a | b |\n|---|---|\n| {} | c |", "> {}\n\n{}", "*{}*\n{}")


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_stays_words(attack: str, reading: Reading) -> None:
    """No vector, wherever it stands in a text, brings a tag, an attribute, a comment or a scheme onto the page that is not on our list."""
    for text in (around.replace("{}", attack.replace(r"\u0001", "\x01")) for around in AROUND):
        for fragment in (html(text), html(text, plain_links=True, keep_lines=True), lines(text)):
            assert reading(fragment).wrong == []
        for wrong in reading(html(text, resolve=Target)).wrong:  # a library that answers with whatever it was asked
            assert re.fullmatch(r"href (?![\s\x00-\x20]*[a-zA-Z][a-zA-Z0-9+.-]*:).*", wrong)


SIZE = 5_000
MONSTERS = {
    "brackets": "[" * 100_000,
    "brackets closed": "[]" * SIZE + "]" * SIZE,
    "some brackets": "[" * 3_000,
    "links in links": "[" * 500 + "a" + "](x.y)" * 500,
    "pictures in pictures": "![" * 500 + "a" + "](x.y)" * 500,
    "half links": "[a](<" * SIZE,
    "stars": "*" * SIZE,
    "emphasis in emphasis": "*a **b " * SIZE,
    "underscores": "_a_" * SIZE,
    "ticks": "".join("`" * number + "a" for number in range(300)),
    "quotes in quotes": "> " * SIZE + "a",
    "growing quotes": "\n".join("> " * number + "a" for number in range(150)),
    "lists in lists": "\n".join("  " * number + "- a" for number in range(300)),
    "bullets in one line": "- " * SIZE + "a",
    "numbers": "1. a\n" * SIZE,
    "a long table": "|a|b|\n|-|-|\n" + "|1|2|\n" * SIZE,
    "a wide table": "|a" * 1_000 + "|\n" + "|-" * 1_000 + "|\n" + ("|1" * 2_000 + "|\n") * 3,
    "dashes": "|" + "-|" * SIZE + "\n|" + "-|" * SIZE,
    "open tags": "<b>" * SIZE,
    "open tags in turn": "<b><p><i><table><td>" * (SIZE // 10),
    "closing tags": "</b></p>" * SIZE,
    "quotes of the author": "<blockquote>" * 50_000,
    "tables in tables": "<table><tr><td>" * (SIZE // 10),
    "lists of the author": "<ul><li>" * (SIZE // 10),
    "a million columns": "<table><tr>" + "<td colspan=1000000>" * 500,
    "comments": "<!--" * SIZE,
    "scripts": "</style>" + "<script>" * SIZE,
    "words that are tags": "<title>" * SIZE,
    "tags never closed": '<a href="' * SIZE,
    "addresses": "http://a " * SIZE,
    "brackets after an address": "http://a" + "(" * SIZE + ")" * 2 * SIZE,
    "half addresses": "://" * SIZE,
    "fields": "{{a" * SIZE + "{" * SIZE,
    "backslashes": "\\" * SIZE,
    "references": "&amp;&#106;&" * SIZE,
    "line breaks": "a\n" * SIZE,
    "headings": "# a\n" * SIZE,
    "white space": "a" + " " * SIZE + "b\n" + " " * SIZE + "c",
    "signs no page can hold": "\x00\x08\ud800\uffff*" * SIZE,
}


@pytest.mark.parametrize("name", MONSTERS)
def test_a_monster_is_shown_in_good_time(name: str, reading: Reading) -> None:
    """Texts made to exhaust a parser raise nothing, stay balanced and take seconds at most, in every door."""
    text = MONSTERS[name]
    fragment = html(text)
    for door in (plain, words, links, unsafe_tags, first_sentence, is_block, lines):
        door(text)
    assert reading(fragment).wrong == []


IN_VAIN = ["[" * 100_001, "![" * 50_001, "</style>" + "<script>" * 20_000, "-->" + "<!--" * 50_000, "<ul><li>" * 20_000]


@pytest.mark.parametrize("text", IN_VAIN, ids=["brackets", "pictures", "scripts", "comments", "lists"])
def test_what_takes_time_by_the_square_is_not_done(text: str, reading: Reading) -> None:
    """A hundred thousand brackets, or openings that nothing closes, come out whole; looking from each to the end takes minutes."""
    assert reading(html(text)).wrong == []


def test_depth_loses_no_words() -> None:
    """A text nested deeper than we parse is shown as its plain lines, with every word of it."""
    text = "\n".join("> " * number + f"line{number}" for number in range(150))
    assert all(f"line{number}" in html(text) for number in range(150))
    assert html("[" * 20_000) == "[" * 20_000


PIECES = """
<b> </b> <p> </p> <i> <a href=x.y> <a href="javascript:1"> <a href="https://x.y"> </a> <table> <tr> <td colspan=3> </td> </tr>
</table> <ul> <li> </ul> <h2> </h3> <br> </br> <hr> <pre> <code> </code> <blockquote> <script> </script> <style> </style> <!-- -->
<div> <svg> <math> <title> <Company> <5 <x:y> <a@b.c> <https://x.y> [ ] ( ) ]( ![ [a](https://x.y) [b](term:x) * ** _ __ ___ ~~
` `` ``` ~~~ # ## - + > 1. 2) | |-|-| --- === {a} {{ }} & &lt; &#106; &Tab; / : . , = http:// https://x.y/z word 5 € 🚀 onclick=
""".split()
PIECES += ["\n", "\n\n", " ", "    ", "\t", "\r\n", "\x00", "\x0b", "\ud800", "\u2028", "\ufeff", "\\", '"', "'"]
PIECES += ["a|b\n|-|-|\n", "\n- ", "\n> ", "\n# ", "\n1. "]

anything = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=30).map("".join))


@settings(max_examples=600, deadline=None)
@given(anything, st.integers(1, 6), st.booleans(), st.booleans())
def test_any_text_gives_a_balanced_fragment_of_our_own_tags(
    reading: Reading, text: str, level: int, keep_lines: bool, plain_links: bool
) -> None:
    """Whatever the text, `html` raises nothing, and gives balanced HTML with no tag, attribute or scheme that is not on our list."""
    read = reading(html(text, level=level, keep_lines=keep_lines, plain_links=plain_links))
    assert read.wrong == []
    assert is_block(text) or not set(read.tags) & {"p", "ul", "ol", "li", "table", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"}


@pytest.mark.prove
@settings(max_examples=20_000, deadline=None)
@given(anything)
def test_a_great_many_texts_give_balanced_fragments(reading: Reading, text: str) -> None:
    """The same for as many texts as fit into a few minutes."""
    assert reading(html(text)).wrong == []
    assert reading(html(text, plain_links=True, keep_lines=True)).wrong == []


@settings(max_examples=300, deadline=None)
@given(anything)
def test_any_text_goes_through_every_door(reading: Reading, text: str) -> None:
    """No door raises, and what is shown as a link is listed by `links`."""
    read = reading(lines(text))
    assert read.wrong == []
    assert set(read.tags) <= {"br", "span"}
    assert words(text) <= len(plain(text).split())
    assert "\n" not in plain(text)
    assert first_sentence(text) in plain(text)
    assert set(unsafe_tags(text)) <= {"script", "style", "div", "svg", "math", "title"}
    assert bool(reading(html(text)).addresses) <= bool(links(text))


@settings(max_examples=400, deadline=None)
@given(st.lists(st.text(alphabet="abcÄß 019*_~-#>|`\n.!()$%", max_size=12), max_size=8).map("".join))
def test_letters_survive_in_their_order(reading: Reading, text: str) -> None:
    """No letter of a text without tags, links and references is lost or moved, whatever signs stand between."""
    assume("```" not in text)  # the one word beside a fence is the language of the code in it
    assume("~~~" not in text)
    shown = "".join(reading(html(text)).words)
    assert [sign for sign in shown if sign.isalpha()] == [sign for sign in text if sign.isalpha()]
    assert [sign for sign in plain(text) if sign.isalpha()] == [sign for sign in text if sign.isalpha()]


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet="abc 0189.,;:!?'\"()$%€+=/@#-—", max_size=40).map(str.strip))
def test_a_sentence_keeps_every_sign(reading: Reading, text: str) -> None:
    """One line of words, figures and punctuation comes out sign for sign, unless it starts as a block or holds an address."""
    if not is_block(text) and "://" not in text:
        assert "".join(reading(html(text)).words) == text
        assert "".join(reading(lines(text)).words) == text
