"""The first use of each term on a page leads to its meaning, and nothing else about the page changes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_pages import ENTRY, FRAME

from playbook import text as texts
from playbook.model.bodies import EntryBody
from playbook.model.jobs import Bundle
from playbook.model.knowledge import Term
from playbook.model.pages import Page
from playbook.model.parts import Leaf, Row, Rows, TermLink
from playbook.model.word_bodies import GlossaryBody, TermBody
from playbook.render import page_html
from playbook.render.first_uses import linked, marked

TERMS = tuple(
    TermLink(f"term-{forms[0].lower()}", forms, f"What {forms[0]} means", f"glossary.html#term-{forms[0].lower()}")
    for forms in (("client", "clients"), ("MQL",), ("SQL",))
)
FORMS = {form: term for term in TERMS for form in term.forms}
LINK = re.compile(r'<a class="term"[^>]*>(.*?)</a>', re.DOTALL)


def shown(html: str) -> tuple[str, list[str]]:
    """Return a page with its links, and the words that were linked, in their order."""
    page, _ = linked(html, FORMS, lambda term, found: f'<a class="term" href="{term.href}">{found}</a>')
    return page, LINK.findall(page)


@pytest.mark.parametrize(
    ("html", "words"),
    [
        (f"<h2>client</h2>{marked('<p>The client and the client</p>')}", ["client"]),
        (marked("Clients pay") + marked("a client"), ["Clients"]),
        (marked("<h3>MQL</h3><p>An MQL</p>"), ["MQL"]),
        (marked('<p class="subhead">MQL</p>'), []),
        (marked('<a href="x">the client</a> and <code>MQL</code> and <pre><code>SQL</code></pre>'), []),
        (f"<summary>{marked('the client')}</summary><p>{marked('the client')}</p>", ["client"]),
        ("<p>the client, MQL</p>", []),
        (marked("one MQL") + "SQL" + marked("one SQL"), ["MQL", "SQL"]),
    ],
)
def test_the_first_use_in_a_text_is_linked(html: str, words: list[str]) -> None:
    """Only texts of the library hold links to terms, each term once, and never in headings, links, code or what opens and shuts."""
    assert shown(html)[1] == words


PIECES = st.lists(
    st.sampled_from(
        ["client", "Clients", " ", ". ", "MQL", "**", "*", "`", "\n", "\n\n", "- ", "# ", "[a](https://x.example/client)", "<b>", "</b>",
         "&", "<", '"', "| a | SQL |\n|---|---|\n| b | MQL |\n", "https://client.example/MQL", "{client}", "x"]
    ),
    max_size=30,
)  # fmt: skip


@given(st.lists(PIECES.map("".join), max_size=4))
def test_without_its_links_a_page_is_what_it_was(written: list[str]) -> None:
    """However Markdown is written: take the links to terms away, and every other sign is the same as before."""
    fragments = [texts.html(text) for text in written]
    page, words = shown("".join(map(marked, fragments)))
    assert LINK.sub(r"\1", page) == "".join(fragments)
    assert len(words) == len({FORMS.get(word) or FORMS[word[0].lower() + word[1:]] for word in words})


def test_a_page_lists_what_it_linked_with_the_meanings(bundle: Bundle) -> None:
    """Each link says what the term means and points to where the page says so, too; a term that is not there is not listed."""
    body = EntryBody("a", "A", "v", Rows((Row("Note", (Leaf("text", "The client is an MQL, says the client"),)),)))
    html = (page_html(Page("deep/a.html", "entry.html", "A", FRAME, body, terms=TERMS), bundle, "").content or b"").decode()
    assert re.findall(r'<a class="term" href="([^"]*)" data-means="([^"]*)" aria-describedby="([^"]*)">([^<]*)</a>', html) == [
        ("../glossary.html#term-client", "What client means", "means-term-client", "client"),
        ("../glossary.html#term-mql", "What MQL means", "means-term-mql", "MQL"),
    ]
    assert re.findall(r'<dd id="([^"]*)">', html) == ["means-term-client", "means-term-mql"]
    assert not re.search("[\x01-\x03]", html)


def test_a_page_without_terms_holds_no_sign_of_them(bundle: Bundle) -> None:
    """Nothing of the marking is left where there is nothing to mark."""
    html = (page_html(Page("a.html", "entry.html", "A", FRAME, ENTRY), bundle, "").content or b"").decode()
    assert "terms-used" not in html
    assert not re.search("[\x01-\x03]", html)


def test_in_the_glossary_no_term_leads_to_itself(bundle: Bundle) -> None:
    """A term's own definition is the place that a link would lead to; in another's it is linked, within the page and without a list."""
    words = (Term(id="mql", term="MQL", means=("An MQL",)), Term(id="sql", term="SQL", means=("No MQL",)))
    body = GlossaryBody((("", tuple(TermBody(word, f"term-{word.id}") for word in words)),))
    html = (page_html(Page("glossary.html", "glossary.html", "Glossary", FRAME, body, terms=TERMS), bundle, "").content or b"").decode()
    assert re.findall(r'<a class="term" href="([^"]*)"', html) == ["#term-mql"]
    assert html.index("An MQL") < html.index("No <a")
    assert "aria-describedby" not in html
    assert "terms-used" not in html
