"""Links, labels, pictures and texts: what a template may look up, made safe."""

from __future__ import annotations

import pytest
from sample_pages import page

from playbook.model.parts import Link
from playbook.render.references import References

LINKS = (
    Link("play", "not-now", "They <wait>", "plays/not-now.html"),
    Link("term", "dev", "Dev", "glossary.html#term-dev"),
    Link("asset", "old", "Old deck", "assets/old.html", "retired"),
    Link("asset", "bad", "Bad", "javascript:alert(1)"),
    Link("industries", "food", "Food production"),
    Link("file", "logo.png", "0" * 64, "files/logo.png"),
    Link("page", "../wiki/x.md", "../wiki/x.md", "https://example.com/wiki/x.md"),
)


def lookups(path: str = "plays/full.html", *, paper: bool = False) -> References:
    """Return the lookups of a page at a path."""
    return References(page("play.html", path=path, links=LINKS), str, paper=paper)


@pytest.mark.parametrize(
    ("path", "href", "shown"),
    [
        ("plays/full.html", "assets/a.html", "../assets/a.html"),
        ("plays/full.html", "plays/other.html#step-1", "other.html#step-1"),
        ("plays/full.html", "plays/full.html#step-1", "#step-1"),
        ("plays/full.html", "plays/full.html", "full.html"),
        ("index.html", "plays/a.html", "plays/a.html"),
        ("a/b/c.html", "index.html", "../../index.html"),
        ("index.html", "#here", "#here"),
        ("index.html", "https://example.com/a", "https://example.com/a"),
        ("index.html", "mailto:a@example.com", "mailto:a@example.com"),
        ("index.html", "", ""),
        ("index.html", "javascript:alert(1)", ""),
        ("index.html", "JAVASCRIPT:alert(1)", ""),
        ("index.html", "data:text/html,x", ""),
        ("index.html", "//evil.example/x", ""),
        ("index.html", "\\\\evil.example\\x", ""),
        ("index.html", " javascript:alert(1)", ""),
        ("index.html", "java\nscript:alert(1)", ""),
        ("index.html", "file:///etc/passwd", ""),
    ],
)
def test_addresses_are_relative_or_safe(path: str, href: str, shown: str) -> None:
    """Inside the site addresses are relative, so that a folder works; outside only web, mail and telephone pass."""
    assert lookups(path).rel(href) == shown


def test_a_reference_is_a_link_with_its_title_escaped() -> None:
    """An entry's title is text, whatever signs it holds."""
    assert lookups().ref("play", "not-now") == '<a href="not-now.html">They &lt;wait&gt;</a>'


def test_what_leads_nowhere_is_words() -> None:
    """A missing entry shows its id and says that it is missing; an unsafe address is only words."""
    assert (
        lookups().ref("persona", "devops-sre")
        == '<span class="is-missing">devops-sre <small class="state">(not in the library)</small></span>'
    )
    assert lookups().ref("asset", "bad") == "Bad"
    assert lookups().web("process/a.md") == "process/a.md"


def test_a_retired_entry_says_so() -> None:
    """The link stays, with a word beside it."""
    assert lookups().ref("asset", "old") == (
        '<span class="is-retired"><a href="../assets/old.html">Old deck</a> <small class="state">(retired)</small></span>'
    )


def test_labels_fall_back_to_the_word() -> None:
    """A declared word shows its label, another one itself."""
    assert lookups().label("industries", "food") == "Food production"
    assert lookups().label("industries", "space") == "space"


def test_texts_resolve_their_links_through_the_page() -> None:
    """`kind:id` leads to the entry from where the page is; a target the page does not know is words."""
    assert lookups().text("See [dev](term:dev) or [gone](term:gone)") == 'See <a href="../glossary.html#term-dev">dev</a> or gone'
    assert lookups().text("[wiki](../wiki/x.md)") == '<a href="https://example.com/wiki/x.md">wiki</a>'
    assert "javascript" not in lookups().text("[x](javascript:alert(1)) [y](asset:bad)").replace("javascript:alert(1)", "", 1)


def test_headings_of_a_text_leave_no_gap() -> None:
    """Without a level a heading is a line that stands out; with one it is a heading of that level."""
    assert lookups().text("# Big\n\ntext") == '<p class="subhead">Big</p>\n<p>text</p>'
    assert lookups().text("# Big\n\ntext", 2) == "<h2>Big</h2>\n<p>text</p>"


def test_pictures_come_from_the_site_or_the_bundle() -> None:
    """On screen a picture is a file of the site, on paper one of the bundle; one the page has no link for is not shown."""
    assert lookups().file("logo.png") == "../files/logo.png"
    assert lookups().file("files/logo.png") == "../files/logo.png"
    assert lookups(paper=True).file("logo.png") == "http://bundle.invalid/files/logo.png"
    assert lookups().file("other.png") == lookups().file("") == ""


def test_on_paper_links_stay_inside_or_lead_to_the_web() -> None:
    """A PDF has no neighbours: an address inside the site is words there, an anchor and the web are links."""
    assert lookups(paper=True).ref("term", "dev") == "Dev"
    assert lookups(paper=True).link(Link("play", "a", "A", "#play-a")) == '<a href="#play-a">A</a>'
    assert lookups(paper=True).text("[**big**](https://example.com)") == '<a href="https://example.com">big</a>'
