"""The built site, walked as readers walk it: each link arrives, each page can be read by anybody, nothing of this machine is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from e2e_libraries import ROOT, Seen
from e2e_walk import SeenPage, hollow, offences, pages

PAGE = (
    '<!DOCTYPE html><html lang="en"><head><title>One</title><link rel="stylesheet" href="s.css"></head>'
    '<body><h1 id="top">One</h1><a href="two.html#two">Two</a>PLANT</body></html>'
)
TWO = '<!DOCTYPE html><html lang="en"><head><title>Two</title></head><body><h1 id="two">Two</h1></body></html>'


def private(seen: Seen) -> tuple[str, ...]:
    """Return the folders of this machine that no file of a site may name."""
    return str(seen.root.parent), str(ROOT), str(Path.home()), "file://"


def test_the_sample_can_be_walked(sample: Seen) -> None:
    """In the sample's site every page, link, anchor, picture and style is there, and nothing names a folder of this machine."""
    assert offences(sample.site, private=private(sample)) == []
    assert len(pages(sample.site)) > 70
    assert sample.published.failed == ()


def test_the_case_can_be_walked(case: Seen) -> None:
    """The same of the real case, whose texts hold thirty links to pages and places that are not there."""
    assert offences(case.site, private=private(case)) == []
    assert len(pages(case.site)) > 115
    assert case.published.failed == ()


@pytest.mark.parametrize("name", ["partner", "buyer", "open_partner", "open_buyer"])
def test_what_others_get_can_be_walked(request: pytest.FixtureRequest, name: str) -> None:
    """Editions for others leave out much: no page of theirs is out of reach, leads to what was left out or stays hollow."""
    seen: Seen = request.getfixturevalue(name)
    assert offences(seen.site) == []
    assert [f"{page.path}: {what}" for page in pages(seen.site).values() for what in hollow(page)] == []
    assert seen.published.failed == ()


@pytest.mark.parametrize("name", ["buyer", "open_buyer"])
def test_a_buyer_is_spoken_to_as_a_buyer(request: pytest.FixtureRequest, name: str) -> None:
    """No page for buyers speaks in the words of those who sell, or counts what its own edition left out."""
    seen: Seen = request.getfixturevalue(name)
    words_of_sellers = (
        "sales playbook",
        "Send these",
        "Send this link",
        "You may send",
        "both teams",
        "The buyer's",
        "Fits anyone",
        "0 plays",
    )
    for page in pages(seen.site).values():
        assert [each for each in words_of_sellers if each in page.text] == [], page.path


def test_each_page_has_something_to_say(sample: Seen) -> None:
    """No box is empty and no heading stands alone where our own reps read."""
    assert [f"{page.path}: {what}" for page in pages(sample.site).values() for what in hollow(page)] == []


@pytest.mark.parametrize(
    ("planted", "sign"),
    [
        ("<div class='where'> </div>", "an empty div where"),
        ("<section><h2>Plays</h2></section>", "nothing below 'Plays'"),
        ("<div><h2>One</h2><h2>Two</h2><p>x</p></div>", "nothing below 'One'"),
    ],
)
def test_a_hollow_place_is_found(planted: str, sign: str) -> None:
    """An empty box and a heading without anything below it are noticed."""
    assert list(hollow(SeenPage("page.html", PAGE.replace("PLANT", planted)))) == [sign]


@pytest.mark.prove
def test_the_site_with_pdfs_can_be_walked(papers: Seen) -> None:
    """Where PDFs are made, each link to one arrives, and each one is linked."""
    assert offences(papers.site, private=private(papers)[:-1]) == []
    offered = {f"{address}".rpartition("/")[2] for page in pages(papers.site).values() for _, address in page.addresses}
    assert {path.name for path in papers.site.rglob("*.pdf")} <= offered


