"""A playbook too thick for a telephone is cut by stage into parts, with a first file that says where everything stands.

Files are planned before anything is laid out, so the pages are estimated from the words. On the sample and on generated libraries the
estimate was between a tenth under and a fifth over what was printed, and parts are planned thinner than they may be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from playbook.model.bodies import AssetBody, Chapter, Part, PlayBody, PlaybookBody
from playbook.model.pages import Page
from playbook.model.parts import Link, Offer
from playbook.select.addresses import anchor
from playbook.select.closing import texts_of

T = TypeVar("T")

MOST_PAGES = 300
IN_A_PART = 240
"""A part is planned thinner than a whole playbook may be, since the estimate may be wrong by a tenth."""
WORDS_ON_A_PAGE = 340
"""In plays and assets, with their headings, tables and boxes."""
WORDS_IN_LISTS = 300
"""In all else: what buyers say, terms, situations."""
A_PLAY, AN_ASSET, A_CHAPTER = 0.25, 0.1, 1.0
"""What is left empty where a play begins a page, the head of an asset, and what a stage says before its first play."""


class _Piece(Struct, frozen=True):
    """What stays together in a part: a chapter or a piece of one, or assets that fit nowhere; and its pages."""

    pages: float
    chapter: Chapter | None = None
    nowhere: tuple[AssetBody, ...] = ()


def pages_of(body: PlaybookBody) -> float:
    """Return about how many pages a playbook has."""
    return _pages(body, _pieces(body, IN_A_PART))


def _pages(body: PlaybookBody, pieces: Iterable[_Piece]) -> float:
    person = (body.persona.persona, body.persona.rows, body.persona.related) if body.persona else ()
    lists = (body.situations, body.said, body.people, body.rules_of_the_road, body.terms, body.more, person, body.coverage, body.parts)
    return 2 + sum(piece.pages for piece in pieces) + sum(_words(part) for part in lists) / WORDS_IN_LISTS


def cut(body: PlaybookBody, path: str, most: float = MOST_PAGES) -> tuple[tuple[str, PlaybookBody], ...]:
    """Return a playbook as one file, or where it is too thick as a first file and its parts, each with its path in the site."""
    pieces = tuple(_pieces(body, min(most, IN_A_PART)))
    if _pages(body, pieces) <= most:
        return ((path, body),)
    packed = list(_packed(pieces, min(most, IN_A_PART)))
    files = [f"{path.removesuffix('.pdf')}/part-{number}.pdf" for number in range(1, len(packed) + 1)]
    parts = [_body(body, pieces, number, len(packed)) for number, pieces in enumerate(packed, start=1)]
    told = tuple(_told(part, file) for part, file in zip(parts, files, strict=True))
    first = replace(body, chapters=(), fits_nowhere=(), parts=told)
    return ((path, first), *zip(files, parts, strict=True))


def _words(part: object) -> int:
    return sum(len(text.split()) for text in texts_of(part))


def _pieces(body: PlaybookBody, most: float) -> Iterator[_Piece]:
    """The chapters, each cut into pieces of at most so many pages, then what fits nowhere."""
    for chapter in body.chapters:
        yield from _of_chapter(chapter, most)
    for pages, assets in _filled(((_weight(asset), asset) for asset in body.fits_nowhere), most):
        yield _Piece(pages, nowhere=tuple(assets))


def _of_chapter(chapter: Chapter, most: float) -> Iterator[_Piece]:
    """A later piece of a chapter holds plays and assets only: what holds at the stage stands in its first piece."""
    told: tuple[PlayBody | AssetBody, ...] = (*chapter.plays, *chapter.assets)
    weighed = ((_weight(each), each) for each in told)
    head = A_CHAPTER + _words((chapter.at, chapter.rows, *map(_line, (*chapter.shelf.plays, *chapter.shelf.assets)))) / WORDS_ON_A_PAGE
    for number, (pages, items) in enumerate(_filled(chain([(head, None)], weighed), most)):
        piece = replace(
            chapter,
            plays=tuple(item for item in items if isinstance(item, PlayBody)),
            assets=tuple(item for item in items if isinstance(item, AssetBody)),
        )
        if number:
            shelf = replace(piece.shelf, buyer_question="", plays=(), assets=(), gap=False)
            piece = replace(piece, at=None, rows=replace(piece.rows, rows=()), shelf=shelf)
        yield _Piece(pages, chapter=piece)


def _weight(told: PlayBody | AssetBody) -> float:
    """Return the pages of a play or an asset as a playbook tells it: of an asset only the uses that matter there."""
    if isinstance(told, PlayBody):
        return A_PLAY + _words((told.play, told.related)) / WORDS_ON_A_PAGE
    return AN_ASSET + _words((replace(told.asset, uses=()), told.uses, told.related)) / WORDS_ON_A_PAGE


def _line(offer: Offer) -> tuple[object, ...]:
    """What the list at the beginning of a chapter says of an offer."""
    return offer.link.title, offer.asset_type, offer.when, offer.reasons


def _filled(weighed: Iterable[tuple[float, T]], most: float) -> Iterator[tuple[float, list[T]]]:
    """Put things that follow one another together until they are too heavy."""
    weight = 0.0
    held: list[T] = []
    for each, item in weighed:
        if held and weight + each > most:
            yield weight, held
            weight, held = 0.0, []
        weight += each
        held.append(item)
    if held:
        yield weight, held


def _packed(pieces: Iterable[_Piece], most: float) -> Iterator[list[_Piece]]:
    yield from (held for _, held in _filled(((piece.pages, piece) for piece in pieces), most))


def _body(body: PlaybookBody, pieces: Sequence[_Piece], number: int, count: int) -> PlaybookBody:
    chapters = _anchored([piece.chapter for piece in pieces if piece.chapter])
    nowhere = tuple(asset for piece in pieces for asset in piece.nowhere)
    return PlaybookBody(title=body.title, version=body.version, one_line="", chapters=chapters, fits_nowhere=nowhere, part=(number, count))


def _anchored(chapters: Iterable[Chapter]) -> tuple[Chapter, ...]:
    """Give an asset the anchor that links lead to where a part tells of it first, even if another part told of it before."""
    told: set[str] = set()
    found = []
    for chapter in chapters:
        firsts = {body.asset.id for body in chapter.assets} - told
        told |= firsts
        assets = (replace(each, anchor=anchor("asset", each.asset.id)) if each.asset.id in firsts else each for each in chapter.assets)
        found.append(replace(chapter, assets=tuple(assets)))
    return tuple(found)


def _told(part: PlaybookBody, file: str) -> Part:
    assets = [asset for chapter in part.chapters for asset in chapter.assets]
    return Part(
        number=part.part[0] if part.part else 1,
        file=Link("pdf", file, file, file),
        stages=tuple(chapter.stage.title if chapter.stage else "" for chapter in part.chapters),
        plays=tuple(play.play.title_text for chapter in part.chapters for play in chapter.plays),
        assets=tuple(asset.asset.title_text for asset in (*assets, *part.fits_nowhere)),
    )


def with_parts(screen: Iterable[Page], papers: Iterable[Page]) -> Iterator[Page]:
    """Let the pages of the site that offer a playbook offer the parts it is cut into as well."""
    found = {paper.path: paper.body.parts for paper in papers if isinstance(paper.body, PlaybookBody) and paper.body.parts}
    for page in screen:
        parts = found.get(page.pdf, ())
        links = tuple(Link("pdf", part.file.id, ", ".join(filter(None, part.stages)), part.file.id) for part in parts)
        yield replace(page, pdf_parts=links) if parts else page
