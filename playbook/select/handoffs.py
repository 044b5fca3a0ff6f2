"""Hand-off cards: what goes from one team to the next, by when, and why it may come back."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.model.content import Asset
from playbook.model.handouts import HandoffCard, HandoffsBody
from playbook.model.journey import Signal, Stage
from playbook.model.pages import Page
from playbook.model.parts import Link
from playbook.model.theme_words import ThemeWords
from playbook.select.addresses import anchor, link
from playbook.select.closed import paper_page, screen_page, with_pdf
from playbook.select.journeys import clock_of
from playbook.select.menu import HANDOFFS
from playbook.select.selection import Selection
from playbook.select.shelves import stages_of

HANDOFFS_PDF = "handoffs.pdf"
MOST = 6
"""Signals and pieces of content to tick on a card; there are lines for the others."""


def handoff_pages(chosen: Selection) -> Iterator[Page]:
    """Yield the page of all hand-offs, where there is one."""
    body = handoffs(chosen)
    if body.cards:
        yield with_pdf(chosen, screen_page(chosen, HANDOFFS, "handoffs.html", ThemeWords("Hand-offs"), body), HANDOFFS_PDF)


def handoff_papers(chosen: Selection) -> Iterator[Page]:
    """Yield the PDF with a form for each hand-off."""
    body = handoffs(chosen)
    if body.cards:
        yield paper_page(chosen, HANDOFFS_PDF, "pdf/handoffs.html", ThemeWords("Hand-offs"), body)


def handoffs(chosen: Selection) -> HandoffsBody:
    """Return a card for each live stage that hands over, journey by journey."""
    return HandoffsBody(tuple(_card(chosen, stage) for stage in stages_of(chosen.library) if stage.handoff and stage.is_live))


def _card(chosen: Selection, stage: Stage) -> HandoffCard:
    clock = clock_of(chosen.library, stage)
    return HandoffCard(
        stage=stage,
        link=link(chosen.library, "stage", stage.id),
        anchor=anchor("handoff", stage.id),
        target=clock.target if clock and clock.target else stage.handoff.accept_within if stage.handoff else None,
        limit=clock.limit if clock else None,
        signals=tuple(_signals(chosen, stage))[:MOST],
        content=tuple(_content(chosen, stage))[:MOST],
    )


def _signals(chosen: Selection, stage: Stage) -> Iterator[Link]:
    """The signals by which a lead may have come to this stage."""
    for signal in chosen.library.of(Signal):
        if signal.is_live and stage.id in signal.stages:
            yield link(chosen.library, "signal", signal.id)


def _content(chosen: Selection, stage: Stage) -> Iterator[Link]:
    """What may have been sent at this stage, in the one order, each piece once."""
    found: dict[str, Link] = {}
    for each in chosen.ranked:
        if isinstance(each.entry, Asset) and each.entry.may_be_sent and stage.id in each.stages:
            found.setdefault(each.entry.id, each.offer.link)
    yield from found.values()
