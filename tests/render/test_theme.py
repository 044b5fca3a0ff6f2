"""The theme keeps its own rules: paper without costly layouts, no left and right, every word translatable. Each rule is seen to fail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

COSTLY = re.compile(r"\b(?:flex|grid|box-shadow)\b")
PHYSICAL = re.compile(
    r"(?:^|[{;\s])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right|top|bottom)\b|(?:left|right|top|bottom)\s*:"
    r"|border-(?:top|bottom)-(?:left|right)-radius|(?:text-align|float|clear)\s*:\s*(?:left|right))"
)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
STATEMENT = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
CLASS_OF_A_PAGE = re.compile(r"\{% block kind %\}.*?\{% endblock %\}")
SHOWN_ATTRIBUTES = {"alt", "aria-label", "placeholder", "title"}
TRANSLATED = {"_", "gettext", "ngettext"}


def costly(source: str) -> list[str]:
    """Return the layouts in a style sheet or template that cost too much on paper."""
    return COSTLY.findall(COMMENT.sub("", source))


def physical(css: str) -> list[str]:
    """Return the properties of a style sheet that name a side of the sheet instead of one of the text."""
    return [found.strip(" \n{;") for found in PHYSICAL.findall(COMMENT.sub("", css))]


class _Words(HTMLParser):
    """Collects what a reader would see of a template's own markup."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        if self.cdata_elem is None:  # styles and scripts are no words
            self.found.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name in SHOWN_ATTRIBUTES]


def untranslated(source: str) -> Iterator[str]:
    """Yield words of a template that no translation reaches: in its markup, or as a text inside an expression."""
    reader = _Words()
    reader.feed(STATEMENT.sub("", CLASS_OF_A_PAGE.sub("", source)))
    yield from (data.strip() for data in reader.found if re.search(r"[A-Za-z]{2}", data))
    tree = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"], autoescape=True).parse(source)
    yield from _constants(tree)


def _constants(node: nodes.Node) -> Iterator[str]:
    """Yield texts that start like a sentence and are no argument of a translation."""
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in TRANSLATED:
        return
    if isinstance(node, nodes.Const) and isinstance(node.value, str) and re.match(r"[A-Z][a-z]", node.value):
        yield node.value
    for child in node.iter_child_nodes():
        yield from _constants(child)


def sources(theme: Path, pattern: str) -> dict[str, str]:
    """Return the theme's files that match, by name."""
    return {path.relative_to(theme).as_posix(): path.read_text(encoding="utf-8") for path in sorted(theme.glob(pattern))}


def test_paper_has_no_costly_layout(theme: Path) -> None:
    """The print style sheet and the templates of PDFs use neither flex nor grid nor shadows."""
    files = sources(theme, "css/print*.css") | sources(theme, "pdf/*.html")
    assert len(files) >= 4
    assert {name: costly(source) for name, source in files.items() if costly(source)} == {}


@pytest.mark.parametrize("planted", [".a { display: flex }", "<div style='display:grid'>", "p{box-shadow:0 0 1px}"])
def test_a_planted_layout_is_found(planted: str) -> None:
    """The guard sees each of them."""
    assert costly(planted)
    assert not costly("/* no flex here */ .a { display: block }")


def test_styles_name_no_side_of_the_sheet(theme: Path) -> None:
    """Style sheets use logical properties alone, so that a language written from the other side works."""
    files = sources(theme, "css/*.css")
    assert {"css/print.css", "css/screen.css"} <= files.keys()
    assert {name: physical(css) for name, css in files.items() if physical(css)} == {}


@pytest.mark.parametrize(
    "planted", ["a{margin-left:1px}", "a { left: 0 }", "a{color:red;text-align: right}", "a{float:left}", "a{border-top-left-radius:1px}"]
)
def test_a_planted_side_is_found(planted: str) -> None:
    """The guard sees sides in properties and in values, and not in the names of page margins."""
    assert physical(planted)
    assert not physical("@page { @bottom-left { content: none } } a { text-align: start; margin-inline-start: 1px; vertical-align: top }")


def unclosed(css: str) -> int:
    """Return how many blocks of a style sheet are not closed, or are closed that were never opened."""
    depth = 0
    for sign in COMMENT.sub("", css):
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return depth
    return depth


def test_every_block_of_a_style_sheet_is_closed(theme: Path) -> None:
    """No rule swallows those that follow it: a brace that is missing would leave the rest of a sheet to some screens only."""
    assert {name: unclosed(css) for name, css in sources(theme, "css/*.css").items() if unclosed(css)} == {}


@pytest.mark.parametrize("planted", ["@media print { a { color: red }", "a { color: red } }", "} a { color: red"])
def test_a_planted_brace_is_found(planted: str) -> None:
    """One brace too few or too many is noticed, and none in a comment."""
    assert unclosed(planted)
    assert not unclosed("/* { */ @media print { a { color: red } }")


def test_every_word_of_the_theme_can_be_translated(theme: Path) -> None:
    """No template shows a word of its own that does not go through `_()`."""
    files = sources(theme, "**/*.html")
    assert len(files) > 15
    assert {name: list(untranslated(source)) for name, source in files.items() if list(untranslated(source))} == {}


@pytest.mark.parametrize(
    "planted",
    ["<p>Hello</p>", '<a aria-label="Close">{{ x }}</a>', '{{ "Hello there" }}', '{{ b.heading(2, "Steps") }}', '{{ x or "None yet" }}'],
)
def test_a_planted_word_is_found(planted: str) -> None:
    """The guard sees words in markup, in attributes that are read out, and in expressions."""
    assert list(untranslated(planted))


def test_translated_words_are_left_alone() -> None:
    """Words in `_()` and `ngettext()`, classes, comments and figures are no offence."""
    fine = '{# Hello #}<p class="big">{{ _("Hello") }} · 1 {{ ngettext("%(num)s step", "%(num)s Steps", n) }}{{ x ~ "use-" }}</p>'
    assert list(untranslated(fine)) == []


def test_every_font_a_style_names_is_there(theme: Path) -> None:
    """Each font file that a style sheet loads lies in the theme, static TTF for paper and woff2 for screens."""
    for name, ending in (("css/print.css", ".ttf"), ("css/screen.css", ".woff2")):
        files = re.findall(r'url\("\.\./(fonts/[^"]+)"\)', (theme / name).read_text(encoding="utf-8"))
        assert files
        assert all(file.endswith(ending) and (theme / file).is_file() for file in files)


def test_styles_load_nothing_from_elsewhere(theme: Path) -> None:
    """No style sheet or template reaches for the network."""
    for name, source in (sources(theme, "css/*.css") | sources(theme, "**/*.html")).items():
        assert not re.search(r"""(?:url\(|src=|href=)["']?(?:https?:)?//""", source), name
