"""Words without signs: for titles, search, terms and counts."""

from __future__ import annotations

import pytest

from playbook.text import first_sentence, plain, seconds_aloud, words


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**Call** [Anna](tel:1), `now`", "Call Anna, now"),
        ("a\n\n- b\n- c\n\n| d | e |\n|---|---|\n| f<br>g | h |", "a b c d e f g h"),
        ("one<br>two</br>three<p>four", "one two three four"),
        ("<div>a</div><Company> <5 {first_name} [Name]", "a<Company> <5 {first_name} [Name]"),
        ("![a map](https://x.y/z.png) &amp; more", "a map & more"),
        ("a<script>b</script><!-- c -->d", "ad"),
        ("4. Renewing", "4. Renewing"),
        ("  two \n words ", "two words"),
        ("", ""),
    ],
)
def test_plain_is_what_a_reader_reads(text: str, shown: str) -> None:
    """No Markdown, no tags and no line breaks are left; placeholders, figures and blocks stay apart."""
    assert plain(text) == shown


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("one", 1), ("**two** words", 2), ("30–60 mins — a day", 4), ("{first_name}, hi!", 2), ("- \n- …", 0)]
)
def test_words_are_counted_as_read(text: str, count: int) -> None:
    """Dashes and signs alone are no words, a merge field is one."""
    assert words(text) == count


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Call first. Then write.", "Call first."),
        ("Use it e.g. For Anna vs. Ben. Then stop.", "Use it e.g. For Anna vs. Ben."),
        ("It costs 2.5 k. a year", "It costs 2.5 k. a year"),
        ("# Heading\n\nThe point. More.", "The point."),
        ("# Only a heading", "Only a heading"),
        ("“Is it so?” Yes.", "“Is it so?”"),
        ("no end\n\nsecond paragraph.", "no end"),
        ("", ""),
    ],
)
def test_the_first_sentence_is_whole(text: str, sentence: str) -> None:
    """Abbreviations and figures end no sentence, a heading is none where there is text below it."""
    assert first_sentence(text) == sentence


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("", 0), ("Hello", 5), ("word " * 25, 10), ("word " * 26, 15), ("word " * 150, 60), ("漢" * 300, 60), ("Hello {first_name}", 5)],
)
def test_how_long_a_text_is_read_aloud(text: str, seconds: int) -> None:
    """A hundred and fifty words take a minute, as do three hundred signs of a script without spaces; it is rounded up to five seconds."""
    assert seconds_aloud(text) == seconds
