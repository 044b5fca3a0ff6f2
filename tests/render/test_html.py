"""Every page shows all that it holds, lets nothing through, and a broken template is told in plain words."""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise

import pytest
from msgspec.structs import replace
from sample_pages import ASSET, BODIES, ENTRY, FRAME, PERSONA, PLAY, page
from sample_parts import ROWS, filled, said_values

from playbook.model.bodies import AssetBody, EntryBody, ListBody, PlayBody, UseBody
from playbook.model.jobs import Bundle
from playbook.model.pages import Page
from playbook.model.parts import Leaf, Link, Row, Rows, Section
from playbook.model.plays import Play
from playbook.model.settings import Fonts
from playbook.problems import PlaybookError
from playbook.render import page_html
from playbook.render.html import rendered
from playbook.text import plain

ON_SCREEN = [template for template in BODIES if not template.startswith("pdf/")]


def made(shown: Page, bundle: Bundle) -> str:
    """Return the HTML of a page."""
    return (page_html(shown, bundle, "").content or b"").decode()


def words(html: str) -> str:
    """Return what a reader sees and where links lead: no tags, no signs for signs, white space joined."""
    links = " ".join(re.findall(r'href="([^"]*)"', html))
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html) + " " + links).split())


def ours(bundle: Bundle, **templates: str) -> Bundle:
    """Return a bundle with templates of a team's own."""
    added = {f"team/{name}.html": source.encode() for name, source in templates.items()}
    return replace(bundle, files={**bundle.files, **added}, digest=bundle.digest + "".join(templates.values()))


@pytest.mark.parametrize("template", ON_SCREEN)
def test_every_template_renders_its_body(template: str, bundle: Bundle) -> None:
    """No template asks for a name that its page lacks, and each writes one whole page with one main heading."""
    html = made(page(template), bundle)
    assert html.startswith("<!DOCTYPE html>")
    assert html.count("<h1") == html.count("<main") == 1


