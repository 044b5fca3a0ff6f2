"""What a text looks like as a fragment: Markdown as people who write sentences mean it."""

from __future__ import annotations

import pytest

from playbook.text import Target, html, is_block
from playbook.text.markdown import parsed
from playbook.text.signs import tidy


@pytest.mark.parametrize(
    "text",
    [
        "maintaining Sourcegraph takes ~5% of a single person's time.",
        "such as _ italics _ or ~~ strikethrough ~~ It's a shortcut",
        "prospect that is 45- days out from closing.",
        "4. Renewing",
        "2023. was good",
        "1. Call",
        "+ 3 months",
        "- 5 %",
        "# of seats",
        "# 1 choice",
        "#1 priority",
        "= 5",
        "4*3*2 and 5 * 3 * 2",
        "____/____",
        "Dear ____, I am ____.",
        "don`t worry, it`s fine",
        "Fish -- chips... (c) 1/2 ... it's",
        "a | b",
        "[ ] not done",
        "[Name] and [first name] at [trial/under-10-users free tier usage]",
        "call [Name](Title)",
        "[INTERNAL] Cody now vs June launch",
        "{first_name} {{contact.first_name}} {_x_} {CustomerName - Implementation Discovery Questions}",
        "{{generator:reporting_structure.vp_sales}}",
        "*|FNAME|* and |DATE| and $XXk and %FIRST_NAME%",
        "|DATE|",
        "⅘ FAANG, 4/10 top US banks",
        "Process for Sales team members 🚀",
        "snake_case_name and 2**3**4",
        "C:\\Users\\anna",
    ],
)
def test_signs_that_are_no_markdown_come_out_as_written(text: str) -> None:
    """What marketers type and Markdown could misread is shown sign for sign, with no tag added."""
    assert html(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("> 5 days", "&gt; 5 days"),
        ("we target <5 mins from", "we target &lt;5 mins from"),
        ("<Company> and <first name> said <3", "&lt;Company&gt; and &lt;first name&gt; said &lt;3"),
        ("use <link> or <Title> now", "use &lt;link&gt; or &lt;Title&gt; now"),
        ("<Company:Name>", "&lt;Company:Name&gt;"),
        ("AT&T <= 5 & 'x' \"y\"", "AT&amp;T &lt;= 5 &amp; 'x' &quot;y&quot;"),
        (">= 5 seats\n> 6 seats", "<p>&gt;= 5 seats\n&gt; 6 seats</p>"),
        ("2023. was good\n2024. was better", "<p>2023. was good\n2024. was better</p>"),
        ("Best,\nAnna\n--\nSales", "<p>Best,\nAnna\n--\nSales</p>"),
        ("Title\n=====\nwords", "<p>Title\n=====\nwords</p>"),
        ("[Date]: 1.12.\n[Site]: x.y", "<p>[Date]: 1.12.\n[Site]: x.y</p>"),
        ("*a*\n\n    four spaces", "<p><em>a</em></p>\n<p>four spaces</p>"),
        ("```call Anna", "```call Anna"),
        ("~~~ at once\n~~~ now", "<p>~~~ at once\n~~~ now</p>"),
        ("|DATE|\n|TIME|", "<p>|DATE|\n|TIME|</p>"),
    ],
)
def test_signs_that_need_escaping_come_out_as_written(text: str, shown: str) -> None:
    """Placeholders, comparisons, years and signatures stay words, escaped where a page needs it."""
    assert html(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**Call** first", "<strong>Call</strong> first"),
        ("~~gone~~ `code` *so*", "<s>gone</s> <code>code</code> <em>so</em>"),
        ("- Ask: who decides?", "<ul><li>Ask: who decides?\n</li>\n</ul>"),
        ("one\ntwo", "<p>one\ntwo</p>"),
        ("one\n\ntwo\n", "<p>one</p>\n<p>two</p>"),
        ("> a quote\n> of 5 lines", "<blockquote><p>a quote\nof 5 lines</p>\n</blockquote>"),
        ("3. c\n4. d", '<ol start="3"><li>c\n</li>\n<li>d\n</li>\n</ol>'),
        ("a\n\n---\n\nb", "<p>a</p>\n<hr>\n<p>b</p>"),
        ("```\n<b> *x*\n```", "<pre><code>&lt;b&gt; *x*\n</code></pre>"),
    ],
)
def test_markdown_is_markdown(text: str, shown: str) -> None:
    """Emphasis, lists, quotes, rules and code come out as such; a block where there is a line break or a block sign, else inline."""
    assert html(text) == shown


