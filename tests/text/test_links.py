"""Which links a text has, for those who check and count them."""

from __future__ import annotations

import pytest

from playbook.text import TextLink, links
from playbook.text.links import is_safe, scheme_of


def test_links_come_in_their_order_with_their_words() -> None:
    """Links, pictures, addresses and the author's own <a> are found in their order, each with the words that carry it."""
    text = "[a **b**](term:dev) ![map](https://x.y/m.png) <a href='../c.md#d'>e <b>f</b></a> <anna@x.y> https://z.y/q."
    assert links(text) == (
        TextLink("term:dev", "a b"),
        TextLink("https://x.y/m.png", "map", is_image=True),
        TextLink("../c.md#d", "e f"),
        TextLink("mailto:anna@x.y", "anna@x.y"),
        TextLink("https://z.y/q", "https://z.y/q"),
    )


def test_a_target_is_told_as_it_is_written() -> None:
    """A target keeps its umlauts, spaces and merge fields, so that a problem can point at it in the file."""
    assert [link.target for link in links("[a](../Übersicht.md#ä) [b](<a b.md>) [c](https://x.y/{id}?q=ä)")] == [
        "../Übersicht.md#ä",
        "a b.md",
        "https://x.y/{id}?q=ä",
    ]


@pytest.mark.parametrize(
    "text",
    ["`[a](b.md)`", "```\n[a](b.md)\n```", "[Name](Title)", "[Name] (x.y)", "<Company:Name>", "{{a}}", "plain", "", "<!-- [a](b.md) -->"],
)
def test_what_no_page_shows_as_a_link_is_none(text: str) -> None:
    """Code, placeholders and comments hold no links."""
    assert links(text) == ()


@pytest.mark.parametrize(
    ("address", "scheme"),
    [
        ("https://x.y", "https"),
        ("MailTo:a@b.c", "mailto"),
        (" java\tscr\nipt:alert(1)", "javascript"),
        ("\x01\u200bjavascript:x", "javascript"),
        ("term:dev", "term"),
        ("../a.md#b:c", ""),
        ("#a", ""),
        ("//x.y", ""),
        ("", ""),
    ],
)
def test_a_scheme_is_what_a_browser_finds(address: str, scheme: str) -> None:
    """White space, control signs and capitals hide no scheme."""
    assert scheme_of(address) == scheme


def test_only_four_schemes_are_safe() -> None:
    """The web, e-mail and telephone may be linked as they are; all else is the library's to answer."""
    assert all(is_safe(address) for address in ("http://x.y", "https://x.y", "mailto:a@b.c", "tel:+49"))
    assert not any(is_safe(address) for address in ("javascript:x", "data:x", "file:///x", "ftp://x", "term:dev", "a.md", "//x.y", ""))
