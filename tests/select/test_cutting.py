"""A playbook that is too thick is cut into parts that lose nothing, are not too thick themselves, and are found from the first file."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from playbook import pipeline
from playbook.model.bodies import PlaybookBody
from playbook.model.pages import Page
from playbook.select import pages
from playbook.select.addresses import anchor
from playbook.select.cutting import IN_A_PART, MOST_PAGES, cut, pages_of

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))
TODAY = date(2026, 11, 22)


def site(root: Path) -> dict[str, Page]:
    """Every page of a library, by path."""
    return {page.path: page for page in pages(pipeline.check(root, today=TODAY).library, edition="rep", today=TODAY, pdf=True)}


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """The pages of a library of several hundred generated entries."""
    from _corpus import write_corpus

    root = tmp_path_factory.mktemp("many")
    write_corpus(root, 300)
    return site(root)


@pytest.fixture(scope="module")
def whole() -> PlaybookBody:
    """The sample's playbook of everything."""
    body = site(Path(__file__).parents[2])["playbook.pdf"].body
    assert isinstance(body, PlaybookBody)
    return body


def held(bodies: list[PlaybookBody]) -> Iterator[tuple[str, str]]:
    """What playbooks tell at full length: plays, and assets with the use."""
    for body in bodies:
        for chapter in body.chapters:
            yield from (("play", play.play.id) for play in chapter.plays)
            yield from ((asset.asset.id, use.use.key) for asset in chapter.assets for use in asset.uses)
        yield from (("nowhere", asset.asset.id) for asset in body.fits_nowhere)


def parts_of(found: dict[str, Page], path: str) -> tuple[PlaybookBody, list[PlaybookBody]]:
    """The first file of a playbook, and its parts."""
    first = found[path].body
    assert isinstance(first, PlaybookBody)
    bodies = [found[part.file.id].body for part in first.parts]
    return first, [body for body in bodies if isinstance(body, PlaybookBody)]


def test_a_thin_playbook_stays_in_one_piece(whole: PlaybookBody) -> None:
    """The sample is far below the limit, and comes back as it was."""
    assert pages_of(whole) < MOST_PAGES
    assert cut(whole, "playbook.pdf") == (("playbook.pdf", whole),)


@pytest.mark.parametrize("most", [10, 40, 100])
def test_nothing_is_lost_or_told_twice(whole: PlaybookBody, most: float) -> None:
    """Wherever it is cut, the parts together hold what the whole held, in its order; the first file holds all the rest."""
    (path, first), *parts = cut(whole, "playbook.pdf", most)
    assert path == "playbook.pdf"
    assert list(held([body for _, body in parts])) == list(held([whole]))
    assert (first.chapters, first.fits_nowhere) == ((), ())
    assert (first.said, first.terms, first.journeys) == (whole.said, whole.terms, whole.journeys)
    assert [body.part for _, body in parts] == [(number, len(parts)) for number in range(1, len(parts) + 1)]


def test_what_holds_at_a_stage_is_told_once(whole: PlaybookBody) -> None:
    """No part has a stage twice, and only the first of a stage's pieces says what holds there."""
    _, *parts = cut(whole, "playbook.pdf", 12)
    for _, body in parts:
        anchors = [chapter.anchor for chapter in body.chapters]
        assert len(anchors) == len(set(anchors))
    with_head = [chapter.anchor for _, body in parts for chapter in body.chapters if chapter.at]
    assert len(with_head) == len(set(with_head)) == sum(chapter.at is not None for chapter in whole.chapters)


def test_links_arrive_within_a_part(whole: PlaybookBody) -> None:
    """An asset whose other uses stand in an earlier part has the anchor that links lead to, once in each part that tells of it."""
    assert any(asset.anchor != anchor("asset", asset.asset.id) for chapter in whole.chapters for asset in chapter.assets)
    for _, body in cut(whole, "playbook.pdf", 12)[1:]:
        anchors = [asset.anchor for chapter in body.chapters for asset in chapter.assets]
        assert len(anchors) == len(set(anchors))
        assert {anchor("asset", asset.asset.id) for chapter in body.chapters for asset in chapter.assets} <= set(anchors)


def test_the_playbook_of_hundreds_of_entries_is_cut(many: dict[str, Page]) -> None:
    """The first file names each part with its stages, plays and assets; each part is a file that is made, and not too thick."""
    first, parts = parts_of(many, "playbook.pdf")
    assert len(parts) == len(first.parts) > 2
    assert all(pages_of(body) <= IN_A_PART + 2 for body in parts)
    assert [len(part.plays) for part in first.parts] == [sum(len(chapter.plays) for chapter in body.chapters) for body in parts]
    assert pages_of(first) < MOST_PAGES
    assert sum(len(part.plays) for part in first.parts) == 30


def test_the_site_offers_the_parts(many: dict[str, Page]) -> None:
    """Where a page offers a playbook that is cut, it offers each part; other pages offer none."""
    first, _ = parts_of(many, "playbook.pdf")
    home = next(page for page in many.values() if page.pdf == "playbook.pdf" and page.path.endswith(".html"))
    assert [link.href for link in home.pdf_parts] == [part.file.id for part in first.parts]
    assert many["plays/index.html"].pdf_parts == ()


@pytest.mark.prove
def test_a_library_of_two_thousand_entries_is_cut(tmp_path: Path) -> None:
    """At that size every playbook is cut, each part is below the limit, and so is each first file."""
    from _corpus import write_corpus

    write_corpus(tmp_path, 2000)
    found = site(tmp_path)
    bodies = {path: page.body for path, page in found.items() if isinstance(page.body, PlaybookBody)}
    assert all(pages_of(body) <= MOST_PAGES for body in bodies.values())
    assert len(parts_of(found, "playbook.pdf")[1]) > 10
