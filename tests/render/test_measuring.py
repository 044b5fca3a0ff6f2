"""What is to be taken in at a glance is measured on the pages as they were laid out."""

from __future__ import annotations

from msgspec.structs import replace
from sample_pages import FRAME, page

from playbook.model.bodies import PlayBody
from playbook.model.jobs import Bundle
from playbook.model.pages import Page
from playbook.model.plays import Play
from playbook.problems import Problem
from playbook.render import page_pdf

PLAY = Play(id="long", file="content_library/plays/long.yaml", title="Long", say="Ten words that a rep would say on a call. " * 200)


def told(shown: Page, bundle: Bundle) -> list[Problem]:
    """Return what is told of a document that goes over its side."""
    return [found for found in page_pdf(shown, bundle, "").problems if found.code == "PB404"]


def of(play: Play) -> Page:
    """Return the PDF of a play."""
    return page("pdf/play.html", body=PlayBody(play, "v"), mark=None)


def test_the_block_that_is_too_long_is_named(bundle: Bundle) -> None:
    """The problem names the play, its file, the fields of the longest block, and how much to take away; a shorter play has none."""
    [found] = told(of(PLAY), bundle)
    assert (found.file, found.field, found.entry) == (PLAY.file, ("say",), "play:long")
    assert "The longest block has " in found.why
    assert found.remedy.startswith("Shorten say, by about ")
    assert told(of(replace(PLAY, say="Ten words.")), bundle) == []


def test_a_team_s_own_glance_is_measured_too(bundle: Bundle) -> None:
    """Where a team's template has blocks of its own, the play is named without a field."""
    source = b'{% extends "theme/pdf/play.html" %}{% block glance %}<h1>A</h1>{% for _ in range(90) %}<p>line</p>{% endfor %}{% endblock %}'
    ours = replace(bundle, files={**bundle.files, "team/pdf/play.html": source}, digest="own glance")
    [found] = told(of(replace(PLAY, say="")), ours)
    assert (found.field, found.entry) == ((), "play:long")
    assert found.why.endswith("too long for one side.")


def test_a_smaller_sheet_holds_less(bundle: Bundle) -> None:
    """What fits A4 closely goes over on Letter: the paper of the library is what is measured."""
    close = next(words for words in range(900, 2000, 60) if told(of(replace(PLAY, say="word " * words)), bundle))
    fits = of(replace(PLAY, say="word " * (close - 60)))
    assert told(fits, bundle) == []
    assert told(replace(fits, frame=replace(FRAME, paper="letter")), bundle)