def test_a_fragment_is_inline_or_a_row_of_blocks() -> None:
    """`is_block` tells beforehand which of the two `html` makes, so that a template can choose the element around it."""
    assert not is_block("one line, **bold**\n")
    assert is_block("two\nlines")
    assert is_block("- item")
    assert is_block("words <p> more")
    assert html("one line, **bold**\n") == "one line, <strong>bold</strong>"


def test_line_breaks_are_kept_on_demand() -> None:
    """With keep_lines every line break of the author is one on the page, too."""
    assert html("a\nb", keep_lines=True) == "<p>a<br>\nb</p>"


def test_headings_sink_without_gaps() -> None:
    """The first heading stands at the level asked for, deeper ones follow without skipping, higher ones come back, none is below h6."""
    text = "## A\n#### B\n##### C\n### D\n# E\n#### F"
    assert [line[1:3] for line in html(text, level=3).split("\n")] == ["h3", "h4", "h5", "h4", "h3", "h4"]
    assert [line[1:3] for line in html(text, level=5).split("\n")] == ["h5", "h6", "h6", "h6", "h5", "h6"]
    assert html("<h1>a</h1><h4>b</h4>", level=4) == "<h4>a</h4><h5>b</h5>"


def test_a_table_loses_no_cell() -> None:
    """A row with more cells than its head keeps their words in its last cell; Markdown alone drops them."""
    shown = html("| a | b |\n|---|:-:|\n| 1<br>2 | 3 | 4 | *5* |\n| 6 |")
    assert "<td>1<br>2</td>" in shown
    assert "<td>3 | 4 | <em>5</em></td>" in shown
    assert shown.count("<td>") == 4
    assert "style" not in shown


def test_a_cell_that_spans_columns_keeps_the_rows_equal() -> None:
    """Attributes of the author's tables go, so empty cells stand for what a cell spanned; accessible PDFs want equal rows."""
    shown = html('<table><tr><td>x</td><td colspan="3" ><strong>T</strong>\n</td></tr><tr><td>1</td><td>2<td>3<td>4</tr></table>')
    assert [row.count("<td>") for row in shown.split("<tr>")[1:]] == [4, 4]
    assert html("<table><tr><td colspan=999>x</td></tr></table>").count("<td>") == 20


def test_harmless_tags_are_kept_and_mended() -> None:
    """Tags of the short list stay, </br> is a break, what is left open is closed, and no empty paragraph comes of it."""
    assert html("Save 30 mins</br> Increase<br/>Focus <b>now") == "Save 30 mins<br> Increase<br>Focus <b>now</b>"
    assert html("Provides CEs\n<p>\nIt **also**\n") == "<p>Provides CEs\n</p><p>\nIt <strong>also</strong></p>"
    assert html("<ul><li>one<li>two</ul>") == "<ul><li>one</li><li>two</li></ul>"
    assert html("<li>one<li>two") == "<p><br>one<br>two</p>"
    assert html('<p class="x" style="y" onclick="z" id="i">words</p>') == "<p>words</p>"


def test_other_tags_go_and_their_words_stay() -> None:
    """A known tag that is not on the list is removed, its words are shown; scripts, styles and comments go with all they hold."""
    assert html("<div>**a**</div> <font color=red>b</font> <img src=x alt='a picture'>") == "<strong>a</strong> b a picture"
    assert html("a<script>alert(1)</script>b<style>p{}</style>c<!-- note -->d") == "abcd"
    assert html("a\n\n<script>\n\nalert(1)\n\n</script>\n\nb") == "<p>a</p>\n<p>b</p>"
    assert html("a <!-- never closed") == "a &lt;!-- never closed"
    assert html("`<script>x</script>`") == "<code>&lt;script&gt;x&lt;/script&gt;</code>"
    assert html("<button>Go</button> <title>") == "Go &lt;title&gt;"


