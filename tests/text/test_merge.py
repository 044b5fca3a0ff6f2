"""What is sent or copied comes out as it was written."""

from __future__ import annotations

import pytest

from playbook.text import lines


def test_lines_stay_lines_and_markdown_stays_signs() -> None:
    """Line breaks are kept, Markdown and tags are shown as signs, blank lines stay blank."""
    assert lines("Hi **Anna**,\r\n\n- <b>a</b> & b\n") == "Hi **Anna**,<br>\n<br>\n- &lt;b&gt;a&lt;/b&gt; &amp; b"


@pytest.mark.parametrize(
    "field",
    ["{first_name}", "{{contact.firstname}}", "{link}", "[Name]", "[first name]", "$XXk", "$XXXM", "|DATE|", "*|FNAME|*", "%FIRST_NAME%"],
)
def test_merge_fields_are_marked(field: str) -> None:
    """What a rep must fill in stands in a span of its own, as it was written."""
    assert lines(f"Hi {field}, hello") == f'Hi <span class="merge">{field}</span>, hello'


def test_a_placeholder_in_angle_brackets_is_marked_and_escaped() -> None:
    """<Company> is no tag: it is shown, and marked as what to fill in."""
    assert lines("<Company>") == '<span class="merge">&lt;Company&gt;</span>'


def test_what_counts_an_address_stands_apart() -> None:
    """The parameters that count a use go with the address, out of a reader's way; the sentence's full stop is not theirs."""
    counting = "?a=1&amp;pb_asset=guide&amp;pb_use=gone-quiet/call&amp;pb_version=c7ab7e76"
    address = "https://example.com/guide"
    written = lines(f"See {address}?a=1&pb_asset=guide&pb_use=gone-quiet/call&pb_version=c7ab7e76.\n{{name}}")
    expected = f'<a href="{address}{counting}">{address}<span class="counting">{counting}</span></a>'
    assert written == f'See {expected}.<br>\n<span class="merge">{{name}}</span>'
    assert lines(f"See {address}?page=2.") == f"See {address}?page=2."


@pytest.mark.parametrize("text", ["[1] note", "[x] done", "[see here](b)", "5 | 6 | 7", "100% SAFE and 5%", "$5k", "a { b", "| a |"])
def test_what_is_no_field_is_not_marked(text: str) -> None:
    """Footnotes, check boxes, links, figures and pipes are no merge fields."""
    assert "span" not in lines(text)