def test_what_a_page_may_not_name(sample: Seen, case: Seen) -> None:
    """Commit, version and counts of entries stand in build.json alone; without PDFs no page offers one."""
    for seen in (sample, case):
        about = json.loads((seen.site / "build.json").read_text())
        assert about["pages"] == len(pages(seen.site))
        addresses = [address for page in pages(seen.site).values() for _, address in page.addresses]
        assert [address for address in addresses if address.endswith(".pdf") and "://" not in address] == []


@pytest.mark.parametrize(
    ("planted", "sign"),
    [
        ('<a href="three.html">x</a>', "'three.html' leads to no file"),
        ('<a href="two.html#three">x</a>', "'two.html#three' leads to no anchor"),
        ('<a href="#nowhere">x</a>', "'#nowhere' leads to no anchor"),
        ('<a href="">x</a>', "'' leads nowhere"),
        ('<a href="/index.html">x</a>', "'/index.html' leads nowhere"),
        ('<a href="../away.html">x</a>', "'../away.html' leads out of the site"),
        ('<a href="folder">x</a>', "'folder' leads to no file"),
        ('<a href="javascript:alert(1)">x</a>', "'javascript:alert(1)' is no address for a reader"),
        ('<a href="data:text/html,x">x</a>', "'data:text/html,x' is no address for a reader"),
        ('<a href="file:///etc/passwd">x</a>', "'file:///etc/passwd' is no address for a reader"),
        ('<a href="//example.com">x</a>', "'//example.com' is no address for a reader"),
        ('<img alt="" src="https://example.com/a.png">', "'https://example.com/a.png' is loaded from elsewhere"),
        ('<img src="s.css">', "a picture without alt"),
        ('<script src="https://example.com/a.js"></script>', "'https://example.com/a.js' is loaded from elsewhere"),
        ('<p onclick="go()">x</p>', "onclick runs a script"),
        ('<p id="top">x</p>', "id 'top' given 2 times"),
        ('<p id="a b">x</p>', "id 'a b' given 1 times"),
        ("<h1>Again</h1>", "2 h1"),
        ("<h3>Deep</h3>", "h3 follows h1"),
        ("<h2> </h2>", "an empty heading h2"),
        ('<a href="two.html"></a>', "a link without words"),
        ("<p>/secret/place/x</p>", "holds '/secret/place'"),
    ],
)
def test_a_planted_offender_is_found(tmp_path: Path, planted: str, sign: str) -> None:
    """The walk stumbles over each offence, and over nothing else."""
    lay(tmp_path, PAGE.replace("PLANT", planted))
    (tmp_path / "folder").mkdir()
    assert offences(tmp_path, private=("/secret/place",)) == [f"index.html: {sign}"]


@pytest.mark.parametrize(
    ("before", "after", "sign"),
    [
        ("<!DOCTYPE html>", "", "index.html: no doctype"),
        ('lang="en"', 'lang=" "', "index.html: no lang"),
        ("<title>One", "<title>", "index.html: no title"),
        ('<a href="two.html#two">Two</a>', "", "two.html: no page leads here"),
        ('href="s.css"', 'href="t.css"', "index.html: 't.css' leads to no file"),
    ],
)
def test_what_is_missing_is_found(tmp_path: Path, before: str, after: str, sign: str) -> None:
    """The walk notices what a page lacks, and a page that nobody reaches."""
    lay(tmp_path, PAGE.replace("PLANT", "").replace(before, after))
    assert offences(tmp_path) == [sign]


def test_a_style_from_elsewhere_is_found(tmp_path: Path) -> None:
    """A font or picture that a style sheet takes from outside the site, or that is not there, is an offence."""
    lay(tmp_path, PAGE.replace("PLANT", ""))
    (tmp_path / "s.css").write_text("a{src:url('https://example.com/f.woff2')} b{src:url(gone.woff2)} c{src:url(two.html)}")
    assert offences(tmp_path) == [f"s.css: '{address}' is no file of the site" for address in ("https://example.com/f.woff2", "gone.woff2")]


def lay(site: Path, index: str) -> None:
    """Write a site of two pages and a style sheet."""
    (site / "index.html").write_text(index)
    (site / "two.html").write_text(TWO)
    (site / "s.css").write_text("")