@pytest.mark.parametrize("template", ON_SCREEN)
def test_ids_are_unique_and_levels_have_no_gap(template: str, bundle: Bundle) -> None:
    """Each id stands once on a page, and no heading skips a level."""
    html = made(page(template), bundle)
    ids = re.findall(r' id="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels


@pytest.mark.parametrize("paper", [False, True], ids=["screen", "paper"])
@pytest.mark.parametrize(("template", "entry"), [("play.html", PLAY), ("asset.html", ASSET)])
def test_nothing_of_an_entry_is_lost(template: str, entry: object, paper: bool, bundle: Bundle) -> None:
    """Every published field of a play and of an asset, however deep, is on its page and on its paper."""
    shown = page("pdf/play.html" if paper and template == "play.html" else template)
    html = rendered(shown, bundle, paper=paper)
    missing = [value for value in said_values(entry) if plain(value) not in words(html)]
    assert missing == []


@pytest.mark.parametrize("template", ["play.html", "asset.html"])
@pytest.mark.parametrize(
    ("review", "told"),
    [
        ("verified", "verified 2026-11-19"),
        ("changed", "changed since its review on 2026-11-19"),
        ("stale", "out of date, reviewed 2026-11-19"),
        ("unreviewed", "reviewed 2026-11-19"),
    ],
)
def test_a_badge_tells_what_a_review_is_worth(template: str, review: str, told: str, bundle: Bundle) -> None:
    """Only what did change since its review is called so; where no review was understood the day stands as it was written."""
    shown = page(template)
    assert isinstance(shown.body, PlayBody | AssetBody)
    html = made(replace(shown, body=replace(shown.body, review=review)), bundle)
    assert re.findall(r'class="badge review ([^"]*)">([^<]*)<', html) == [(review, told)]


def test_the_teams_fonts_are_declared_where_they_are_known(bundle: Bundle) -> None:
    """A font file that the page may use is declared with its address as seen from the page; one that is not there is not asked for."""
    shown = page("play.html")
    named = replace(shown, frame=replace(shown.frame, fonts=Fonts(text="Text.ttf", bold="gone.ttf", headings='a "b".otf')))
    links = (Link("file", "Text.ttf", "1", "files/Text.ttf"), Link("file", 'a "b".otf', "2", "files/a%20%22b%22.otf"))
    html = made(replace(named, links=(*named.links, *links)), bundle)
    assert re.findall(r'@font-face [^}]*url\("([^"]*)"\)', html) == ["../files/Text.ttf", "../files/a%20%22b%22.otf"]
    assert '--team-text: "team text"; --team-headings: "team headings";' in html
    assert "@font-face" not in made(shown, bundle)


def test_scripts_have_their_words_in_the_page_s_language(bundle: Bundle) -> None:
    """The words of buttons come with the page in its language; on the page that works by itself they are the same."""
    german = replace(FRAME, language="de")
    pages_of = [made(replace(page(name), frame=german), bundle) for name in ("play.html", "find-anywhere.html")]
    words_of = [re.search(r"<script[^>]* (data-copy=[^>]*)>", html) for html in pages_of]
    first, alone = (found[1] if found else "" for found in words_of)
    assert first == alone
    assert 'data-copy="Kopieren"' in first
    assert "Schritt {number}" in first


@pytest.mark.parametrize("template", ["play.html", "asset.html"])
def test_notes_for_authors_are_not_published(template: str, bundle: Bundle) -> None:
    """What stands in `notes` never reaches a page."""
    assert not re.search(r"Notes \d", words(made(page(template), bundle)))


def test_a_persona_shows_what_the_glance_says_and_the_rest_in_rows(bundle: Bundle) -> None:
    """The fields with a place of their own are there without rows, and rows bring what has none."""
    text = words(made(page("persona.html"), bundle))
    for known in ("titles", "summary", "pains", "goals", "measured_by", "deal_makers", "deal_breakers", "avoid"):
        for value in [getattr(PERSONA, known)] if isinstance(getattr(PERSONA, known), str) else getattr(PERSONA, known):
            assert value in text
    assert "Account executive" in text


@pytest.mark.parametrize("template", ["pdf/playbook.html"])
def test_a_playbook_holds_plays_and_assets_whole(template: str, bundle: Bundle) -> None:
    """Inside a playbook a play and an asset lose no field either."""
    text = words(rendered(page(template), bundle, paper=True))
    assert [value for entry in (PLAY, ASSET) for value in said_values(entry) if plain(value) not in text] == []


def test_a_short_playbook_is_a_leaflet(bundle: Bundle) -> None:
    """A few plays need no cover and no contents; the title, the plays and the rest are there all the same."""
    body = replace(BODIES["pdf/playbook.html"], short=True)
    html = rendered(page("pdf/playbook.html", body=body), bundle, paper=True)
    assert 'class="cover"' not in html
    assert 'class="contents"' not in html
    assert html.count("<h1>Plant manager</h1>") == 1
    assert PLAY.title in html


def test_day_one_needs_very_little(bundle: Bundle) -> None:
    """A play with a title alone, an asset without uses and an entry without fields are pages that name their gaps."""
    play = made(page("play.html", body=PlayBody(Play(title="Only a title"), "v1")), bundle)
    assert "Nobody has written when to run this yet." in words(play)
    assert "Nobody has written the steps yet." in words(play)
    bare = AssetBody(replace(ASSET, uses=()), "v1", ())
    assert "Nobody has written when and how to use this yet." in words(made(page("asset.html", body=bare), bundle))
    made(page("entry.html", body=EntryBody("a", "A", "v", Rows())), bundle)


def test_missing_when_and_how_are_shown_honestly(bundle: Bundle) -> None:
    """A use without when or how says that nobody has written it."""
    use = replace(ASSET.uses[0], when=(), how=())
    html = made(page("asset.html", body=AssetBody(ASSET, "v", (UseBody(use, missing=("when", "how")),))), bundle)
    assert "Nobody has written when to use this yet." in words(html)
    assert "Nobody has written how to use this yet." in words(html)


def test_others_than_our_reps_see_no_gaps(bundle: Bundle) -> None:
    """In the buyer edition nothing says what is missing."""
    buyer = replace(FRAME, edition="buyer")
    bare = AssetBody(replace(ASSET, uses=()), "v1", ())
    assert "Nobody has written" not in made(page("asset.html", body=bare, frame=buyer), bundle)
    assert "Nobody has written" not in made(page("play.html", body=PlayBody(Play(title="A"), "v1"), frame=buyer), bundle)
    assert "Write the first one" not in made(page("list.html", frame=buyer), bundle)


def test_content_is_split_by_what_may_be_sent(bundle: Bundle) -> None:
    """A list of content has what may be sent first, then what may not, each under its heading."""
    text = words(made(page("list.html", body=ListBody((Section("Decks", BODIES["list.html"].sections[0].cards),))), bundle))  # type: ignore[union-attr]
    html = made(
        page("entry.html", body=replace(ENTRY, sections=(Section("Content", (replace(_card("a"), external=True), _card("b"))),))), bundle
    )
    found = words(html)
    assert found.index("Send these") < found.index("Asset a") < found.index("For your eyes only") < found.index("Asset b")
    assert text


def _card(name: str) -> object:
    card = BODIES["list.html"].sections[0].cards[0]  # type: ignore[union-attr]
    return replace(card, link=Link("asset", name, f"Asset {name}", f"assets/{name}.html"), external=False)


HOSTILE = "<script>alert(1)</script>"


def test_titles_and_labels_are_escaped(bundle: Bundle) -> None:
    """Tags in titles, names, labels, badges and footers are shown as text, and none of them becomes a tag."""
    play = replace(PLAY, title=HOSTILE, titles=(HOSTILE,), owner=HOSTILE, tags=(HOSTILE,), extra={HOSTILE: HOSTILE})
    frame = replace(FRAME, name=HOSTILE, company=HOSTILE, language='en" onload="x', accent='red" onload="x')
    entry = replace(ENTRY, title=HOSTILE, rows=Rows((Row(HOSTILE, (Leaf("name", HOSTILE), Leaf("lines", HOSTILE))),)))
    for shown in (
        page("play.html", title=HOSTILE, frame=frame, body=PlayBody(play, HOSTILE)),
        page("entry.html", body=entry),
    ):
        html = made(shown, bundle)
        assert "<script>" not in html.lower()
        assert ' onload="' not in html
        assert "&lt;script&gt;" in html


def test_no_script_address_comes_out(bundle: Bundle) -> None:
    """Whatever a link, a text or an address of an asset says, no page links to a script."""
    evil = "javascript:alert(1)"
    asset = filled(type(ASSET))
    links = replace(asset.links, public=(replace(asset.links.public[0], url=evil),))
    body = AssetBody(replace(asset, links=links, summary=f"[a]({evil}) <a href='{evil}'>b</a>"), "v", ())
    html = made(page("asset.html", body=body, links=(Link("persona", "p", "P", evil),), pdf=evil), bundle)
    assert not re.search(r"""(?:href|src)=["']?\s*javascript""", html, re.IGNORECASE)


def test_pages_work_from_a_folder(bundle: Bundle) -> None:
    """Every address on a page is relative, an anchor, or an absolute one of the web: nothing starts at a server's root."""
    for template in ON_SCREEN:
        addresses = re.findall(r'(?:href|src)="([^"]*)"', made(page(template), bundle))
        assert not [address for address in addresses if address.startswith("/")]


def test_an_override_builds_on_the_theme(bundle: Bundle) -> None:
    """A team's play.html may extend theme/play.html and change one block; the rest stays, and its macros are at hand."""
    source = '{% extends "theme/play.html" %}{% block glance %}<p>Ours {{ body.play.title }}</p>{{ p.now(body.play) }}{% endblock %}'
    html = made(page("play.html"), ours(bundle, play=source))
    assert f"<p>Ours {PLAY.title}</p>" in html
    assert "Do this now" in html
    assert 'class="split"' in html


def test_an_overridden_part_reaches_every_page(bundle: Bundle) -> None:
    """A team's own part takes the place of the theme's wherever it is used."""
    part = (
        "{% macro sends(messages) %}OUR SEND{% endmacro %}{% macro say(words) %}OUR SAY{% endmacro %}{% macro ask(words) %}{% endmacro %}"
    )
    assert "OUR SAY" in made(page("asset.html"), ours(bundle, **{"parts/send": part}))


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("line one\n{{ body.play.titel }}", "templates/play.html, line 2, asks for something that this page does not have: .*'titel'"),
        ("{% if %}", "templates/play.html, line 1, cannot be read"),
        ("a\n\n{% block x %}", "templates/play.html, line 3, cannot be read"),
        ('{% extends "theme/paly.html" %}', "templates/play.html, line 1, asks for the template theme/paly.html, which is not there"),
        ("{{ body.play.title + 1 }}", "templates/play.html, line 1, does something that cannot be done"),
        ('{% extends "play.html" %}', "leads back to itself"),
        ("{{ text }}{{ nosuch('a') }}", "templates/play.html, line 1, asks for something that this page does not have: 'nosuch'"),
    ],
)
def test_a_broken_template_is_told_in_plain_words(source: str, sentence: str, bundle: Bundle) -> None:
    """The sentence names the template as the team knows it and the line, says what to do, and keeps its cause."""
    with pytest.raises(PlaybookError, match=sentence) as told:
        made(page("play.html"), ours(bundle, play=source))
    assert told.value.remedy
    assert "Traceback" not in str(told.value)


def test_a_template_that_is_no_text_is_told(bundle: Bundle) -> None:
    """A template that is not UTF-8 gives a sentence too."""
    broken = replace(bundle, files={**bundle.files, "team/play.html": b"\xff\xfe"}, digest="broken")
    with pytest.raises(PlaybookError, match=r"play\.html is no UTF-8 text"):
        made(page("play.html"), broken)


def test_words_as_written_come_out_as_written(bundle: Bundle) -> None:
    """Merge fields, signs and emoji are not touched on their way to the page."""
    odd = "{CustomerName} $0 [INTERNAL] ⅘ 🚀 {{generator:x}} ~5% <5 mins 45- days"
    rows = Rows((Row("As written", (Leaf("text", odd), Leaf("name", odd), Leaf("lines", odd))), *ROWS.rows))
    text = words(made(page("entry.html", title=odd, body=replace(ENTRY, rows=rows)), bundle))
    assert text.count(odd) >= 4