def test_links_lead_only_where_a_page_may_link() -> None:
    """The web, e-mail and telephone are linked as they are; other targets are asked of the library, and without an answer are words."""
    known = {"term:dev": Target("terms.html#dev", "A developer"), "#renewal": Target("x.html#renewal")}
    text = (
        "[a](https://x.y/ä?a=1&b) [b](mailto:a@b.c) [c](tel:+491) [d](term:dev) [e](#renewal) [f](processes.md#g) [g](javascript:alert(1))"
    )
    assert html(text, resolve=known.get) == (
        '<a href="https://x.y/%C3%A4?a=1&amp;b">a</a> <a href="mailto:a@b.c">b</a> <a href="tel:+491">c</a> '
        '<a href="terms.html#dev" title="A developer">d</a> <a href="x.html#renewal">e</a> f g'
    )


def test_an_answer_is_not_remembered_for_another_library() -> None:
    """The same text gives other links when another library answers: what is cached is cached with the answers."""
    assert html("[d](term:dev)", resolve=lambda _: Target("one.html")) == '<a href="one.html">d</a>'
    assert html("[d](term:dev)", resolve=lambda _: Target("two.html")) == '<a href="two.html">d</a>'
    assert html("[d](term:dev)") == "d"


def test_a_refused_scheme_is_refused_from_the_library_too() -> None:
    """Whoever resolves a target cannot bring a scheme onto the page that is not safe."""
    assert html("[d](term:dev)", resolve=lambda _: Target("java\nscript:alert(1)")) == "d"
    assert html("[d](javascript:alert)", resolve=Target) == "d"


def test_bare_addresses_are_linked() -> None:
    """An address in the text becomes a link without the punctuation around it; one with a merge field leads nowhere yet."""
    assert html("(see https://a.b/c_(d)).") == '(see <a href="https://a.b/c_(d)">https://a.b/c_(d)</a>).'
    assert html("go to https://a.b/{{id}}/x now") == "go to https://a.b/{{id}}/x now"
    assert html("[at https://a.b](https://c.d)") == '<a href="https://c.d">at https://a.b</a>'
    assert html("<a href='https://c.d'>at https://a.b</a>") == '<a href="https://c.d">at https://a.b</a>'
    assert html("[x](https://a.b) `https://c.d`") == '<a href="https://a.b">x</a> <code>https://c.d</code>'


def test_a_picture_becomes_its_words_linked() -> None:
    """Pages fetch no picture from elsewhere: its alternative text is linked, and a picture without one is called a picture."""
    assert html("![an *old* map](https://x.y/a.png)") == '<a href="https://x.y/a.png">an old map</a>'
    assert html("![](https://x.y/a.png)") == '<a href="https://x.y/a.png">picture</a>'
    assert html("[![map](https://x.y/a.png)](https://z.y)") == '<a href="https://z.y">map</a>'
    assert html("![map](a.png)") == "map"


def test_links_in_accessible_pdfs_hold_words_alone() -> None:
    """With plain_links nothing stands inside a link but words, and never is a link empty."""
    text = "[a **b**<br>`c`](https://x.y) [](https://x.y) [ ](https://x.y) <a href='https://x.y'></a>"
    assert html(text, plain_links=True).strip() == '<a href="https://x.y">a b c</a>'
    assert "<strong>b</strong>" in html(text)
    assert html(text).count("<a ") == 1


@pytest.mark.parametrize("text", ["a\nb", "one.\ntwo (2)\n\n\nthree!\n\nfour: 4 % 'x' \"y\"", "é\u00a0x\n$5"])
def test_paragraphs_without_the_parser_are_the_parsers_own(text: str) -> None:
    """Texts that are nothing but paragraphs skip the parser for speed, and come out as the parser would have it."""
    detour = tidy(text) + "\n\n*end*"
    assert html(text) + "\n<p><em>end</em></p>" == html(detour)
    assert [token.type for token in parsed(text).tokens] == [token.type for token in parsed(detour).tokens[:-5]]
