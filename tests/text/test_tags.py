"""Tags in texts: kept, removed with a warning, or no tags at all."""

from __future__ import annotations

import pytest

from playbook.text import unsafe_tags
from playbook.text.hidden import without_hidden
from playbook.text.tags import fate


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("<div><span>a</span></div> <DIV>", ("div", "span")),
        ("a<script>b</script> <iframe src=x>", ("script", "iframe")),
        ("a\n\n<style>\n\np{}\n\n</style>", ("style",)),
        ("<b>a</b> <br/> </br> <table><tr><td>x", ()),
        ("<Company> <first name> <title> <5", ()),
        ("<title>x</title> <link rel=a>", ("title", "link")),
        ("`<div>` and\n```\n<div>\n```", ()),
        ("<!-- note -->", ()),
    ],
)
def test_removed_tags_are_told(text: str, names: tuple[str, ...]) -> None:
    """Each known tag that a page leaves out is named once for a warning; kept ones, placeholders and code are not."""
    assert unsafe_tags(text) == names


@pytest.mark.parametrize(
    ("tag", "text", "what"),
    [
        ("<b>", "", "kept"),
        ("</BR>", "", "kept"),
        ("<div>", "", "removed"),
        ("<Address>", "", "words"),
        ("<Address>", "<Address>x</ADDRESS>", "removed"),
        ("<button type=x>", "", "removed"),
        ("<source/>", "", "removed"),
        ("<Vorname>", "<Vorname></Vorname>", "words"),
        ("<!-- x -->", "", "comment"),
        ("<?x?>", "", "words"),
    ],
)
def test_the_fate_of_a_tag(tag: str, text: str, what: str) -> None:
    """A word that people write as a placeholder is a tag only with a value, in a pair, or closed in itself."""
    assert fate(tag, text) == what


def test_hidden_parts_end_where_they_end() -> None:
    """What nothing ends is not hidden, and what stands in code is shown."""
    assert without_hidden("a <!-- b --> c <!-- d") == ("a  c <!-- d", ())
    assert without_hidden("a <script>b c</b></style>") == ("a <script>b c</b></style>", ())
    assert without_hidden("<SCRIPT >a</Script >b<style>c</style>") == ("b", ("script", "style"))
    assert without_hidden("`<!--` b `-->`") == ("`<!--` b `-->`", ())
