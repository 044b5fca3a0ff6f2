"""The HTML pages of the site, one function for each sort of page."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from playbook.library import version
from playbook.model.bodies import FirstMove, HomeBody, ListBody, PersonaBody
from playbook.model.content import Asset
from playbook.model.pages import Page
from playbook.model.parts import Card, Section
from playbook.model.people import Persona
from playbook.model.plays import Play
from playbook.model.theme_words import ThemeWords
from playbook.select.addresses import page_path
from playbook.select.agreement_page import agreement_pages
from playbook.select.authors import authors_page
from playbook.select.bodies import asset_body, play_body
from playbook.select.cards import card, related
from playbook.select.closed import screen_page, with_pdf
from playbook.select.completeness_page import completeness_pages, figures
from playbook.select.covering import coverage
from playbook.select.finder import PATH, finder_pages, has_finder
from playbook.select.handouts import handout_pages
from playbook.select.journeys import journey_pages
from playbook.select.kit import kit_pages
from playbook.select.new_rep import new_rep_pages
from playbook.select.plans import playbook_of, playbook_of_all
from playbook.select.pocket_cards import has_pocket_card, pocket_path
from playbook.select.ranking import plays_for
from playbook.select.rows import rows
from playbook.select.selection import Selection, index_path
from playbook.select.shelves import shelves
from playbook.select.situations import situations
from playbook.select.word_pages import word_pages


def site_pages(chosen: Selection) -> Iterator[Page]:
    """Yield every HTML page of the site."""
    yield _home(chosen)
    yield from _plays(chosen)
    yield from _assets(chosen)
    yield from _personas(chosen)
    yield from finder_pages(chosen)
    yield from kit_pages(chosen)
    yield from journey_pages(chosen)
    yield from handout_pages(chosen)
    yield from word_pages(chosen)
    yield from new_rep_pages(chosen)
    yield from agreement_pages(chosen)
    yield from completeness_pages(chosen)
    if chosen.for_reps:
        yield authors_page(chosen)
        yield screen_page(chosen, "coverage.html", "coverage.html", ThemeWords("Coverage"), coverage(chosen))


def _home(chosen: Selection) -> Page:
    library = chosen.library
    plays = [each.entry for each in chosen.ranked if each.use is None]
    messages = library.settings.messages
    body = HomeBody(
        situations=situations(library, chosen.ranked),
        personas=tuple(persona_card(chosen, persona) for persona in library.of(Persona) if persona.is_live),
        plays=tuple(card(chosen, play) for play in plays),
        figures=tuple(figures(chosen)) if chosen.for_reps else (),
        one_line=messages.one_line if messages else "",
        finder=PATH if has_finder(chosen) else "",
        content=() if plays or chosen.for_reps else _content(chosen),
    )
    return with_pdf(chosen, screen_page(chosen, "index.html", "home.html", chosen.frame.name, body), playbook_of_all(library))


def _plays(chosen: Selection) -> Iterator[Page]:
    plays = chosen.library.of(Play)
    if not plays and not chosen.for_reps:
        return
    ranked = [each.entry for each in chosen.ranked if each.use is None]
    sections = [Section(ThemeWords("All plays"), tuple(card(chosen, play, f"plays/{play.id}.pdf") for play in ranked), empty="no-plays")]
    yield screen_page(chosen, index_path("play"), "list.html", ThemeWords("Plays"), ListBody(tuple(sections)), "play")
    for play in plays:
        page = screen_page(chosen, page_path("play", play.id), "play.html", play.title_text, play_body(chosen, play), "play")
        yield with_pdf(chosen, page, f"plays/{play.id}.pdf") if play.is_live else page


def _assets(chosen: Selection) -> Iterator[Page]:
    yield screen_page(chosen, index_path("asset"), "list.html", ThemeWords("Content"), ListBody(_content(chosen)), "asset")
    for asset in chosen.library.of(Asset):
        yield screen_page(chosen, page_path("asset", asset.id), "asset.html", asset.title_text, asset_body(chosen, asset), "asset")


def _content(chosen: Selection) -> tuple[Section, ...]:
    """The live content, type by type."""
    live = [asset for asset in chosen.library.of(Asset) if asset.is_live]
    return tuple(
        Section(label, tuple(card(chosen, asset) for asset in live if asset.type == type_), empty="no-assets")
        for type_, label in _types(chosen, live) or [("", "")]
    )


def _types(chosen: Selection, assets: list[Asset]) -> list[tuple[str, str]]:
    types = {asset.type for asset in assets}
    labels = {type_: chosen.library.settings.label("asset_types", type_) or ThemeWords("Other") for type_ in types}
    return sorted(labels.items(), key=lambda pair: pair[1].casefold())


def _personas(chosen: Selection) -> Iterator[Page]:
    personas = chosen.library.of(Persona)
    if not personas and not chosen.for_reps:
        return
    cards = tuple(persona_card(chosen, persona) for persona in personas if persona.is_live)
    listed = ListBody((Section(ThemeWords("Buyer personas"), cards, empty="no-personas"),))
    yield screen_page(chosen, index_path("persona"), "list.html", ThemeWords("People"), listed, "persona")
    for persona in personas:
        body = persona_body(chosen, persona)
        page = screen_page(chosen, page_path("persona", persona.id), "persona.html", persona.title_text, body, "persona")
        yield with_pdf(chosen, page, playbook_of(chosen.library, persona.id)) if persona.is_live else page


def persona_card(chosen: Selection, persona: Persona) -> Card:
    """Return a persona as a card that leads to the playbook and the pocket card."""
    pocket = pocket_path(persona) if has_pocket_card(chosen, persona) else ""
    return replace(card(chosen, persona, playbook_of(chosen.library, persona.id)), pocket=pocket)


def persona_body(chosen: Selection, persona: Persona) -> PersonaBody:
    """Return a persona with the shelf of each stage."""
    return PersonaBody(
        persona=persona,
        version=version(chosen.library, persona),
        rows=rows(chosen.library, persona, skip={"name"}),
        shelves=tuple(stocked.shelf for stocked in shelves(chosen.library, chosen.ranked, persona.id)),
        related=related(chosen.library, persona, skip={"asset", "play"}),
        pocket=pocket_path(persona) if has_pocket_card(chosen, persona) else "",
        first=_first_move(chosen, persona),
    )


def _first_move(chosen: Selection, persona: Persona) -> FirstMove | None:
    """The best play for a persona, where there is one: with what to do, or only with its moment where there are questions to begin with.

    It holds what is shown of it and no more: an edit of the rest leaves the page as it is.
    """
    for each in plays_for(chosen.ranked, persona.id)[:1]:
        if isinstance(each.entry, Play):
            play = play_body(chosen, each.entry).play
            shown = Play(id=play.id, title=play.title, when=play.when[:1])
            if not persona.questions:
                shown = replace(shown, say=play.say, ask=play.ask, steps=play.steps)
            return FirstMove(each.offer.link, shown)
    return None
